/** An objective ends, or comes back while its goal holds and has room: load, decide, save. */
import { recordChange } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { OBJECTIVES_MAX } from '../contract.ts';
import type { endObjective as contract } from '../contract.ts';
import { decideNumber } from '../rules/plan.ts';
import { findGoalOfObjective, hasGoalEnded, hasObjectiveEnded, listObjectiveNumbers, setObjectiveEnd } from '../store.ts';
import { holdPlanOf } from './hold-plan.ts';

export const endObjective: Answer<typeof contract> = async (exchange, { params: { objectiveId }, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  const goalId = await findGoalOfObjective(tx, actor.orgId, objectiveId);
  const held = await holdPlanOf(exchange, goalId);
  if ('refused' in held || goalId === null) return 'refused' in held ? held : refuse('not-found');
  const reply = { value: { participantId: held.value.episode.participantId, objectiveId } };
  const hasEnded = await hasObjectiveEnded(tx, actor.orgId, objectiveId);
  if (hasEnded === ends) return reply;
  if (!ends) {
    if (await hasGoalEnded(tx, actor.orgId, goalId)) return refuse('goal-ended');
    const decided = decideNumber(await listObjectiveNumbers(tx, actor.orgId, goalId), OBJECTIVES_MAX, 'objectives-full');
    if ('refused' in decided) return decided;
  }
  await setObjectiveEnd(tx, actor.orgId, objectiveId, ends ? { at: now, by: actor.id } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'plan_objectives', rowId: objectiveId, was: { ended: hasEnded }, became: { ended: ends } });
  return reply;
};
