/** All SQL of reviews: that a supervisor co-signed a note or returned it, once co-signed for good (W13). */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export type NewReview = { id: string; noteId: string; addendaSeen: number };
export type Reviewing = { kind: 'co-signed' | 'returned'; reason: string; by: { id: string; name: string; credential: string }; at: Date };

/** All of them in one statement; a unique note settles who co-signed first (note_reviews_co_signed_key). */
export async function insertReviews(tx: Tx, orgId: string, reviewing: Reviewing, reviews: readonly NewReview[]): Promise<void> {
  await sql`
    insert into note_reviews (org_id, id, note_id, kind, reason, addenda_seen, by_id, by_name, by_credential, signed_at)
    select ${orgId}, t.id, t.note_id, ${reviewing.kind}, ${reviewing.reason}, t.addenda_seen, ${reviewing.by.id}, ${reviewing.by.name}, ${reviewing.by.credential}, ${reviewing.at}
      from unnest(${reviews.map((one) => one.id)}::uuid[], ${reviews.map((one) => one.noteId)}::uuid[], ${reviews.map((one) => one.addendaSeen)}::smallint[]) as t (id, note_id, addenda_seen)
     order by t.note_id
  `.execute(tx);
}

export type Review = { id: string; noteId: string; kind: 'co-signed' | 'returned'; reason: string; addendaSeen: number; byId: string; byName: string; byCredential: string; signedAt: Date };

/** What supervisors said to these notes, in order. */
export async function listReviews(tx: Tx, orgId: string, noteIds: readonly string[]): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select id, note_id as "noteId", kind, reason, addenda_seen as "addendaSeen", by_id as "byId", by_name as "byName", by_credential as "byCredential", signed_at as "signedAt"
      from note_reviews where org_id = ${orgId} and note_id = any(${noteIds}::uuid[]) order by signed_at, id
  `.execute(tx);
  return rows;
}
