/** Examples of the contracts of one area: groups. */
import type { Example } from './example.ts';

export const GROUPS_EXAMPLES: Readonly<Record<string, Example>> = {};
