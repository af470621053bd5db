/** Spanish words for hours rules, paths and tests of a week; refusals of these contracts too. */
import type { hoursWords as english } from './en-hours.ts';

export const hoursWords: Record<keyof typeof english, string> = {};
