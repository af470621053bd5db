/** Groups of a site, one group, and one session with everybody it concerns. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate, localTime } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { contactWay, participantId } from '../../modules/people/words.ts';
import { plannedBreak, seriesId, weekday } from '../../modules/schedules/words.ts';
import { CHANGE_KINDS, sessionId, sessionType } from '../../modules/sessions/words.ts';

const site = z.object({ id: uuid, name: z.string(), timeZone: z.string() });
const named = z.object({ id: uuid, name: z.string() });

/** One weekly time with the names of its room and leader; `endedOn` null while it goes on. */
export const groupTime = z.object({
  id: uuid, weekday, startsAtLocal: localTime, minutes: z.number().int(), breaks: z.array(plannedBreak), room: named.nullable(), telehealthLink: z.string(), facilitator: named.nullable(),
  startsOn: civilDate, endedOn: civilDate.nullable(),
});

/** What keeps a group from being as it should be: a leader or place not settled, a credential that is not or will not be held, too few people. */
export const GROUP_TROUBLES = ['no-leader', 'no-place', 'credential-missing', 'credential-ends', 'below-minimum'] as const;

export const group = z.object({
  id: seriesId, name: z.string(), topic: z.string(), type: sessionType, program: named, track: named.nullable(), curriculum: named.nullable(), credentialRequired: z.string(),
  capacity: z.number().int(), minimum: z.number().int(), startsOn: civilDate, endedOn: civilDate.nullable(), times: z.array(groupTime), coFacilitators: z.array(named),
  /** The day of its next session, on which seats are counted. */ countedOn: civilDate, seatsTaken: z.number().int(), /** The first day from today on which somebody new finds a seat for good; null when none is in sight. */ nextFree: civilDate.nullable(),
  troubles: z.array(z.enum(GROUP_TROUBLES)), version: z.number().int(),
});

export const readGroups = read({
  name: 'groups.read-list',
  path: '/groups',
  summary: 'The groups of a site: when, where, by whom, seats taken and free. No names of people.',
  may: 'schedule.read' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({ asOf: instant, site, today: civilDate, planWeeks: z.number().int(), plannedUntil: civilDate.nullable(), groups: z.array(group) }),
  discloses: () => [],
});

/** What a form about groups of a site may choose from. */
export const readGroupChoices = read({
  name: 'groups.read-choices',
  path: '/group-choices',
  summary: 'Rooms, programs, tracks, curricula and staff of a site, for whoever changes its groups and sessions.',
  may: 'schedule.read' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({
    rooms: z.array(named), programs: z.array(named), tracks: z.array(named.extend({ programId: uuid })), curricula: z.array(named),
    staff: z.array(named.extend({ credentials: z.array(z.string()) })),
  }),
  discloses: () => [],
});

const seat = z.object({ enrollmentId: uuid, participantId, displayName: z.string(), seatNo: z.number().int(), startsOn: civilDate, endedOn: civilDate.nullable() });
const aheadSession = z.object({
  id: sessionId, firstPlannedOn: civilDate, startsAt: instant, endsAt: instant, roomName: z.string().nullable(), facilitatorName: z.string().nullable(), moduleTitle: z.string().nullable(),
  isEntryPoint: z.boolean(), isCanceled: z.boolean(), isMoved: z.boolean(), reason: z.string(), seatsTaken: z.number().int(),
});

export const readGroup = read({
  name: 'groups.read',
  path: '/groups/:seriesId',
  summary: 'One group: its weekly times, its sessions ahead, and, for whoever may see people, who holds which seat from when to when.',
  may: 'schedule.read' satisfies Permission,
  params: z.object({ seriesId }),
  output: z.object({
    asOf: instant, site, today: civilDate, group, /** False for whoever may not see people; then no seat is listed. */ showsPeople: z.boolean(), seats: z.array(seat), sessions: z.array(aheadSession),
    /** Days ahead on which the weekly times would give a session and a holiday keeps it. */
    holidays: z.array(z.object({ date: civilDate, name: z.string() })),
    /** Weekly times whose hour today had passed before it was planned, so that nothing stands. */
    missedToday: z.array(uuid),
  }),
  discloses: (board) => board.seats.map((one) => one.participantId),
});

export const readCandidates = read({
  name: 'groups.read-candidates',
  path: '/groups/:seriesId/candidates',
  summary: 'People of the group’s program and site who have no seat in it, and what else they do at that time.',
  may: 'enrollment.change' satisfies Permission,
  params: z.object({ seriesId }),
  output: z.object({ people: z.array(z.object({ participantId, displayName: z.string(), admittedOn: civilDate, elsewhere: z.string().nullable() })) }),
  discloses: (reply) => reply.people.map((one) => one.participantId),
});

/** One person whom a canceled or moved session concerns: how to tell them, and what the week comes to with and without it. */
const concerned = z.object({
  participantId, displayName: z.string(), telephone: z.string(), contactBy: contactWay, mayLeaveMessage: z.boolean(), contactNote: z.string(),
  minutesWith: z.number().int(), minutesWithout: z.number().int(),
  /** Of the days of the week on which a level with a floor holds; in a week that is not whole it never alarms (W5). */ floorMinutes: z.number().int().nullable(), floorIsProRata: z.boolean(),
  /** Recorded absent already: there is nobody to tell that it does not take place. */ isAbsent: z.boolean(),
});

export const readSessionPlan = read({
  name: 'session-plan.read',
  path: '/sessions/:sessionId/plan',
  summary: 'One session as planned, what was changed about it, and everybody whom canceling or moving it concerns.',
  may: 'session.change' satisfies Permission,
  params: z.object({ sessionId }),
  output: z.object({
    asOf: instant, site, session: z.object({
      id: sessionId, seriesId: seriesId.nullable(), name: z.string(), type: sessionType, date: civilDate, startsAtLocal: localTime, minutes: z.number().int(), startsAt: instant, endsAt: instant,
      room: named.nullable(), telehealthLink: z.string(), facilitator: named.nullable(), moduleTitle: z.string().nullable(), isCanceled: z.boolean(), hasBegun: z.boolean(),
    }),
    changes: z.array(z.object({ kind: z.enum(CHANGE_KINDS), reason: z.string(), at: instant, byName: z.string(), wasStart: instant, becameStart: instant })),
    people: z.array(concerned),
    /** People who left too long ago to be shown (W20). */ noLongerShown: z.number().int().nonnegative(),
  }),
  discloses: (board) => board.people.map((person) => person.participantId),
});
