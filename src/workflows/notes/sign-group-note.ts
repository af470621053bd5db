/** Closing a group: every note that was sent is frozen with its minutes, or none is; who did not come is recorded with it (W6, W12, W17). */
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { closingAbsence, insertAbsences } from '../../modules/attendance/index.ts';
import { MINUTES_RULE } from '../../modules/attendance/words.ts';
import type { signGroup as contract } from '../../modules/notes/contract.ts';
import { decideSigning, deletePersonDrafts, insertNotes } from '../../modules/notes/index.ts';
import type { NoteToFreeze } from '../../modules/notes/index.ts';
import { CHIP_WORDS } from '../../modules/notes/words.ts';
import type { NoteId } from '../../modules/notes/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { listLevelsOn, stillShown } from '../../modules/placements/index.ts';
import { lockSession } from '../../modules/sessions/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import { cravingAlert } from '../../values/craving.ts';
import { likenessAmong } from '../../values/similarity.ts';
import { loadSigning } from './signing-facts.ts';
import type { SigningGround } from './signing-facts.ts';
import { openCravingTasks, openOutreachTasks } from '../tasks/task-facts.ts';

export const signGroupNote: Answer<typeof contract> = async (exchange, { params, body }) => {
  const { tx, actor, now, newId } = exchange;
  const session = await lockSession(tx, actor.orgId, params.sessionId, actor.placeIds, 'update');
  if (session === null || (await stillShown(exchange, session.plannedStart, body.people)).noLongerShown > 0) return refuse('not-found');
  const ground = await loadSigning(exchange, session, new Set(body.people.map((person) => person.participantId)));
  const decided = decideSigning({ ...ground, isCanceled: session.isCanceled, heldEnd: session.heldEnd }, body, now);
  if ('refused' in decided) return decided;

  const before = new Map([...ground.before].map(([id, notes]) => [id, notes.map((note) => ({ id: note.noteId, text: note.sentence }))]));
  const likenessOf = likenessAmong({ today: ground.today, before, without: new Set([...ground.names, ...CHIP_WORDS]) });
  const notes = decided.value.map((note): NoteToFreeze & { id: NoteId } => {
    const likeness = likenessOf(note.participantId, note.part.ownSentence);
    const objectiveSaid = note.part.objectiveId === null ? null : ground.objectives.get(note.part.objectiveId) ?? null;
    return { ...note, id: newId<NoteId>(), objectiveSaid, supporters: ground.satIn.get(note.participantId) ?? [], similarity: likeness?.percent ?? null, similarToId: likeness?.id ?? null, dangerTaskId: ground.dangers.get(note.participantId) ?? null };
  });
  const author = { id: actor.id, name: actor.signature.name, credential: actor.signature.credential };
  await Promise.all([
    insertNotes(tx, actor.orgId, { sessionId: session.id, author, cosignBy: ground.cosignBy, minutesRule: MINUTES_RULE, at: now }, notes),
    deletePersonDrafts(tx, actor.orgId, session.id, notes.map((note) => note.participantId)),
  ]);
  const { absences, calls } = await recordAbsences(exchange, session, ground);
  const cravings = await tellCravings(exchange, session, ground, notes);
  const written = notes.map((note) => ({ noteId: note.id, participantId: note.participantId, clinicalMinutes: note.minutes.clinical }));
  return { value: { sessionId: params.sessionId, signedAt: now.toISOString(), notes: written, absences, tasks: calls + cravings } };
};

/** Whoever has a seat and of whom nothing is recorded did not come, and somebody will call unless the family held the session (W17). The session is locked: nobody is stamped in meanwhile. */
async function recordAbsences(exchange: Exchange, session: SessionFacts, { roster, satIn }: SigningGround): Promise<{ absences: ParticipantId[]; calls: number }> {
  const { tx, actor, now, newId } = exchange;
  // Nobody calls somebody who left long ago, and the answer names nobody who is not to be seen.
  const { shown: missing } = await stillShown(exchange, session.plannedStart, roster.filter((person) => person.isUnrecorded));
  if (missing.length === 0) return { absences: [], calls: 0 };
  const levels = await listLevelsOn(tx, actor.orgId, session.programId, missing.map((person) => person.participantId), session.firstPlannedOn);
  const levelOf = new Map(levels.map((one) => [one.participantId, one.level]));
  const rows = missing.map(({ participantId, enrollmentId }) => ({
    id: newId(), sessionId: session.id, participantId, enrollmentId, programId: session.programId, level: levelOf.get(participantId) ?? null,
    ...closingAbsence(session.sessionType, satIn.has(participantId)),
  }));
  const written = new Set(await insertAbsences(tx, actor.orgId, rows, now, actor.id));
  const absent = missing.map((person) => person.participantId).filter((id) => written.has(id));
  const owed = rows.filter((row) => written.has(row.participantId) && !row.excused).map((row) => row.participantId);
  await openOutreachTasks(exchange, session, owed);
  return { absences: absent, calls: owed.length };
}

/** Cravings that are high, or rose since the last signed note, go to whoever has the person's care in hand; answers for how many. */
async function tellCravings(exchange: Exchange, session: SessionFacts, { figures, cravings }: SigningGround, notes: readonly NoteToFreeze[]): Promise<number> {
  const told = notes.flatMap(({ participantId, part: { craving } }) => {
    const alert = cravingAlert(craving, cravings.get(participantId) ?? null, { from: figures['craving-alert-from'], rise: figures['craving-alert-rise'] });
    return craving === null || alert === null ? [] : [{ participantId, craving }];
  });
  await openCravingTasks(exchange, session, told);
  return told.length;
}
