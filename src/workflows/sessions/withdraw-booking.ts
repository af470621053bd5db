/** A booked seat is taken back, or comes back under its own id as long as nobody else has taken it. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { isStillShown } from '../../modules/placements/index.ts';
import { findBooking, lockBooking, reopenBookings, takenOf, withdrawBookings } from '../../modules/sessions/index.ts';
import type { withdrawBooking as contract } from '../../modules/sessions/day.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { findSeat } from './booking-facts.ts';
import { loadSessionToChange } from './session-change-facts.ts';

export const withdrawBooking: Answer<typeof contract> = async (exchange, { params: { bookingId }, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  const where = await findBooking(tx, actor.orgId, bookingId);
  // The first room before the second: a split locks in that order.
  const first = where === null || where.movedFromId === null ? null : await loadSessionToChange(exchange, where.movedFromId);
  const found = where === null ? null : await loadSessionToChange(exchange, where.sessionId);
  // After its session, as everywhere; what another desk did meanwhile is seen.
  const booking = found === null ? null : await lockBooking(tx, actor.orgId, bookingId);
  if (found === null || booking === null || !await isStillShown(exchange, found.session.plannedStart, booking.participantId)) return refuse('not-found');
  const value = { bookingId, participantId: booking.participantId as ParticipantId, sessionId: booking.sessionId as SessionId } satisfies OutputOf<typeof contract>;
  if (booking.isWithdrawn === ends) return { value };
  if (ends) {
    const recorded = found.roster.find((one) => one.participantId === booking.participantId)?.recorded ?? null;
    if (recorded !== null) return refuse('recorded-already', { participantIds: [booking.participantId] });
    // Whoever was moved here goes back to the first room, which may have been filled meanwhile.
    if (first !== null && takenOf(first.roster) >= first.session.capacity) return refuse('seats-taken');
    await withdrawBookings(tx, actor.orgId, [bookingId], now, actor.id);
    return { value };
  }
  const recorded = first?.roster.find((one) => one.participantId === booking.participantId)?.recorded ?? null;
  if (recorded !== null) return refuse('recorded-already', { participantIds: [booking.participantId] });
  const seat = await findSeat(exchange, found, booking.participantId, booking.movedFromId);
  if (isRefused(seat)) return seat;
  await reopenBookings(tx, actor.orgId, [bookingId]);
  return { value };
};
