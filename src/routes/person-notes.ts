/** What the program answers about the notes of one person, read and printed. */
import type { Route } from '../platform/http.ts';

export const PERSON_NOTES_ROUTES: readonly Route[] = [];
