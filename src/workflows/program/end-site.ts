/** A site ends when no group meets and nobody is in care there; never the only one. Or it comes back. */
import { recordChange } from '../../platform/changes.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockOrganization } from '../../modules/people/index.ts';
import { countOpenEpisodes } from '../../modules/placements/index.ts';
import { countSites, lockSiteRow, setEnd } from '../../modules/program/index.ts';
import type { endSite as contract } from '../../modules/program/ground.contract.ts';
import { listGroupsUsing } from '../../modules/schedules/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export const endSite: Answer<typeof contract> = async ({ tx, actor, now }, { params: { siteId }, body: { ends } }) => {
  const { orgId } = actor;
  // Two sites ended at once must not leave none.
  await lockOrganization(tx, orgId);
  const site = await lockSiteRow(tx, orgId, siteId);
  if (site === null) return refuse('not-found');
  if (site.isEnded === ends) return { value: { siteId } };
  if (ends) {
    if (await countSites(tx, orgId) === 1) return refuse('last-site');
    const [groups, people] = [await listGroupsUsing(tx, orgId, 'site', siteId, now), await countOpenEpisodes(tx, orgId, { siteId }, now)];
    if (groups.length > 0 || people > 0) return refuse('still-in-use', { groups, people });
  }
  await setEnd(tx, orgId, 'sites', siteId, ends ? { day: dateIn(site.timeZone, now), at: now, by: actor.id } : null);
  await recordChange(tx, { orgId, by: actor.id, now }, { about: 'sites', rowId: siteId, was: { isEnded: site.isEnded }, became: { isEnded: ends } });
  return { value: { siteId } };
};
