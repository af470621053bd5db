/** The same in Spanish: boards of the week. */
import type { weekWords as english } from './en-week.ts';

export const weekWords: Record<keyof typeof english, string> = {
};
