/** Examples of the contracts of one area: papers of the day: slips, rosters, day sheet. */
import type { Example } from './example.ts';

export const PAPERS_EXAMPLES: Readonly<Record<string, Example>> = {};
