/** Examples of the contracts of one area: tasks and contacts of one person, and danger as whoever marked it sees it. */
import type { Example } from './example.ts';

export const ERRANDS_EXAMPLES: Readonly<Record<string, Example>> = {};
