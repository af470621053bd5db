/** One clinician is put on call on many days, in place of whoever was; a day that is theirs already is left alone. */
import type { Answer, Exchange } from '../../../platform/http.ts';
import { isRefused, refuse } from '../../../platform/outcome.ts';
import { listAllStaff } from '../../people/index.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { setOnCall as contract } from '../on-call.contract.ts';
import { decideDays, mayBeOnCall } from '../rules/on-call.ts';
import { findSite } from '../store/ground.ts';
import { endOnCall, insertOnCall, lockOnCall } from '../store/on-call.ts';
import { listStints } from '../store/site-staff.ts';
import { MOST_DAYS_SET } from '../words.ts';

/** Days of these on which the person could not be on call; all of them for somebody who is not there. */
async function daysAmiss({ tx, actor }: Exchange, siteId: string, staffId: string, dates: readonly string[]): Promise<string[]> {
  const person = (await listAllStaff(tx, actor.orgId)).find((one) => one.id === staffId);
  if (person === undefined) return [...dates];
  const stints = (await listStints(tx, actor.orgId, [staffId])).filter((stint) => stint.siteId === siteId);
  const candidate = { roles: person.roles, employment: { startsOn: person.startedOn, endedOn: person.endedOn }, atSite: stints };
  return dates.filter((date) => !mayBeOnCall(candidate, date));
}

export const setOnCall: Answer<typeof contract> = async (exchange, { params: { siteId }, body: { staffId, ...span } }) => {
  const { tx, actor, now, newId } = exchange;
  const site = await findSite(tx, actor.orgId, siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const days = decideDays(span, dateIn(site.timeZone, now), MOST_DAYS_SET);
  if (isRefused(days)) return days;
  const amiss = await daysAmiss(exchange, siteId, staffId, days.value);
  if (amiss.length > 0) return refuse('not-a-clinician-here', { days: amiss });
  const standing = await lockOnCall(tx, actor.orgId, siteId, days.value);
  const ended = standing.filter((row) => row.staffId !== staffId).map((row) => row.id);
  const kept = new Set(standing.filter((row) => row.staffId === staffId).map((row) => row.date));
  const written = days.value.filter((date) => !kept.has(date)).map((date) => ({ id: newId(), date, staffId }));
  await endOnCall(tx, actor.orgId, ended, now, actor.id);
  await insertOnCall(tx, actor.orgId, siteId, written, now, actor.id);
  return { value: { siteId, written: written.map((row) => row.id), ended } };
};
