/** How a claim was settled is taken back, so that it waits again. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { reopenClaim as contract } from '../contract.ts';
import { lockClaim, setClaimEnd } from '../store.ts';

export const reopenClaim: Answer<typeof contract> = async ({ tx, actor }, { params: { claimId } }) => {
  const claim = await lockClaim(tx, actor.orgId, claimId, actor.placeIds);
  if (claim === null) return refuse('not-found');
  if (claim.settledAs === null) return refuse('claim-open');
  await setClaimEnd(tx, actor.orgId, claimId, null);
  return { value: { claimId } };
};
