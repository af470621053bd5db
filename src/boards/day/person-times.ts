/** One person in one session: all stays, or the absence, as they stand. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { freeSeats } from '../../modules/attendance/index.ts';
import { isStillShown } from '../../modules/placements/index.ts';
import { absenceOf, listPeople, listSessions, seatedOf } from './session-rows.ts';
import type { PersonRow } from './session-rows.ts';
import type { readTimes as contract } from './today.contract.ts';

export const readTimes: Answer<typeof contract> = async (exchange, { params }) => {
  const { tx, actor, now } = exchange;
  const [session] = await listSessions(tx, sql`s.org_id = ${actor.orgId} and s.id = ${params.sessionId} and s.site_id = any(${actor.placeIds}::uuid[])`);
  if (session === undefined || !await isStillShown(exchange, session.times.plannedStart, params.participantId)) return refuse('not-found');
  const people = await listPeople(tx, sql`p.org_id = ${actor.orgId} and p.session_id = ${session.id}`);
  const person = people.find((one) => one.participantId === params.participantId);
  if (person === undefined) return refuse('not-on-roster');
  return {
    value: {
      asOf: now.toISOString(), participantId: person.participantId, attendanceId: person.attendanceId,
      stays: person.stays.map((stay) => ({ arrivedAt: stay.arrivedAt.toISOString(), leftAt: stay.leftAt?.toISOString() ?? null })),
      absence: absenceOf(person, actor.permissions.has('note.read')), overCapReason: person.overCapReason, noteSigned: person.noteSigned,
      startsAt: session.times.plannedStart.toISOString(), endsAt: session.times.heldEnd.toISOString(), isCanceled: session.isCanceled, isFull: findsNoSeat(person, people, session.capacity),
    } satisfies OutputOf<typeof contract>,
  };
};

/** Of somebody recorded absent the own seat counts as given back; a seat that somebody else sits on by now is no seat. */
function findsNoSeat(person: PersonRow, people: readonly PersonRow[], capacity: number): boolean {
  if (person.outcome === 'present') return false;
  const others = people.filter((one) => one !== person).map(seatedOf);
  const isOwnFree = person.seatNo !== null && !others.some((one) => one.seatNo === person.seatNo && one.state !== 'absent');
  return !isOwnFree && freeSeats(capacity, others).length === 0;
}
