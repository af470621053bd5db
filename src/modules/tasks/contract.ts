/** Acts on tasks: marking danger, taking, handing over, closing; and writing a contact note, which may close one and open another. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant, plainText, uuid } from '../../values/wire.ts';
import { contactAhead, contactLongAgo, contactSaid } from '../notes/contacts.contract.ts';
import { participantId, staffId } from '../people/words.ts';
import { sessionId } from '../sessions/words.ts';
import { concern, ownedBecause, taskEnd, taskId } from './words.ts';

export const taskClosed = refusal('task-closed', 409, 'This task is closed already, so nothing was changed.', 'Below on the page stands who closed it and with what was done.');
export const endDoesNotFit = refusal('end-does-not-fit', 422, 'This kind of task does not end like that, so it stays open.', 'Choose one of the ends that the page offers.');
export const doneMissing = refusal('done-missing', 422, 'What was done is missing, so the task stays open.', 'Say in a few words what was done.');
export const taskOpen = refusal('task-open', 409, 'This task is open, so there is nothing to bring back.', 'Look at it on the page of tasks.');
export const reopenPassed = refusal('reopen-passed', 409, 'This task was not opened again: only whoever closed it can do so, within ten minutes.', 'Mark the danger again, or write a contact note.');
export const notTheirsToTake = refusal('not-theirs-to-take', 422, 'This colleague cannot take it: tasks of this site are not theirs to see today.', 'Choose somebody who works here today.');
export const openedAnew = refusal('opened-anew', 409, 'A new task for the same absence is open meanwhile, so this one stays closed.', 'Go on with the new one.');
export const notTaken = refusal('not-taken', 409, 'This task is not yours, so there is nothing to give back.', 'Take it first.');
export const concernMissing = refusal('concern-missing', 422, 'Danger without what it is about was not signed.', 'Choose what the danger is about, then sign again.');

/** A version counts the changes of a task; no more than PostgreSQL's integer holds. */
const version = z.number().int().nonnegative().max(2_147_483_646);
const detail = plainText(500);
const done = plainText(2000);

/** Who has been told on the screen; `reads` false for somebody whose role cannot open it and who must fetch a colleague. */
export const told = z.object({ staffId, name: z.string(), credential: z.string(), because: ownedBecause, reads: z.boolean() });

/** Never refused for what it says: a person in danger waits for nobody's form. An unknown session is left out. */
export const markDanger = act({
  name: 'tasks.mark-danger',
  path: '/people/:participantId/danger',
  summary: 'Opens a danger task at once, for the primary counselor and whoever is on call.',
  may: 'danger.mark' satisfies Permission,
  params: z.object({ participantId }),
  body: z.object({ concern, detail, sessionId: sessionId.nullable(), source: z.enum(['button', 'group-room']) }),
  output: z.object({ taskId, participantId, opened: z.boolean(), at: instant, told: z.array(told) }),
  discloses: (marked) => [marked.participantId],
});

const oneTask = z.object({ taskId });
const changed = z.object({ taskId, participantId });

/** `takes: false` gives it back. Whoever takes a task that somebody has takes it over, and the history says so. */
export const takeTask = act({
  name: 'tasks.take',
  path: '/tasks/:taskId/take',
  summary: 'Takes a task, takes it over, or gives it back.',
  may: 'task.close' satisfies Permission,
  params: oneTask,
  body: z.object({ version, takes: z.boolean() }),
  output: changed,
  refusals: [taskClosed, notTaken],
  discloses: (task) => [task.participantId],
});

/** It stays with whoever has taken it until the colleague takes it. */
export const handOverTask = act({
  name: 'tasks.hand-over',
  path: '/tasks/:taskId/hand-over',
  summary: 'Adds a colleague who works at the site to those whose task it is.',
  may: 'task.close' satisfies Permission,
  params: oneTask,
  body: z.object({ version, staffId }),
  output: changed,
  refusals: [taskClosed, notTheirsToTake],
  discloses: (task) => [task.participantId],
});

/**
 * `ends: false` opens it again, for a few minutes and for whoever closed it. `triesAgain` opens the next outreach for the same absence, due on
 * the next working day of the site: only of an outreach that ends as not reached.
 */
export const closeTask = act({
  name: 'tasks.close',
  path: '/tasks/:taskId/close',
  summary: 'Closes a task with how it ended and what was done, or opens it again.',
  may: 'task.close' satisfies Permission,
  params: oneTask,
  body: z.discriminatedUnion('ends', [z.object({ ends: z.literal(true), version, endedAs: taskEnd, done, triesAgain: z.boolean().optional() }), z.object({ ends: z.literal(false), version })]),
  output: changed.extend({ next: z.object({ taskId, dueAt: instant }).nullable() }),
  refusals: [taskClosed, endDoesNotFit, doneMissing, taskOpen, reopenPassed, openedAnew],
  discloses: (task) => [task.participantId],
});

/** Signed at once under the author's name. Danger opens its task in the same act; `closes` ends the task that the note answers. */
export const writeContactNote = act({
  name: 'notes.write-contact',
  path: '/people/:participantId/contact-notes',
  summary: 'Signs a note about a contact outside of sessions; it may close a task and open a danger task.',
  may: 'contact.write' satisfies Permission,
  params: z.object({ participantId }),
  body: contactSaid.extend({ concern: concern.nullable(), taskId: taskId.nullable(), closes: taskEnd.nullable() })
    .refine((note) => note.closes === null || note.taskId !== null, 'which task it closes'),
  output: z.object({ contactNoteId: uuid, participantId, signedAt: instant, dangerTaskId: taskId.nullable(), told: z.array(told) }),
  refusals: [contactAhead, contactLongAgo, concernMissing, taskClosed, endDoesNotFit, doneMissing],
  discloses: (note) => [note.participantId],
});
