/** A goal in the person's own words gets the next number: load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { GOALS_MAX } from '../contract.ts';
import type { addGoal as contract } from '../contract.ts';
import { decideNumber } from '../rules/plan.ts';
import { insertGoal, listGoals } from '../store/goals.ts';
import type { GoalId } from '../words.ts';
import { holdPlan } from './hold-plan.ts';

export const addGoal: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const held = await holdPlan(exchange, params.episodeId);
  if ('refused' in held) return held;
  const { episode } = held.value;
  const decided = decideNumber(await listGoals(tx, actor.orgId, [episode.id]), GOALS_MAX, 'goals-full');
  if ('refused' in decided) return decided;
  const goalId = newId<GoalId>();
  await insertGoal(tx, actor.orgId, { id: goalId, episodeId: episode.id, participantId: episode.participantId, ...decided.value, ...body }, { at: now, by: actor.id });
  return { value: { participantId: episode.participantId, goalId, ...decided.value } };
};
