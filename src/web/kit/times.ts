/** Dates, times and durations as the design writes them, always in the zone that is given. */

export type Language = 'en' | 'es';
/* Figures and their unit never stand on two lines. */
const NB = '\u00a0';
const LOCALES = { en: 'en-US', es: 'es-US' } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making a formatter costs a hundred times its use; a board makes the same ones over and over. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language], options);
  formatters.set(key, made);
  return made;
}

/** 8:10, 2:05 pm. Morning is left bare in staff lists, the afternoon is always said (design 2.5). */
export function timeText(language: Language, zone: string, instant: string, seconds = false): string {
  const parts = formatter(language, { timeZone: zone, hour: 'numeric', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}), hour12: true })
    .formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  const afternoon = /p/i.test(part('dayPeriod'));
  const clock = `${part('hour')}:${part('minute')}${seconds ? `:${part('second')}` : ''}`;
  if (!afternoon) return clock;
  return language === 'es' ? `${clock}${NB}p.${NB}m.` : `${clock}${NB}pm`;
}

/** 10:10–11:10; the afternoon is said once at the end when both are in it. */
export function spanText(language: Language, zone: string, start: string, end: string): string {
  const from = timeText(language, zone, start);
  const to = timeText(language, zone, end);
  const suffix = language === 'es' ? `${NB}p.${NB}m.` : `${NB}pm`;
  const both = from.endsWith(suffix) && to.endsWith(suffix);
  return `${both ? from.slice(0, -suffix.length) : from}–${to}`;
}

const CIVIL: Record<'long' | 'day' | 'short' | 'weekday' | 'month-day', Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', month: 'long', day: 'numeric' },
  day: { weekday: 'short', day: 'numeric' },
  short: { weekday: 'short' },
  weekday: { weekday: 'long' },
  'month-day': { month: 'long', day: 'numeric' },
};

/** A civil date has no zone: it is read and written as UTC so that no zone can move it. */
export function dateText(language: Language, date: string, form: keyof typeof CIVIL = 'long'): string {
  const text = formatter(language, { ...CIVIL[form], timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  if (form === 'day' && language === 'en') return text.split(' ').reverse().join(' ');
  return language === 'es' && form === 'long' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The day and time of an instant: Wed 12:31 pm. */
export function dayTimeText(language: Language, zone: string, instant: string): string {
  return `${formatter(language, { timeZone: zone, weekday: 'short' }).format(new Date(instant))} ${timeText(language, zone, instant)}`;
}

/** 8 h 10, never 8:10; 0 h 50 in tables, 50 min in sentences. */
export function hoursText(minutes: number): string {
  return `${Math.floor(minutes / 60)}${NB}h${NB}${String(minutes % 60).padStart(2, '0')}`;
}

/** In a sentence: 50 min, 9 h, 8 h 10. */
export function hoursSaid(minutes: number): string {
  if (minutes < 60 && minutes > 0) return `${minutes}${NB}min`;
  return minutes % 60 === 0 ? `${minutes / 60}${NB}h` : hoursText(minutes);
}

/** Whole minutes from one instant to another, never below zero. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
}
