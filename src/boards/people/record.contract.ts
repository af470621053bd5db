/** The page of a person: what comes next, and what to look at first. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { standing } from '../../modules/attendance/words.ts';
import { participantId } from '../../modules/people/words.ts';
import { level } from '../../modules/program/words.ts';
import { seriesId } from '../../modules/schedules/words.ts';
import { sessionId, sessionType } from '../../modules/sessions/words.ts';
import { concern, taskId, taskKind } from '../../modules/tasks/words.ts';
import { weekPerson } from '../week/week-hours.contract.ts';

/** How far the page looks ahead, and how many sessions it names; the rest is counted. */
export const NEXT_DAYS = 14;
export const NEXT_SESSIONS = 12;

const minutes = z.number().int().nonnegative();

export const nextSession = z.object({
  sessionId, name: z.string(), type: sessionType, date: civilDate, startsAt: instant, endsAt: instant, timeZone: z.string(), siteName: z.string(),
  roomName: z.string().nullable(), telehealthLink: z.string(), leader: z.string().nullable(),
  standing, isMakeUp: z.boolean(),
  /** Null while it stands. The reason is for those who see the schedule. */
  canceled: z.object({ reason: z.string() }).nullable(),
});

/** The next phase: set by somebody, or as the path plans it. */
export const pathStep = z.object({
  isSet: z.boolean(), on: civilDate, phaseNo: z.number().int(), phaseName: z.string(), level, levelChanges: z.boolean(),
  /** Clinical minutes that the path plans for a week; null where its phase names no blocks. */
  minutesBefore: minutes.nullable(), minutesAfter: minutes.nullable(),
});

export const readNext = read({
  name: 'record.read-next',
  path: '/people/:participantId/next',
  summary: 'Today’s and the coming sessions of a person for 14 days, the next step on the path, seats that begin or end, and days without sessions.',
  may: 'people.read' satisfies Permission,
  params: z.object({ participantId }),
  output: z.object({
    participantId, asOf: instant, today: civilDate,
    sessions: z.array(nextSession).max(NEXT_SESSIONS), more: minutes,
    /** Null where nobody stands on a path. `endsOn`: its last day as it stands now, not after the discharge. */
    path: z.object({ name: z.string(), endsOn: civilDate, step: pathStep.nullable() }).nullable(),
    seats: z.array(z.object({ seriesId, name: z.string(), on: civilDate, does: z.enum(['begin', 'end']) })),
    holidays: z.array(z.object({ date: civilDate, name: z.string() })),
  }),
  discloses: (next) => [next.participantId],
});

/** How many open tasks are named. */
export const LOOK_TASKS = 20;

export const readLook = read({
  name: 'record.read-look',
  path: '/people/:participantId/look',
  summary: 'What to look at first about one person: the week’s hours with what mends them, the plan, open tasks, notes not signed; each only for those who may read it.',
  may: 'people.read' satisfies Permission,
  params: z.object({ participantId }),
  output: z.object({
    participantId, asOf: instant, today: civilDate, timeZone: z.string(),
    /** Null for those who do not read hours, and where nobody is in care this week. */
    week: z.object({ starts: civilDate, ends: civilDate, person: weekPerson, /** Null at a level that asks for none. */ hasIndividual: z.boolean().nullable() }).nullable(),
    /** Null while nothing is due within a week, and for those who do not read plans. */
    plan: z.object({ kind: z.enum(['plan', 'signature', 'review']), dueOn: civilDate, daysLate: z.number().int() }).nullable(),
    tasks: z.array(z.object({ taskId, kind: taskKind, concern: concern.nullable(), openedAt: instant, dueAt: instant, isOverdue: z.boolean(), takenBy: z.string().nullable() })).max(LOOK_TASKS),
    /** Notes of sessions that are over; null where there are none. */
    /** Sessions that are over and say neither that the person came nor that not, the newest first; null where there are none. */
    unsaid: z.object({ sessions: minutes, sessionId, name: z.string(), startsAt: instant, timeZone: z.string(), siteId: uuid }).nullable(),
    unsigned: z.object({ notes: minutes, sessionId, name: z.string(), startsAt: instant, timeZone: z.string(), siteId: uuid }).nullable(),
  }),
  discloses: (look) => [look.participantId],
});
