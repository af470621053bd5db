/** A sentence before it is written: the id of its words and the values that go into it. */
import type { WordId } from './en.ts';

export type Values = Readonly<Record<string, string | number>>;
export type Said = { readonly id: WordId; readonly values?: Values };
