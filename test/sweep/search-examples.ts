/** Examples of the contracts of one area: the search by name, birth date and number. */
import type { Example } from './example.ts';

export const SEARCH_EXAMPLES: Readonly<Record<string, Example>> = {};
