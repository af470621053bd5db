/** A supervisor co-signs notes: all that were sent, or none; each row says how much of the note was seen (W13). */
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { reviewNotes as contract } from '../../modules/notes/after.contract.ts';
import { decideReview, insertReviews } from '../../modules/notes/index.ts';
import { loadAfter } from './after-facts.ts';

export const reviewNotes: Answer<typeof contract> = async (exchange, { body }) => {
  const { tx, actor, now, newId } = exchange;
  const notes = await loadAfter(exchange, body.notes.map((note) => note.noteId));
  if (notes === null) return refuse('not-found');
  const decided = decideReview(notes, body.notes, actor.id);
  if (isRefused(decided)) return decided;
  const by = { id: actor.id, ...actor.signature };
  await insertReviews(tx, actor.orgId, { kind: body.kind, reason: '', by, at: now }, notes.map((note) => ({ id: newId(), noteId: note.noteId, addendaSeen: note.addenda.length })));
  return { value: { signedAt: now.toISOString(), notes: notes.map(({ noteId, participantId }) => ({ noteId, participantId })) } };
};
