/** The day of one site: sessions, rosters, who is here. */
import { z } from 'zod';
import { read } from '../platform/contract.ts';
import type { Permission } from '../permissions.ts';
import { civilDate } from '../values/civil-date.ts';
import { instant, uuid } from '../values/wire.ts';
import { standing } from '../modules/attendance/words.ts';
import { participantId } from '../modules/people/words.ts';
import { sessionId, sessionState, sessionType } from '../modules/sessions/words.ts';

export const todayPerson = z.object({
  participantId,
  displayName: z.string(),
  seatNo: z.number().int().nullable(),
  standing,
  arrivedAt: instant.nullable(),
  leftAt: instant.nullable(),
  minutesLate: z.number().int().nonnegative(),
  noteSigned: z.boolean(),
});

export const todaySession = z.object({
  id: sessionId,
  name: z.string(),
  type: sessionType,
  roomName: z.string().nullable(),
  facilitatorName: z.string().nullable(),
  facilitatorCredential: z.string(),
  startsAt: instant,
  endsAt: instant,
  capacity: z.number().int(),
  state: sessionState,
  people: z.array(todayPerson),
  notesToSign: z.number().int().nonnegative(),
});

export const readToday = read({
  name: 'today.read',
  path: '/boards/today',
  summary: 'The day of one site: its sessions, who is expected, who is here, which notes wait.',
  may: 'today.read' satisfies Permission,
  query: z.object({ siteId: uuid, date: civilDate.optional() }),
  output: z.object({
    asOf: instant,
    site: z.object({ id: uuid, name: z.string(), timeZone: z.string() }),
    date: civilDate,
    isToday: z.boolean(),
    sessions: z.array(todaySession),
  }),
  discloses: (board) => board.sessions.flatMap((session) => session.people.map((person) => person.participantId)),
  accounting: 'each-change',
});
