/** Examples of the contracts of one area: supporters: permissions to attend and visits. */
import type { Example } from './example.ts';

export const SUPPORTERS_EXAMPLES: Readonly<Record<string, Example>> = {};
