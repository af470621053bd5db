/** How papers write days and times: with the year, because paper is kept, and with both halves of the day where it is handed to people. */
import { dateIn } from '../../values/civil-date.ts';
import { dateText, timeText } from '../kit/times.ts';
import type { Language } from '../kit/times.ts';
import type { Say } from '../kit/words.tsx';

const NB = '\u00a0';

/** Thursday, November 19, 2026. */
export function dayText(say: Say, language: Language, date: string, form: 'long' | 'month-day' = 'long'): string {
  return say('papers.day', { day: dateText(language, date, form), year: date.slice(0, 4) });
}

/** November 19, 2026, 10:42: until when a paper knows what was so. */
export function momentText(say: Say, language: Language, zone: string, instant: string): string {
  return `${dayText(say, language, dateIn(zone, new Date(instant)), 'month-day')}, ${timeText(language, zone, instant)}`;
}

/** 10:10 am, 2:05 pm: participants always see both halves of the day (design 2.5). */
export function clockText(language: Language, zone: string, instant: string): string {
  const text = timeText(language, zone, instant);
  const halves = language === 'es' ? { am: `${NB}a.${NB}m.`, pm: `${NB}p.${NB}m.` } : { am: `${NB}am`, pm: `${NB}pm` };
  return text.endsWith(halves.pm) ? text : `${text}${halves.am}`;
}

/** 10:10–11:10 am; both halves are said where they differ. */
export function clockSpan(language: Language, zone: string, start: string, end: string): string {
  const [from, to] = [clockText(language, zone, start), clockText(language, zone, end)];
  const half = to.slice(to.indexOf(NB));
  return `${from.endsWith(half) ? from.slice(0, -half.length) : from}–${to}`;
}
