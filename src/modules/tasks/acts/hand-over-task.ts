/** A task is handed to a colleague who works at its site: it becomes theirs too, and stays with whoever has it until they take it. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { handOverTask as contract } from '../contract.ts';
import { insertTaskOwners, lockTask } from '../store.ts';
import { listTakers } from '../store/owners.ts';
import { closedRefusal } from './closed.ts';

export const handOverTask: Answer<typeof contract> = async ({ tx, actor, now, newId }, { params: { taskId }, body }) => {
  const task = await lockTask(tx, actor.orgId, taskId, actor);
  if (task === null) return refuse('not-found');
  if (task.closedAt !== null) return await closedRefusal(tx, actor.orgId, task);
  const takers = await listTakers(tx, actor.orgId, task.siteId, dateIn(task.timeZone, now));
  if (!takers.some((one) => one.id === body.staffId)) return refuse('not-theirs-to-take');
  if (await versionOf(tx, actor.orgId, taskId) !== body.version) return refuse('changed-meanwhile');
  await insertTaskOwners(tx, actor.orgId, [{ id: newId(), taskId, staffId: body.staffId, because: 'handed-over' }], now, actor.id);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'tasks', rowId: taskId, was: { handedTo: null }, became: { handedTo: body.staffId } });
  return { value: { taskId, participantId: task.participantId } };
};
