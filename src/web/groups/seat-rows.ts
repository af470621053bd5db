/** The seats of a group as rows: who holds which from when to when, and on which days each is free. */
import type { z } from 'zod';
import type { readGroup } from '../../boards/groups.contract.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

export type GroupBoard = z.output<typeof readGroup['output']>;
export type SeatHeld = GroupBoard['seats'][number];
export type SeatRow =
  | { readonly seatNo: number; readonly held: SeatHeld }
  /** `until` null: nobody is known to take it again. */
  | { readonly seatNo: number; readonly held: null; readonly from: CivilDate; readonly until: CivilDate | null };

/** Every seat has a row for each holder and one for each stretch of free days, from `from` (today, or the first day of the group). */
export function seatRowsOf(capacity: number, seats: readonly SeatHeld[], from: CivilDate): SeatRow[] {
  const count = Math.max(capacity, ...seats.map((seat) => seat.seatNo));
  return Array.from({ length: count }, (_, index) => rowsOfSeat(index + 1, seats.filter((seat) => seat.seatNo === index + 1), from)).flat();
}

function rowsOfSeat(seatNo: number, seats: readonly SeatHeld[], from: CivilDate): SeatRow[] {
  const rows: SeatRow[] = [];
  let free: CivilDate | null = from;
  for (const held of [...seats].sort((a, b) => a.startsOn.localeCompare(b.startsOn))) {
    if (free !== null && held.startsOn > free) rows.push({ seatNo, held: null, from: free, until: addDays(held.startsOn, -1) });
    rows.push({ seatNo, held });
    free = held.endedOn === null ? null : addDays(held.endedOn, 1);
  }
  if (free !== null) rows.push({ seatNo, held: null, from: free, until: null });
  return rows;
}

/** The free stretch that is given next: the lowest seat among those that are free for good from the earliest day. */
export function nextGiven(rows: readonly SeatRow[]): SeatRow | null {
  const open = rows.filter((row) => row.held === null && row.until === null) as (SeatRow & { held: null; from: CivilDate })[];
  return [...open].sort((a, b) => a.from.localeCompare(b.from) || a.seatNo - b.seatNo)[0] ?? null;
}
