/** Examples of the contracts of one area: after signing. */
import type { Example } from './example.ts';

export const SIGNATURES_EXAMPLES: Readonly<Record<string, Example>> = {
};
