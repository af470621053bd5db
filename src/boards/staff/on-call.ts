/** The days of a site with whoever is on call, how many sessions are planned, and who could be put on call. */
import { sql } from 'kysely';
import type { Answer, Exchange } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import { listAllStaff } from '../../modules/people/index.ts';
import type { Employed } from '../../modules/people/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { decideSpan, findSite, listOnCall, listStints, mayBeOnCall } from '../../modules/program/index.ts';
import type { Stint } from '../../modules/program/index.ts';
import { MOST_DAYS_READ } from '../../modules/program/words.ts';
import type { SiteId } from '../../modules/program/words.ts';
import { countSessionsByDay } from '../../modules/sessions/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { readOnCall as contract } from './staff.contract.ts';

async function listHolidays({ tx, actor }: Exchange, siteId: string, from: string, to: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ date: string; name: string }>`
    select date, name from holidays
     where org_id = ${actor.orgId} and date between ${from} and ${to} and (site_id is null or site_id = ${siteId}) and ended_at is null
     order by site_id nulls first
  `.execute(tx);
  return new Map(rows.map((row) => [row.date, row.name]));
}

/** Whether somebody can be put on call on any day from today on: tried on the first day of each stretch at the site. */
function isClinicianAhead(one: Employed, stints: readonly Stint[], today: string): boolean {
  const candidate = { roles: one.roles, employment: { startsOn: one.startedOn, endedOn: one.endedOn }, atSite: stints };
  return stints.some((stint) => mayBeOnCall(candidate, [today, one.startedOn, stint.startsOn].sort().at(-1) ?? today));
}

export const readOnCall: Answer<typeof contract> = async (exchange, { params, query: { from, to } }) => {
  const { tx, actor, now } = exchange;
  const site = await findSite(tx, actor.orgId, params.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const span = decideSpan({ from, to }, MOST_DAYS_READ);
  if (isRefused(span)) return span;
  const today = dateIn(site.timeZone, now);
  const staff = await listAllStaff(tx, actor.orgId);
  const [onCall, sessions, holidays, stints] = await Promise.all([
    listOnCall(tx, actor.orgId, site.id, from, to), countSessionsByDay(tx, actor.orgId, site, from, to), listHolidays(exchange, site.id, from, to),
    listStints(tx, actor.orgId, staff.map((one) => one.id)),
  ]);
  const by = new Map(onCall.map((row) => [row.date, row.staffId]));
  const named = new Set(by.values());
  const people = staff.map((one) => ({
    staffId: one.id as StaffId, name: `${one.givenName} ${one.familyName}`, credential: one.credential,
    mayBeOnCall: isClinicianAhead(one, stints.filter((stint) => stint.staffId === one.id && stint.siteId === site.id), today),
  }));
  return { value: {
    site: { id: site.id as SiteId, name: site.name }, today,
    days: span.value.map((date) => ({ date, onCall: (by.get(date) ?? null) as StaffId | null, sessions: sessions.get(date) ?? 0, holiday: holidays.get(date) ?? null })),
    people: people.filter((one) => one.mayBeOnCall || named.has(one.staffId)),
  } };
};
