/** One person's hours in one week: the same rows that notes, charges and reviews are read from. */
import { sql } from 'kysely';
import type { OutputOf } from '../platform/contract.ts';
import type { Tx } from '../platform/database.ts';
import type { Answer } from '../platform/http.ts';
import { refuse } from '../platform/outcome.ts';
import { decideLine, forecastOf, reachable, sumAccount } from '../modules/attendance/index.ts';
import type { Service } from '../modules/attendance/index.ts';
import { MINUTES_RULE } from '../modules/attendance/words.ts';
import type { MinutesOfSession } from '../modules/attendance/words.ts';
import { displayName, listNames } from '../modules/people/index.ts';
import { findPlacement } from '../modules/placements/index.ts';
import { COUNTED_TYPES } from '../modules/program/index.ts';
import type { HoursRule } from '../modules/program/words.ts';
import { boundsOf, dateIn } from '../values/civil-date.ts';
import type { CivilDate } from '../values/civil-date.ts';
import type { readHoursLedger as contract } from './hours-ledger.contract.ts';
import { floorOf, loadRules, loadServicesBefore, testsOf } from './hours-of-week.ts';
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
  const ground = await loadRules(tx, actor.orgId, placement, day);
  const { week } = ground;
  const lines = (await listWeek(tx, actor.orgId, person, boundsOf(zone, ground.range))).map((row) => toLine(row, ground.floorOn, zone, now));
  const own = lines.filter((line) => line.shown.date >= week.starts && line.shown.date <= week.ends);
  const before = await loadServicesBefore(tx, actor.orgId, { participantId: person, zone, ground });
  return { value: {
    asOf: now.toISOString(), participant: { id: person, displayName: displayName(names), siteName: placement.siteName, timeZone: zone }, week: { ...week, today },
    floor: floorOf(ground, day), holidays: ground.holidays.filter((one) => one.date >= week.starts && one.date <= week.ends),
    tests: testsOf(ground, { services: lines.map((line) => line.service), before, today, day }),
    ...sumAccount(own), minutesRule: MINUTES_RULE, rows: own.map((line) => line.shown),
  } };
};

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

function toLine({ session, person, note }: WeekRow, floorOn: (date: CivilDate) => HoursRule | null, zone: string, now: Date) {
  const date = dateIn(zone, session.times.plannedStart);
  const isCounted = (floorOn(date)?.sessionTypes ?? COUNTED_TYPES).includes(session.type);
  const minutes = note === null ? null : { scheduled: note.scheduled, attended: note.attended, clinical: note.clinical };
  const line = decideLine({ times: session.times, stays: person.stays, outcome: person.outcome, isCanceled: session.isCanceled, isCounted, note: minutes }, now);
  const toCome = reachable(session.times, person.stays, now);
  const expected = toCome.clinical;
  const shown: Ledger['rows'][number] = {
    sessionId: session.id, name: session.name, type: session.type, date,
    startsAt: session.times.plannedStart.toISOString(), endsAt: session.times.heldEnd.toISOString(),
    stays: person.stays.map((stay) => ({ arrivedAt: stay.arrivedAt.toISOString(), leftAt: stay.leftAt?.toISOString() ?? null })),
    ...line, minutes: line.standing === 'booked' ? { ...line.minutes, clinical: 0 } : line.minutes, countsForFloor: isCounted, expectedMinutes: forecastOf(line, expected),
    note: note === null ? null : { authorName: note.authorName, signedAt: note.signedAt.toISOString(), minutesRule: note.minutesRule },
  };
  /* A session is in somebody's week by an own seat or by having come: it is never one without the participant. */
  const service: Service = { date, type: session.type, standing: line.standing, participantPresent: true, minutes: line.minutes, reachable: toCome };
  return { line, isCounted, expected, shown, service };
}
