/** All SQL of addenda: what was added to signed notes, each under its own author's name, and never changed (W13, W14). */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { MinutesOfSession } from '../../attendance/words.ts';
import type { AddendumKind } from '../words.ts';

export type NewAddendum = {
  id: string; noteId: string; kind: AddendumKind; text: string;
  /** The corrected attendance with its minutes; null unless times were corrected. */
  attendanceId: string | null; minutes: MinutesOfSession | null; minutesRule: string | null;
  author: { id: string; name: string; credential: string }; at: Date;
};

export async function insertAddendum(tx: Tx, orgId: string, one: NewAddendum): Promise<void> {
  await sql`
    insert into note_addenda (org_id, id, note_id, kind, text, attendance_id, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule,
                              author_id, author_name, author_credential, signed_at)
    values (${orgId}, ${one.id}, ${one.noteId}, ${one.kind}, ${one.text}, ${one.attendanceId}, ${one.minutes?.scheduled ?? null}, ${one.minutes?.attended ?? null},
            ${one.minutes?.clinical ?? null}, ${one.minutesRule}, ${one.author.id}, ${one.author.name}, ${one.author.credential}, ${one.at})
  `.execute(tx);
}

export type Addendum = Omit<NewAddendum, 'minutes' | 'author' | 'at'> & {
  scheduled: number | null; attended: number | null; clinical: number | null; authorId: string; authorName: string; authorCredential: string; signedAt: Date;
};

/** What was added to these notes, in the order in which it was signed. */
export async function listAddenda(tx: Tx, orgId: string, noteIds: readonly string[]): Promise<Addendum[]> {
  const { rows } = await sql<Addendum>`
    select id, note_id as "noteId", kind, text, attendance_id as "attendanceId", scheduled_minutes as scheduled, attended_minutes as attended,
           clinical_minutes as clinical, minutes_rule as "minutesRule", author_id as "authorId", author_name as "authorName",
           author_credential as "authorCredential", signed_at as "signedAt"
      from note_addenda where org_id = ${orgId} and note_id = any(${noteIds}::uuid[]) order by signed_at, id
  `.execute(tx);
  return rows;
}
