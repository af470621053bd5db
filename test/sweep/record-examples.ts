/** Examples of the contracts of one area: the page of a person: overview, timeline, what comes next. */
import type { Example } from './example.ts';

export const RECORD_EXAMPLES: Readonly<Record<string, Example>> = {};
