/** Somebody's work ends after a last day, with nothing left behind; or the person is brought back as before. */
import { recordChange, versionOf } from '../../platform/changes.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import { decideEnd, endHoldsFrom, lockAdministrators, lockStaff, updateStaffEnd } from '../../modules/people/index.ts';
import type { endStaff as contract } from '../../modules/people/staff.contract.ts';
import { listStints } from '../../modules/program/index.ts';
import { addDays, startOfDay } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { loadCurrentSites, loadLeftBehind } from './staff-facts.ts';

/** The last day as the sites of the person have it; as all sites have it for somebody who works at none. */
async function holdsFrom({ tx, actor, now }: Exchange, staffId: string, lastDay: CivilDate): Promise<Date> {
  const own = new Set((await listStints(tx, actor.orgId, [staffId])).filter((stint) => stint.endedOn === null).map((stint) => stint.siteId));
  const sites = await loadCurrentSites(tx, actor.orgId);
  const among = sites.filter((site) => own.size === 0 || own.has(site.id));
  return endHoldsFrom(now, among.map(({ timeZone }) => ({ lastDayBegins: startOfDay(timeZone, lastDay), lastDayIsOver: startOfDay(timeZone, addDays(lastDay, 1)) })));
}

export const endStaff: Answer<typeof contract> = async (exchange, { params: { staffId }, body }) => {
  const { tx, actor, now } = exchange;
  const staff = await lockStaff(tx, actor.orgId, staffId);
  if (staff === null) return refuse('not-found');
  if (await versionOf(tx, actor.orgId, staffId) !== body.version) return refuse('changed-meanwhile');
  if (body.ends) {
    const administrators = await lockAdministrators(tx, actor.orgId);
    const left = await loadLeftBehind(tx, actor.orgId, staffId, body.lastDay, null);
    const decided = decideEnd({ ...left, staffId, startedOn: staff.startedOn, administrators }, body.lastDay);
    if (isRefused(decided)) return decided;
  }
  await updateStaffEnd(tx, actor.orgId, staffId, body.ends ? { lastDay: body.lastDay, holdsFrom: await holdsFrom(exchange, staffId, body.lastDay), by: actor.id } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'staff', rowId: staffId, was: { endedOn: staff.endedOn }, became: { endedOn: body.ends ? body.lastDay : null } });
  return { value: { staffId } };
};
