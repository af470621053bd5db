/** All SQL of guardians and emergency contacts. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { ContactKind } from '../words.ts';

export type Contact = { id: string; kind: ContactKind; name: string; relation: string; telephone: string; hasEnded: boolean; endedAt: Date | null };

/** Contacts of a person, ended ones too, in the order in which they were added. */
export async function listContacts(tx: Tx, orgId: string, participantId: string): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select id, kind, name, relation, telephone, ended_at is not null as "hasEnded", ended_at as "endedAt"
      from participant_contacts where org_id = ${orgId} and participant_id = ${participantId} order by recorded_at, id
  `.execute(tx);
  return rows;
}

export async function insertContact(tx: Tx, orgId: string, participantId: string, one: Omit<Contact, 'hasEnded' | 'endedAt'>, at: Date, by: string): Promise<void> {
  await sql`
    insert into participant_contacts (org_id, id, participant_id, kind, name, relation, telephone, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${participantId}, ${one.kind}, ${one.name}, ${one.relation}, ${one.telephone}, ${at}, ${by})
  `.execute(tx);
}

/** Ends a contact, or brings it back with `ended` null. */
export async function endContactRow(tx: Tx, orgId: string, id: string, ended: { at: Date; by: string } | null): Promise<void> {
  await sql`update participant_contacts set ended_at = ${ended?.at ?? null}, ended_by = ${ended?.by ?? null} where org_id = ${orgId} and id = ${id}`.execute(tx);
}
