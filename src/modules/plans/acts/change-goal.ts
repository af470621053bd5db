/** A goal is worded anew over the version that was seen; what it said before is kept: load, decide, save. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { changeGoal as contract } from '../contract.ts';
import { updateGoal } from '../store/goals.ts';
import { holdPlanOf } from './hold-plan.ts';

export const changeGoal: Answer<typeof contract> = async (exchange, { params: { goalId }, body: { version, ...became } }) => {
  const { tx, actor: { orgId, id: by }, now } = exchange;
  const held = await holdPlanOf(exchange, goalId);
  if ('refused' in held) return held;
  const { goal: { problem, ownWords, hasEnded }, episode } = held.value;
  if (await versionOf(tx, orgId, goalId) !== version) return refuse('changed-meanwhile');
  if (hasEnded) return refuse('goal-ended');
  await updateGoal(tx, orgId, goalId, became);
  await recordChange(tx, { orgId, by, now }, { about: 'plan_goals', rowId: goalId, was: { problem, ownWords }, became });
  return { value: { participantId: episode.participantId, goalId } };
};
