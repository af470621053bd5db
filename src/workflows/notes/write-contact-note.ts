/** A contact is written down and signed at once; it may close the task it answers, and danger opens its task in the same act (W17, W18). */
import type { Answer, Exchange } from '../../platform/http.ts';
import { recordChange } from '../../platform/changes.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { insertContactNote } from '../../modules/notes/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { closedRefusal, decideClosing, decideContact, findDangerGround, lockTask, updateClosed } from '../../modules/tasks/index.ts';
import type { LockedTask } from '../../modules/tasks/index.ts';
import type { writeContactNote as contract } from '../../modules/tasks/contract.ts';
import type { TaskEnd, TaskId } from '../../modules/tasks/words.ts';
import { namedOwners, openDanger } from '../tasks/task-facts.ts';

/** Ends the task that the note answers; what was done is what the note says. */
async function close({ tx, actor, now }: Exchange, task: LockedTask, endedAs: TaskEnd, done: string): Promise<Outcome<null, 'task-closed' | 'end-does-not-fit' | 'done-missing'>> {
  if (task.closedAt !== null) return await closedRefusal(tx, actor.orgId, task);
  const decided = decideClosing(task.kind, { endedAs, done });
  if (isRefused(decided)) return decided;
  await updateClosed(tx, actor.orgId, task.id, { at: now, by: actor.id, endedAs, done });
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'tasks', rowId: task.id, was: { endedAs: null, done: '', closedBy: null }, became: { endedAs, done, closedBy: actor.id } });
  return decided;
}

export const writeContactNote: Answer<typeof contract> = async (exchange, { params: { participantId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const { concern, taskId, closes, ...said } = body;
  if (!await isVisible(tx, actor.orgId, participantId, actor, now, 'lock')) return refuse('not-found');
  const task = taskId === null ? null : await lockTask(tx, actor.orgId, taskId, actor, now);
  if (taskId !== null && task?.participantId !== participantId) return refuse('not-found');
  const ground = await findDangerGround(tx, actor.orgId, { participantId, sessionId: null, siteIds: actor.placeIds });
  if (ground === null) return refuse('not-found');
  const happenedAt = new Date(said.happenedAt);
  const decided = decideContact({ happenedAt, risk: said.risk, concern }, now);
  if (isRefused(decided)) return decided;
  if (task !== null && closes !== null) {
    const closed = await close(exchange, task, closes, said.text);
    if (isRefused(closed)) return closed;
  }
  const { siteId, timeZone } = ground;
  const danger = decided.value === null ? null : await openDanger(exchange, { participantId, siteId, timeZone, sessionId: null, concern: decided.value, detail: '', source: 'contact-note' });
  const dangerTaskId = (danger?.taskId ?? null) as TaskId | null;
  const contactNoteId = newId();
  await insertContactNote(tx, actor.orgId, { ...said, id: contactNoteId, participantId, siteId: task?.siteId ?? siteId, taskId, dangerTaskId, happenedAt }, { id: actor.id, ...actor.signature }, now);
  return { value: { contactNoteId, participantId, signedAt: now.toISOString(), dangerTaskId, told: dangerTaskId === null ? [] : await namedOwners(exchange, dangerTaskId) } };
};
