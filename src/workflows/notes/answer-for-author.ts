/** A returned note whose author has left is answered by somebody else who may co-sign there, under their own name (W13). */
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { answerForAuthor as contract } from '../../modules/notes/after.contract.ts';
import { decideAnswerFor, insertAddendum, listAuthorsHere, listCoSigners } from '../../modules/notes/index.ts';
import { loadAfter } from './after-facts.ts';

export const answerForAuthor: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const [note] = await loadAfter(exchange, [params.noteId]) ?? [];
  if (note === undefined) return refuse('not-found');
  const [authors, signers] = await Promise.all([listAuthorsHere(tx, actor.orgId, now), listCoSigners(tx, actor.orgId, now)]);
  const worksHere = (one: { siteIds: readonly string[] }): boolean => one.siteIds.includes(note.siteId);
  const answerable = { ...note, authorCan: authors.some((one) => one.id === note.authorId && worksHere(one)), reviewerId: note.reviews.at(-1)?.byId ?? null };
  const decided = decideAnswerFor(answerable, signers.filter(worksHere).map((one) => one.id), actor.id);
  if (isRefused(decided)) return decided;
  const addendumId = newId();
  await insertAddendum(tx, actor.orgId, {
    id: addendumId, noteId: note.noteId, kind: 'answer', text: body.text, attendanceId: null, minutes: null, minutesRule: null, author: { id: actor.id, ...actor.signature }, at: now,
  });
  return { value: { addendumId, noteId: note.noteId, participantId: note.participantId, signedAt: now.toISOString() } };
};
