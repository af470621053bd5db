/** What closing a group must know of the days before and of the roster: reads only. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { ParticipantId } from '../../people/words.ts';

export type NoteBefore = { participantId: ParticipantId; noteId: string; sentence: string; craving: number | null; signedAt: Date };

/** How many earlier sentences of a person a new one is compared with (W15). */
const SENTENCES_BEFORE = 3;

/** The newest signed sentences of people at this session's site from other sessions, and each one's newest craving that was asked; newest first. */
export async function listNotesBefore(tx: Tx, orgId: string, session: { id: string; siteId: string }, participantIds: readonly string[]): Promise<{ sentences: NoteBefore[]; cravings: Map<string, { level: number; signedAt: Date }> }> {
  const newest = (asked: RawBuilder<unknown>, count: number) => sql`
    select n.id as "noteId", n.own_sentence as sentence, n.craving, n.signed_at as "signedAt"
      from notes n join sessions s on s.org_id = n.org_id and s.id = n.session_id
     where n.org_id = ${orgId} and n.participant_id = p.id and n.session_id <> ${session.id} and s.site_id = ${session.siteId} and ${asked}
     order by n.signed_at desc, n.id desc limit ${count}`;
  // From each person's newest backwards: the cost of a long record is that of a short one.
  const { rows } = await sql<NoteBefore & { isCraving: boolean }>`
    select p.id as "participantId", b.* from unnest(${participantIds}::uuid[]) as p (id)
     cross join lateral ((select false as "isCraving", t.* from (${newest(sql`true`, SENTENCES_BEFORE)}) t) union all (select true, t.* from (${newest(sql`n.craving is not null`, 1)}) t)) b
     order by p.id, b."isCraving", b."signedAt" desc, b."noteId" desc
  `.execute(tx);
  const cravings = new Map(rows.flatMap((row) => (row.isCraving && row.craving !== null ? [[row.participantId as string, { level: row.craving, signedAt: row.signedAt }] as const] : [])));
  return { sentences: rows.filter((row) => !row.isCraving), cravings };
}

export type RosterName = {
  participantId: ParticipantId; enrollmentId: string | null; /** Of nothing recorded yet. */ isUnrecorded: boolean; legalGivenName: string; legalFamilyName: string; chosenName: string | null;
};

/** Everybody of a session by name, and of whom nothing is recorded: neither that they came nor that they did not. */
export async function listRosterNames(tx: Tx, orgId: string, sessionId: string): Promise<RosterName[]> {
  const { rows } = await sql<RosterName>`
    select p.participant_id as "participantId", p.enrollment_id as "enrollmentId", p.attendance_id is null as "isUnrecorded",
           n.legal_given_name as "legalGivenName", n.legal_family_name as "legalFamilyName", n.chosen_name as "chosenName"
      from session_people p join participants n on n.org_id = p.org_id and n.id = p.participant_id
     where p.org_id = ${orgId} and p.session_id = ${sessionId}
     order by p.participant_id
  `.execute(tx);
  return rows;
}

export type ModuleChoice = { id: string; title: string; position: number; curriculumName: string; isPlanned: boolean; isEnded: boolean };

/** The curriculum sessions that may have been taught: those of the curriculum of the session's plan, else of its group. */
export async function listModuleChoices(tx: Tx, orgId: string, sessionId: string): Promise<ModuleChoice[]> {
  const { rows } = await sql<ModuleChoice>`
    select m.id, m.title, m.position, c.name as "curriculumName", m.id = s.curriculum_module_id as "isPlanned", m.ended_at is not null as "isEnded"
      from sessions s
      left join series g on g.org_id = s.org_id and g.id = s.series_id
      left join curriculum_modules k on k.org_id = s.org_id and k.id = s.curriculum_module_id
      join curriculum_modules m on m.org_id = s.org_id and m.curriculum_id = coalesce(k.curriculum_id, g.curriculum_id)
      join curricula c on c.org_id = m.org_id and c.id = m.curriculum_id
     where s.org_id = ${orgId} and s.id = ${sessionId}
     order by m.position, m.ended_at nulls first
  `.execute(tx);
  return rows.map((row) => ({ ...row, isPlanned: row.isPlanned === true }));
}
