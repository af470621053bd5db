/** An intervention is worded anew, or somebody else answers for it, over the version that was seen: load, decide, save. */
import { recordChange, versionOf } from '../../../platform/changes.ts';
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { changeIntervention as contract } from '../contract.ts';
import { findIntervention, listAnswerable, updateIntervention } from '../store/interventions.ts';
import { holdPlanOf } from './hold-plan.ts';

/** Whoever answers already may have left meanwhile: only somebody new is measured against who works here. */
export const changeIntervention: Answer<typeof contract> = async (exchange, { params: { interventionId }, body: { version, ...became } }) => {
  const { tx, actor: { orgId, id: by }, now } = exchange;
  const held = await holdPlanOf(exchange, (await findIntervention(tx, orgId, interventionId))?.goalId ?? null);
  if ('refused' in held) return held;
  const { goal, episode, today } = held.value;
  const was = await findIntervention(tx, orgId, interventionId);
  if (was === null || await versionOf(tx, orgId, interventionId) !== version) return refuse('changed-meanwhile');
  if (goal.hasEnded) return refuse('goal-ended');
  if (was.hasEnded) return refuse('intervention-ended');
  const { staffId } = became;
  if (staffId !== null && staffId !== was.staffId && !(await listAnswerable(tx, orgId, episode.siteId, today)).some((one) => one.id === staffId)) return refuse('staff-not-here');
  await updateIntervention(tx, orgId, interventionId, became);
  await recordChange(tx, { orgId, by, now }, { about: 'plan_interventions', rowId: interventionId, was: { text: was.text, frequency: was.frequency, staffId: was.staffId }, became });
  return { value: { participantId: episode.participantId, interventionId } };
};
