/** The seats of a group as rows: who holds which from when to when, and on which days each is free. */
import type { z } from 'zod';
import type { readGroup } from '../../boards/groups/groups.contract.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

export type GroupBoard = z.output<typeof readGroup['output']>;
export type SeatHeld = GroupBoard['seats'][number];
export type SeatRow =
  | { readonly seatNo: number; readonly held: SeatHeld }
  /** Free for good from that day; a gap before somebody who is to come is told by their own first day. */
  | { readonly seatNo: number; readonly held: null; readonly from: CivilDate };

/** Every seat has a row for each holder and one for the days on which nobody holds it any more, from `from` (today, or the first day of the group). */
export function seatRowsOf(capacity: number, seats: readonly SeatHeld[], from: CivilDate): SeatRow[] {
  const count = Math.max(capacity, ...seats.map((seat) => seat.seatNo));
  return Array.from({ length: count }, (_, index) => rowsOfSeat(index + 1, seats.filter((seat) => seat.seatNo === index + 1), from)).flat();
}

function rowsOfSeat(seatNo: number, seats: readonly SeatHeld[], from: CivilDate): SeatRow[] {
  const rows: SeatRow[] = [...seats].sort((a, b) => a.startsOn.localeCompare(b.startsOn)).map((held) => ({ seatNo, held }));
  const lasts = seats.map((seat) => seat.endedOn);
  if (lasts.includes(null)) return rows;
  const free = lasts.map((last) => addDays(last as CivilDate, 1)).reduce((latest, day) => (day > latest ? day : latest), from);
  return [...rows, { seatNo, held: null, from: free }];
}

/** The free seat that is given next: the lowest among those that are free from the earliest day; null when none is in sight. */
export function nextGiven(rows: readonly SeatRow[]): (SeatRow & { held: null }) | null {
  const open = rows.filter((row) => row.held === null);
  return [...open].sort((a, b) => a.from.localeCompare(b.from) || a.seatNo - b.seatNo)[0] ?? null;
}

/** Seats held on a day, and those that are given from a later one. */
export function countSeats(seats: readonly SeatHeld[], day: CivilDate): { taken: number; coming: number } {
  const taken = seats.filter((seat) => seat.startsOn <= day && (seat.endedOn === null || seat.endedOn >= day));
  return { taken: taken.length, coming: seats.filter((seat) => seat.startsOn > day).length };
}
