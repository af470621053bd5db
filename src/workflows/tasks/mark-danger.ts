/** Somebody is in danger: a task for the counselor and whoever is on call, at once; nothing that is said here is refused (W18). */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { findDangerGround } from '../../modules/tasks/index.ts';
import type { markDanger as contract } from '../../modules/tasks/contract.ts';
import type { TaskId } from '../../modules/tasks/words.ts';
import { namedOwners, openDanger } from './task-facts.ts';

export const markDanger: Answer<typeof contract> = async (exchange, { params: { participantId }, body }) => {
  const { tx, actor, now } = exchange;
  const ground = await findDangerGround(tx, actor.orgId, { participantId, sessionId: body.sessionId, siteIds: actor.placeIds });
  if (ground === null || !(ground.inSession || await isVisible(tx, actor.orgId, participantId, actor, now))) return refuse('not-found');
  await lockParticipants(tx, actor.orgId, [participantId]);
  const { siteId, timeZone, sessionId } = ground;
  const { taskId, opened } = await openDanger(exchange, { participantId, siteId, timeZone, sessionId, concern: body.concern, detail: body.detail, source: body.source });
  return { value: { taskId: taskId as TaskId, participantId, opened, at: now.toISOString(), told: await namedOwners(exchange, taskId) } };
};
