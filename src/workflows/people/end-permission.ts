/** A permission to sit in is taken back, or brought back: load, decide, save. Who sat in before is not touched. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { endPermission as contract } from '../../modules/people/supporters.contract.ts';
import { clearRunOut, loadPermissions, writeEnding } from './permission-facts.ts';

export const endPermission: Answer<typeof contract> = async (exchange, { params, body: { ends } }) => {
  const facts = await loadPermissions(exchange, params.participantId, params.contactId);
  const permission = facts?.permissions.find((one) => one.id === params.permissionId);
  if (facts === null || permission === undefined) return refuse('not-found');
  if ((permission.endedAt !== null) === ends) return { value: params };
  if (!ends && facts.contact.hasEnded) return refuse('off-the-list');
  if (!ends && !await clearRunOut(exchange, facts, permission.id)) return refuse('permitted-already');
  await writeEnding(exchange, permission.id, ends);
  return { value: params };
};
