/** An objective under a goal gets the next number: load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { OBJECTIVES_MAX } from '../contract.ts';
import type { addObjective as contract } from '../contract.ts';
import { decideNumber } from '../rules/plan.ts';
import { hasGoalEnded, insertObjective, listObjectiveNumbers } from '../store.ts';
import type { ObjectiveId } from '../words.ts';
import { holdPlanOf } from './hold-plan.ts';

export const addObjective: Answer<typeof contract> = async (exchange, { params: { goalId }, body: { text } }) => {
  const { tx, actor, now, newId } = exchange;
  const held = await holdPlanOf(exchange, goalId);
  if ('refused' in held) return held;
  if (await hasGoalEnded(tx, actor.orgId, goalId)) return refuse('goal-ended');
  const decided = decideNumber(await listObjectiveNumbers(tx, actor.orgId, goalId), OBJECTIVES_MAX, 'objectives-full');
  if ('refused' in decided) return decided;
  const objectiveId = newId<ObjectiveId>();
  await insertObjective(tx, actor.orgId, { id: objectiveId, goalId, text, ...decided.value }, { at: now, by: actor.id });
  return { value: { participantId: held.value.episode.participantId, objectiveId, ...decided.value } };
};
