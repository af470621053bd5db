/** Words of one area in Spanish: the search by name, birth date and number. */
import type { searchWords as en } from './en-search.ts';

export const searchWords: Record<keyof typeof en, string> = {
};
