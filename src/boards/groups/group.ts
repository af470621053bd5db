/** One group: its weekly times, its seats, its sessions ahead; and who could take a seat. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames, listNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { listHolidayDates } from '../../modules/program/index.ts';
import { findClash, listBusyTimes } from '../../modules/schedules/index.ts';
import { LONGEST_MINUTES } from '../../modules/sessions/words.ts';
import { addDays, dateIn, weekdayOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { missedToday } from './missed-today.ts';
import { listGroups } from './group-rows.ts';
import type { GroupShown, SeatRow } from './group-rows.ts';
import type { readCandidates as candidatesContract, readGroup as contract } from './groups.contract.ts';

type Board = OutputOf<typeof contract>;
type Site = Board['site'];

/** Sessions shown ahead: eight weeks of a group that meets three times. */
const SESSIONS_SHOWN = 24;

async function findSiteOf(tx: Tx, orgId: string, seriesId: string, siteIds: readonly string[]): Promise<Site & { programId: string } | null> {
  const { rows } = await sql<Site & { programId: string }>`
    select s.id, s.name, s.time_zone as "timeZone", g.program_id as "programId"
      from series g join sites s on s.org_id = g.org_id and s.id = g.site_id
     where g.org_id = ${orgId} and g.id = ${seriesId} and g.site_id = any(${siteIds}::uuid[])
  `.execute(tx);
  return rows[0] ?? null;
}

/** Names of these people as a roster says them: told apart from each other. */
async function namesOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const names = await listNames(tx, orgId, [...new Set(ids)]);
  return new Map([...displayNames(names)].map(([person, name]) => [person.participantId, name]));
}

/** Reasons are free text and may name people: whoever may not see people is not told them. */
async function listAhead(tx: Tx, orgId: string, seriesId: string, now: Date, seats: readonly SeatRow[], showsReasons: boolean): Promise<Board['sessions']> {
  const { rows } = await sql<Omit<Board['sessions'][number], 'startsAt' | 'endsAt' | 'seatsTaken'> & { startsAt: Date; endsAt: Date }>`
    select s.id, s.first_planned_on as "firstPlannedOn", s.planned_start_at as "startsAt", s.planned_end_at as "endsAt", r.name as "roomName", f.given_name || ' ' || f.family_name as "facilitatorName",
           m.title as "moduleTitle", coalesce(m.is_entry_point, false) as "isEntryPoint", s.canceled_at is not null as "isCanceled",
           coalesce(c.kind = 'moved' and s.canceled_at is null, false) as "isMoved", coalesce(c.reason, s.cancel_reason, '') as reason
      from sessions s
      left join rooms r on r.org_id = s.org_id and r.id = s.room_id
      left join staff f on f.org_id = s.org_id and f.id = s.facilitator_id
      left join curriculum_modules m on m.org_id = s.org_id and m.id = s.curriculum_module_id
      left join lateral (select kind, reason from session_changes c where c.org_id = s.org_id and c.session_id = s.id order by recorded_at desc, id desc limit 1) c on true
     where s.org_id = ${orgId} and s.series_id = ${seriesId} and s.withdrawn_at is null and s.planned_end_at > ${now} and s.planned_start_at > ${now}::timestamptz - make_interval(mins => ${LONGEST_MINUTES})
     order by s.planned_start_at limit ${SESSIONS_SHOWN}
  `.execute(tx);
  return rows.map((row) => ({
    ...row, reason: showsReasons ? row.reason : '', startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(),
    seatsTaken: seats.filter((seat) => seat.startsOn <= row.firstPlannedOn && (seat.endedOn === null || seat.endedOn >= row.firstPlannedOn)).length,
  }));
}

