/** What happened with a person, the newest first: facts only, from which the page makes sentences in its own language. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { civilDate } from '../../values/civil-date.ts';
import { instant, uuid } from '../../values/wire.ts';
import { absenceReason, ledgerStanding } from '../../modules/attendance/words.ts';
import { addendumKind, contactNoteKind, contactRisk, noteId } from '../../modules/notes/words.ts';
import { participantId } from '../../modules/people/words.ts';
import { dischargeReason } from '../../modules/placements/words.ts';
import { planAgreement } from '../../modules/plans/words.ts';
import { level } from '../../modules/program/words.ts';
import { seriesId } from '../../modules/schedules/words.ts';
import { sessionId, sessionType } from '../../modules/sessions/words.ts';
import { concern, taskEnd, taskId, taskKind } from '../../modules/tasks/words.ts';

/** So many stand on a page. */
export const TIMELINE_PAGE = 30;
export const TIMELINE_KINDS = ['everything', 'sessions', 'contacts', 'plan', 'placement'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

const minutes = z.number().int().nonnegative();

const base = {
  id: uuid, at: instant, timeZone: z.string(),
  /** Only the local day is known, not a time of it. */
  isDay: z.boolean(),
  /** Somebody's own words about it: the own sentence of a note, what was done, what was said. */
  voice: z.string().nullable(),
  /** Who wrote it, with the credential of then; null where nobody did. */
  by: z.string().nullable(),
};

const session = z.object({
  ...base, is: z.literal('session'), sessionId, name: z.string(), type: sessionType, startsAt: instant, endsAt: instant,
  /** Provisional: over, and its note is not signed yet. */
  standing: ledgerStanding, scheduledMinutes: minutes, attendedMinutes: minutes, lateMinutes: minutes, leftEarlyMinutes: minutes,
  isMakeUp: z.boolean(), isOverCap: z.boolean(), noteId: noteId.nullable(),
  absence: z.object({ reason: absenceReason.nullable(), isExcused: z.boolean() }).nullable(),
  cancelReason: z.string().nullable(),
});
const noteAdded = z.object({
  ...base, is: z.literal('note-added'), kind: addendumKind, sessionId, name: z.string(), noteId: noteId.nullable(), startsAt: instant,
  /** Minutes in the session as they count since; null unless times were corrected after signing. */
  attendedMinutes: minutes.nullable(),
});
const contact = z.object({ ...base, is: z.literal('contact'), kind: contactNoteKind, withWhom: z.string(), minutes, risk: contactRisk });
const task = { ...base, taskId, kind: taskKind, concern: concern.nullable() };
const taskOpened = z.object({ ...task, is: z.literal('task-opened') });
const taskTaken = z.object({ ...task, is: z.literal('task-taken') });
const taskClosed = z.object({ ...task, is: z.literal('task-closed'), endedAs: taskEnd });

const admitted = z.object({ ...base, is: z.literal('admitted'), programName: z.string(), siteName: z.string() });
const levelSet = z.object({ ...base, is: z.literal('level'), level });
/** The reason is for those who read health lists (W20). */
const phaseSet = z.object({ ...base, is: z.literal('phase'), phaseNo: z.number().int(), phaseName: z.string(), pathName: z.string() });
const trackSet = z.object({ ...base, is: z.literal('track'), trackName: z.string().nullable() });
const counselorSet = z.object({ ...base, is: z.literal('counselor'), name: z.string() });
const seatGiven = z.object({ ...base, is: z.literal('seat-given'), seriesId, name: z.string(), seatNo: z.number().int() });
const seatEnded = z.object({ ...base, is: z.literal('seat-ended'), seriesId, name: z.string(), seatNo: z.number().int() });
const discharged = z.object({ ...base, is: z.literal('discharged'), lastDay: civilDate, reason: dischargeReason.nullable() });
const dischargeUndone = z.object({ ...base, is: z.literal('discharge-undone'), lastDay: civilDate });

const goal = { ...base, number: z.string() };
const goalAdded = z.object({ ...goal, is: z.literal('goal-added') });
const goalEnded = z.object({ ...goal, is: z.literal('goal-ended') });
const objectiveAdded = z.object({ ...goal, is: z.literal('objective-added'), text: z.string() });
const objectiveEnded = z.object({ ...goal, is: z.literal('objective-ended'), text: z.string() });
/** In other words from then on. */
const goalReworded = z.object({ ...goal, is: z.literal('goal-reworded') });
const objectiveReworded = z.object({ ...goal, is: z.literal('objective-reworded'), text: z.string() });
const reviewed = z.object({ ...base, is: z.literal('reviewed'), nextOn: civilDate });
const planSigned = z.object({ ...base, is: z.literal('plan-signed'), no: z.number().int(), agreement: planAgreement });
const planCoSigned = z.object({ ...base, is: z.literal('plan-co-signed'), no: z.number().int() });

export const timelineEntry = z.discriminatedUnion('is', [
  session, noteAdded, contact, taskOpened, taskTaken, taskClosed, admitted, levelSet, phaseSet, trackSet, counselorSet, seatGiven, seatEnded, discharged, dischargeUndone,
  goalAdded, goalEnded, objectiveAdded, objectiveEnded, goalReworded, objectiveReworded, reviewed, planSigned, planCoSigned,
]);
export type TimelineEntry = z.output<typeof timelineEntry>;

/** The place of the last entry that was shown: its instant, its rank among those of one instant, and its id. */
export const timelineCursor = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_\d{1,2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .refine((text) => !Number.isNaN(Date.parse(text.slice(0, 24))), 'a place in the timeline');

export const readTimeline = read({
  name: 'record.read-timeline',
  path: '/people/:participantId/timeline',
  summary: 'What happened with a person, the newest first, 30 at a time: sessions, notes, contacts, tasks, plan, placement; each only for those who may read it.',
  may: 'note.read' satisfies Permission,
  params: z.object({ participantId }),
  query: z.object({ before: timelineCursor.optional(), kind: z.enum(TIMELINE_KINDS).default('everything') }),
  output: z.object({ participantId, asOf: instant, today: civilDate, entries: z.array(timelineEntry).max(TIMELINE_PAGE), /** Null on the last page. */ before: timelineCursor.nullable() }),
  discloses: (timeline) => [timeline.participantId],
});
