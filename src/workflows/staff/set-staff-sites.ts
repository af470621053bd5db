/** At which sites somebody works from today on; a site is left only with its groups handed over and nobody missing on call. */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import { decideLeaving, differenceOf, lockStaff } from '../../modules/people/index.ts';
import type { setStaffSites as contract } from '../../modules/people/staff.contract.ts';
import { endSiteStints, insertSiteStints, listStints } from '../../modules/program/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { loadCurrentSites, loadLeftBehind } from './staff-facts.ts';

export const setStaffSites: Answer<typeof contract> = async ({ tx, actor, now, newId }, { params: { staffId }, body }) => {
  const staff = await lockStaff(tx, actor.orgId, staffId);
  const sites = new Map((await loadCurrentSites(tx, actor.orgId)).map((site) => [site.id, dateIn(site.timeZone, now)]));
  if (staff === null || !body.siteIds.every((id) => sites.has(id))) return refuse('not-found');
  if (await versionOf(tx, actor.orgId, staffId) !== body.version) return refuse('changed-meanwhile');
  const held = (await listStints(tx, actor.orgId, [staffId])).filter((stint) => stint.endedOn === null && sites.has(stint.siteId)).map((stint) => stint.siteId);
  const { ended, begun } = differenceOf(held, body.siteIds);
  const lastDay = (siteId: string): CivilDate => addDays(sites.get(siteId) ?? dateIn('UTC', now), -1);
  for (const siteId of ended) {
    const decided = decideLeaving(await loadLeftBehind(tx, actor.orgId, staffId, lastDay(siteId), [siteId]));
    if (isRefused(decided)) return decided;
  }
  await endSiteStints(tx, actor.orgId, staffId, ended.map((siteId) => ({ siteId, lastDay: lastDay(siteId) })), now, actor.id);
  /* Somebody who has not begun yet works at no site before the first day. */
  const from = (siteId: string): string => [sites.get(siteId) ?? '', staff.startedOn].sort()[1] ?? '';
  await insertSiteStints(tx, actor.orgId, begun.map((siteId) => ({ id: newId(), siteId, staffId, startsOn: from(siteId) })), now);
  const siteIds = [...held.filter((id) => !ended.includes(id)), ...begun].sort();
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'staff', rowId: staffId, was: { siteIds: [...held].sort() }, became: { siteIds } });
  return { value: { staffId } };
};
