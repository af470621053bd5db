/** Spanish words for groups, seats and sessions; refusals of these contracts too. */
import type { groupsWords as english } from './en-groups.ts';

export const groupsWords: Record<keyof typeof english, string> = {};
