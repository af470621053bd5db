/** One session as planned, what was changed about it, and what canceling or moving it would do to each person's week. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { datesOf, decideLine, floorOfWeek, forecastOf, hasBegun, reachableMinutes } from '../../modules/attendance/index.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { stillShown } from '../../modules/placements/index.ts';
import { COUNTED_TYPES, listHoursRules } from '../../modules/program/index.ts';
import type { HoursRule } from '../../modules/program/words.ts';
import { boundsOf, dateIn, weekOf } from '../../values/civil-date.ts';
import type { CivilDate, Week } from '../../values/civil-date.ts';
import type { readSessionPlan as contract } from './groups.contract.ts';
import { listPeople, listSessions } from '../day/session-rows.ts';
import type { PersonRow, SessionRow } from '../day/session-rows.ts';

type Board = OutputOf<typeof contract>;
type Head = Omit<Board['session'], 'startsAt' | 'endsAt' | 'hasBegun'> & { startsAt: Date; endsAt: Date; siteId: string; siteName: string; timeZone: string; programId: string; population: string };

async function findSession(tx: Tx, orgId: string, sessionId: string, siteIds: readonly string[]): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select s.id, s.series_id as "seriesId", s.name, s.session_type as type, (s.planned_start_at at time zone l.time_zone)::date as date, to_char(s.planned_start_at at time zone l.time_zone, 'HH24:MI') as "startsAtLocal",
           (extract(epoch from s.planned_end_at - s.planned_start_at) / 60)::integer as minutes, s.planned_start_at as "startsAt", s.planned_end_at as "endsAt",
           case when r.id is not null then json_build_object('id', r.id, 'name', r.name) end as room, s.telehealth_link as "telehealthLink",
           case when f.id is not null then json_build_object('id', f.id, 'name', f.given_name || ' ' || f.family_name) end as facilitator, m.title as "moduleTitle",
           s.canceled_at is not null as "isCanceled", l.id as "siteId", l.name as "siteName", l.time_zone as "timeZone", s.program_id as "programId", p.population
      from sessions s
      join sites l on l.org_id = s.org_id and l.id = s.site_id
      join programs p on p.org_id = s.org_id and p.id = s.program_id
      left join rooms r on r.org_id = s.org_id and r.id = s.room_id
      left join staff f on f.org_id = s.org_id and f.id = s.facilitator_id
      left join curriculum_modules m on m.org_id = s.org_id and m.id = s.curriculum_module_id
     where s.org_id = ${orgId} and s.id = ${sessionId} and s.site_id = any(${siteIds}::uuid[]) and s.withdrawn_at is null
  `.execute(tx);
  return rows[0] ?? null;
}

async function listChanges(tx: Tx, orgId: string, sessionId: string): Promise<Board['changes']> {
  const { rows } = await sql<Omit<Board['changes'][number], 'at'> & { at: Date }>`
    select c.kind, c.reason, c.recorded_at as at, coalesce(f.given_name || ' ' || f.family_name, '') as "byName", c.was ->> 'startsAt' as "wasStart", c.became ->> 'startsAt' as "becameStart"
      from session_changes c left join staff f on f.org_id = c.org_id and f.id = c.recorded_by
     where c.org_id = ${orgId} and c.session_id = ${sessionId} and c.was ? 'startsAt' and c.became ? 'startsAt' order by c.recorded_at desc, c.id desc
  `.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

type Reach = Pick<Board['people'][number], 'telephone' | 'contactBy' | 'mayLeaveMessage' | 'contactNote'> & { participantId: ParticipantId };

async function listReach(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, Reach>> {
  const { rows } = await sql<Reach>`
    select id as "participantId", telephone, contact_by as "contactBy", may_leave_message as "mayLeaveMessage", contact_note as "contactNote"
      from participants where org_id = ${orgId} and id = any(${ids}::uuid[])
  `.execute(tx);
  return new Map(rows.map((row) => [row.participantId, row]));
}

type Levels = { participantId: ParticipantId; day: CivilDate; level: string };

/** The level of each person on each day of the week of the session. */
async function listLevelsOfWeek(tx: Tx, orgId: string, head: Head, week: Week, ids: readonly string[]): Promise<Levels[]> {
  const { rows } = await sql<Levels>`
    select e.participant_id as "participantId", d.day::date as day, l.level
      from generate_series(${week.starts}::date, ${week.ends}::date, interval '1 day') as d (day)
      join episodes e on e.admitted_on <= d.day::date and (e.ended_on is null or e.ended_on >= d.day::date)
      join level_segments l on l.org_id = e.org_id and l.episode_id = e.id and l.withdrawn_at is null and l.starts_on <= d.day::date and (l.ended_on is null or l.ended_on >= d.day::date)
     where e.org_id = ${orgId} and e.program_id = ${head.programId} and e.participant_id = any(${[...ids]}::uuid[])
  `.execute(tx);
  return rows;
}

