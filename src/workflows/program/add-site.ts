/** A site is added, and whoever adds it works there from today: otherwise nobody could open it. */
import type { Answer } from '../../platform/http.ts';
import { insertSite, insertSiteStaff } from '../../modules/program/index.ts';
import type { addSite as contract } from '../../modules/program/ground.contract.ts';
import type { SiteId } from '../../modules/program/words.ts';
import { dateIn } from '../../values/civil-date.ts';

export const addSite: Answer<typeof contract> = async ({ tx, actor, now, newId }, { body }) => {
  const siteId = newId<SiteId>();
  await insertSite(tx, actor.orgId, { ...body, id: siteId }, now);
  await insertSiteStaff(tx, actor.orgId, { id: newId(), siteId, staffId: actor.id, startsOn: dateIn(body.timeZone, now) }, now);
  return { value: { siteId } };
};
