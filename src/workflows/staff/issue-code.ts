/** A code for a colleague is handed out: for somebody else, who works here or will, in a real organization (W24). */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { handOutCode } from '../../platform/sign-in/index.ts';
import type { issueCode as contract } from '../../modules/people/codes.contract.ts';
import { findOrganization } from '../../modules/people/index.ts';
import { loadStanding } from './standing-facts.ts';

export const issueCode: Answer<typeof contract> = async ({ tx, actor, now }, { params: { staffId } }) => {
  const standing = await loadStanding(tx, actor.orgId, staffId, now);
  if (standing === null) return refuse('not-found');
  if ((await findOrganization(tx, actor.orgId))?.kind !== 'real') return refuse('demo-has-cards');
  if (staffId === actor.id) return refuse('own-code');
  if (standing.state === 'gone') return refuse('work-has-ended');
  const { code, expiresAt } = await handOutCode(tx, { kind: 'account', orgId: actor.orgId, actorId: staffId }, actor.id, now);
  return { value: { staffId, code, expiresAt: expiresAt.toISOString() } };
};
