/** How alike two sentences are, by the trigrams of their words as PostgreSQL's pg_trgm counts them; the same figure on the page and under the signature (W15). */
import { foldWord, wordsOf } from './names-in-text.ts';

/** Each word is padded with two blanks before and one after, and cut into threes; every three counts once. */
function trigramsOf(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const letters = Array.from(`  ${word.normalize('NFC').toLowerCase()} `);
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}

/** Whole percent, rounded down: the trigrams in both, of the trigrams in either. Two texts without a word are alike to the full. */
function percentAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const three of one) if (other.has(three)) both += 1;
  const either = one.size + other.size - both;
  return either === 0 ? 100 : Math.floor((100 * both) / either);
}

/** Trigrams of what is a sentence's own: names and the words of chips say nothing about how it was written. */
function ownTrigrams(sentence: string, without: ReadonlySet<string>): Set<string> {
  return trigramsOf(wordsOf(sentence).map(({ text }) => text).filter((word) => !without.has(foldWord(word))));
}

/** `without` holds folded words (`foldWord`) that are taken out of both first. */
export function similarity(one: string, other: string, without: ReadonlySet<string> = new Set()): number {
  return percentAlike(ownTrigrams(one, without), ownTrigrams(other, without));
}

export type Sentence = { readonly id: string; readonly text: string };
export type Likeness = { readonly percent: number; readonly id: string };

export type SentencesAround = {
  /** Everybody's sentence of today as it stands, signed or not, by person. */
  readonly today: readonly Sentence[];
  /** The last signed sentences of each person, by person. */
  readonly before: ReadonlyMap<string, readonly Sentence[]>;
  /** Folded words that say nothing of their own: names of the roster, words of chips. */
  readonly without: ReadonlySet<string>;
};

/**
 * Answers, for each person and sentence, which sentence is most like it: of today's others and of the person's own before (W15). Of two as alike
 * the one whose id sorts first, so that everybody who counts says the same. Each text is cut up once, however often it is compared.
 */
export function likenessAmong({ today, before, without }: SentencesAround): (person: string, sentence: string) => Likeness | null {
  const known = new Map<string, Set<string>>();
  const cut = (text: string): Set<string> => {
    const found = known.get(text) ?? ownTrigrams(text, without);
    known.set(text, found);
    return found;
  };
  return (person, sentence) => {
    const own = cut(sentence);
    let found: Likeness | null = null;
    for (const other of [...today.filter((one) => one.id !== person), ...(before.get(person) ?? [])]) {
      if (other.text.trim() === '') continue;
      const percent = percentAlike(own, cut(other.text));
      if (found === null || percent > found.percent || (percent === found.percent && other.id < found.id)) found = { percent, id: other.id };
    }
    return found;
  };
}
