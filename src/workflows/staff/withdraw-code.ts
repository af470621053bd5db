/** The code that is open for a colleague is taken back. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { withdrawCodes } from '../../platform/sign-in/index.ts';
import type { withdrawCode as contract } from '../../modules/people/codes.contract.ts';
import { lockStaff } from '../../modules/people/index.ts';

export const withdrawCode: Answer<typeof contract> = async ({ tx, actor, now }, { params: { staffId } }) => {
  if (await lockStaff(tx, actor.orgId, staffId) === null) return refuse('not-found');
  const taken = await withdrawCodes(tx, { kind: 'account', orgId: actor.orgId, actorId: staffId }, now);
  return taken ? { value: { staffId } } : refuse('no-code');
};
