/** Somebody begins to work here: roles at once, sites from the first day. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { insertStaff, isStaffNameKnown } from '../../modules/people/index.ts';
import type { hireStaff as contract } from '../../modules/people/staff.contract.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { insertSiteStints } from '../../modules/program/index.ts';
import { loadCurrentSites } from './staff-facts.ts';

export const hireStaff: Answer<typeof contract> = async ({ tx, actor, now, newId }, { body }) => {
  const { roles, siteIds, startsOn, confirmed, ...called } = body;
  const wanted = [...new Set(siteIds)];
  const sites = await loadCurrentSites(tx, actor.orgId);
  if (!wanted.every((id) => sites.some((site) => site.id === id))) return refuse('not-found');
  if (!confirmed && await isStaffNameKnown(tx, actor.orgId, called.givenName, called.familyName)) return refuse('colleague-looks-known');
  const staffId = newId<StaffId>();
  await insertStaff(tx, actor.orgId, { ...called, id: staffId, startedOn: startsOn, roles: [...new Set(roles)].map((role) => ({ id: newId(), role })) }, now, actor.id);
  await insertSiteStints(tx, actor.orgId, wanted.map((siteId) => ({ id: newId(), siteId, staffId, startsOn })), now);
  return { value: { staffId } };
};
