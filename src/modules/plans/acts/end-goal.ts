/** A goal ends, or comes back while there is room for it: load, decide, save. */
import { recordChange } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { GOALS_MAX } from '../contract.ts';
import type { endGoal as contract } from '../contract.ts';
import { decideNumber } from '../rules/plan.ts';
import { listGoals, setGoalEnd } from '../store/goals.ts';
import { holdPlanOf } from './hold-plan.ts';

export const endGoal: Answer<typeof contract> = async (exchange, { params: { goalId }, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  const held = await holdPlanOf(exchange, goalId);
  if ('refused' in held) return held;
  const { episode, goal: { hasEnded } } = held.value;
  const reply = { value: { participantId: episode.participantId, goalId } };
  if (hasEnded === ends) return reply;
  if (!ends) {
    const decided = decideNumber(await listGoals(tx, actor.orgId, [episode.id]), GOALS_MAX, 'goals-full');
    if ('refused' in decided) return decided;
  }
  await setGoalEnd(tx, actor.orgId, goalId, ends ? { at: now, by: actor.id } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'plan_goals', rowId: goalId, was: { ended: hasEnded }, became: { ended: ends } });
  return reply;
};
