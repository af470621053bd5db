/** Examples of the contracts of one area: hours. */
import type { Example } from './example.ts';

export const HOURS_EXAMPLES: Readonly<Record<string, Example>> = {};
