/** Something is added below a signed note, under the name of whoever adds it; nothing in the note changes (W13, W14). */
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { addAddendum as contract } from '../../modules/notes/after.contract.ts';
import { decideAddendum, insertAddendum, isUnsettled, stateAfter } from '../../modules/notes/index.ts';
import { isStillShown } from '../../modules/placements/index.ts';
import { loadAfter } from './after-facts.ts';

export const addAddendum: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const [note] = await loadAfter(exchange, [params.noteId]) ?? [];
  if (note === undefined || !(isUnsettled(stateAfter(note)) || await isStillShown(exchange, note.plannedStart, note.participantId))) return refuse('not-found');
  const decided = decideAddendum(note, body.kind, actor.id);
  if (isRefused(decided)) return decided;
  const addendumId = newId();
  await insertAddendum(tx, actor.orgId, {
    id: addendumId, noteId: note.noteId, kind: body.kind, text: body.text, attendanceId: null, minutes: null, minutesRule: null, author: { id: actor.id, ...actor.signature }, at: now,
  });
  return { value: { addendumId, noteId: note.noteId, participantId: note.participantId, signedAt: now.toISOString() } };
};
