/** Which seat a booking gets in one session, and who may go to the other room of a split (W9). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';

export type SeatHolder = { readonly participantId: string; readonly seatNo: number | null; readonly recorded: 'here' | 'absent' | null };

/** Seat numbers of a session go to ten whatever its capacity (session_bookings_seat_check). */
const NUMBERS = 10;

/** How many seats are taken: by everybody but those whose absence is recorded; somebody over the cap takes one too. */
export function takenOf(roster: readonly SeatHolder[]): number {
  return roster.filter((one) => one.recorded !== 'absent').length;
}

/**
 * The lowest seat that nobody holds. The count decides whether there is one; the number is only its name: where an absent person's booking still
 * bears a low number, a higher one is given.
 * @param booked numbers that standing bookings bear, whoever is absent
 */
export function decideBookedSeat(capacity: number, roster: readonly SeatHolder[], booked: readonly number[]): Outcome<number, 'seats-taken'> {
  if (takenOf(roster) >= capacity) return refuse('seats-taken');
  const held = new Set([...roster.filter((one) => one.recorded !== 'absent').map((one) => one.seatNo), ...booked]);
  for (let seatNo = 1; seatNo <= NUMBERS; seatNo += 1) if (!held.has(seatNo)) return { value: seatNo };
  return refuse('seats-taken');
}

/** Those who go, in the order of the roster; whoever is recorded already has become part of what was held and stays. */
export function decideSplit<Holder extends SeatHolder>(roster: readonly Holder[], wanted: readonly string[]): Outcome<Holder[], 'not-on-this-roster' | 'recorded-already'> {
  const going = roster.filter((one) => wanted.includes(one.participantId));
  if (going.length < wanted.length) return refuse('not-on-this-roster');
  const recorded = going.filter((one) => one.recorded !== null).map((one) => one.participantId);
  return recorded.length > 0 ? refuse('recorded-already', { participantIds: recorded }) : { value: going };
}
