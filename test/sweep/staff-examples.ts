/** Examples of the contracts of one area: staff. */
import type { Example } from './example.ts';

export const STAFF_EXAMPLES: Readonly<Record<string, Example>> = {};
