/** What follows a signature: addenda, corrections, co-signature, and who co-signs for whom. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { instant, plainText, uuid } from '../../values/wire.ts';
import { participantId, staffId } from '../people/words.ts';
import { noteId } from './words.ts';

/** Where a signed note stands toward its co-signature (W13); computed, never stored. `final` waits for nobody; `answered` waits again. */
export const AFTER_STATES = ['final', 'awaiting', 'returned', 'answered', 'co-signed'] as const;
export const afterState = z.enum(AFTER_STATES);
export type AfterState = z.infer<typeof afterState>;

export const notAwaiting = refusal('not-awaiting', 409, 'One of these notes does not wait for a co-signature now.', 'Look at the list again. A note that was returned waits for its author’s answer first.');
export const coSignedBefore = refusal('co-signed-before', 409, 'One of these notes is co-signed already.', 'Nothing is lost; look at the list again.');
export const ownNote = refusal('own-note', 422, 'One of these notes is your own, and nobody co-signs for themselves.', 'Leave it to somebody else who may co-sign.');
export const waitsForAnother = refusal('waits-for-another', 422, 'One of these notes waits for somebody else’s signature.', 'Leave it to the person named beside it.');
export const addedMeanwhile = refusal('added-meanwhile', 409, 'Something was added to one of these notes while you were reading.', 'Read what was added, then sign or return it.');
export const nothingToAnswer = refusal('nothing-to-answer', 409, 'This note is not returned, so there is nothing to answer.', 'Write an addendum instead.');
export const answerNotYours = refusal('answer-not-yours', 422, 'Only the author answers a note that was returned.', 'Write an addendum under your own name instead.');
export const authorStillHere = refusal('author-still-here', 409, 'The author of this note still works here, so nobody answers in their place.', 'Leave the answer to the author, or write an addendum.');
export const answersOwnReturn = refusal('answers-own-return', 422, 'Nobody answers their own return while somebody else here may co-sign.', 'Leave the answer to somebody else who may co-sign.');
export const mayNotCoSign = refusal('may-not-co-sign', 422, 'This colleague’s roles do not include co-signing.', 'Choose a supervisor or director, or give the role first.');
export const supervisesSelf = refusal('supervises-self', 422, 'Nobody co-signs their own notes.', 'Choose somebody else.');
export const supervisionPast = refusal('supervision-past', 422, 'That day has passed, and notes that are signed keep what they say.', 'Choose today or a later day.');

/** Counts the addenda that stood under the note when it was read; a co-signature holds for what was seen. */
const addendaSeen = z.number().int().nonnegative().max(32_767);

/** Co-signs all notes sent, or none (W13). Nobody takes a signature back; what is missing afterwards is an addendum. */
export const reviewNotes = act({
  name: 'notes.review',
  path: '/notes/review',
  summary: 'Co-signs the notes sent, all in one transaction.',
  may: 'note.cosign' satisfies Permission,
  body: z.object({ kind: z.literal('co-signed'), notes: z.array(z.object({ noteId, addendaSeen })).min(1).max(100) }),
  output: z.object({ signedAt: instant, notes: z.array(z.object({ noteId, participantId })) }),
  refusals: [notAwaiting, coSignedBefore, ownNote, waitsForAnother, addedMeanwhile],
  discloses: (reviewed) => reviewed.notes.map((note) => note.participantId),
});

export const returnNote = act({
  name: 'notes.return',
  path: '/notes/:noteId/return',
  summary: 'Returns a note to its author with a reason; it waits again once the author has answered.',
  may: 'note.cosign' satisfies Permission,
  params: z.object({ noteId }),
  body: z.object({ addendaSeen, reason: plainText(2000, 1) }),
  output: z.object({ noteId, participantId, returnedAt: instant }),
  refusals: [notAwaiting, coSignedBefore, ownNote, waitsForAnother, addedMeanwhile],
  discloses: (returned) => [returned.participantId],
});

/** Nothing in the note changes: what is missing or wrong is said below it, under the name of whoever says it. */
export const addAddendum = act({
  name: 'notes.add-addendum',
  path: '/notes/:noteId/addenda',
  summary: 'Adds an addendum to a signed note, or the author’s answer to one that was returned.',
  may: 'note.sign' satisfies Permission,
  params: z.object({ noteId }),
  body: z.object({ kind: z.enum(['addendum', 'answer']), text: plainText(4000, 1) }),
  output: z.object({ addendumId: uuid, noteId, participantId, signedAt: instant }),
  refusals: [nothingToAnswer, answerNotYours],
  discloses: (added) => [added.participantId],
});

/** The author has left: somebody who may co-sign answers in their place, under their own name, so that no note stays returned for ever (W13). */
export const answerForAuthor = act({
  name: 'notes.answer-for-author',
  path: '/notes/:noteId/answer-for-author',
  summary: 'Answers a returned note in the place of an author who has left, under the name of whoever answers.',
  may: 'note.cosign' satisfies Permission,
  params: z.object({ noteId }),
  body: z.object({ text: plainText(4000, 1) }),
  output: z.object({ addendumId: uuid, noteId, participantId, signedAt: instant }),
  refusals: [nothingToAnswer, authorStillHere, answersOwnReturn],
  discloses: (added) => [added.participantId],
});

/** The version is that of the member of staff: whose signature somebody needs is part of how they work here. */
export const setSupervisor = act({
  name: 'notes.set-supervisor',
  path: '/staff/:staffId/supervisor',
  summary: 'Says who co-signs what a member of staff signs from a day on, or that nobody does.',
  may: 'staff.change' satisfies Permission,
  params: z.object({ staffId }),
  body: z.object({ version: z.number().int().nonnegative().max(2_147_483_646), supervisorId: staffId.nullable(), from: nearDate }),
  output: z.object({ staffId }),
  refusals: [mayNotCoSign, supervisesSelf, supervisionPast],
  discloses: () => [],
});
