/** All SQL of visits by supporters. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { ParticipantId } from '../../people/words.ts';
import type { SessionId } from '../../sessions/words.ts';

export type Visit = { id: string; participantId: ParticipantId; contactId: string; name: string; relation: string; at: Date };

/** Visits of a session that count, in the order in which they were written down. */
export async function listVisits(tx: Tx, orgId: string, sessionId: string): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select id, participant_id as "participantId", contact_id as "contactId", name, relation, recorded_at as at
      from supporter_visits where org_id = ${orgId} and session_id = ${sessionId} and withdrawn_at is null order by recorded_at, id
  `.execute(tx);
  return rows;
}

/** Of which session and person a visit is, and whether it was taken back. */
export async function findVisit(tx: Tx, orgId: string, id: string): Promise<{ sessionId: SessionId; participantId: ParticipantId; isWithdrawn: boolean } | null> {
  const { rows } = await sql<{ sessionId: SessionId; participantId: ParticipantId; isWithdrawn: boolean }>`
    select session_id as "sessionId", participant_id as "participantId", withdrawn_at is not null as "isWithdrawn" from supporter_visits where org_id = ${orgId} and id = ${id}
  `.execute(tx);
  return rows[0] ?? null;
}

export type NewVisit = { id: string; sessionId: string; participantId: string; contactId: string; permissionId: string; name: string; relation: string };

export async function insertVisit(tx: Tx, orgId: string, one: NewVisit, at: Date, by: string): Promise<void> {
  await sql`
    insert into supporter_visits (org_id, id, session_id, participant_id, contact_id, permission_id, name, relation, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.sessionId}, ${one.participantId}, ${one.contactId}, ${one.permissionId}, ${one.name}, ${one.relation}, ${at}, ${by})
  `.execute(tx);
}

export async function withdrawVisit(tx: Tx, orgId: string, id: string, at: Date, by: string): Promise<void> {
  await sql`update supporter_visits set withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = ${id} and withdrawn_at is null`.execute(tx);
}
