/** Which holidays lie ahead, and which federal ones of the coming year are not in the list yet. */
import type { CivilDate } from '../../values/civil-date.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import { federalHolidays } from '../../values/federal-holidays.ts';
import type { HolidayOn } from '../../values/federal-holidays.ts';
import type { HolidayRow, Settings } from './ground.ts';

/** Today as the first site's wall calendar has it. */
export function todayOf({ asOf, sites }: Pick<Settings, 'asOf' | 'sites'>): CivilDate {
  return dateIn(sites[0]?.timeZone ?? 'UTC', new Date(asOf));
}

/** Ahead: the nearest first, today among them. Past: the latest first. */
export function aheadAndPast(holidays: readonly HolidayRow[], today: CivilDate): { ahead: HolidayRow[]; past: HolidayRow[] } {
  const ordered = holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { ahead: ordered.filter((one) => one.date >= today), past: ordered.filter((one) => one.date < today).reverse() };
}

/** A day that is a holiday at every site already is not offered again. */
export function offeredFrom(holidays: readonly HolidayRow[], today: CivilDate): HolidayOn[] {
  const known = new Set(holidays.filter((one) => one.siteId === null).map((one) => one.date));
  return federalHolidays(today, addDays(today, 365)).filter((one) => !known.has(one.date));
}
