/** What the program answers about the notes of one person, read and printed. */
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import { readPersonNotes } from '../boards/notes/person-notes.ts';
import { printPersonNotes } from '../boards/notes/person-notes-paper.ts';
import * as contracts from '../boards/notes/person-notes.contract.ts';

export const PERSON_NOTES_ROUTES: readonly Route[] = [
  route(contracts.readPersonNotes, readPersonNotes),
  route(contracts.printPersonNotes, printPersonNotes),
];
