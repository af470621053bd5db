/** A supervisor co-signs a plan, by the same rule as notes: the one who was wanted, or whoever may when that one cannot any more (W13). */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { listCoSigners, waitsFor } from '../../modules/notes/index.ts';
import { lockEpisode } from '../../modules/placements/index.ts';
import { decideCoSignature, findEpisodeOfSigned, insertPlanCosignature, listSignedPlans } from '../../modules/plans/index.ts';
import type { coSignPlan as contract } from '../../modules/plans/contract.ts';

/** A signed plan is a fact and cannot be locked, so its episode is: signing takes the same lock. */
export const coSignPlan: Answer<typeof contract> = async ({ tx, actor, now, newId }, { params: { signedPlanId } }) => {
  const episodeId = await findEpisodeOfSigned(tx, actor.orgId, signedPlanId);
  const episode = episodeId === null ? null : await lockEpisode(tx, actor.orgId, episodeId, actor.placeIds, now);
  if (episode === null) return refuse('not-found');
  const [signed, signers] = await Promise.all([listSignedPlans(tx, actor.orgId, [episode.id]), listCoSigners(tx, actor.orgId, now)]);
  const plan = signed.find((one) => one.signedPlanId === signedPlanId);
  if (plan === undefined) return refuse('not-found');
  const wantedCan = signers.some((one) => one.id === plan.cosignBy && one.siteIds.includes(episode.siteId));
  const no = decideCoSignature({ ...plan, isCoSigned: plan.coSignedAt !== null }, { id: actor.id, waits: waitsFor({ ...plan, wantedCan }, actor.id) });
  if (no !== null) return refuse(no);
  await insertPlanCosignature(tx, actor.orgId, { id: newId(), signedPlanId, by: { id: actor.id, ...actor.signature }, at: now });
  return { value: { participantId: plan.participantId, signedPlanId } };
};
