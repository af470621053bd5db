/** All SQL of sessions. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { SessionBreak } from './words.ts';

export type NewSession = {
  id: string; seriesId: string | null; sessionType: string; name: string; firstPlannedOn: string; firstPlannedAtLocal: string; siteId: string; programId: string;
  roomId: string | null; facilitatorId: string | null; plannedStartAt: Date; plannedEndAt: Date; breaks: readonly { startMinute: number; minutes: number }[]; capacity: number;
};

/** Writes sessions whose series and first planned time are new; running it twice changes nothing (W11). Returns how many were written. */
export async function insertSessions(tx: Tx, orgId: string, sessions: readonly NewSession[], at: Date, by: string | null): Promise<number> {
  let written = 0n;
  for (const one of sessions) {
    const result = await sql`
      insert into sessions (org_id, id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, room_id, facilitator_id,
                            planned_start_at, planned_end_at, breaks, capacity, recorded_at, recorded_by)
      values (${orgId}, ${one.id}, ${one.seriesId}, ${one.sessionType}, ${one.name}, ${one.firstPlannedOn}, ${one.firstPlannedAtLocal}, ${one.siteId}, ${one.programId},
              ${one.roomId}, ${one.facilitatorId}, ${one.plannedStartAt}, ${one.plannedEndAt}, ${JSON.stringify(one.breaks)}::jsonb, ${one.capacity}, ${at}, ${by})
      on conflict on constraint sessions_first_planned_key do nothing
    `.execute(tx);
    written += result.numAffectedRows ?? 0n;
  }
  return Number(written);
}

export type SessionFacts = {
  id: string; seriesId: string | null; siteId: string; programId: string; firstPlannedOn: string; sessionType: string; capacity: number;
  plannedStart: Date; plannedEnd: Date; heldEnd: Date; breaks: SessionBreak[]; isCanceled: boolean;
};

type SessionRow = Omit<SessionFacts, 'breaks'> & { breaks: { startMinute: number; minutes: number; taken?: boolean }[] };

/** A break as planned counts as taken unless the session as held says otherwise (W2). */
export function breaksFrom(rows: readonly { startMinute: number; minutes: number; taken?: boolean }[]): SessionBreak[] {
  return rows.map((row) => ({ startMinute: row.startMinute, minutes: row.minutes, taken: row.taken ?? true }));
}

const locks = { share: sql`for share of s`, update: sql`for no key update of s` };

/**
 * One session at the asker's sites, locked: 'share' lets stamps of several people go side by side, 'update' is for signing,
 * which must see every stamp or none. Null when it is not there or not theirs to see.
 */
export async function lockSession(tx: Tx, orgId: string, sessionId: string, siteIds: readonly string[], lock: keyof typeof locks): Promise<SessionFacts | null> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.series_id as "seriesId", s.site_id as "siteId", s.program_id as "programId", s.first_planned_on as "firstPlannedOn", s.session_type as "sessionType",
           s.capacity, s.planned_start_at as "plannedStart", s.planned_end_at as "plannedEnd", coalesce(h.ends_at, s.planned_end_at) as "heldEnd",
           coalesce(h.breaks, s.breaks) as breaks, s.canceled_at is not null as "isCanceled"
      from sessions s
      left join lateral (
        select ends_at, breaks from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1
      ) h on true
     where s.org_id = ${orgId} and s.id = ${sessionId} and s.site_id = any(${siteIds}::uuid[]) and s.withdrawn_at is null
     ${locks[lock]}
  `.execute(tx);
  const row = rows[0];
  return row === undefined ? null : { ...row, breaks: breaksFrom(row.breaks) };
}

/** Whether any session starts at a site between two instants, the first included. */
export async function hasSessions(tx: Tx, orgId: string, siteId: string, from: Date, to: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from sessions where org_id = ${orgId} and site_id = ${siteId} and planned_start_at >= ${from} and planned_start_at < ${to} and withdrawn_at is null limit 1
  `.execute(tx);
  return rows.length > 0;
}
