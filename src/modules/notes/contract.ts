/** Drafting and signing the notes of a session. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant } from '../../values/wire.ts';
import { participantId } from '../people/words.ts';
import { sessionCanceled, sessionId } from '../sessions/words.ts';
import { noteId, personPart, sharedPart } from './words.ts';

export const draftChanged = refusal('draft-changed', 409, 'Somebody changed this while you were writing.', 'Look at both versions and keep one, or join them.');
export const noteFrozen = refusal('note-frozen', 409, 'This note is signed and cannot be changed.', 'Write an addendum instead.');
export const notInSession = refusal('not-in-session', 422, 'This person was not in this session.', 'Stamp the arrival first; an absent person gets no note.');
export const sessionNotEnded = refusal('session-not-ended', 422, 'This session is still running, so its minutes are not known.', 'Sign after its end.');
export const nothingToSign = refusal('nothing-to-sign', 422, 'No note was sent to sign.', 'Write a sentence for somebody who was here.');
export const sentenceMissing = refusal('sentence-missing', 422, 'A note has no sentence of its own yet.', 'Write what this person did, or hold the note out.');
export const notPresent = refusal('not-present', 422, 'Somebody in this list was not there, or has no time of arrival.', 'Stamp the arrival, or leave this person out.');
export const objectiveNotTheirs = refusal('objective-not-theirs', 422, 'An objective that was chosen is not one this person works on now.', 'Choose another objective in that row, or none, then sign again.');
export const moduleNotOfGroup = refusal('module-not-of-group', 422, 'The curriculum session that was chosen is not one of this group.', 'Choose another one for everybody, or none, then sign again.');
export const signedBefore = refusal('signed-before', 409, 'These notes are signed already.', 'Nothing is lost; open the session to read them.');

/** A version counts the saves of one draft, from 0 for "nothing saved yet"; no more than PostgreSQL's integer holds. */
export const draftVersion = z.number().int().nonnegative().max(2_147_483_646);

const saved = z.object({ sessionId, participantId: participantId.nullable(), version: draftVersion, savedAt: instant });

/** Saves the shared part as typed. Answers `draft-changed` when `version` is not the newest. */
export const saveSharedDraft = act({
  name: 'notes.save-shared-draft',
  method: 'PUT',
  path: '/sessions/:sessionId/draft',
  summary: 'Saves the part of the note that goes to everybody, as typed.',
  may: 'note.draft' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({ version: draftVersion, part: sharedPart }),
  output: saved,
  refusals: [draftChanged],
  discloses: () => [],
  runs: 'again',
});

/** Saves one person's part as typed. */
export const savePersonDraft = act({
  name: 'notes.save-person-draft',
  method: 'PUT',
  path: '/sessions/:sessionId/people/:participantId/draft',
  summary: 'Saves the part of the note that is about one person, as typed.',
  may: 'note.draft' satisfies Permission,
  params: z.object({ sessionId, participantId }),
  body: z.object({ version: draftVersion, part: personPart }),
  output: saved,
  refusals: [draftChanged, noteFrozen, notInSession],
  discloses: (draft) => (draft.participantId === null ? [] : [draft.participantId]),
  runs: 'again',
});

/** Signs the notes sent, all or none; each is frozen for itself with the minutes and the rule as they stand; who did not come is recorded with it (W6, W12, W17). */
export const signGroup = act({
  name: 'notes.sign-group',
  path: '/sessions/:sessionId/sign',
  summary: 'Signs the notes of the people sent, all in one transaction.',
  may: 'note.sign' satisfies Permission,
  params: z.object({ sessionId }),
  body: z.object({
    sharedVersion: draftVersion,
    /** The people to sign for. `version` is the draft that was on the screen: what is signed is what was seen. */
    people: z.array(z.object({ participantId, version: draftVersion })).max(60),
  }),
  output: z.object({
    sessionId,
    signedAt: instant,
    notes: z.array(z.object({ noteId, participantId, clinicalMinutes: z.number().int().nonnegative() })),
    /** Whose absence was recorded with it: everybody on the roster of whom nothing was recorded (W17). */
    absences: z.array(participantId),
    /** How many tasks it opened: outreach for those absent, and for cravings that are high or rose. */
    tasks: z.number().int().nonnegative(),
  }),
  refusals: [sessionCanceled, sessionNotEnded, nothingToSign, sentenceMissing, notPresent, draftChanged, objectiveNotTheirs, moduleNotOfGroup, signedBefore],
  discloses: (signed) => [...signed.notes.map((note) => note.participantId), ...signed.absences],
});
