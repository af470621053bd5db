/** What a site is called, where it is and how it is reached; its zone only while nothing was planned by its clock. */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockSiteRow, updateSite } from '../../modules/program/index.ts';
import type { changeSite as contract } from '../../modules/program/ground.contract.ts';
import { wasPlannedAt } from '../../modules/sessions/index.ts';

export const changeSite: Answer<typeof contract> = async ({ tx, actor, now }, { params: { siteId }, body: { version, ...became } }) => {
  const { orgId } = actor;
  const site = await lockSiteRow(tx, orgId, siteId);
  if (site === null) return refuse('not-found');
  if (await versionOf(tx, orgId, siteId) !== version) return refuse('changed-meanwhile');
  if (became.timeZone !== site.timeZone && await wasPlannedAt(tx, orgId, siteId)) return refuse('zone-fixed');
  await updateSite(tx, orgId, siteId, became);
  const { id: _, isEnded: __, ...was } = site;
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'sites', rowId: siteId, was, became });
  return { value: { siteId } };
};