/** Days on which the weekly times would give a session and a holiday keeps it. */
async function listHolidays(tx: Tx, orgId: string, siteId: string, group: GroupShown, today: CivilDate): Promise<Board['holidays']> {
  const until = addDays(today, 7 * 52);
  const all = await listHolidayDates(tx, orgId);
  return all.filter((one) => (one.siteId === null || one.siteId === siteId) && one.date >= today && one.date <= until
    && group.times.some((time) => time.weekday === weekdayOf(one.date) && time.startsOn <= one.date && (time.endedOn === null || time.endedOn >= one.date)))
    .map(({ date, name }) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The clock of the site, and the local starts of what stands today for a group: its own sessions, and one that was added beside them under its name. */
async function findDay(tx: Tx, orgId: string, { id, name, program }: GroupShown, site: Site, today: CivilDate, now: Date): Promise<{ clock: string; standing: string[] }> {
  const { rows } = await sql<{ clock: string; standing: string[] }>`
    select to_char(${now}::timestamptz at time zone ${site.timeZone}, 'HH24:MI') as clock, array(
      select to_char(s.first_planned_at_local, 'HH24:MI') from sessions s
       where s.org_id = ${orgId} and s.site_id = ${site.id} and s.first_planned_on = ${today} and s.withdrawn_at is null
         and (s.series_id = ${id} or (s.series_id is null and s.program_id = ${program.id} and s.name = left(${name}, 80)))) as standing
  `.execute(tx);
  return rows[0] ?? { clock: '', standing: [] };
}

export const readGroup: Answer<typeof contract> = async ({ tx, actor, now }, { params: { seriesId } }) => {
  const { orgId } = actor;
  const site = await findSiteOf(tx, orgId, seriesId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  // A group that has ended stays readable for a year.
  const { groups: [group], seats } = await listGroups(tx, orgId, sql`g.id = ${seriesId}`, today, addDays(today, -365));
  if (group === undefined) return refuse('not-found');
  const showsPeople = actor.permissions.has('people.read');
  const shown = showsPeople ? seats : [];
  const [names, sessions, holidays, day] = await Promise.all([
    namesOf(tx, orgId, shown.map((seat) => seat.participantId)), listAhead(tx, orgId, seriesId, now, seats, showsPeople), listHolidays(tx, orgId, site.id, group, today),
    findDay(tx, orgId, group, site, today, now),
  ]);
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, today, sessions, holidays,
    group, showsPeople, missedToday: missedToday(group.times, { ...day, today, isHoliday: holidays.some((one) => one.date === today) }),
    seats: shown.map(({ seriesId: _, ...seat }) => ({ ...seat, participantId: seat.participantId as ParticipantId, displayName: names.get(seat.participantId) ?? '' })),
  } };
};

export const readCandidates: Answer<typeof candidatesContract> = async ({ tx, actor, now }, { params: { seriesId } }) => {
  const { orgId } = actor;
  const site = await findSiteOf(tx, orgId, seriesId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const { groups: [group] } = await listGroups(tx, orgId, sql`g.id = ${seriesId}`, today);
  if (group === undefined) return { value: { people: [] } };
  const { rows } = await sql<{ participantId: ParticipantId; admittedOn: CivilDate }>`
    select distinct on (e.participant_id) e.participant_id as "participantId", e.admitted_on as "admittedOn"
      from episodes e
     where e.org_id = ${orgId} and e.site_id = ${site.id} and e.program_id = ${site.programId} and (e.ended_on is null or e.ended_on >= ${today})
       and not exists (select 1 from enrollments x where x.org_id = e.org_id and x.series_id = ${seriesId} and x.participant_id = e.participant_id and x.withdrawn_at is null
                          and (x.ended_on is null or x.ended_on >= ${today}))
     order by e.participant_id, e.admitted_on desc
  `.execute(tx);
  const ids = rows.map((row) => row.participantId);
  const [names, busy] = await Promise.all([namesOf(tx, orgId, ids), listBusyTimes(tx, orgId, ids, today, seriesId)]);
  const people = rows.map((row) => ({
    ...row, displayName: names.get(row.participantId) ?? '',
    elsewhere: findClash(group.times, { startsOn: today, endedOn: null }, busy.filter((one) => one.participantId === row.participantId))?.groupName ?? null,
  }));
  return { value: { people: people.sort((a, b) => a.displayName.localeCompare(b.displayName)) } };
};
