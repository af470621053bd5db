/** All SQL of sessions as held: when they really ended and which breaks were taken (W2); and how often a session was changed. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { SessionBreak } from '../words.ts';

export type Held = { id: string; sessionId: string; endsAt: Date; breaks: readonly SessionBreak[]; reason: string };

export async function insertHeldTimes(tx: Tx, orgId: string, held: Held, at: Date, by: string): Promise<void> {
  await sql`
    insert into held_times (org_id, id, session_id, ends_at, breaks, reason, recorded_at, recorded_by)
    values (${orgId}, ${held.id}, ${held.sessionId}, ${held.endsAt}, ${JSON.stringify(held.breaks)}::jsonb, ${held.reason}, ${at}, ${by})
  `.execute(tx);
}

/** Whether the end or the breaks of a session were ever written. */
export async function wasHeld(tx: Tx, orgId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from held_times where org_id = ${orgId} and session_id = ${sessionId} limit 1`.execute(tx);
  return rows.length > 0;
}

/** The version of a session that a page shows and a change must name: how many changes it has; ask after locking it. */
export async function countChanges(tx: Tx, orgId: string, sessionId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select count(*)::integer as version from session_changes where org_id = ${orgId} and session_id = ${sessionId}`.execute(tx);
  return rows[0]?.version ?? 0;
}

export type SplitFacts = { name: string; firstPlannedAtLocal: string; moduleId: string | null; splitFromId: string | null; recordedAt: Date };

/** What a second session of the same hour takes over; null when there is no such session. */
export async function findSplitFacts(tx: Tx, orgId: string, sessionId: string): Promise<SplitFacts | null> {
  const { rows } = await sql<SplitFacts>`
    select name, to_char(first_planned_at_local, 'HH24:MI') as "firstPlannedAtLocal", curriculum_module_id as "moduleId", split_from_id as "splitFromId", recorded_at as "recordedAt"
      from sessions where org_id = ${orgId} and id = ${sessionId}
  `.execute(tx);
  return rows[0] ?? null;
}
