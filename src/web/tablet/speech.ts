/** The tablet's words in both languages, and the language it begins in: the browser's. */
import type { Language } from '../kit/times.ts';
import { tabletWords as en } from '../words/en-tablet.ts';
import type { TabletWordId } from '../words/en-tablet.ts';
import { tabletWords as es } from '../words/es-tablet.ts';

export type Say = (id: TabletWordId, values?: Readonly<Record<string, string>>) => string;

export function sayIn(language: Language): Say {
  const words: Record<TabletWordId, string> = language === 'es' ? es : en;
  return (id, values = {}) => words[id].replace(/\{([a-z]+)\}/g, (_, name: string) => values[name] ?? '');
}

/** Of the tablet itself; what a person chose is forgotten with the person. */
export function ownLanguage(tags: readonly string[]): Language {
  return tags.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'en' || tag === 'es') === 'es' ? 'es' : 'en';
}

/** With am or pm always: whoever reads this is no member of staff (design 2.5). */
export function clockAt(language: Language, zone: string, instant: string): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(new Date(instant)).replace(/\s/g, ' ').replace(/[AP]M$/, (half) => half.toLowerCase());
}

/** Which greeting fits the clock on the wall of that site. */
export function greetingAt(hour: number): 'tablet.morning' | 'tablet.afternoon' | 'tablet.evening' {
  if (hour >= 4 && hour < 12) return 'tablet.morning';
  return hour >= 12 && hour < 18 ? 'tablet.afternoon' : 'tablet.evening';
}
