/** The federal holidays of the United States, as suggestions for days without sessions; each organization decides its own. */
import { addDays, weekdayOf } from '../../../values/civil-date.ts';
import type { CivilDate, Weekday } from '../../../values/civil-date.ts';

/** The nth such weekday of a month, from its end when n is negative. */
function nth(year: number, month: number, weekday: Weekday, n: number): CivilDate {
  const of = (y: number, m: number): CivilDate => `${y}-${String(m).padStart(2, '0')}-01` as CivilDate;
  if (n > 0) return addDays(of(year, month), ((weekday - weekdayOf(of(year, month)) + 7) % 7) + (n - 1) * 7);
  const last = addDays(month === 12 ? of(year + 1, 1) : of(year, month + 1), -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}

/** A holiday on a Saturday is observed on Friday, one on a Sunday on Monday (5 U.S.C. 6103(b); Executive Order 11582). */
function observed(date: CivilDate): CivilDate {
  const weekday = weekdayOf(date);
  return weekday === 6 ? addDays(date, -1) : weekday === 7 ? addDays(date, 1) : date;
}

export type FederalHoliday = { readonly key: (typeof FEDERAL_HOLIDAYS)[number]; readonly date: CivilDate };
export const FEDERAL_HOLIDAYS = ['new-year', 'king', 'presidents', 'memorial', 'juneteenth', 'independence', 'labor', 'columbus', 'veterans', 'thanksgiving', 'christmas'] as const;

/** The eleven holidays of 5 U.S.C. 6103(a) on the days on which they are observed for their year. */
export function federalHolidays(year: number): FederalHoliday[] {
  const fixed = (month: string): CivilDate => observed(`${year}-${month}` as CivilDate);
  const dates: Record<FederalHoliday['key'], CivilDate> = {
    'new-year': fixed('01-01'), king: nth(year, 1, 1, 3), presidents: nth(year, 2, 1, 3), memorial: nth(year, 5, 1, -1), juneteenth: fixed('06-19'), independence: fixed('07-04'),
    labor: nth(year, 9, 1, 1), columbus: nth(year, 10, 1, 2), veterans: fixed('11-11'), thanksgiving: nth(year, 11, 4, 4), christmas: fixed('12-25'),
  };
  return FEDERAL_HOLIDAYS.map((key) => ({ key, date: dates[key] }));
}

/** The next of each from a day on, in order, those left out that are holidays already. */
export function suggestHolidays(from: CivilDate, known: readonly string[]): FederalHoliday[] {
  const year = Number(from.slice(0, 4));
  const next = [year, year + 1, year + 2].flatMap((one) => federalHolidays(one)).filter((one) => one.date >= from);
  return FEDERAL_HOLIDAYS.map((key) => next.find((one) => one.key === key)).filter((one) => one !== undefined)
    .filter((one) => !known.includes(one.date)).sort((a, b) => (a.date < b.date ? -1 : 1));
}
