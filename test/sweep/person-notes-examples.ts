/** Examples of the contracts of one area: the notes of one person, read and printed. */
import type { Example } from './example.ts';

export const PERSON_NOTES_EXAMPLES: Readonly<Record<string, Example>> = {};
