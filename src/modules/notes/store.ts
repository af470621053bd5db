/** All SQL of notes: drafts and signed notes. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { NoteToSign } from './rules.ts';
import type { ParticipantId } from '../people/words.ts';
import { EMPTY_PERSON, EMPTY_SHARED } from './words.ts';
import type { NoteId, PersonPart, SharedPart } from './words.ts';

export type Draft<Part> = { part: Part; version: number; savedAt: Date; savedBy: string };
export type DraftSave<Part> = { sessionId: string; part: Part; version: number; at: Date; by: string };

/** Saves the shared part if `version` is the newest (0: none yet); null when somebody saved in between. */
export async function saveSharedPart(tx: Tx, orgId: string, save: DraftSave<SharedPart>): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    insert into session_drafts as d (org_id, session_id, part, version, saved_at, saved_by)
    select ${orgId}, ${save.sessionId}, ${JSON.stringify(save.part)}::jsonb, 1, ${save.at}, ${save.by} where ${save.version} = 0
       or exists (select 1 from session_drafts x where x.org_id = ${orgId} and x.session_id = ${save.sessionId})
    on conflict on constraint session_drafts_pk do update
       set part = excluded.part, version = d.version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by
     where d.version = ${save.version}
    returning d.version
  `.execute(tx);
  return rows[0]?.version ?? null;
}

export async function savePersonPart(tx: Tx, orgId: string, save: DraftSave<PersonPart> & { participantId: string }): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    insert into note_drafts as d (org_id, session_id, participant_id, part, version, saved_at, saved_by)
    select ${orgId}, ${save.sessionId}, ${save.participantId}, ${JSON.stringify(save.part)}::jsonb, 1, ${save.at}, ${save.by} where ${save.version} = 0
       or exists (select 1 from note_drafts x where x.org_id = ${orgId} and x.session_id = ${save.sessionId} and x.participant_id = ${save.participantId})
    on conflict on constraint note_drafts_pk do update
       set part = excluded.part, version = d.version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by
     where d.version = ${save.version}
    returning d.version
  `.execute(tx);
  return rows[0]?.version ?? null;
}

/** The shared draft with the name of whoever saved it last; a part saved by an older version lacks what came later, and reads as not said. */
export async function findSharedDraft(tx: Tx, orgId: string, sessionId: string): Promise<Draft<SharedPart> | null> {
  const { rows } = await sql<Draft<SharedPart>>`
    select d.part, d.version, d.saved_at as "savedAt", s.given_name || ' ' || s.family_name as "savedBy"
      from session_drafts d join staff s on s.org_id = d.org_id and s.id = d.saved_by
     where d.org_id = ${orgId} and d.session_id = ${sessionId}
  `.execute(tx);
  return rows[0] === undefined ? null : { ...rows[0], part: { ...EMPTY_SHARED, ...rows[0].part } };
}

export async function listPersonDrafts(tx: Tx, orgId: string, sessionId: string): Promise<(Draft<PersonPart> & { participantId: string })[]> {
  const { rows } = await sql<Draft<PersonPart> & { participantId: string }>`
    select d.participant_id as "participantId", d.part, d.version, d.saved_at as "savedAt", s.given_name || ' ' || s.family_name as "savedBy"
      from note_drafts d join staff s on s.org_id = d.org_id and s.id = d.saved_by
     where d.org_id = ${orgId} and d.session_id = ${sessionId}
  `.execute(tx);
  return rows.map((row) => ({ ...row, part: { ...EMPTY_PERSON, ...row.part } }));
}

export type SignedNote = {
  id: NoteId; participantId: ParticipantId; shared: SharedPart; chips: string[]; ownSentence: string; craving: number | null; practice: string;
  objectiveId: PersonPart['objectiveId']; /** Number and words of the objective as they stood. */ objectiveSaid: string | null; similarity: number | null; similarToId: string | null; cosignBy: string | null; dangerTaskId: string | null;
  scheduled: number; attended: number; clinical: number; minutesRule: string; authorName: string; authorCredential: string; signedAt: Date; supporters: SatIn[];
};

