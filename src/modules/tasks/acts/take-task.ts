/** Somebody takes a task, takes it over from a colleague, or gives it back. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { takeTask as contract } from '../contract.ts';
import { lockTask, updateTaken } from '../store.ts';
import { closedRefusal } from './closed.ts';

export const takeTask: Answer<typeof contract> = async ({ tx, actor, now }, { params: { taskId }, body }) => {
  const task = await lockTask(tx, actor.orgId, taskId, actor, now);
  if (task === null) return refuse('not-found');
  if (task.closedAt !== null) return await closedRefusal(tx, actor.orgId, task);
  if (await versionOf(tx, actor.orgId, taskId) !== body.version) return refuse('changed-meanwhile');
  const reply = { value: { taskId, participantId: task.participantId } };
  if (body.takes && task.takenBy === actor.id) return reply;
  if (!body.takes && task.takenBy !== actor.id) return refuse('not-taken');
  await updateTaken(tx, actor.orgId, taskId, body.takes ? { at: now, by: actor.id } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'tasks', rowId: taskId, was: { takenBy: task.takenBy }, became: { takenBy: body.takes ? actor.id : null } });
  return reply;
};
