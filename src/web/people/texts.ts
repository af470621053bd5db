/** Days, weekly times and names as the pages of people write and find them. */
import { dateText, spanText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';

/** A day with its month, and its year where that is not this one: October 12; March 2, 1992. */
export function dayText(language: Language, date: string, today: string): string {
  const text = dateText(language, date, 'month-day');
  const year = date.slice(0, 4);
  if (year === today.slice(0, 4)) return text;
  return language === 'es' ? `${text} de ${year}` : `${text}, ${year}`;
}

/* 2024 began on a Monday, so that January 1 to 7 are the weekdays 1 to 7. */
const dayOfWeek = (weekday: number): string => `2024-01-0${weekday}`;

/** Mon 10:10–11:10: a time of every week, which has no date and no zone. */
export function weeklyText(language: Language, time: { weekday: number; startsAt: string; minutes: number }): string {
  const start = new Date(`${dayOfWeek(time.weekday)}T${time.startsAt}:00Z`);
  const end = new Date(start.getTime() + time.minutes * 60_000);
  return `${dateText(language, dayOfWeek(time.weekday), 'short')} ${spanText(language, 'UTC', start.toISOString(), end.toISOString())}`;
}

const names = new Map<Language, Intl.DisplayNames>();

/** Languages that browsers have no name for, as people here call them. */
const UNNAMED: Readonly<Record<string, Record<Language, string>>> = {
  ase: { en: 'American Sign Language', es: 'lengua de signos americana' }, sgn: { en: 'a sign language', es: 'una lengua de signos' }, mis: { en: 'another language', es: 'otro idioma' },
};
const OTHER: Record<Language, string> = { en: 'another language', es: 'otro idioma' };

/** A language by its name in the language of the page; a tag that nobody named stands behind a word, so that it is not read as a name. */
export function languageText(language: Language, tag: string): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'language' });
  names.set(language, known);
  const name = known.of(tag);
  if (name !== undefined && name !== tag) return name;
  return UNNAMED[tag]?.[language] ?? `${OTHER[language]} (${tag})`;
}

/** What is typed to find somebody, without accents and case. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Every word that was typed begins a word of what is shown. */
export function readsLike(typed: string, shown: string): boolean {
  const words = plain(shown).split(/[\s,.'’-]+/u);
  return plain(typed).split(/[\s,.'’-]+/u).every((part) => words.some((word) => word.startsWith(part)));
}