export async function listSignedNotes(tx: Tx, orgId: string, sessionId: string): Promise<SignedNote[]> {
  const { rows } = await sql<SignedNote>`
    select id, participant_id as "participantId", shared_part as shared, chips, own_sentence as "ownSentence", craving, practice,
           objective_id as "objectiveId", objective_said as "objectiveSaid", similarity, similar_to_id as "similarToId", cosign_by as "cosignBy", danger_task_id as "dangerTaskId",
           scheduled_minutes as scheduled, attended_minutes as attended, clinical_minutes as clinical, minutes_rule as "minutesRule",
           author_name as "authorName", author_credential as "authorCredential", signed_at as "signedAt", supporters
      from notes where org_id = ${orgId} and session_id = ${sessionId}
  `.execute(tx);
  return rows.map((row) => ({ ...row, shared: { ...EMPTY_SHARED, ...row.shared } }));
}

/** Whether a person's note of a session is signed: then times and text are frozen. */
export async function isSigned(tx: Tx, orgId: string, sessionId: string, participantId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from notes where org_id = ${orgId} and session_id = ${sessionId} and participant_id = ${participantId}`.execute(tx);
  return rows.length > 0;
}

/** Somebody close to the person who sat in, as it stood at signing. */
export type SatIn = { name: string; relation: string };

export type Signing = { sessionId: string; author: { id: string; name: string; credential: string }; cosignBy: string | null; minutesRule: string; at: Date };
/** A note with what is kept beside its text: the objective as it reads now, how like another sentence it is, and the danger that was marked. */
export type NoteToFreeze = NoteToSign & { id: string; objectiveSaid: string | null; supporters: readonly SatIn[]; similarity: number | null; similarToId: string | null; dangerTaskId: string | null };

/** Freezes all notes in one statement; unique (session, person) lets each be signed once (W12). */
export async function insertNotes(tx: Tx, orgId: string, signing: Signing, notes: readonly NoteToFreeze[]): Promise<void> {
  const rows = notes.map((note) => ({
    id: note.id, participant_id: note.participantId, attendance_id: note.attendanceId, chips: note.part.chips, own_sentence: note.part.ownSentence,
    craving: note.part.craving, practice: note.part.practice, objective_id: note.part.objectiveId, objective_said: note.objectiveSaid, similarity: note.similarity, similar_to_id: note.similarToId, danger_task_id: note.dangerTaskId, supporters: note.supporters,
    scheduled: note.minutes.scheduled, attended: note.minutes.attended, clinical: note.minutes.clinical,
  }));
  await sql`
    insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, craving, practice, objective_id, objective_said, similarity, similar_to_id, cosign_by, danger_task_id, supporters,
                       scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
    select ${orgId}, t.id, ${signing.sessionId}, t.participant_id, t.attendance_id, ${JSON.stringify(notes[0]?.shared ?? {})}::jsonb, t.chips, t.own_sentence, t.craving, t.practice,
           t.objective_id, t.objective_said, t.similarity, t.similar_to_id, ${signing.cosignBy}::uuid, t.danger_task_id, t.supporters,
           t.scheduled, t.attended, t.clinical, ${signing.minutesRule}, ${signing.author.id}, ${signing.author.name}, ${signing.author.credential}, ${signing.at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, participant_id uuid, attendance_id uuid, chips text[], own_sentence text, craving smallint, practice text,
           objective_id uuid, objective_said text, similarity smallint, similar_to_id uuid, danger_task_id uuid, supporters jsonb, scheduled integer, attended integer, clinical integer)
  `.execute(tx);
}

/** A signed note needs no draft; the shared draft stays for those who are signed later. */
export async function deletePersonDrafts(tx: Tx, orgId: string, sessionId: string, participantIds: readonly string[]): Promise<void> {
  await sql`delete from note_drafts where org_id = ${orgId} and session_id = ${sessionId} and participant_id = any(${participantIds}::uuid[])`.execute(tx);
}
