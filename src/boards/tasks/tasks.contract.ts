/** Open tasks of a site, those of the asker, and who would be told about one person. */
import { z } from 'zod';
import { read } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, uuid } from '../../values/wire.ts';
import { contactWay, participantId, staffId } from '../../modules/people/words.ts';
import { told } from '../../modules/tasks/contract.ts';
import { concern, ownedBecause, taskEnd, taskId, taskKind, taskSource } from '../../modules/tasks/words.ts';

const named = z.object({ staffId, name: z.string() });

export const shownTask = z.object({
  id: taskId,
  version: z.number().int().nonnegative(),
  kind: taskKind,
  source: taskSource,
  concern: concern.nullable(),
  /** More in words; the figure where a craving rose. */
  detail: z.string(),
  participantId,
  displayName: z.string(),
  /** Told when it is not the site that was asked for: a task that is the asker's own stands wherever they look, and danger where the person is. */
  otherSiteName: z.string().nullable(),
  session: z.object({ name: z.string(), startsAt: instant }).nullable(),
  openedAt: instant,
  openedBy: z.string(),
  /** Everybody who saw this danger, the one who opened the task first; empty for other kinds. `source` is null where an older mark did not keep it. */
  marks: z.array(z.object({ by: z.string(), at: instant, detail: z.string(), source: taskSource.nullable() })),
  dueAt: instant,
  isOverdue: z.boolean(),
  isMine: z.boolean(),
  owners: z.array(named.extend({ because: ownedBecause, at: instant })),
  taken: named.extend({ at: instant }).nullable(),
  closed: named.extend({ at: instant, endedAs: taskEnd, done: z.string() }).nullable(),
  /** How the person may be reached, by the person's own rule; the number only where the rule lets it be called or written to. */
  reach: z.object({ contactBy: contactWay, telephone: z.string(), mayLeaveMessage: z.boolean(), contactNote: z.string() }),
});

export const readTasks = read({
  name: 'tasks.read',
  path: '/boards/tasks',
  summary: 'Every open task of a site, danger first, and what was closed in the last seven days.',
  may: 'task.read' satisfies Permission,
  query: z.object({ siteId: uuid }),
  output: z.object({
    asOf: instant,
    site: z.object({ id: uuid, name: z.string(), timeZone: z.string(), telephone: z.string() }),
    open: z.array(shownTask),
    closed: z.array(shownTask),
    /** To whom a task may be handed over. */
    takers: z.array(named),
  }),
  discloses: (board) => [...board.open, ...board.closed].map((task) => task.participantId),
  accounting: 'each-change',
});

/** For the bell on every page: counts, and at which site the first danger stands. */
export const readMyTasks = read({
  name: 'tasks.mine',
  path: '/boards/tasks/mine',
  summary: 'How many danger tasks are open at the sites where I work or are mine, and how many other tasks are mine.',
  may: 'task.read' satisfies Permission,
  output: z.object({ danger: z.number().int().nonnegative(), others: z.number().int().nonnegative(), siteId: uuid.nullable() }),
  discloses: () => [],
});

/** Says before the first question who would be told, and whether anybody is on call (W19). */
export const readDangerReaders = read({
  name: 'tasks.read-readers',
  path: '/people/:participantId/danger',
  summary: 'Who would be told if danger were marked about this person now.',
  may: 'danger.mark' satisfies Permission,
  params: z.object({ participantId }),
  query: z.object({ sessionId: uuid.optional() }),
  output: z.object({
    participantId,
    asOf: instant,
    site: z.object({ name: z.string(), timeZone: z.string(), telephone: z.string() }),
    isAnybodyOnCall: z.boolean(),
    readers: z.array(told),
  }),
  discloses: (readers) => [readers.participantId],
});
