/** A new organization with all it needs to begin: permissions of each role, hours rules, a site, a program with its paths, curricula, its first person. */
import { FIRST_MAPPING } from '../../permissions.ts';
import type { Role } from '../../permissions.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { insertOrganization, insertRolePermissions, insertStaff } from '../../modules/people/index.ts';
import { FIRST_CURRICULA, FIRST_DAY_RULES, FIRST_HOURS_RULES, firstPaths, insertCurriculum, insertDayRules, insertHoursRules, insertModules, insertPathVersions, insertProgram, insertSite, insertSiteStaff } from '../../modules/program/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export type NewColleague = { givenName: string; familyName: string; credential: string; roles: readonly Role[] };
export type FirstSteps = { orgId: string; name: string; kind: 'real' | 'demo'; siteName: string; timeZone: string; first: NewColleague };
export type Furnished = { siteId: string; programId: string; firstStaffId: string };

/** Must run in a transaction whose app.org is the new organization's id. */
export async function furnishOrganization(tx: Tx, steps: FirstSteps, now: Date): Promise<Furnished> {
  const { orgId } = steps;
  await insertOrganization(tx, { orgId, name: steps.name, kind: steps.kind, at: now });
  const mapping = Object.entries(FIRST_MAPPING).flatMap(([role, permissions]) => permissions.map((permission) => ({ id: newId(now), role, permission })));
  await insertRolePermissions(tx, orgId, mapping, now);
  await insertHoursRules(tx, orgId, FIRST_HOURS_RULES.map((rule) => ({ ...rule, id: newId(now) })), now);
  await insertDayRules(tx, orgId, FIRST_DAY_RULES.map((rule) => ({ ...rule, id: newId(now), siteId: null })), now, null);
  const siteId = newId(now);
  await insertSite(tx, orgId, { id: siteId, name: steps.siteName, timeZone: steps.timeZone }, now);
  const programId = newId(now);
  await insertProgram(tx, orgId, { id: programId, name: 'Intensive outpatient, adults', population: 'adults', specialty: 'substance-use' }, now);
  const paths = firstPaths('adults').map((path) => ({ ...path, id: newId(now), pathId: newId(now), version: 1, programId, weeks: path.phases.reduce((weeks, phase) => weeks + phase.weeks, 0) }));
  await insertPathVersions(tx, orgId, paths, now, null);
  for (const { name, source, modules } of FIRST_CURRICULA) {
    const id = newId(now);
    await insertCurriculum(tx, orgId, { id, name, source }, now, null);
    await insertModules(tx, orgId, id, modules.map((module, index) => ({ ...module, id: newId(now), position: index + 1 })), now, null);
  }
  const firstStaffId = await hireColleague(tx, orgId, { siteId, timeZone: steps.timeZone }, steps.first, now);
  return { siteId, programId, firstStaffId };
}

/** A member of staff with roles, working at a site from today. */
export async function hireColleague(tx: Tx, orgId: string, site: { siteId: string; timeZone: string }, one: NewColleague, now: Date): Promise<string> {
  const id = newId(now);
  const startsOn = dateIn(site.timeZone, now);
  await insertStaff(tx, orgId, { ...one, id, startedOn: startsOn, roles: one.roles.map((role) => ({ id: newId(now), role })) }, now);
  await insertSiteStaff(tx, orgId, { id: newId(now), siteId: site.siteId, staffId: id, startsOn }, now);
  return id;
}
