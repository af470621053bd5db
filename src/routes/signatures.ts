/** After signing. */
import { route } from '../platform/http.ts';
import type { Route } from '../platform/http.ts';
import { addAddendum, returnNote, reviewNotes, setSupervisor } from '../modules/notes/after.contract.ts';
import * as signatures from '../boards/notes/signatures.ts';
import * as signedNotes from '../boards/notes/signed-notes.ts';
import { readAfterSigning, readNote, readSignatures, readSupervision, readToCoSign } from '../boards/notes/signatures.contract.ts';
import * as addenda from '../workflows/notes/add-addendum.ts';
import * as returning from '../workflows/notes/return-note.ts';
import * as reviewing from '../workflows/notes/review-notes.ts';
import * as supervising from '../workflows/notes/set-supervisor.ts';

export const SIGNATURES_ROUTES: readonly Route[] = [
  route(readSignatures, signatures.readSignatures),
  route(readToCoSign, signedNotes.readCoSign),
  route(readNote, signedNotes.readNote),
  route(readAfterSigning, signedNotes.readAfter),
  route(reviewNotes, reviewing.reviewNotes, { note_reviews_co_signed_key: 'co-signed-before' }),
  route(returnNote, returning.returnNote),
  route(addAddendum, addenda.addAddendum),
  route(readSupervision, signedNotes.readSupervision),
  route(setSupervisor, supervising.setSupervisor),
];
