/** Words of one area in Spanish: the notes of one person, read and printed. */
import type { personNotesWords as en } from './en-person-notes.ts';

export const personNotesWords: Record<keyof typeof en, string> = {
};
