/** Words in components: typed ids, the language's way of writing times, and bold where a message marks it. */
import { useLingui } from '@lingui/react';
import { Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Refused } from '../call.ts';
import type { WordId } from '../words/en.ts';
import type { Said, Values } from '../words/said.ts';
import type { Language } from './times.ts';

export type Say = (id: WordId, values?: Values) => string;
export type Words = {
  say: Say;
  language: Language;
  /** The sentence and way of a refusal in this language; a name that this build does not know speaks with the server's words. */
  ofRefusal: (refused: Pick<Refused, 'refused' | 'sentence' | 'way'>) => { sentence: string; way: string };
};

export function useWords(): Words {
  const { i18n } = useLingui();
  const { locale, messages } = i18n;
  return useMemo(() => {
    /* A sentence that ends in p. m. has its full stop already. */
    const say: Say = (id, values) => i18n._(id, values).replace(/\.(<\/b>)?\.(?!\.)/g, '.$1');
    return {
      say, language: locale === 'es' ? 'es' : 'en',
      ofRefusal: ({ refused, sentence, way }) => (`refusal.${refused}.sentence` in messages
        ? { sentence: say(`refusal.${refused}.sentence` as WordId), way: say(`refusal.${refused}.way` as WordId) }
        : { sentence, way }),
    };
  }, [i18n, locale, messages]);
}

/** Writes a message and sets in bold what stands between <b> and </b>. */
export function Rich({ text }: { text: string }): ReactNode {
  return text.split(/<b>(.*?)<\/b>/).map((piece, index) => (index % 2 === 1 ? <b key={index}>{piece}</b> : <Fragment key={index}>{piece}</Fragment>));
}

/** Sentences one after another. */
export function Sentences({ said }: { said: readonly Said[] }): ReactNode {
  const { say } = useWords();
  return <Rich text={said.map(({ id, values }) => say(id, values)).join(' ')} />;
}