type Floor = { /** Of the level on the day of the session: which types count (W4). */ rule: HoursRule | undefined; minutes: number | null; isProRata: boolean };

/** The floor of the days of each person's week; a level without one has none. */
async function listFloors(tx: Tx, orgId: string, head: Head, week: Week, ids: readonly string[]): Promise<Map<string, Floor>> {
  const levels = await listLevelsOfWeek(tx, orgId, head, week, ids);
  const rules = new Map<string, HoursRule>();
  for (const level of new Set(levels.map((one) => one.level))) {
    const [rule] = await listHoursRules(tx, orgId, level, head.population, head.date);
    if (rule !== undefined) rules.set(level, rule);
  }
  const byPerson = Map.groupBy(levels, (one) => one.participantId as string);
  return new Map([...byPerson].map(([participantId, own]) => {
    const levelOn = new Map(own.map((one) => [one.day, one.level]));
    const ruleOn = (day: CivilDate): HoursRule | undefined => rules.get(levelOn.get(day) ?? '');
    const floor = floorOfWeek(datesOf(week).map((day) => { const rule = ruleOn(day); return rule === undefined ? null : { id: levelOn.get(day) ?? '', floorMinutesWeek: rule.floorMinutesWeek }; }));
    return [participantId, { rule: ruleOn(head.date), minutes: floor?.minutes ?? null, isProRata: floor?.isProRata ?? false }];
  }));
}

/** Counted minutes that one session brings to a person's week (W4, W7). */
function minutesOf(session: SessionRow, person: PersonRow, rule: HoursRule | undefined, now: Date): number {
  const isCounted = (rule?.sessionTypes ?? COUNTED_TYPES).includes(session.type);
  if (!isCounted) return 0;
  const line = decideLine({ times: session.times, stays: person.stays, outcome: person.outcome, isCanceled: session.isCanceled, isCounted, note: null }, now);
  return forecastOf(line, reachableMinutes(session.times, person.stays, now));
}

export const readSessionPlan: Answer<typeof contract> = async (exchange, { params: { sessionId } }) => {
  const { tx, actor, now } = exchange;
  const { orgId } = actor;
  const head = await findSession(tx, orgId, sessionId, actor.placeIds);
  if (head === null) return refuse('not-found');
  const { shown: here, noLongerShown } = await stillShown(exchange, head.startsAt, await listPeople(tx, sql`p.org_id = ${orgId} and p.session_id = ${sessionId}`));
  const ids = here.map((person) => person.participantId);
  const days = weekOf(dateIn(head.timeZone, head.startsAt));
  const [changes, reach, floors] = [await listChanges(tx, orgId, sessionId), await listReach(tx, orgId, ids), await listFloors(tx, orgId, head, days, ids)];
  const { start, end } = boundsOf(head.timeZone, days);
  const week = await listPeople(tx, sql`p.org_id = ${orgId} and p.participant_id = any(${ids}::uuid[]) and p.planned_start_at >= ${start} and p.planned_start_at < ${end}`);
  const sessions = new Map((await listSessions(tx, sql`s.org_id = ${orgId} and s.id = any(${[...new Set(week.map((row) => row.sessionId))]}::uuid[])`)).map((session) => [session.id as string, session]));
  // An absence that was told ahead begins nothing: the session can still be canceled or moved.
  const begun = await hasBegun(tx, orgId, sessionId);
  const names = displayNames(here);
  const people = here.map((person) => {
    const floor = floors.get(person.participantId);
    const minutes = week.filter((row) => row.participantId === person.participantId).map((row) => {
      const session = sessions.get(row.sessionId);
      return { isThis: row.sessionId === sessionId, minutes: session === undefined ? 0 : minutesOf(session, row, floor?.rule, now) };
    });
    const sum = (rows: typeof minutes): number => rows.reduce((total, row) => total + row.minutes, 0);
    const known = reach.get(person.participantId);
    return {
      participantId: person.participantId, displayName: names.get(person) ?? '', telephone: known?.telephone ?? '', contactBy: known?.contactBy ?? 'phone' as const,
      mayLeaveMessage: known?.mayLeaveMessage ?? false, contactNote: known?.contactNote ?? '',
      minutesWith: sum(minutes), minutesWithout: sum(minutes.filter((row) => !row.isThis)), floorMinutes: floor?.minutes ?? null, floorIsProRata: floor?.isProRata ?? false,
      isAbsent: person.outcome === 'absent',
    };
  });
  const { siteId, siteName, timeZone, programId: _, population: __, ...session } = head;
  return { value: {
    asOf: now.toISOString(), site: { id: siteId, name: siteName, timeZone }, changes, people, noLongerShown,
    session: { ...session, date: session.date as CivilDate, startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString(), hasBegun: begun },
  } };
};
