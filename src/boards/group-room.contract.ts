/** Everything a facilitator needs to close one session on one screen. */
import { z } from 'zod';
import { read } from '../platform/contract.ts';
import type { Permission } from '../permissions.ts';
import { instant } from '../values/wire.ts';
import { minutesOfSession, standing } from '../modules/attendance/words.ts';
import { draftVersion } from '../modules/notes/contract.ts';
import { noteId, personPart, sharedPart } from '../modules/notes/words.ts';
import { participantId } from '../modules/people/words.ts';
import { sessionBreak, sessionId, sessionState, sessionType } from '../modules/sessions/words.ts';

/** A draft as the server holds it; `savedBy` null and version 0 when nothing was saved yet. */
const draft = <Part extends z.ZodType>(part: Part) =>
  z.object({ part, version: draftVersion, savedAt: instant.nullable(), savedBy: z.string().nullable() });

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
  /** The signed note, with its text as frozen; null until it is signed. */
  note: z.object({
    id: noteId, signedAt: instant, authorName: z.string(), authorCredential: z.string(), part: personPart, shared: sharedPart, minutes: minutesOfSession,
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
      facilitatorName: z.string().nullable(), facilitatorCredential: z.string(), startsAt: instant, endsAt: instant, breaks: z.array(sessionBreak),
      clinicalMinutes: z.number().int(), capacity: z.number().int(), state: sessionState,
    }),
    shared: draft(sharedPart),
    people: z.array(groupRoomPerson),
  }),
  discloses: (room) => room.people.map((person) => person.participantId),
});
