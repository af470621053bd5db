/** Names of people in a text that is not theirs: whole words, accents and case forgiven (W12, W15). */

export type Word = { readonly text: string; readonly start: number; readonly end: number };

const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/** Runs of letters and figures, with where they stand; what stands between them is no word. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(RUN), (found) => ({ text: found[0], start: found.index, end: found.index + found[0].length }));
}

/** One form for all spellings of a word: without accents, in lower case. */
export function foldWord(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words that stand in many family names and in every Spanish or Dutch sentence as well: as names they would only cry wolf. */
const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y', 'e', 'da', 'das', 'do', 'dos', 'di', 'du', 'le', 'van', 'von', 'der', 'den', 'ter', 'al', 'bin', 'ibn', 'san', 'santa', 'st', 'jr', 'sr', 'ii', 'iii']);

/** The folded words by which a person is known in text; a single letter is an initial and names nobody. */
export function nameWords(names: readonly (string | null)[]): string[] {
  const words = names.flatMap((name) => wordsOf(name ?? '').map(({ text }) => foldWord(text)));
  return [...new Set(words.filter((word) => Array.from(word).length > 1 && !PARTICLES.has(word) && !/^\p{N}+$/u.test(word)))];
}

export type Named = { readonly id: string; readonly words: readonly string[] };
export type NameFound = { readonly text: string; readonly start: number; readonly end: number; /** Everybody whom the words may mean. */ readonly ids: readonly string[] };

/** Where people are named in a text. Words of one person side by side ("Wren Hale") are one finding; words that were confirmed to be no person here are passed over. */
export function findNames(text: string, people: readonly Named[], confirmed: readonly string[] = []): NameFound[] {
  const passed = new Set(confirmed.map(foldWord));
  const idsOf = new Map<string, string[]>();
  for (const person of people) for (const word of person.words) idsOf.set(word, [...(idsOf.get(word) ?? []), person.id]);
  const found: NameFound[] = [];
  for (const word of wordsOf(text)) {
    const folded = foldWord(word.text);
    const ids = passed.has(folded) ? undefined : idsOf.get(folded);
    if (ids === undefined) continue;
    const last = found.at(-1);
    const shared = last === undefined || !/^[\s'’-]+$/.test(text.slice(last.end, word.start)) ? [] : last.ids.filter((id) => ids.includes(id));
    if (last !== undefined && shared.length > 0) found[found.length - 1] = { text: text.slice(last.start, word.end), start: last.start, end: word.end, ids: shared };
    else found.push({ ...word, ids });
  }
  return found;
}

/** The text with each finding of the same words changed to `instead`; at the start of a sentence with a capital letter. */
export function replaceNames(text: string, found: readonly NameFound[], instead: string): string {
  let changed = text;
  for (const { start, end } of found.toReversed()) {
    const before = text.slice(0, start).trimEnd();
    const opens = before === '' || /[.!?¡¿:\n]$/.test(before) || text.slice(before.length, start).includes('\n');
    changed = changed.slice(0, start) + (opens ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead) + changed.slice(end);
  }
  return changed;
}
