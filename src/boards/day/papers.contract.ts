/** Papers of the day: sign-in slips, the roster of one session, the day sheet of one site. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { absenceReason, standing } from '../../modules/attendance/words.ts';
import { participantId } from '../../modules/people/words.ts';
import { sessionId, sessionState } from '../../modules/sessions/words.ts';

const site = z.object({ id: uuid, name: z.string(), timeZone: z.string() });

const paperSession = z.object({
  id: sessionId, name: z.string(), date: civilDate, startsAt: instant, endsAt: instant,
  roomName: z.string().nullable(), /** Met by link; with a room as well, some sit there. */ isByLink: z.boolean(),
  leaderName: z.string().nullable(), leaderCredential: z.string(),
});

/** Nothing on a slip tells more than who, when and where: it lies about. Whoever is recorded not to come has none. */
export const readSlips = read({
  name: 'papers.read-slips',
  path: '/sessions/:sessionId/slips',
  summary: 'Sign-in slips of one session: a safe name each, with the times that were stamped.',
  may: 'attendance.stamp' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object({
    asOf: instant, site,
    session: paperSession.extend({ /** What is taught, where that is planned; else what the group is about; empty when nobody said. */ topic: z.string() }),
    /** Why there is nothing to sign in the room. */
    withoutSlips: z.enum(['by-link', 'canceled']).nullable(),
    people: z.array(z.object({ participantId, displayName: z.string(), arrivedAt: instant.nullable(), leftAt: instant.nullable() })),
    /** How many are recorded not to come. */
    away: z.number().int(),
    /** People who left too long ago to be shown (W20). */ noLongerShown: z.number().int().nonnegative(),
  }),
  discloses: (slips) => slips.people.map((one) => one.participantId),
});

const paperPerson = z.object({
  participantId, displayName: z.string(), seatNo: z.number().int().nullable(), standing, isMakeUp: z.boolean(), /** Sits in beyond the seats (W10). */ isBeyond: z.boolean(),
  arrivedAt: instant.nullable(), leftAt: instant.nullable(),
});

export const readRoster = read({
  name: 'papers.read-roster',
  path: '/sessions/:sessionId/roster',
  summary: 'The roster of one session as a paper for staff: seats, numbers, who came and when.',
  may: 'today.read' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object({
    asOf: instant, site,
    session: paperSession.extend({ telehealthLink: z.string(), capacity: z.number().int(), state: sessionState, freeSeats: z.array(z.number().int()) }),
    people: z.array(paperPerson.extend({
      number: z.string(),
      /** Why somebody did not come: for those who read notes, null for everybody else. */
      absence: z.object({ reason: absenceReason, detail: z.string().nullable() }).nullable(),
    })),
    /** People who left too long ago to be shown (W20). */ noLongerShown: z.number().int().nonnegative(),
  }),
  discloses: (roster) => roster.people.map((one) => one.participantId),
});

export const readDaySheet = read({
  name: 'papers.read-day',
  path: '/papers/day',
  summary: 'The day of one site as a paper: sessions by time with room, leader and roster, holidays, and who is on call.',
  may: 'today.read' satisfies Permission,
  query: z.object({ siteId: uuid, date: civilDate.optional() }),
  output: z.object({
    asOf: instant, site, date: civilDate, isToday: z.boolean(),
    holidays: z.array(z.string()), onCall: z.object({ name: z.string(), credential: z.string() }).nullable(),
    sessions: z.array(paperSession.extend({ capacity: z.number().int(), seatsFree: z.number().int(), state: sessionState, people: z.array(paperPerson) })),
    /** People who left too long ago to be shown (W20). */ noLongerShown: z.number().int().nonnegative(),
  }),
  discloses: (sheet) => sheet.sessions.flatMap((session) => session.people.map((one) => one.participantId)),
});
