/** An intervention ends, or comes back while its goal holds and has room: load, decide, save. */
import { recordChange } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { INTERVENTIONS_MAX } from '../contract.ts';
import type { endIntervention as contract } from '../contract.ts';
import { decideNumber } from '../rules/plan.ts';
import { findIntervention, listInterventions, setInterventionEnd } from '../store/interventions.ts';
import { holdPlanOf } from './hold-plan.ts';

export const endIntervention: Answer<typeof contract> = async (exchange, { params: { interventionId }, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  const held = await holdPlanOf(exchange, (await findIntervention(tx, actor.orgId, interventionId))?.goalId ?? null);
  if ('refused' in held) return held;
  const { episode, goal } = held.value;
  const reply = { value: { participantId: episode.participantId, interventionId } };
  const siblings = await listInterventions(tx, actor.orgId, [goal.goalId]);
  const hasEnded = siblings.find((one) => one.interventionId === interventionId)?.hasEnded ?? true;
  if (hasEnded === ends) return reply;
  if (!ends) {
    if (goal.hasEnded) return refuse('goal-ended');
    const decided = decideNumber(siblings, INTERVENTIONS_MAX, 'interventions-full');
    if ('refused' in decided) return decided;
  }
  await setInterventionEnd(tx, actor.orgId, interventionId, ends ? { at: now, by: actor.id } : null);
  await recordChange(tx, { orgId: actor.orgId, by: actor.id, now }, { about: 'plan_interventions', rowId: interventionId, was: { ended: hasEnded }, became: { ended: ends } });
  return reply;
};
