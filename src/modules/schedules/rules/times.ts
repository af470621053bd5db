/** How the weekly times of a group change from a day on: what ends, what is withdrawn, what is new; nobody is enrolled again. */
import type { CivilDate } from '../../../values/civil-date.ts';
import type { WeeklyTime } from '../words.ts';
import { minuteOf, overlapsWeekly } from './seats.ts';
import type { Days } from './seats.ts';

/** Whether two of the times that a form names share a moment, or a break lies outside its time. */
export function timesCollide(times: readonly WeeklyTime[]): boolean {
  const always: Days = { startsOn: '2000-01-01' as CivilDate, endedOn: null };
  return times.some((one, index) => times.slice(index + 1).some((other) => overlapsWeekly({ ...one, ...always }, { ...other, ...always })));
}

/** Whether each time ends on the day it begins, and its breaks lie inside it and apart. */
export function timesFit(times: readonly WeeklyTime[]): boolean {
  return times.every((time) => {
    if (minuteOf(time.startsAtLocal) + time.minutes > 1440) return false;
    const breaks = [...time.breaks].sort((a, b) => a.startMinute - b.startMinute);
    return breaks.every((one, index) => one.startMinute + one.minutes <= time.minutes && one.startMinute >= (index === 0 ? 0 : (breaks[index - 1]?.startMinute ?? 0) + (breaks[index - 1]?.minutes ?? 0)));
  });
}

/** The same time of the week by the same person in the same room. */
function isSame(a: WeeklyTime, b: WeeklyTime): boolean {
  return a.weekday === b.weekday && a.startsAtLocal === b.startsAtLocal && a.minutes === b.minutes && a.roomId === b.roomId && a.telehealthLink === b.telehealthLink
    && a.facilitatorId === b.facilitatorId && JSON.stringify(a.breaks.map((one) => [one.startMinute, one.minutes])) === JSON.stringify(b.breaks.map((one) => [one.startMinute, one.minutes]));
}

export type TimeChange = { readonly end: readonly string[]; readonly withdraw: readonly string[]; readonly add: readonly WeeklyTime[] };

/**
 * From `from` on a group meets at `wanted` and at nothing else. A time that stays the same goes on untouched; one that holds before
 * ends on the day before; one that was still to begin is withdrawn.
 */
export function decideTimes(existing: readonly (WeeklyTime & Days & { id: string })[], wanted: readonly WeeklyTime[], from: CivilDate): TimeChange {
  const holding = existing.filter((time) => time.startsOn < from && (time.endedOn === null || time.endedOn >= from));
  const later = existing.filter((time) => time.startsOn >= from);
  // Only a time without an end may go on as it is: a planned end would end it again.
  const goesOn = (time: WeeklyTime & Days): boolean => time.endedOn === null && wanted.some((one) => isSame(one, time));
  const atOnce = later.filter((time) => time.startsOn === from && goesOn(time));
  const kept = [...holding.filter(goesOn), ...atOnce];
  return {
    end: holding.filter((time) => !goesOn(time)).map((time) => time.id),
    withdraw: later.filter((time) => !atOnce.includes(time)).map((time) => time.id),
    add: wanted.filter((one) => !kept.some((time) => isSame(one, time))),
  };
}
