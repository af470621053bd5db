/** What every act after a signature must know first: the notes with all that followed them, locked against the other desk. */
import { sql } from 'kysely';
import type { Exchange } from '../../platform/http.ts';
import { listAddenda, listCoSigners, listReviews } from '../../modules/notes/index.ts';
import type { NoteId } from '../../modules/notes/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';

type Row = { noteId: NoteId; participantId: ParticipantId; siteId: string; authorId: string; cosignBy: string | null; plannedStart: Date };
export type NoteAfter = Row & { reviews: Awaited<ReturnType<typeof listReviews>>; addenda: Awaited<ReturnType<typeof listAddenda>>; wantedCan: boolean };

/**
 * Null when one of them is not the asker's to see. Notes are facts and cannot be locked, so their sessions are, in the order of their ids:
 * signing and correcting take the same lock. What followed is read after the lock, so that it is what stands.
 */
export async function loadAfter({ tx, actor, now }: Exchange, noteIds: readonly string[]): Promise<NoteAfter[] | null> {
  const asked = [...new Set(noteIds)];
  const { rows } = await sql<Row>`
    select n.id as "noteId", n.participant_id as "participantId", s.site_id as "siteId", n.author_id as "authorId", n.cosign_by as "cosignBy", s.planned_start_at as "plannedStart"
      from notes n join sessions s on s.org_id = n.org_id and s.id = n.session_id
     where n.org_id = ${actor.orgId} and n.id = any(${asked}::uuid[]) and s.site_id = any(${[...actor.placeIds]}::uuid[])
     order by s.id, n.id for no key update of s
  `.execute(tx);
  if (rows.length !== asked.length) return null;
  const [reviews, addenda, signers] = await Promise.all([listReviews(tx, actor.orgId, asked), listAddenda(tx, actor.orgId, asked), listCoSigners(tx, actor.orgId, now)]);
  return rows.map((row) => ({
    ...row, reviews: reviews.filter((one) => one.noteId === row.noteId), addenda: addenda.filter((one) => one.noteId === row.noteId),
    wantedCan: signers.some((one) => one.id === row.cosignBy && one.siteIds.includes(row.siteId)),
  }));
}
