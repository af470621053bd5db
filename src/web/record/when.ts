/** When something was, as short as a column of days is: today 9:12, Wed 9:40, Nov 4, Nov 4, 2025. */
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { dateText, timeText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';

const LOCALES = { en: 'en-US', es: 'es-US' } as const;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Nov 4, and its year where that is not this one. */
export function shortDay(language: Language, date: string, today: string): string {
  const key = `${language}${date.slice(0, 4) === today.slice(0, 4)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', month: 'short', day: 'numeric', ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }) });
  formatters.set(key, known);
  return known.format(new Date(`${date}T00:00:00Z`));
}

/** Wed, Nov 18: for days within the weeks around today. */
export function weekDay(language: Language, date: string, today: string): string {
  return `${dateText(language, date, 'short')}, ${shortDay(language, date, today)}`;
}

type Asked = { say: Say; language: Language; today: string };

/** A time is told for what has one; after six days the day is enough to find it. */
export function whenText({ say, language, today }: Asked, { at, timeZone, isDay }: { at: string; timeZone: string; isDay: boolean }): { day: string; time: string } {
  const date = dateIn(timeZone, new Date(at));
  const time = isDay ? '' : timeText(language, timeZone, at);
  if (date === today) return { day: say('when.today'), time };
  return { day: date > addDays(today as CivilDate, -7) ? dateText(language, date, 'short') : shortDay(language, date, today), time };
}
