/** The legal public holidays of the United States, and the weekdays on which they are kept (5 U.S.C. 6103, as amended by Pub. L. 117-17 of 2021-06-17). */
import { addDays, weekdayOf } from './civil-date.ts';
import type { CivilDate, Weekday } from './civil-date.ts';

export const FEDERAL_HOLIDAYS = [
  'new-year', 'king', 'washington', 'memorial', 'juneteenth', 'independence', 'labor', 'columbus', 'veterans', 'thanksgiving', 'christmas',
] as const;
export type FederalHoliday = (typeof FEDERAL_HOLIDAYS)[number];
/** `isKept`: not the holiday itself, which is a Saturday or Sunday, but the weekday on which it is kept. */
export type HolidayOn = { readonly holiday: FederalHoliday; readonly date: CivilDate; readonly isKept: boolean };

/** A month and a day, or a weekday of a month: the first from a day of the month on. */
type Rule = { readonly month: number; readonly day: number; readonly weekday?: Weekday };
const RULES: Readonly<Record<FederalHoliday, Rule>> = {
  'new-year': { month: 1, day: 1 },
  king: { month: 1, day: 15, weekday: 1 },
  washington: { month: 2, day: 15, weekday: 1 },
  memorial: { month: 5, day: 25, weekday: 1 },
  juneteenth: { month: 6, day: 19 },
  independence: { month: 7, day: 4 },
  labor: { month: 9, day: 1, weekday: 1 },
  columbus: { month: 10, day: 8, weekday: 1 },
  veterans: { month: 11, day: 11 },
  thanksgiving: { month: 11, day: 22, weekday: 4 },
  christmas: { month: 12, day: 25 },
};

function inYear(year: number, { month, day, weekday }: Rule): CivilDate {
  const first = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
  return weekday === undefined ? first : addDays(first, (weekday - weekdayOf(first) + 7) % 7);
}

/** A Saturday is kept on the Friday before it, a Sunday on the Monday after it (5 U.S.C. 6103(b), Executive Order 11582). */
function keptOn(date: CivilDate): CivilDate {
  const weekday = weekdayOf(date);
  return weekday === 6 ? addDays(date, -1) : weekday === 7 ? addDays(date, 1) : date;
}

/** Every federal holiday from one day to another, both included, in order of date; one on a weekend stands twice, on its own day and on the day it is kept. */
export function federalHolidays(from: CivilDate, to: CivilDate): HolidayOn[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4)) + 1];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) => FEDERAL_HOLIDAYS.flatMap((holiday): HolidayOn[] => {
    const date = inYear(year, RULES[holiday]);
    const kept = keptOn(date);
    return [{ holiday, date, isKept: false }, ...(kept === date ? [] : [{ holiday, date: kept, isKept: true }])];
  })).filter(({ date }) => date >= from && date <= to).sort((a, b) => (a.date < b.date ? -1 : 1));
}
