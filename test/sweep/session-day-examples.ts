/** Examples of the contracts of one area: sessions of the day. */
import type { Example } from './example.ts';

export const SESSION_DAY_EXAMPLES: Readonly<Record<string, Example>> = {
};
