/** Staff settle what somebody said at a tablet: stamped in as any arrival and settled in one transaction. Presence begins here, not at the tablet (W8). */
import type { BodyOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { lockClaim, setClaimEnd } from '../../modules/tablets/index.ts';
import type { Claim } from '../../modules/tablets/index.ts';
import type { settleClaim as contract } from '../../modules/tablets/contract.ts';
import { arrive } from './arrival-facts.ts';

type Arrived = Extract<BodyOf<typeof contract>, { as: 'arrived' }>;

/** Staff know better than the tablet. */
function whoIsMeant(claim: Claim, body: Arrived): { sessionId: SessionId; participantId: ParticipantId } | null {
  if (body.who !== undefined) return body.who;
  return claim.sessionId === null || claim.participantId === null ? null : { sessionId: claim.sessionId as SessionId, participantId: claim.participantId as ParticipantId };
}

export const settleClaim: Answer<typeof contract> = async (exchange, { params: { claimId }, body }) => {
  const { tx, actor, now } = exchange;
  const claim = await lockClaim(tx, actor.orgId, claimId, actor.placeIds);
  if (claim === null) return refuse('not-found');
  if (claim.settledAs !== null) return refuse('claim-settled');
  const end = { as: body.as, at: now, by: actor.id };
  if (body.as !== 'arrived') {
    await setClaimEnd(tx, actor.orgId, claimId, end);
    return { value: { claimId, sessionId: null, participantId: null, at: null } };
  }
  const who = whoIsMeant(claim, body);
  if (who === null) return refuse('claim-unmatched');
  const stamped = await arrive(exchange, { ...who, at: body.at === undefined ? undefined : new Date(body.at) });
  if (isRefused(stamped)) return stamped;
  await setClaimEnd(tx, actor.orgId, claimId, end);
  return { value: { claimId, ...who, at: stamped.value.at } };
};
