/** The group room: drafts as typed, and closing the group in one pass. */
import { savePersonDraft, saveSharedDraft, signGroup } from '../modules/notes/contract.ts';
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import * as groupRoom from '../boards/day/group-room.ts';
import { readGroupRoom } from '../boards/day/group-room.contract.ts';
import * as drafts from '../workflows/notes/save-draft.ts';
import * as signing from '../workflows/notes/sign-group-note.ts';

export const ROOM_ROUTES: readonly Route[] = [
  route(readGroupRoom, groupRoom.readGroupRoom),
  route(saveSharedDraft, drafts.saveSharedDraft),
  route(savePersonDraft, drafts.savePersonDraft),
  route(signGroup, signing.signGroupNote, { notes_person_key: 'signed-before' }),
];
