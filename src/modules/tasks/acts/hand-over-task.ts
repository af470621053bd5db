/** A task is handed to a colleague who works at its site, danger also to one who works where the person is: it becomes theirs too, and stays with whoever has it until they take it. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer, Exchange } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { dateIn } from '../../../values/civil-date.ts';
import type { handOverTask as contract } from '../contract.ts';
import { insertTaskOwners, lockTask } from '../store.ts';
import type { LockedTask } from '../store.ts';
import { listOpenSites } from '../store/grounds.ts';
import { listTakers } from '../store/owners.ts';
import { closedRefusal } from './closed.ts';

async function listTakersOf({ tx, actor, now }: Exchange, task: LockedTask): Promise<Set<string>> {
  const takers = new Set<string>();
  const places = [{ siteId: task.siteId, timeZone: task.timeZone }, ...(task.kind === 'danger' ? await listOpenSites(tx, actor.orgId, task.participantId, now) : [])];
  for (const { siteId, timeZone } of places) for (const one of await listTakers(tx, actor.orgId, siteId, dateIn(timeZone, now))) takers.add(one.id);
  return takers;
}

export const handOverTask: Answer<typeof contract> = async (exchange, { params: { taskId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const task = await lockTask(tx, actor.orgId, taskId, actor, now);
  if (task === null) return refuse('not-found');
  if (task.closedAt !== null) return await closedRefusal(tx, actor.orgId, task);
  if (!(await listTakersOf(exchange, task)).has(body.staffId)) return refuse('not-theirs-to-take');
  if (await versionOf(tx, actor.orgId, taskId) !== body.version) return refuse('changed-meanwhile');
  await insertTaskOwners(tx, actor.orgId, [{ id: newId(), taskId, staffId: body.staffId, because: 'handed-over' }], now, actor.id);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'tasks', rowId: taskId, was: { handedTo: null }, became: { handedTo: body.staffId } });
  return { value: { taskId, participantId: task.participantId } };
};
