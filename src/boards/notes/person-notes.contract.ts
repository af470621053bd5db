/** The notes of one person: the newest first in a list, and whole ones in the order of time for paper. */
import { z } from 'zod';
import { read, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { askedDay, civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { absenceReason } from '../../modules/attendance/words.ts';
import { afterState } from '../../modules/notes/after.contract.ts';
import { contactNoteKind, noteId } from '../../modules/notes/words.ts';
import { participantId } from '../../modules/people/words.ts';
import { sessionId, sessionType } from '../../modules/sessions/words.ts';
import { shownContactNote } from './contacts.contract.ts';
import { wholeNote } from './signatures.contract.ts';

/** When something happened in microseconds, and its id: the place in the list after which to go on. */
export const noteCursor = z.string().regex(/^-?\d{1,17}~[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const place = { happenedAt: instant, timeZone: z.string(), /** The day there. */ date: civilDate, authorName: z.string(), authorCredential: z.string() };

export const listedNote = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('session'), id: noteId, ...place, endsAt: instant,
    session: z.object({ id: sessionId, name: z.string(), type: sessionType, siteName: z.string() }),
    ownSentence: z.string(),
    /** Clinical minutes that count now, and whether a correction changed them (W14). */
    minutes: z.number().int().nonnegative(), isCorrected: z.boolean(),
    state: afterState,
    /** Whose co-signature it wanted. */ coSignerName: z.string().nullable(),
    lateMinutes: z.number().int().positive().nullable(),
    addenda: z.number().int().nonnegative(),
    isDanger: z.boolean(),
  }),
  z.object({ kind: z.literal('contact'), id: uuid, ...place, contactKind: contactNoteKind, withWhom: z.string(), text: z.string(), minutes: z.number().int().nonnegative(), isDanger: z.boolean(), isWatch: z.boolean() }),
]);

/**
 * Whoever is visible by W20 is read here, as far as the asker's sites go: notes of sessions at other sites are those sites' own. Contact notes are
 * about the person wherever they were written, as under Contacts, and only for those who read contacts. Drafts are never shown.
 */
export const readPersonNotes = read({
  name: 'person-notes.read',
  path: '/people/:participantId/notes',
  summary: 'Signed notes about one person, the newest first, 30 at a time, and the sessions that still have no note.',
  may: 'note.read' satisfies Permission,
  params: z.object({ participantId }),
  query: z.object({ kind: z.enum(['all', 'session', 'contact']).default('all'), before: noteCursor.optional() }),
  output: z.object({
    participantId,
    asOf: instant,
    /** How many there are in all; null for who may not read contacts. */
    counts: z.object({ sessions: z.number().int().nonnegative(), contacts: z.number().int().nonnegative().nullable() }),
    notes: z.array(listedNote),
    /** Where older ones begin; null when these are the last. */
    next: noteCursor.nullable(),
    /** Sessions that are over, in which the person was present and about which no note is signed, the oldest first. */
    unsigned: z.array(z.object({ sessionId, name: z.string(), startsAt: instant, timeZone: z.string() })),
  }),
  discloses: (shown) => [shown.participantId],
});

/** Why a session of these days has no note. */
export const GAPS = ['absent', 'unsigned', 'not-recorded', 'canceled'] as const;

export const daysTurnedRound = refusal('days-turned-round', 422, 'The last of these days lies before the first, so nothing was put together.', 'Turn the two days around and ask again.');
export const tooManyDays = refusal('too-many-days', 422, 'These are more than 366 days, which is more than one paper holds.', 'Choose at most a year; print the rest as a second paper.');
export const tooManyNotes = refusal('too-many-notes', 422, 'There are more than 400 notes in these days, which is more than one paper holds.', 'Choose fewer days; print the rest as a second paper.');

/** A read of its own, so that the access log says that notes were put together for paper; what it shows follows the same rule as the list. */
export const printPersonNotes = read({
  name: 'person-notes.print',
  path: '/people/:participantId/notes/paper',
  summary: 'One note whole, or all notes of a run of days in the order of time with the sessions that have none, for paper.',
  may: 'note.read' satisfies Permission,
  params: z.object({ participantId }),
  /** One note, or both days, which are counted in each session's own zone; the last one is included. */
  query: z.object({ noteId: noteId.optional(), from: askedDay.optional(), to: askedDay.optional(), contacts: z.literal('true').optional() })
    .refine(({ noteId: one, from, to }) => (one === undefined ? from !== undefined && to !== undefined : from === undefined && to === undefined), 'one note, or a first and a last day'),
  output: z.object({
    participantId,
    asOf: instant,
    site: z.object({ name: z.string(), timeZone: z.string() }),
    /** As the record names the person. */
    person: z.object({ recordName: z.string(), displayName: z.string(), participantNumber: z.string(), birthDate: civilDate.nullable() }),
    notes: z.array(z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('session'), date: civilDate, note: wholeNote }),
      z.object({ kind: z.literal('contact'), date: civilDate, timeZone: z.string(), note: shownContactNote.omit({ danger: true }) }),
    ])),
    /** Whether contacts are among them. */
    hasContacts: z.boolean(),
    /** Sessions of these days that are over and have no note, in the order of time. */
    gaps: z.array(z.object({
      sessionId, date: civilDate, name: z.string(), type: sessionType, startsAt: instant, endsAt: instant, timeZone: z.string(), why: z.enum(GAPS),
      absence: z.object({ reason: absenceReason, isExcused: z.boolean(), detail: z.string() }).nullable(),
    })),
  }),
  refusals: [daysTurnedRound, tooManyDays, tooManyNotes],
  discloses: (paper) => [paper.participantId],
});
