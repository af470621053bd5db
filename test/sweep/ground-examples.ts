/** Examples of the contracts of one area: ground. */
import type { Example } from './example.ts';

export const GROUND_EXAMPLES: Readonly<Record<string, Example>> = {};
