/** A guardian or an emergency contact is added: load, decide, save. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { insertContact, listContacts } from '../../modules/people/index.ts';
import type { addContact as contract } from '../../modules/people/participants.contract.ts';
import { holdPerson, standsAlready } from './list-facts.ts';

export const addContact: Answer<typeof contract> = async (exchange, { params: { participantId }, body }) => {
  const { tx, actor, now } = exchange;
  if (!await holdPerson(exchange, participantId)) return refuse('not-found');
  const contacts = await listContacts(tx, actor.orgId, participantId);
  if (standsAlready(contacts, { id: null, kind: body.kind, text: body.name }, (one) => one.name)) return refuse('contact-there-already');
  const contactId = exchange.newId();
  await insertContact(tx, actor.orgId, participantId, { ...body, id: contactId }, now, actor.id);
  return { value: { participantId, contactId } };
};
