/** Examples of the contracts of one area: check-in. */
import type { Example } from './example.ts';

export const STAMPS_EXAMPLES: Readonly<Record<string, Example>> = {
};
