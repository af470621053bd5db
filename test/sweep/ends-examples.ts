/** Examples of the contracts of one area: discharge, transfer, readmission, plans. */
import type { Example } from './example.ts';

export const ENDS_EXAMPLES: Readonly<Record<string, Example>> = {
};
