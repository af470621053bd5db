/** A plan is signed as it was seen: frozen under the signer's name, with the review of today, or not at all (W13). */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findSupervisor } from '../../modules/notes/index.ts';
import type { StaffId } from '../../modules/people/words.ts';
import { contentOf, decidePlanReview, decidePlanSigning, fingerprintOf, holdPlan, insertReview, insertSignedPlan, listSignedPlans, listWholeGoals } from '../../modules/plans/index.ts';
import type { signPlan as contract } from '../../modules/plans/contract.ts';
import type { SignedPlanId } from '../../modules/plans/words.ts';

export const signPlan: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const held = await holdPlan(exchange, params.episodeId);
  if ('refused' in held) return held;
  const { episode, today } = held.value;
  const [goals, [newest], cosignBy] = await Promise.all([listWholeGoals(tx, actor.orgId, [episode.id]), listSignedPlans(tx, actor.orgId, [episode.id]), findSupervisor(tx, actor.orgId, actor.id, today)]);
  const content = contentOf(goals);
  if (fingerprintOf(content) !== body.version) return refuse('changed-meanwhile');
  const decided = decidePlanSigning(content, body, newest ?? null);
  if ('refused' in decided) return decided;
  const no = decidePlanReview({ reviewedOn: today, nextOn: body.nextReviewOn, admittedOn: episode.admittedOn, today });
  // Today is never ahead of itself.
  if (no !== null && no !== 'review-ahead') return refuse(no);

  const { nextReviewOn, agreement, agreementWords } = body;
  const [signedPlanId, reviewId, number] = [newId<SignedPlanId>(), newId(), (newest?.no ?? 0) + 1];
  await insertSignedPlan(tx, actor.orgId, {
    id: signedPlanId, episodeId: episode.id, participantId: episode.participantId, no: number, content, nextReviewOn, agreement, agreementWords, cosignBy, author: { id: actor.id, ...actor.signature }, at: now,
  });
  await insertReview(tx, actor.orgId, { id: reviewId, episodeId: episode.id, reviewedOn: today, nextOn: nextReviewOn }, { at: now, by: actor.id });
  return { value: { participantId: episode.participantId, signedPlanId, no: number, reviewId, cosignBy: cosignBy as StaffId | null } };
};
