/** Days and wall times of groups as people say them: Mon, Nov 30; 9:00–12:00; the year only where the day is more than half a year away. */
import { spanText, timeText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import { addDays, dateIn, daysBetween } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

const LOCALES = { en: 'en-US', es: 'es-US' } as const;
const NEAR: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' };
const FAR_AWAY: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' };
const HALF_A_YEAR = 183;
/** A Monday, to write the names of the week from. */
const A_MONDAY = '2024-01-01' as CivilDate;

/** Mon, Nov 30; more than half a year from `today` it is Nov 30, 2025. */
export function dayText(language: Language, date: string, today: string): string {
  const form = Math.abs(daysBetween(today as CivilDate, date as CivilDate)) <= HALF_A_YEAR ? NEAR : FAR_AWAY;
  return new Intl.DateTimeFormat(LOCALES[language], form).format(new Date(`${date}T00:00:00Z`));
}

/** The day and time of an instant at a site: Thu, Nov 26, 10:10. */
export function momentText(language: Language, zone: string, instant: string, today: string): string {
  return `${dayText(language, dateIn(zone, new Date(instant)), today)}, ${timeText(language, zone, instant)}`;
}

/** Monday 1 to Sunday 7. */
export function weekdayText(language: Language, weekday: number, form: 'long' | 'short' = 'long'): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], { weekday: form, timeZone: 'UTC' }).format(new Date(`${addDays(A_MONDAY, weekday - 1)}T00:00:00Z`));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const instantOfWall = (minute: number): string => new Date(Date.parse(`${A_MONDAY}T00:00:00Z`) + minute * 60_000).toISOString();

/** Minutes after midnight of a wall time such as 09:30. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function wallTimeText(language: Language, time: string): string {
  return timeText(language, 'UTC', instantOfWall(minuteOf(time)));
}

/** 9:00–12:00, from a wall time and a length. */
export function wallSpanText(language: Language, time: string, minutes: number): string {
  return spanText(language, 'UTC', instantOfWall(minuteOf(time)), instantOfWall(minuteOf(time) + minutes));
}

/** Bea T., Kofi L., and Wren H. */
export function namesText(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names);
}
