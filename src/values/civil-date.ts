/** Civil dates and weeks in a site's zone: a day is what the wall calendar there says (W3, W28). */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** 'YYYY-MM-DD', a date that exists, from 1800 to 2199: a week around it exists as well, and PostgreSQL knows it. */
export const civilDate = z.string().regex(/^(1[89]|2[01])\d{2}-\d{2}-\d{2}$/).refine(isCivilDate, 'a date that exists').brand<'CivilDate'>();
export type CivilDate = z.infer<typeof civilDate>;

/** A date on which something of a program can begin, end or take place: what a slip of the hand makes of a year is refused. */
export const nearDate = civilDate.refine((date) => date >= '1990-01-01' && date <= '2099-12-31', 'a date from 1990 to 2099');

/** A day whose week and the weeks beside it are dates too. */
export const askedDay = civilDate.refine((date) => date >= '1801-01-01' && date <= '2198-12-31', 'a date from 1801 to 2198');

/** 'HH:MM', local wall time. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).brand<'LocalTime'>();
export type LocalTime = z.infer<typeof localTime>;

/** An IANA zone the platform knows, such as America/Chicago. */
export const timeZone = z.string().refine(isTimeZone, 'a time zone such as America/Chicago').overwrite(canonicalZone).brand<'TimeZone'>();
export type TimeZone = z.infer<typeof timeZone>;

/** Day of the week by ISO 8601: Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Week = { readonly starts: CivilDate; readonly ends: CivilDate };

function isCivilDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** One spelling for one zone, and that one known to PostgreSQL too: an alias that only this runtime knows would break every query of its site. */
function canonicalZone(text: string): string {
  return isTimeZone(text) ? new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone : text;
}

function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return /^[A-Za-z]/.test(text);
  } catch {
    return false;
  }
}

/** The local date on which an instant falls in a zone. */
export function dateIn(zone: string, instant: Date): CivilDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString() as CivilDate;
}

/** The instant of a local wall time. A time that a clock change skips moves forward by the gap; one that occurs twice is the first ('compatible'). */
export function instantOf(zone: string, date: CivilDate, time: LocalTime): Date {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** First instant of a local day; a day begins where the zone says, also when midnight is skipped. */
export function startOfDay(zone: string, date: CivilDate): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CivilDate;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

export function weekdayOf(date: CivilDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday;
}

/** The week (seven local days) that holds a date, starting on the rule's day, Monday unless it says otherwise (W3). */
export function weekOf(date: CivilDate, startsOn: Weekday = 1): Week {
  const starts = addDays(date, -((weekdayOf(date) - startsOn + 7) % 7));
  return { starts, ends: addDays(starts, 6) };
}

/** The instants that bound a week in a zone: start included, end excluded. 167, 168 or 169 hours long across clock changes. */
export function boundsOf(zone: string, week: Week): { start: Date; end: Date } {
  return { start: startOfDay(zone, week.starts), end: startOfDay(zone, addDays(week.ends, 1)) };
}
