/** The month of a site: its weeks, the days with sessions and nobody on call, and what a span of weekdays comes to. */
import type { z } from 'zod';
import type { onCallDay, readOnCall } from '../../boards/staff/staff.contract.ts';
import { addDays, daysBetween, weekOf, weekdayOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { Language } from '../kit/times.ts';

export type OnCall = z.output<(typeof readOnCall)['output']>;
export type OnCallDay = z.output<typeof onCallDay>;

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];
/** A Monday, for the names of the weekdays. */
const MONDAY = '2024-01-01' as CivilDate;
export const dateOfWeekday = (weekday: Weekday): CivilDate => addDays(MONDAY, weekday - 1);

/** '2026-11' where it is a month, else the month of today. */
export function monthOf(said: string, today: CivilDate): string {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(said) ? said : today.slice(0, 7);
}

export function firstOf(month: string): CivilDate {
  return `${month}-01` as CivilDate;
}

/** The month that begins so many months later. */
export function monthAfter(month: string, months: 1 | -1): string {
  return addDays(firstOf(month), months === 1 ? 31 : -1).slice(0, 7);
}

export function lastOf(month: string): CivilDate {
  return addDays(firstOf(monthAfter(month, 1)), -1);
}

/** Weeks of seven from Monday; null where another month's day would stand. */
export function weeksOf<Day extends { date: CivilDate }>(days: readonly Day[]): (Day | null)[][] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = weekOf(first.date).starts;
  const byDate = new Map<string, Day>(days.map((day) => [day.date, day]));
  const weeks = Math.ceil((daysBetween(start, last.date) + 1) / 7);
  return Array.from({ length: weeks }, (_, week) => WEEKDAYS.map((weekday) => byDate.get(addDays(start, week * 7 + weekday - 1)) ?? null));
}

/** Days from today on with sessions and nobody on call: what W18 says must never be. */
export function uncoveredOf({ days, today }: Pick<OnCall, 'days' | 'today'>): OnCallDay[] {
  return days.filter((day) => day.date >= today && day.sessions > 0 && day.onCall === null);
}

/** The days that a span of weekdays means; none while it cannot be read. */
export function daysIn(from: string, to: string, weekdays: readonly number[]): CivilDate[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || !/^\d{4}-\d{2}-\d{2}$/.test(to)) return [];
  const count = daysBetween(from as CivilDate, to as CivilDate) + 1;
  if (count < 1 || count > 366) return [];
  return Array.from({ length: count }, (_, index) => addDays(from as CivilDate, index)).filter((date) => weekdays.includes(weekdayOf(date)));
}

/** "A, B and C" as the language joins it. */
export function joined(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(language === 'es' ? 'es-US' : 'en-US', { type: 'conjunction' }).format(items);
}
