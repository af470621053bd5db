/** What an act on a session's day starts from: the session as it stands, rooms and leaders that are free then, its people, and who could take a seat. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { nearDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { participantId } from '../../modules/people/words.ts';
import { sessionBreak, sessionId, sessionType } from '../../modules/sessions/words.ts';

/** `busyWith`: what else takes place there, or is led, at that hour; null when free. */
const choice = z.object({ id: uuid, name: z.string(), busyWith: z.string().nullable() });

export const readSessionDay = read({
  name: 'session-day.read',
  path: '/sessions/:sessionId/day',
  summary: 'One session on its day for whoever changes it: times as held, rooms and leaders free at that hour, and its people with what is recorded of them.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object({
    asOf: instant,
    session: z.object({
      id: sessionId, name: z.string(), type: sessionType, timeZone: z.string(), startsAt: instant, /** As planned. */ endsAt: instant, heldEndsAt: instant, breaks: z.array(sessionBreak), capacity: z.number().int(),
      roomId: uuid.nullable(), telehealthLink: z.string(), facilitatorId: uuid.nullable(), /** Added or split off, so that it can be taken back. */ isOneOff: z.boolean(), isCanceled: z.boolean(),
      credentialRequired: z.string(), version: z.number().int(), notesSigned: z.number().int(), wasHeld: z.boolean(),
    }),
    rooms: z.array(choice), staff: z.array(choice.extend({ /** Whether the credential that the group asks for is held that day. */ holds: z.boolean() })),
    people: z.array(z.object({
      participantId, displayName: z.string(), seatNo: z.number().int().nullable(), recorded: z.enum(['here', 'absent']).nullable(), /** The seat booked in this session only. */ bookingId: uuid.nullable(),
      isMakeUp: z.boolean(), isMoved: z.boolean(),
    })),
    /** People who left too long ago to be shown (W20). */ noLongerShown: z.number().int().nonnegative(),
  }),
  discloses: (board) => board.people.map((one) => one.participantId),
});

export const readSeatCandidates = read({
  name: 'session-day.read-candidates',
  path: '/sessions/:sessionId/seat-candidates',
  summary: 'People of the program and site of a session who do not belong to it, and what else they do at that hour.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object({ people: z.array(z.object({ participantId, displayName: z.string(), elsewhere: z.string().nullable() })) }),
  discloses: (reply) => reply.people.map((one) => one.participantId),
});

export const readSitePeople = read({
  name: 'session-day.read-people',
  path: '/session-people',
  summary: 'People who are in a program at a site on a day: for whom a session may be added.',
  may: 'session.change' satisfies Permission,
  query: z.object({ siteId: uuid, programId: uuid, date: nearDate }),
  output: z.object({ people: z.array(z.object({ participantId, displayName: z.string() })) }),
  discloses: (reply) => reply.people.map((one) => one.participantId),
});
