/** An entry of a person's health lists ends, or is brought back: load, decide, save. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { endHealthItemRow, listHealthItems } from '../../modules/people/index.ts';
import type { endHealthItem as contract } from '../../modules/people/participants.contract.ts';
import { holdPerson, recordEnding, standsAlready } from './list-facts.ts';

export const endHealthItem: Answer<typeof contract> = async (exchange, { params, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  if (!await holdPerson(exchange, params.participantId)) return refuse('not-found');
  const items = await listHealthItems(tx, actor.orgId, params.participantId);
  const item = items.find((one) => one.id === params.healthItemId);
  if (item === undefined) return refuse('not-found');
  if (item.hasEnded === ends) return { value: params };
  if (!ends && standsAlready(items, { id: item.id, kind: item.kind, text: item.label }, (one) => one.label)) return refuse('health-item-there-already');
  await endHealthItemRow(tx, actor.orgId, item.id, ends ? { at: now, by: actor.id } : null);
  await recordEnding(exchange, 'health_items', item.id, ends);
  return { value: params };
};
