/** A task ends with how it ended and what was done; whoever closed it may open it again for a few minutes (W18). */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { isRefused, refuse } from '../../../platform/outcome.ts';
import type { closeTask as contract } from '../contract.ts';
import { decideClosing, decideReopening } from '../rules/closing.ts';
import { lockTask, updateClosed } from '../store.ts';
import { closedRefusal } from './closed.ts';

export const closeTask: Answer<typeof contract> = async ({ tx, actor, now }, { params: { taskId }, body }) => {
  const task = await lockTask(tx, actor.orgId, taskId, actor);
  if (task === null) return refuse('not-found');
  if (body.ends && task.closedAt !== null) return await closedRefusal(tx, actor.orgId, task);
  const decided = body.ends ? decideClosing(task.kind, body) : decideReopening(task, actor.id, now);
  if (isRefused(decided)) return decided;
  if (await versionOf(tx, actor.orgId, taskId) !== body.version) return refuse('changed-meanwhile');
  await updateClosed(tx, actor.orgId, taskId, body.ends ? { at: now, by: actor.id, endedAs: body.endedAs, done: body.done } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, {
    about: 'tasks', rowId: taskId, was: { endedAs: task.endedAs, done: task.done, closedBy: task.closedBy },
    became: { endedAs: body.ends ? body.endedAs : null, done: body.ends ? body.done : '', closedBy: body.ends ? actor.id : null },
  });
  return { value: { taskId, participantId: task.participantId } };
};
