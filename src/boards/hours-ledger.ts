/** One person's hours in one week: the same rows that notes, charges and reviews are read from. */
import { sql } from 'kysely';
import type { OutputOf } from '../platform/contract.ts';
import type { Tx } from '../platform/database.ts';
import type { Answer } from '../platform/http.ts';
import { refuse } from '../platform/outcome.ts';
import { decideLine, forecastOf, reachableMinutes, sumAccount } from '../modules/attendance/index.ts';
import { MINUTES_RULE } from '../modules/attendance/words.ts';
import type { MinutesOfSession } from '../modules/attendance/words.ts';
import { displayName, listNames } from '../modules/people/index.ts';
import { findLevelOn, findPlacement } from '../modules/placements/index.ts';
import { COUNTED_TYPES, listHoursRules } from '../modules/program/index.ts';
import type { HoursRule } from '../modules/program/words.ts';
import { boundsOf, dateIn, weekOf } from '../values/civil-date.ts';
import type { CivilDate } from '../values/civil-date.ts';
import type { readHoursLedger as contract } from './hours-ledger.contract.ts';
import { listPeople, listSessions } from './session-rows.ts';
import type { PersonRow, SessionRow } from './session-rows.ts';

type Ledger = OutputOf<typeof contract>;
type Note = MinutesOfSession & { authorName: string; signedAt: Date; minutesRule: string };

export const readHoursLedger: Answer<typeof contract> = async ({ tx, actor, now }, { params, query }) => {
  const person = params.participantId;
  const placement = await findPlacement(tx, actor.orgId, person, actor.placeIds, now);
  const [names] = await listNames(tx, actor.orgId, [person]);
  if (placement === null || names === undefined) return refuse('not-found');
  const zone = placement.timeZone;
  const today = dateIn(zone, now);
  const day = query.day ?? today;
  const level = await findLevelOn(tx, actor.orgId, placement.episodeId, day);
  const [rule = null] = level === null ? [] : await listHoursRules(tx, actor.orgId, level, placement.population, day);
  const week = weekOf(day, rule?.weekStartsOn ?? 1);
  const rows = await listWeek(tx, actor.orgId, person, boundsOf(zone, week));
  const lines = rows.map((row) => toLine(row, rule, zone, now));
  const account = sumAccount(lines);
  return { value: {
    asOf: now.toISOString(), participant: { id: person, displayName: displayName(names), siteName: placement.siteName, timeZone: zone }, week: { ...week, today },
    floor: toFloor(rule), ...account, minutesRule: MINUTES_RULE, rows: lines.map((line) => line.shown),
  } };
};

function toFloor(rule: HoursRule | null): Ledger['floor'] {
  if (rule === null || rule.floorMinutesWeek === null) return null;
  return { minutes: rule.floorMinutesWeek, ruleName: rule.name, source: rule.source, validFrom: rule.validFrom as CivilDate };
}

type WeekRow = { session: SessionRow; person: PersonRow; note: Note | null };

/** Everything of one person in one week, three statements whatever its length. */
async function listWeek(tx: Tx, orgId: string, participantId: string, { start, end }: { start: Date; end: Date }): Promise<WeekRow[]> {
  const people = await listPeople(tx, sql`p.org_id = ${orgId} and p.participant_id = ${participantId} and p.planned_start_at >= ${start} and p.planned_start_at < ${end}`);
  const ids = people.map((person) => person.sessionId);
  const sessions = await listSessions(tx, sql`s.org_id = ${orgId} and s.id = any(${ids}::uuid[])`);
  const { rows: notes } = await sql<Note & { sessionId: string }>`
    select session_id as "sessionId", scheduled_minutes as scheduled, attended_minutes as attended, clinical_minutes as clinical,
           author_name as "authorName", signed_at as "signedAt", minutes_rule as "minutesRule"
      from notes where org_id = ${orgId} and participant_id = ${participantId} and session_id = any(${ids}::uuid[])
  `.execute(tx);
  const noteOf = new Map(notes.map((note) => [note.sessionId, note]));
  const personOf = new Map(people.map((person) => [person.sessionId, person]));
  return sessions.flatMap((session) => {
    const person = personOf.get(session.id);
    return person === undefined ? [] : [{ session, person, note: noteOf.get(session.id) ?? null }];
  });
}

function toLine({ session, person, note }: WeekRow, rule: HoursRule | null, zone: string, now: Date) {
  const isCounted = (rule?.sessionTypes ?? COUNTED_TYPES).includes(session.type);
  const minutes = note === null ? null : { scheduled: note.scheduled, attended: note.attended, clinical: note.clinical };
  const line = decideLine({ times: session.times, stays: person.stays, outcome: person.outcome, isCanceled: session.isCanceled, isCounted, note: minutes }, now);
  const expected = reachableMinutes(session.times, person.stays, now);
  const shown: Ledger['rows'][number] = {
    sessionId: session.id, name: session.name, type: session.type, date: dateIn(zone, session.times.plannedStart),
    startsAt: session.times.plannedStart.toISOString(), endsAt: session.times.heldEnd.toISOString(),
    stays: person.stays.map((stay) => ({ arrivedAt: stay.arrivedAt.toISOString(), leftAt: stay.leftAt?.toISOString() ?? null })),
    ...line, minutes: line.standing === 'booked' ? { ...line.minutes, clinical: 0 } : line.minutes, countsForFloor: isCounted, expectedMinutes: forecastOf(line, expected),
    note: note === null ? null : { authorName: note.authorName, signedAt: note.signedAt.toISOString(), minutesRule: note.minutesRule },
  };
  return { line, isCounted, expected, shown };
}
