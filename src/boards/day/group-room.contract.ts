/** Everything a facilitator needs to close one session on one screen. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant } from '../../values/wire.ts';
import { minutesOfSession, standing } from '../../modules/attendance/words.ts';
import { draftVersion } from '../../modules/notes/contract.ts';
import { noteId, personPart, sharedPart } from '../../modules/notes/words.ts';
import { objectiveId } from '../../modules/plans/words.ts';
import { participantId } from '../../modules/people/words.ts';
import { sessionBreak, sessionId, sessionState, sessionType } from '../../modules/sessions/words.ts';

/** A draft as the server holds it; `savedBy` null and version 0 when nothing was saved yet. */
const draft = <Part extends z.ZodType>(part: Part) =>
  z.object({ part, version: draftVersion, savedAt: instant.nullable(), savedBy: z.string().nullable() });

const satIn = z.object({ name: z.string(), relation: z.string() });

export const groupRoomPerson = z.object({
  participantId,
  displayName: z.string(),
  seatNo: z.number().int().nullable(),
  standing,
  /** Stays in order; the last may be open. */
  stays: z.array(z.object({ arrivedAt: instant, leftAt: instant.nullable() })),
  minutesLate: z.number().int().nonnegative(),
  minutes: minutesOfSession,
  draft: draft(personPart),
  /** Folded words by which this person may be named in a text: they are looked for there, never shown. */
  nameWords: z.array(z.string()),
  /** The first goal in the person's own words; each objective has its own goal's. */
  ownWords: z.string().nullable(),
  /** What this person works on, and since when nothing was written to it: the newest note, else the day it was set. */
  objectives: z.array(z.object({ id: objectiveId, number: z.string(), text: z.string(), ownWords: z.string(), untouchedDays: z.number().int().nonnegative(), wasTouched: z.boolean() })),
  /** The last signed sentences about this person at this site, the newest first. */
  sentencesBefore: z.array(z.object({ noteId, sentence: z.string() })),
  cravingBefore: z.object({ level: z.number().int(), signedOn: civilDate }).nullable(),
  /** Whom a high craving is told to, where one has the person's care in hand. */
  counselorName: z.string().nullable(),
  /** Why somebody sat in as the eleventh (W10). */
  overCapReason: z.string().nullable(),
  /** Who sits in with the person, by permission; in no seat and without minutes (W9). */
  visitors: z.array(satIn),
  /** The signed note, with its text as frozen; null until it is signed. */
  note: z.object({
    id: noteId, signedAt: instant, authorName: z.string(), authorCredential: z.string(), part: personPart, shared: sharedPart, minutes: minutesOfSession,
    /** The objective as it read when the note was signed. */
    objective: z.object({ number: z.string(), text: z.string() }).nullable(),
    /** Who sat in, as it stood at signing. */
    supporters: z.array(satIn),
    /** How many minutes after it was due it was signed; null when in time. */
    minutesLate: z.number().int().nullable(),
  }).nullable(),
});

export const readGroupRoom = read({
  name: 'group-room.read',
  path: '/sessions/:sessionId/room',
  summary: 'One session with its people, stays, drafts and signed notes.',
  may: 'note.read' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object({
    asOf: instant,
    session: z.object({
      id: sessionId, name: z.string(), type: sessionType, siteId: z.string(), siteName: z.string(), timeZone: z.string(), roomName: z.string().nullable(),
      /** Where to meet by link; empty when nobody does. */ telehealthLink: z.string(),
      /** Written down once it had begun: nobody could be stamped in, so who came is to be said first. */ isEnteredAfterwards: z.boolean(),
      facilitatorName: z.string().nullable(), facilitatorCredential: z.string(), startsAt: instant, endsAt: instant, breaks: z.array(sessionBreak),
      clinicalMinutes: z.number().int(), capacity: z.number().int(), state: sessionState,
      /** Until when the notes are to be signed. */
      notesDueAt: instant,
      curriculumName: z.string().nullable(),
      /** The curriculum sessions that may have been taught; ended ones are there for notes that name them. */
      modules: z.array(z.object({ id: z.string(), title: z.string(), position: z.number().int(), isEnded: z.boolean() })),
    }),
    /** The figures by which the page warns, as they hold at this site on this day. */
    figures: z.object({ nearIdenticalPercent: z.number().int(), objectiveUntouchedDays: z.number().int(), craving: z.object({ from: z.number().int(), rise: z.number().int() }) }),
    /** Whose co-signature the notes wait for that the asker signs today; null when nobody's. */
    cosignerName: z.string().nullable(),
    shared: draft(sharedPart),
    people: z.array(groupRoomPerson),
    /** People who left too long ago to be shown (W20). */ noLongerShown: z.number().int().nonnegative(),
  }),
  discloses: (room) => room.people.map((person) => person.participantId),
});
