/** Examples of the contracts of one area: boards of the week. */
import type { Example } from './example.ts';

export const WEEK_EXAMPLES: Readonly<Record<string, Example>> = {
};
