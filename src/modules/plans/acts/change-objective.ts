/** An objective is worded anew, or gets another target day, over the version that was seen: load, decide, save. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { changeObjective as contract } from '../contract.ts';
import { isTargetPassed } from '../rules/plan.ts';
import { findObjective, updateObjective } from '../store/objectives.ts';
import { holdPlanOf } from './hold-plan.ts';

export const changeObjective: Answer<typeof contract> = async (exchange, { params: { objectiveId }, body: { version, ...became } }) => {
  const { tx, actor: { orgId, id: by }, now } = exchange;
  const held = await holdPlanOf(exchange, (await findObjective(tx, orgId, objectiveId))?.goalId ?? null);
  if ('refused' in held) return held;
  const { goal, episode, today } = held.value;
  const was = await findObjective(tx, orgId, objectiveId);
  if (was === null || await versionOf(tx, orgId, objectiveId) !== version) return refuse('changed-meanwhile');
  if (goal.hasEnded) return refuse('goal-ended');
  if (was.hasEnded) return refuse('objective-ended');
  if (isTargetPassed(became.targetOn, was.targetOn, today)) return refuse('target-passed');
  await updateObjective(tx, orgId, objectiveId, became);
  await recordChange(tx, { orgId, by, now }, { about: 'plan_objectives', rowId: objectiveId, was: { text: was.text, targetOn: was.targetOn }, became });
  return { value: { participantId: episode.participantId, objectiveId } };
};
