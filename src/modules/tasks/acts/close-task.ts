/** A task ends with how it ended and what was done; whoever closed it may open it again for a few minutes (W18). */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer, Exchange } from '../../../platform/http.ts';
import { isRefused, refuse } from '../../../platform/outcome.ts';
import { addDays, dateIn } from '../../../values/civil-date.ts';
import type { closeTask as contract } from '../contract.ts';
import { decideClosing, decideReopening } from '../rules/closing.ts';
import { decideFollowUpOwners } from '../rules/owners.ts';
import { LOOK_AHEAD_DAYS, outreachDue } from '../rules/due.ts';
import { insertTasks, lockTask, updateClosed } from '../store.ts';
import type { LockedTask } from '../store.ts';
import { listHolidayDates, loadCandidates } from '../store/owners.ts';
import type { TaskId } from '../words.ts';
import { closedRefusal } from './closed.ts';

/** The next call about the same absence, on the next working day of the site, whosever it is by then. */
async function openNext({ tx, actor, now, newId }: Exchange, task: LockedTask): Promise<{ taskId: TaskId; dueAt: string }> {
  const { siteId, participantId, sessionId, timeZone } = task;
  const day = dateIn(timeZone, now);
  const dueAt = outreachDue(timeZone, now, { days: 1, holidays: await listHolidayDates(tx, actor.orgId, siteId, day, addDays(day, LOOK_AHEAD_DAYS)) });
  const candidates = (await loadCandidates(tx, actor.orgId, { siteId, day, participantIds: [participantId] })).get(participantId);
  const id = newId<TaskId>();
  const owners = candidates === undefined ? [] : decideFollowUpOwners(candidates).map((owner) => ({ ...owner, id: newId() }));
  await insertTasks(tx, actor.orgId, [{ id, siteId, kind: 'outreach', source: 'absence', concern: null, detail: '', participantId, sessionId, dueAt, owners }], now, actor.id);
  return { taskId: id, dueAt: dueAt.toISOString() };
}

export const closeTask: Answer<typeof contract> = async (exchange, { params: { taskId }, body }) => {
  const { tx, actor, now } = exchange;
  const task = await lockTask(tx, actor.orgId, taskId, actor, now);
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
  const next = body.ends && body.triesAgain === true ? await openNext(exchange, task) : null;
  return { value: { taskId, participantId: task.participantId, next } };
};
