/** Closing a group: every note that was sent is frozen with its minutes, or none is (W6, W12). */
import type { Answer } from '../platform/http.ts';
import { refuse } from '../platform/outcome.ts';
import { decideMinutes, listStays } from '../modules/attendance/index.ts';
import type { PersonStays } from '../modules/attendance/index.ts';
import { MINUTES_RULE } from '../modules/attendance/words.ts';
import type { signGroup as contract } from '../modules/notes/contract.ts';
import { decideSigning, deletePersonDrafts, findSharedDraft, insertNotes, listPersonDrafts, listSignedNotes } from '../modules/notes/index.ts';
import type { PersonFacts } from '../modules/notes/index.ts';
import type { NoteId } from '../modules/notes/words.ts';
import { lockSession } from '../modules/sessions/index.ts';
import type { SessionFacts } from '../modules/sessions/index.ts';

export const signGroupNote: Answer<typeof contract> = async ({ tx, actor, now, newId }, { params, body }) => {
  const session = await lockSession(tx, actor.orgId, params.sessionId, actor.placeIds, 'update');
  if (session === null) return refuse('not-found');
  const [stays, drafts, signed, shared] = await Promise.all([
    listStays(tx, actor.orgId, session.id), listPersonDrafts(tx, actor.orgId, session.id),
    listSignedNotes(tx, actor.orgId, session.id), findSharedDraft(tx, actor.orgId, session.id),
  ]);

  const sent = new Set(body.people.map((person) => person.participantId as string));
  const draftOf = new Map(drafts.map((draft) => [draft.participantId, draft]));
  const noteOf = new Map(signed.map((note) => [note.participantId, { name: note.authorName, at: note.signedAt }]));
  const people = stays.filter((person) => sent.has(person.participantId)).map((person): PersonFacts => ({
    participantId: person.participantId, attendanceId: person.attendanceId, wasThere: person.stays.length > 0,
    minutes: minutesOf(session, person, now), draft: draftOf.get(person.participantId) ?? null, signedBy: noteOf.get(person.participantId) ?? null,
  }));
  const decided = decideSigning({ isCanceled: session.isCanceled, heldEnd: session.heldEnd, shared, people }, body, now);
  if ('refused' in decided) return decided;

  const notes = decided.value.map((note) => ({ ...note, id: newId<NoteId>() }));
  const author = { id: actor.id, name: actor.signature.name, credential: actor.signature.credential };
  await Promise.all([
    insertNotes(tx, actor.orgId, { sessionId: session.id, author, minutesRule: MINUTES_RULE, at: now }, notes),
    deletePersonDrafts(tx, actor.orgId, session.id, notes.map((note) => note.participantId)),
  ]);
  const written = notes.map((note) => ({ noteId: note.id, participantId: note.participantId, clinicalMinutes: note.minutes.clinical }));
  return { value: { sessionId: params.sessionId, signedAt: now.toISOString(), notes: written } };
};

function minutesOf(session: SessionFacts, person: PersonStays, now: Date) {
  return decideMinutes(session, person.stays, now);
}
