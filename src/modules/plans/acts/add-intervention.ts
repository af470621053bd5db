/** An intervention under a goal gets the next letter: load, decide, save. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import { INTERVENTIONS_MAX } from '../contract.ts';
import type { addIntervention as contract } from '../contract.ts';
import { decideNumber } from '../rules/plan.ts';
import { insertIntervention, listAnswerable, listInterventions } from '../store/interventions.ts';
import type { InterventionId } from '../words.ts';
import { holdPlanOf } from './hold-plan.ts';

export const addIntervention: Answer<typeof contract> = async (exchange, { params: { goalId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const held = await holdPlanOf(exchange, goalId);
  if ('refused' in held) return held;
  const { goal, episode, today } = held.value;
  if (goal.hasEnded) return refuse('goal-ended');
  if (body.staffId !== null && !(await listAnswerable(tx, actor.orgId, episode.siteId, today)).some((one) => one.id === body.staffId)) return refuse('staff-not-here');
  const decided = decideNumber(await listInterventions(tx, actor.orgId, [goalId]), INTERVENTIONS_MAX, 'interventions-full');
  if ('refused' in decided) return decided;
  const interventionId = newId<InterventionId>();
  await insertIntervention(tx, actor.orgId, { id: interventionId, goalId, ...body, ...decided.value }, { at: now, by: actor.id });
  return { value: { participantId: episode.participantId, interventionId, ...decided.value } };
};
