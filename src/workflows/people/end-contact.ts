/** A contact is taken off the list with what it was allowed, or brought back without it: load, decide, save. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { endContactRow, listContacts, listPermissions } from '../../modules/people/index.ts';
import type { endContact as contract } from '../../modules/people/participants.contract.ts';
import { holdPerson, recordEnding, standsAlready } from './list-facts.ts';
import { writeEnding } from './permission-facts.ts';

export const endContact: Answer<typeof contract> = async (exchange, { params, body: { ends } }) => {
  const { tx, actor, now } = exchange;
  if (!await holdPerson(exchange, params.participantId)) return refuse('not-found');
  const contacts = await listContacts(tx, actor.orgId, params.participantId);
  const contact = contacts.find((one) => one.id === params.contactId);
  if (contact === undefined) return refuse('not-found');
  if (contact.hasEnded === ends) return { value: { ...params, permissionsEnded: 0 } };
  if (!ends && standsAlready(contacts, { id: contact.id, kind: contact.kind, text: contact.name }, (one) => one.name)) return refuse('contact-there-already');
  await endContactRow(tx, actor.orgId, contact.id, ends ? { at: now, by: actor.id } : null);
  await recordEnding(exchange, 'participant_contacts', contact.id, ends);
  // Who brings the contact back may not be who may permit: the permission does not come back with it.
  const open = ends ? (await listPermissions(tx, actor.orgId, params.participantId)).filter((one) => one.contactId === contact.id && one.endedAt === null) : [];
  for (const { id } of open) await writeEnding(exchange, id, true);
  return { value: { ...params, permissionsEnded: open.length } };
};
