/** Spanish words for the ground of a program: settings, curricula, days without sessions; refusals of these contracts too. */
import type { groundWords as english } from './en-ground.ts';

export const groundWords: Record<keyof typeof english, string> = {};
