/** The tasks about one person; and danger as whoever may mark it sees it: that it stands, who has it, never what it is about. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { askedInstant, instant, uuid } from '../../values/wire.ts';
import { participantId, staffId } from '../../modules/people/words.ts';
import { ownedBecause, taskId } from '../../modules/tasks/words.ts';
import { shownTask } from './tasks.contract.ts';

const site = z.object({ id: uuid, name: z.string(), timeZone: z.string(), telephone: z.string() });

/** After the closed task that was shown last. */
const cursor = z.object({ closedBefore: askedInstant, beforeId: taskId });

export const readPersonTasks = read({
  name: 'tasks.read-person',
  path: '/people/:participantId/tasks',
  summary: 'Every open task about one person, danger first, and what was closed, the newest first, 20 at a time.',
  may: 'task.read' satisfies Permission,
  params: z.object({ participantId }),
  query: cursor.partial().refine((asked) => (asked.closedBefore === undefined) === (asked.beforeId === undefined), 'both, or none'),
  output: z.object({
    participantId,
    asOf: instant,
    site,
    /** Open ones stand on every page. */
    open: z.array(shownTask),
    closed: z.array(shownTask),
    /** How many closed ones are older than those shown, and how to ask for them. */
    older: z.number().int().nonnegative(),
    next: cursor.nullable(),
    takers: z.array(z.object({ staffId, name: z.string() })),
  }),
  discloses: (shown) => [shown.participantId],
});

/** Nothing of what it is about, nothing of what was done: the front desk may know that somebody comes, not why (W18, W20). */
export const standingDanger = z.object({
  taskId,
  openedAt: instant,
  openedBy: z.string(),
  /** Until when somebody should have taken it, and that this has passed with nobody. */
  takeBy: instant,
  isOverdue: z.boolean(),
  taken: z.object({ name: z.string(), at: instant }).nullable(),
  /** Who can open it and has been told on the screen. */
  told: z.array(z.object({ name: z.string(), because: ownedBecause })),
  closedAt: instant.nullable(),
});

export const readDangerStanding = read({
  name: 'tasks.read-danger-standing',
  path: '/people/:participantId/danger-standing',
  summary: 'Danger marked about one person that is open or was closed in the last 24 hours: when, by whom, and who has taken it.',
  may: 'danger.mark' satisfies Permission,
  params: z.object({ participantId }),
  query: z.object({ sessionId: uuid.optional() }),
  output: z.object({ participantId, asOf: instant, site, marks: z.array(standingDanger) }),
  discloses: (standing) => [standing.participantId],
  accounting: 'each-change',
});

export const readDangerBoard = read({
  name: 'tasks.read-danger-board',
  path: '/boards/danger',
  summary: 'Open danger of a site for those who may mark it: about whom, since when, and who has taken it.',
  may: 'danger.mark' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({ asOf: instant, site, marks: z.array(standingDanger.extend({ participantId, displayName: z.string() })) }),
  discloses: (board) => board.marks.map((mark) => mark.participantId),
  accounting: 'each-change',
});
