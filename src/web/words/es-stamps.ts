/** The same in Spanish: check-in. */
import type { stampsWords as english } from './en-stamps.ts';

export const stampsWords: Record<keyof typeof english, string> = {
};
