/** An allergy, a medication or a substance is added to a person's lists: load, decide, save. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { insertHealthItem, listHealthItems } from '../../modules/people/index.ts';
import type { addHealthItem as contract } from '../../modules/people/participants.contract.ts';
import { dateIn } from '../../values/civil-date.ts';
import { holdPerson, standsAlready } from './list-facts.ts';

export const addHealthItem: Answer<typeof contract> = async (exchange, { params: { participantId }, body }) => {
  const { tx, actor, now } = exchange;
  if (!await holdPerson(exchange, participantId)) return refuse('not-found');
  if (body.lastOn !== null && body.lastOn > dateIn('Pacific/Kiritimati', now)) return refuse('last-use-ahead');
  const items = await listHealthItems(tx, actor.orgId, participantId);
  if (standsAlready(items, { id: null, kind: body.kind, text: body.label }, (one) => one.label)) return refuse('health-item-there-already');
  const healthItemId = exchange.newId();
  await insertHealthItem(tx, actor.orgId, participantId, { ...body, id: healthItemId }, now, actor.id);
  return { value: { participantId, healthItemId } };
};
