/** By when a task is due: the next working days, the end of today, or minutes (W17, W18). */
import { addDays, dateIn, instantOf, weekdayOf } from '../../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import { addMinutes } from '../../../values/minutes.ts';

const END_OF_WORK = '17:00' as LocalTime;
/** From this time on the end of the day is too near to be asked for. */
const LATE = '16:00' as LocalTime;
/** Holidays are looked up this far ahead; a run of days off is shorter. */
export const LOOK_AHEAD_DAYS = 60;

/** Working days are Monday to Friday without the holidays of the site. */
function isWorkingDay(date: CivilDate, holidays: ReadonlySet<string>): boolean {
  return weekdayOf(date) <= 5 && !holidays.has(date);
}

/** The end of work on the day that lies so many working days after today. */
export function outreachDue(zone: string, now: Date, { days, holidays }: { days: number; holidays: ReadonlySet<string> }): Date {
  if (days === 0) return todayDue(zone, now);
  let date = dateIn(zone, now);
  for (let [left, looked] = [days, 0]; left > 0 && looked < LOOK_AHEAD_DAYS + days * 2; looked += 1) {
    date = addDays(date, 1);
    if (isWorkingDay(date, holidays)) left -= 1;
  }
  return instantOf(zone, date, END_OF_WORK);
}

/** The end of work today, or in an hour once it is late. */
export function todayDue(zone: string, now: Date): Date {
  const date = dateIn(zone, now);
  return now < instantOf(zone, date, LATE) ? instantOf(zone, date, END_OF_WORK) : addMinutes(now, 60);
}
