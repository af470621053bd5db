/** An objective ends, or comes back while its goal holds and has room: load, decide, save. */
import { recordChange } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { OBJECTIVES_MAX } from '../contract.ts';
import type { endObjective as contract } from '../contract.ts';
import { decideNumber } from '../rules/plan.ts';
import { findObjective, listObjectives, setObjectiveEnd } from '../store/objectives.ts';
import { holdPlanOf } from './hold-plan.ts';

export const endObjective: Answer<typeof contract> = async (exchange, { params: { objectiveId }, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  const held = await holdPlanOf(exchange, (await findObjective(tx, actor.orgId, objectiveId))?.goalId ?? null);
  if ('refused' in held) return held;
  const { episode, goal } = held.value;
  const reply = { value: { participantId: episode.participantId, objectiveId } };
  const siblings = await listObjectives(tx, actor.orgId, [goal.goalId]);
  const hasEnded = siblings.find((one) => one.objectiveId === objectiveId)?.hasEnded ?? true;
  if (hasEnded === ends) return reply;
  if (!ends) {
    if (goal.hasEnded) return refuse('goal-ended');
    const decided = decideNumber(siblings, OBJECTIVES_MAX, 'objectives-full');
    if ('refused' in decided) return decided;
  }
  await setObjectiveEnd(tx, actor.orgId, objectiveId, ends ? { at: now, by: actor.id } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'plan_objectives', rowId: objectiveId, was: { ended: hasEnded }, became: { ended: ends } });
  return reply;
};
