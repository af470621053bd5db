/** A supervisor returns a note to its author with a reason; the author answers with an addendum, and it waits again (W13). */
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { returnNote as contract } from '../../modules/notes/after.contract.ts';
import { decideReview, insertReviews } from '../../modules/notes/index.ts';
import { loadAfter } from './after-facts.ts';

export const returnNote: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const [note] = await loadAfter(exchange, [params.noteId]) ?? [];
  if (note === undefined) return refuse('not-found');
  const decided = decideReview([note], [{ noteId: params.noteId, addendaSeen: body.addendaSeen }], actor.id);
  if (isRefused(decided)) return decided;
  const by = { id: actor.id, ...actor.signature };
  await insertReviews(tx, actor.orgId, { kind: 'returned', reason: body.reason, by, at: now }, [{ id: newId(), noteId: note.noteId, addendaSeen: note.addenda.length }]);
  return { value: { noteId: note.noteId, participantId: note.participantId, returnedAt: now.toISOString() } };
};
