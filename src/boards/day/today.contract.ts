/** The day of one site: sessions, rosters, who is here. */
import { z } from 'zod';
import { read, search } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, plainLine, uuid } from '../../values/wire.ts';
import { absenceReason, standing } from '../../modules/attendance/words.ts';
import { notOnRoster } from '../../modules/attendance/contract.ts';
import { participantId } from '../../modules/people/words.ts';
import { sessionId, sessionState, sessionType } from '../../modules/sessions/words.ts';

/** Why somebody did not come; the words beside it are for those who read notes, null for everybody else. */
const absence = z.object({ reason: absenceReason, excused: z.boolean(), detail: z.string().nullable() });

export const todayPerson = z.object({
  participantId,
  displayName: z.string(),
  seatNo: z.number().int().nullable(),
  standing,
  arrivedAt: instant.nullable(),
  leftAt: instant.nullable(),
  minutesLate: z.number().int().nonnegative(),
  noteSigned: z.boolean(),
  absence: absence.nullable(),
  /** A visit to make up for a session that was missed. */
  isMakeUp: z.boolean(),
  /** Why somebody sits in beyond the seats (W10). */
  overCapReason: z.string().nullable(),
  /** Who sits in with the person, by permission; in no seat (W9). */
  visitors: z.array(z.object({ name: z.string(), relation: z.string() })),
  /** A call or a text would be safe, and no number is written down; only for those who read records. */
  lacksTelephone: z.boolean(),
});

export const todaySession = z.object({
  id: sessionId,
  name: z.string(),
  programId: uuid,
  type: sessionType,
  roomName: z.string().nullable(),
  /** Where to meet by link; empty when nobody does. */
  telehealthLink: z.string(),
  facilitatorName: z.string().nullable(),
  facilitatorCredential: z.string(),
  startsAt: instant,
  endsAt: instant,
  capacity: z.number().int(),
  state: sessionState,
  people: z.array(todayPerson),
  /** Seats that nobody holds: an absence frees one, who sits in beyond the seats takes one. */
  seatsFree: z.number().int().nonnegative(),
  /** From when the seat of somebody missing may be given away (W9). */
  graceUntil: instant,
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
    /** People who left too long ago to be shown (W20). */ noLongerShown: z.number().int().nonnegative(),
    sessions: z.array(todaySession),
  }),
  discloses: (board) => board.sessions.flatMap((session) => session.people.map((person) => person.participantId)),
  accounting: 'each-change',
});

/** Everything stamped or recorded of one person in one session, for the panel in which it is completed or corrected. */
export const readTimes = read({
  name: 'attendance.read-times',
  path: '/sessions/:sessionId/people/:participantId/times',
  summary: 'All stays of one person in one session, or the absence, as they stand.',
  may: 'attendance.stamp' satisfies Permission,
  params: z.object({ sessionId, participantId }),
  output: z.object({
    asOf: instant,
    participantId,
    /** What a correction must name; null when nothing is recorded. */
    attendanceId: uuid.nullable(),
    stays: z.array(z.object({ arrivedAt: instant, leftAt: instant.nullable() })),
    absence: absence.nullable(),
    overCapReason: z.string().nullable(),
    noteSigned: z.boolean(),
    startsAt: instant,
    endsAt: instant,
    isCanceled: z.boolean(),
    /** Whether an arrival would find no seat. */
    isFull: z.boolean(),
  }),
  refusals: [notOnRoster],
  discloses: (times) => [times.participantId],
});

/** People of a site whose name begins with what was typed, whoever of them has a seat where; for somebody who stands at the desk. */
export const readWalkInCandidates = search({
  name: 'attendance.walk-in-candidates',
  path: '/boards/walk-in-candidates',
  summary: 'People placed at a site whose names begin with these letters, eight at most.',
  may: 'attendance.stamp' satisfies Permission,
  body: z.object({ siteId: uuid, typed: plainLine(60, 1) }),
  output: z.object({ people: z.array(z.object({ participantId, displayName: z.string(), birthYear: z.number().int().nullable(), programIds: z.array(uuid) })) }),
  discloses: (found) => found.people.map((person) => person.participantId),
});
