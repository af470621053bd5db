/** Notes that wait for a signature or a co-signature, by author and age; one note with all that followed it. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { minutesOfSession } from '../../modules/attendance/words.ts';
import { afterState } from '../../modules/notes/after.contract.ts';
import { REVIEW_KINDS, addendumKind, noteId, personPart, sharedPart } from '../../modules/notes/words.ts';
import { participantId, staffId } from '../../modules/people/words.ts';
import { level } from '../../modules/program/words.ts';
import { sessionId, sessionType } from '../../modules/sessions/words.ts';

const site = z.object({ id: uuid, name: z.string(), timeZone: z.string() });
const somebody = z.object({ id: staffId, name: z.string() });
const signer = z.object({ id: staffId, name: z.string(), credential: z.string() });
const stay = z.object({ arrivedAt: instant, leftAt: instant.nullable() });

/** How like the likest other sentence was, at signing, where it reached the figure of the site: never whose that sentence is (W12, W15). */
const likeness = z.object({ percent: z.number().int().nonnegative(), like: z.enum(['somebody-else', 'earlier']) });

/** Everything that followed a signature, in order; text of a record, so only for those who may read notes. */
export const noteAfter = z.object({
  noteId,
  participantId,
  author: signer,
  signedAt: instant,
  /** Minutes by which it was signed later than due; null when in time. */
  lateMinutes: z.number().int().positive().nullable(),
  dueHours: z.number().int().nonnegative(),
  state: afterState,
  /** Whose co-signature it wanted when it was signed; `can` false when that person no longer can, and whoever may co-sign there does. */
  coSigner: z.object({ id: staffId, name: z.string(), can: z.boolean() }).nullable(),
  /** As signed, and as they count now (W6, W14). */
  minutes: minutesOfSession,
  counting: minutesOfSession,
  /** Only on a returned note whose author has left: who may answer in the author's place. */
  answeredBy: z.array(somebody).optional(),
  addenda: z.array(z.object({
    id: uuid, kind: addendumKind, text: z.string(), by: signer, signedAt: instant, minutes: minutesOfSession.nullable(),
    /** The stays as corrected; null where no times were. */ stays: z.array(stay).nullable(),
  })),
  reviews: z.array(z.object({ id: uuid, kind: z.enum(REVIEW_KINDS), reason: z.string(), addendaSeen: z.number().int().nonnegative(), by: signer, signedAt: instant })),
});

export const wholeNote = noteAfter.extend({
  displayName: z.string(),
  session: z.object({
    id: sessionId, name: z.string(), type: sessionType, startsAt: instant, endsAt: instant, timeZone: z.string(),
    siteName: z.string(), roomName: z.string().nullable(), /** Held by link. */ isByLink: z.boolean(),
    /** Who led it, then the co-facilitators of that day; credentials as they are known now. */
    leaders: z.array(z.object({ name: z.string(), credential: z.string() })),
    /** How many people came, this one among them; nobody else is named (W12). */ presentCount: z.number().int().nonnegative(),
    /** What was taught, where the group follows a curriculum. */
    module: z.object({ position: z.number().int(), title: z.string(), curriculumName: z.string() }).nullable(),
  }),
  /** Program and level of care of that day, as the attendance keeps them (W6). */
  programName: z.string(),
  level: level.nullable(),
  /** Danger was marked in this session. */
  isDanger: z.boolean(),
  /** Who sat in with the person, as it stood at signing. */
  supporters: z.array(z.object({ name: z.string(), relation: z.string() })),
  part: personPart,
  shared: sharedPart,
  /** The objective of the person's plan to which the note speaks, number and words as they stood when it was signed. */
  objective: z.string().nullable(),
  minutesRule: z.string(),
  /** Told to the co-signer. */
  likeness: likeness.optional(),
  /** The stays from which the signed minutes were made. */
  stays: z.array(stay),
});

/** Notes of one session that wait for the same: no person is named, so that whoever bills may see it (W20). */
const waiting = z.object({
  sessionId, name: z.string(), endedAt: instant, notes: z.number().int().positive(), since: instant,
  author: somebody, coSigner: somebody, /** False when the co-signer no longer can, and whoever may co-sign there does. */ coSignerCan: z.boolean(), isMine: z.boolean(),
  /** Only where the author of returned notes has left: who may answer in the author's place; `isMine` then includes them. */
  answeredBy: z.array(somebody).optional(),
});

export const readSignatures = read({
  name: 'signatures.read',
  path: '/boards/signatures',
  summary: 'Notes of one site that wait: unsigned, for a co-signature, or for their author’s answer.',
  may: 'signatures.read' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({
    asOf: instant,
    site,
    /** Sessions of the last 60 days that have ended with somebody present and no signed note. */
    unsigned: z.array(z.object({
      sessionId, name: z.string(), endedAt: instant, dueAt: instant, notes: z.number().int().positive(),
      /** The facilitator of the day; null when nobody leads it. */ author: somebody.nullable(), isMine: z.boolean(),
    })),
    /** `isMine`: I am the one who co-signs. */
    awaiting: z.array(waiting),
    /** `isMine`: I am the author who answers, or may answer in the place of an author who has left. */
    returned: z.array(waiting),
  }),
  discloses: () => [],
});

export const readToCoSign = read({
  name: 'notes.read-to-cosign',
  path: '/boards/cosign',
  summary: 'The notes of one site that wait for the asker’s co-signature, with their text, oldest first.',
  may: 'note.cosign' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({ asOf: instant, site, /** How many more wait than are in this answer. */ more: z.number().int().nonnegative(), notes: z.array(wholeNote) }),
  discloses: (board) => board.notes.map((note) => note.participantId),
});

export const readNote = read({
  name: 'notes.read-one',
  path: '/notes/:noteId',
  summary: 'One signed note whole, with the attendance it was made from and all that followed.',
  may: 'note.read' satisfies Permission,
  params: z.object({ noteId }),
  output: z.object({ asOf: instant, note: wholeNote }),
  discloses: (answer) => [answer.note.participantId],
});

export const readAfterSigning = read({
  name: 'notes.read-after',
  path: '/sessions/:sessionId/after-signing',
  summary: 'What followed the signed notes of one session.',
  may: 'note.read' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object({ asOf: instant, notes: z.array(noteAfter) }),
  discloses: (answer) => answer.notes.map((note) => note.participantId),
});

/** A setting of the organization, as staff are. */
export const readSupervision = read({
  name: 'notes.read-supervision',
  path: '/staff/:staffId/supervisor',
  summary: 'Who co-signs what a member of staff signs, from a day to a day, and who could.',
  may: 'staff.read' satisfies Permission,
  params: z.object({ staffId }),
  output: z.object({
    version: z.number().int().nonnegative(),
    today: civilDate,
    /** The newest first; the last day is null for one that goes on. */
    rows: z.array(z.object({ supervisor: somebody, startsOn: civilDate, endedOn: civilDate.nullable() })),
    mayCoSign: z.array(signer),
  }),
  discloses: () => [],
});
