/** Times of a session as its panels type them, and the minutes that its end and breaks leave. */
import type { CivilDate, LocalTime } from '../../values/civil-date.ts';
import { addDays, dateIn, instantOf } from '../../values/civil-date.ts';

/** 'HH:MM' on the wall there, as a field for times holds it. */
export function localTimeOf(zone: string, instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** The instant of a wall time after a start: on the same day, or, when that is not after it, on the next. Null while the field is empty. */
export function timeAfter(zone: string, startsAt: string, time: string): string | null {
  if (!/^\d\d:\d\d$/.test(time)) return null;
  const date: CivilDate = dateIn(zone, new Date(startsAt));
  const same = instantOf(zone, date, time as LocalTime);
  return (same > new Date(startsAt) ? same : instantOf(zone, addDays(date, 1), time as LocalTime)).toISOString();
}

export type TypedBreak = { readonly startMinute: number | null; readonly minutes: number | null; readonly taken: boolean };

export function minutesFrom(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** Minutes between start and end without the breaks that were taken; a break counts for what lies inside. */
export function clinicalOf(startsAt: string, endsAt: string, breaks: readonly TypedBreak[]): number {
  const whole = Math.max(0, minutesFrom(startsAt, endsAt));
  const inside = ({ startMinute, minutes, taken }: TypedBreak): number => (taken && startMinute !== null && minutes !== null ? Math.max(0, Math.min(whole, startMinute + minutes) - startMinute) : 0);
  return Math.max(0, whole - breaks.reduce((sum, one) => sum + inside(one), 0));
}
