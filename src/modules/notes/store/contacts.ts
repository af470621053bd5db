/** All SQL of contact notes: signed when they are written, and never changed (W17). */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { ContactSaid } from '../contacts.contract.ts';

export type NewContactNote = Omit<ContactSaid, 'happenedAt'> & { id: string; participantId: string; siteId: string; taskId: string | null; dangerTaskId: string | null; happenedAt: Date };
export type Author = { id: string; name: string; credential: string };

export async function insertContactNote(tx: Tx, orgId: string, note: NewContactNote, author: Author, signedAt: Date): Promise<void> {
  await sql`
    insert into contact_notes (org_id, id, participant_id, site_id, task_id, kind, with_whom, happened_at, minutes, text, risk, danger_task_id, author_id, author_name, author_credential, signed_at)
    values (${orgId}, ${note.id}, ${note.participantId}, ${note.siteId}, ${note.taskId}, ${note.kind}, ${note.withWhom}, ${note.happenedAt}, ${note.minutes}, ${note.text}, ${note.risk},
            ${note.dangerTaskId}, ${author.id}, ${author.name}, ${author.credential}, ${signedAt})
  `.execute(tx);
}
