/** Licenses and certificates: written down, taken off the list, brought back. */
import type { Answer } from '../../../platform/http.ts';
import { refuse } from '../../../platform/outcome.ts';
import type { addCredential as addContract, endCredential as endContract } from '../staff.contract.ts';
import { insertCredential, updateCredentialEnd } from '../store/credentials.ts';
import { lockStaff } from '../store/staff.ts';
import type { StaffId } from '../words.ts';

export const addCredential: Answer<typeof addContract> = async ({ tx, actor, now, newId }, { params: { staffId }, body }) => {
  if (await lockStaff(tx, actor.orgId, staffId) === null) return refuse('not-found');
  if (body.expiresOn !== null && body.expiresOn < body.validFrom) return refuse('credential-ends-before-start');
  const credentialId = newId();
  await insertCredential(tx, actor.orgId, { ...body, id: credentialId, staffId }, now, actor.id);
  return { value: { staffId, credentialId } };
};

export const endCredential: Answer<typeof endContract> = async ({ tx, actor, now }, { params: { credentialId }, body }) => {
  const whose = await updateCredentialEnd(tx, actor.orgId, credentialId, body.ends, now, actor.id);
  if (whose === null) return refuse('not-found');
  return { value: { staffId: whose.staffId as StaffId, credentialId } };
};
