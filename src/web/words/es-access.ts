/** The same in Spanish: codes and tablets. */
import type { accessWords as english } from './en-access.ts';

export const accessWords: Record<keyof typeof english, string> = {
};
