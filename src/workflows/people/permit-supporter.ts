/** A person allows somebody close to sit in: load, decide, save. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideGiven, findDetails, insertPermission } from '../../modules/people/index.ts';
import type { permitSupporter as contract } from '../../modules/people/supporters.contract.ts';
import { clearRunOut, loadPermissions } from './permission-facts.ts';

export const permitSupporter: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now } = exchange;
  const facts = await loadPermissions(exchange, params.participantId, params.contactId);
  if (facts === null) return refuse('not-found');
  if (facts.contact.hasEnded) return refuse('off-the-list');
  const given = decideGiven(body.givenOn, facts.today, (await findDetails(tx, actor.orgId, params.participantId))?.birthDate ?? null);
  if ('refused' in given) return given;
  if (!await clearRunOut(exchange, facts, null)) return refuse('permitted-already');
  const permissionId = exchange.newId();
  await insertPermission(tx, actor.orgId, params.participantId, { ...body, id: permissionId, contactId: params.contactId }, now, actor.id);
  return { value: { ...params, permissionId } };
};
