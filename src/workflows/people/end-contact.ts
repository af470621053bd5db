/** A contact is taken off the list, or brought back: load, decide, save. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { endContactRow, listContacts } from '../../modules/people/index.ts';
import type { endContact as contract } from '../../modules/people/participants.contract.ts';
import { holdPerson, recordEnding, standsAlready } from './list-facts.ts';

export const endContact: Answer<typeof contract> = async (exchange, { params, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  if (!await holdPerson(exchange, params.participantId)) return refuse('not-found');
  const contacts = await listContacts(tx, actor.orgId, params.participantId);
  const contact = contacts.find((one) => one.id === params.contactId);
  if (contact === undefined) return refuse('not-found');
  if (contact.hasEnded === ends) return { value: params };
  if (!ends && standsAlready(contacts, { id: contact.id, kind: contact.kind, text: contact.name }, (one) => one.name)) return refuse('contact-there-already');
  await endContactRow(tx, actor.orgId, contact.id, ends ? { at: now, by: actor.id } : null);
  await recordEnding(exchange, 'participant_contacts', contact.id, ends);
  return { value: params };
};
