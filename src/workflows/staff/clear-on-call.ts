/** Days without sessions need nobody on call; from any other day nobody is taken off without somebody in their place (W18). */
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { Answer } from '../../platform/http.ts';
import { decideDays, endOnCall, findSite, lockOnCall } from '../../modules/program/index.ts';
import type { clearOnCall as contract } from '../../modules/program/on-call.contract.ts';
import { MOST_DAYS_SET } from '../../modules/program/words.ts';
import { countSessionsByDay } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';

export const clearOnCall: Answer<typeof contract> = async ({ tx, actor, now }, { params: { siteId }, body: span }) => {
  const site = await findSite(tx, actor.orgId, siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const days = decideDays(span, dateIn(site.timeZone, now), MOST_DAYS_SET);
  if (isRefused(days)) return days;
  const standing = await lockOnCall(tx, actor.orgId, siteId, days.value);
  const sessions = await countSessionsByDay(tx, actor.orgId, site, span.from, span.to);
  const needed = standing.filter((row) => sessions.has(row.date)).map((row) => row.date);
  if (needed.length > 0) return refuse('on-call-needed', { days: needed });
  const ended = standing.map((row) => row.id);
  await endOnCall(tx, actor.orgId, ended, now, actor.id);
  return { value: { siteId, written: [], ended } };
};
