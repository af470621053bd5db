/** Reads what somebody typed to find a person: which of it is a name, which a birth date, which a number. */
import type { CivilDate } from '../../../values/civil-date.ts';
import { civilDate } from '../../../values/civil-date.ts';
import { foldWord } from '../../../values/names-in-text.ts';

export type Born = { readonly first: CivilDate; readonly last: CivilDate };
export type Search = {
  /** Folded words of names, in the order typed. */
  readonly names: readonly string[];
  /** Every reading of the dates; who fits one of them fits. */
  readonly born: readonly Born[];
  /** What may be a participant's number, or the end of one. */
  readonly numbers: readonly string[];
  /** All of it, as the number that it may be in whole. */
  readonly whole: string;
};
export type SearchLanguage = 'en' | 'es';

/* Both languages at once: who works in Spanish reads English papers. Three letters are enough, in Spanish four for set. */
const MONTHS = [
  ['january', 'jan', 'enero', 'ene'], ['february', 'feb', 'febrero'], ['march', 'mar', 'marzo'], ['april', 'apr', 'abril', 'abr'], ['may', 'mayo'], ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'], ['august', 'aug', 'agosto', 'ago'], ['september', 'sep', 'sept', 'septiembre', 'setiembre'], ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'], ['december', 'dec', 'diciembre', 'dic'],
] as const;
const MONTH_OF = new Map<string, number>(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const MONTH = `(?<month>${[...MONTH_OF.keys()].sort((one, other) => other.length - one.length).join('|')})`;
const YEAR = String.raw`(?<year>\d{4})`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const NO_LETTER = String.raw`(?![\p{L}\p{N}])`;
const ISO = /(?<![\p{L}\p{N}])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\p{L}\p{N}])/gu;
const NUMERIC = /(?<![\p{L}\p{N}])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?![\p{L}\p{N}])/gu;
const MONTH_FIRST = new RegExp(String.raw`(?<![\p{L}\p{N}])${MONTH}\.?[\s-]+${DAY},?[\s-]+(?:del?\s+)?${YEAR}${NO_LETTER}`, 'gu');
const DAY_FIRST = new RegExp(String.raw`(?<![\p{L}\p{N}])${DAY}[\s-]+(?:de\s+|of\s+)?${MONTH}\.?,?[\s-]+(?:del?\s+)?${YEAR}${NO_LETTER}`, 'gu');

const OLDEST_YEARS = 120;

function dateOf(year: number, month: number, day: number): CivilDate[] {
  const read = civilDate.safeParse(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return read.success ? [read.data] : [];
}

/** A year of two digits is the last one that has begun: 92 is 1992, and 05 is 2005. */
function fullYear(text: string, today: CivilDate): number {
  if (text.length === 4) return Number(text);
  const inThis = Math.floor(Number(today.slice(0, 4)) / 100) * 100 + Number(text);
  return inThis <= Number(today.slice(0, 4)) ? inThis : inThis - 100;
}

/** 3/2/1992 is March 2 to one and February 3 to another; the reading of the language stands first. */
function bothReadings(first: number, second: number, year: number, language: SearchLanguage): CivilDate[] {
  const asMonthFirst = dateOf(year, first, second);
  const asDayFirst = dateOf(year, second, first);
  const readings = language === 'es' ? [...asDayFirst, ...asMonthFirst] : [...asMonthFirst, ...asDayFirst];
  return [...new Set(readings)];
}

type Taken = { rest: string; dates: CivilDate[] };

/** Takes what reads as a date out of the text; what has the shape of one and is none stays. */
function takeDates(text: string, language: SearchLanguage, today: CivilDate): Taken {
  const dates: CivilDate[] = [];
  const take = (found: readonly CivilDate[], said: string): string => {
    dates.push(...found);
    return found.length === 0 ? said : ' ';
  };
  const named = (...parts: unknown[]): string => {
    const groups = parts.at(-1) as Record<'year' | 'month' | 'day', string>;
    return take(dateOf(Number(groups.year), MONTH_OF.get(groups.month) ?? 0, Number(groups.day)), String(parts[0]));
  };
  const rest = text
    .replace(ISO, (said, year: string, month: string, day: string) => take(dateOf(Number(year), Number(month), Number(day)), said))
    .replace(NUMERIC, (said, first: string, second: string, year: string) => take(bothReadings(Number(first), Number(second), fullYear(year, today), language), said))
    .replace(DAY_FIRST, named).replace(MONTH_FIRST, named);
  return { rest, dates };
}

/** 1992 alone: born in that year, if somebody alive can be. */
function yearOf(word: string, today: CivilDate): Born[] {
  const thisYear = Number(today.slice(0, 4));
  const year = /^\d{4}$/.test(word) ? Number(word) : 0;
  return year > thisYear - OLDEST_YEARS && year <= thisYear ? [{ first: `${year}-01-01` as CivilDate, last: `${year}-12-31` as CivilDate }] : [];
}

/** Apostrophes stand inside a name, everything else between words. */
function nameWordsOf(word: string): string[] {
  return foldWord(word).replace(/['’‘ʼ`]/gu, '').split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}

/** `today` in any zone: it only says which years can be somebody's. */
export function readSearch(text: string, language: SearchLanguage, today: CivilDate): Search {
  const said = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  // Accents go before months are looked for, and come back in no answer: only folded words leave here.
  const { rest, dates } = takeDates(said.normalize('NFD').replace(/[\u0300-\u036f]/gu, '').normalize('NFC'), language, today);
  const names: string[] = [];
  const numbers: string[] = [];
  const born: Born[] = dates.map((date) => ({ first: date, last: date }));
  for (const word of rest.split(/[\s,;]+/u).map((one) => one.replace(/^[#.]+|\.+$/gu, '')).filter((one) => one !== '')) {
    if (!/\p{N}/u.test(word)) names.push(...nameWordsOf(word));
    else {
      born.push(...yearOf(word, today));
      if (/[1-9\p{L}]/u.test(word)) numbers.push(word);
    }
  }
  return { names, born, numbers, whole: said.replace(/^#/, '') };
}
