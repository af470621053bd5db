/** Examples of the contracts of one area: people. */
import type { Example } from './example.ts';

export const PEOPLE_EXAMPLES: Readonly<Record<string, Example>> = {};
