/** Reads the words of a command line against a list of known flags; an unknown one is answered with its nearest neighbor. */
import { Halt } from './halt.ts';

export type FlagKind = 'value' | 'switch';
export type Flags = { readonly values: ReadonlyMap<string, string>; readonly switches: ReadonlySet<string>; readonly words: readonly string[] };

/** The number of letters to add, drop or change to turn one word into the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

export function nearest(word: string, known: readonly string[]): string {
  return known.toSorted((a, b) => distance(word, a) - distance(word, b))[0] ?? '';
}

export function readFlags(words: readonly string[], known: Readonly<Record<string, FlagKind>>): Flags {
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const plain: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith('-') || word === '-') {
      plain.push(word);
      continue;
    }
    const [flag = '', given] = word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word];
    const name = flag.replace(/^--?/, '');
    const kind = Object.hasOwn(known, name) && flag.startsWith('--') ? known[name] : undefined;
    if (kind === undefined) {
      throw new Halt('flag-unknown', `There is no flag ${flag}.`, `Did you mean --${nearest(name, Object.keys(known))}? "stepdown help" lists them all.`);
    }
    if (kind === 'switch') {
      if (given !== undefined) throw new Halt('flag-without-value', `${flag} takes no value.`, `Write ${flag} alone.`);
      switches.add(name);
      continue;
    }
    const value = given ?? (left[0]?.startsWith('--') === true ? undefined : left.shift());
    if (value === undefined || value === '') throw new Halt('flag-needs-value', `${flag} needs a value.`, `Write ${flag} VALUE.`);
    values.set(name, value);
  }
  return { values, switches, words: plain };
}
