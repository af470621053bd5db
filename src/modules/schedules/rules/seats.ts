/** Which seat somebody gets, or from when there will be one; and whether a person would be in two places (W9). */
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';

/** Days from `startsOn` to `endedOn`, both included; `endedOn` null while they go on. */
export type Days = { readonly startsOn: CivilDate; readonly endedOn: CivilDate | null };
export type SeatDays = Days & { readonly seatNo: number };

/** Whether two stretches of days share a day. */
export function meet(a: Days, b: Days): boolean {
  return (a.endedOn === null || a.endedOn >= b.startsOn) && (b.endedOn === null || b.endedOn >= a.startsOn);
}

function freeSeat(capacity: number, held: readonly SeatDays[], wanted: Days): number | null {
  for (let seatNo = 1; seatNo <= capacity; seatNo += 1) {
    if (!held.some((one) => one.seatNo === seatNo && meet(one, wanted))) return seatNo;
  }
  return null;
}

/**
 * The lowest seat that is free on all of the wanted days. When there is none: the first later day from which one is free to the end of
 * the wanted days, null when that day never comes or lies behind the last wanted day.
 */
export function decideSeat(capacity: number, held: readonly SeatDays[], wanted: Days): { seatNo: number } | { firstFree: CivilDate | null } {
  const seatNo = freeSeat(capacity, held, wanted);
  if (seatNo !== null) return { seatNo };
  // A seat can become free only on the day after somebody's last.
  const days = held.map((one) => one.endedOn).filter((day) => day !== null).map((day) => addDays(day, 1)).filter((day) => day > wanted.startsOn && (wanted.endedOn === null || day <= wanted.endedOn));
  const firstFree = days.sort().find((startsOn) => freeSeat(capacity, held, { startsOn, endedOn: wanted.endedOn }) !== null);
  return { firstFree: firstFree ?? null };
}

export type WeeklySpan = Days & { readonly weekday: number; readonly startsAtLocal: LocalTime; readonly minutes: number };

/** Minutes after local midnight. */
export function minuteOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whether two weekly times share a moment in some week. */
export function overlapsWeekly(a: WeeklySpan, b: WeeklySpan): boolean {
  const [from, other] = [minuteOf(a.startsAtLocal), minuteOf(b.startsAtLocal)];
  return a.weekday === b.weekday && from < other + b.minutes && other < from + a.minutes && meet(a, b);
}

/** The first of the busy times that a person could not keep while seated for these days in a group that meets at these times. */
export function findClash<Busy extends WeeklySpan>(times: readonly WeeklySpan[], wanted: Days, busy: readonly Busy[]): Busy | null {
  const own = times.filter((time) => meet(time, wanted)).map((time) => ({
    ...time, startsOn: time.startsOn > wanted.startsOn ? time.startsOn : wanted.startsOn,
    endedOn: time.endedOn === null ? wanted.endedOn : wanted.endedOn === null || time.endedOn < wanted.endedOn ? time.endedOn : wanted.endedOn,
  }));
  return busy.find((one) => own.some((time) => overlapsWeekly(time, one))) ?? null;
}
