/** An objective under a goal gets the next number: load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { OBJECTIVES_MAX } from '../contract.ts';
import type { addObjective as contract } from '../contract.ts';
import { decideNumber, isTargetPassed } from '../rules/plan.ts';
import { insertObjective, listObjectives } from '../store/objectives.ts';
import type { ObjectiveId } from '../words.ts';
import { holdPlanOf } from './hold-plan.ts';

export const addObjective: Answer<typeof contract> = async (exchange, { params: { goalId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const held = await holdPlanOf(exchange, goalId);
  if ('refused' in held) return held;
  const { goal, episode, today } = held.value;
  if (goal.hasEnded) return refuse('goal-ended');
  if (isTargetPassed(body.targetOn, null, today)) return refuse('target-passed');
  const decided = decideNumber(await listObjectives(tx, actor.orgId, [goalId]), OBJECTIVES_MAX, 'objectives-full');
  if ('refused' in decided) return decided;
  const objectiveId = newId<ObjectiveId>();
  await insertObjective(tx, actor.orgId, { id: objectiveId, goalId, ...body, ...decided.value }, { at: now, by: actor.id });
  return { value: { participantId: episode.participantId, objectiveId, ...decided.value } };
};
