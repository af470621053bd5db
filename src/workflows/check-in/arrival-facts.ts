/** How an arrival is carried out, for every way in which somebody can be stamped in. */
import type { CommonRefusalName, OutputOf, RefusalOf } from '../../platform/contract.ts';
import type { Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { decideArrival, decideRoomSeat, endStaysOver, findNextRoom, insertStay } from '../../modules/attendance/index.ts';
import type { Arrival } from '../../modules/attendance/index.ts';
import type { stampArrival } from '../../modules/attendance/contract.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { findElsewhere, listOffers, listSeated, needsSeat } from './seat-facts.ts';
import { loadStampFacts, settleOutreach, toRule, writeAttendance } from './stamp-facts.ts';
import type { Loaded } from './stamp-facts.ts';

type Asked = { sessionId: SessionId; participantId: ParticipantId; at?: Date | undefined; overCapReason?: string | undefined };
type Answered = Outcome<OutputOf<typeof stampArrival>, RefusalOf<typeof stampArrival> | CommonRefusalName>;

/**
 * Stamps a person in who belongs to a session. Desks stamp side by side as long as everybody takes the own seat; who finds it given away, or
 * sits in beyond the seats, waits for the whole room. A seat lost in between is settled by attendances_seat_key.
 */
export async function arrive(exchange: Exchange, { sessionId, participantId, at = exchange.now, overCapReason }: Asked): Promise<Answered> {
  const { tx, actor, now, newId } = exchange;
  const whole = overCapReason !== undefined || await needsSeat(tx, actor.orgId, sessionId, participantId);
  const loaded = await loadStampFacts(exchange, sessionId, participantId, whole ? 'whole' : 'share');
  if (loaded === null) return refuse('not-found');
  // The person after the session: two desks that let one person into two rooms take turns.
  await lockParticipants(tx, actor.orgId, [participantId]);
  const elsewhere = await findElsewhere(exchange, sessionId, participantId);
  // Early for what begins when the other room is over is no contradiction: minutes before the start never count (W2).
  const isEarly = elsewhere !== null && at < loaded.session.plannedStart && elsewhere.endsAt <= loaded.session.plannedStart;
  if (elsewhere !== null && !isEarly && loaded.attendance?.openStay == null) return refuse('elsewhere-now', { sessionId: elsewhere.sessionId, name: elsewhere.name });
  const decided = decideArrival(toRule(loaded), at, now);
  if ('refused' in decided) return decided;
  const entered = await enter(exchange, loaded, participantId, decided.value, whole, overCapReason ?? null);
  if ('refused' in entered) return entered;
  const attendanceId = entered.value;
  if (decided.value.step === 'open-stay') {
    // Nobody stamped the person out of a room that is over: whoever is here now has left it.
    await endStaysOver(tx, actor.orgId, { participantId, sessionId, at: decided.value.at, now, by: actor.id });
    const leftAt = await findNextRoom(tx, actor.orgId, { participantId, sessionId, after: decided.value.at, until: now < loaded.session.heldEnd ? now : loaded.session.heldEnd });
    await insertStay(tx, actor.orgId, { id: newId(), attendanceId, arrivedAt: decided.value.at, leftAt, at: now, by: actor.id });
  }
  return { value: { sessionId, participantId, attendanceId, at: decided.value.at.toISOString() } };
}

/** The attendance under which the stay stands: the one there is, or a new one with a seat; an absence that proves wrong ends (W14, W17). */
async function enter(exchange: Exchange, loaded: Loaded, participantId: ParticipantId, arrival: Arrival, whole: boolean, overCapReason: string | null): Promise<Outcome<string, 'seat-given-away' | 'seats-free' | 'not-on-roster'>> {
  const { attendance, seat, session } = loaded;
  if (arrival.step === 'here-already' || !arrival.newAttendance) return attendance === null ? refuse('not-on-roster') : { value: attendance.id };
  const others = whole ? (await listSeated(exchange.tx, exchange.actor.orgId, session.id)).filter((person) => person.participantId !== participantId) : [];
  const decided = whole || seat === null ? decideRoomSeat(seat?.seatNo ?? null, session.capacity, others, overCapReason) : { value: { seatNo: seat.seatNo, overCapReason: null } };
  if ('refused' in decided) return decided.refused === 'seat-given-away' ? refuse('seat-given-away', { offers: await listOffers(exchange, session) }) : decided;
  const id = await writeAttendance(exchange, loaded, participantId, { ...decided.value, why: 'Came after all' });
  if (attendance !== null) await settleOutreach(exchange, session, participantId, attendance.absence, null);
  return { value: id };
}
