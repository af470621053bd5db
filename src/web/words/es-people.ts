/** Spanish words for people and their placements; refusals of these contracts too. */
import type { peopleWords as english } from './en-people.ts';

export const peopleWords: Record<keyof typeof english, string> = {};
