/** Sessions ahead at a site in which a seat is free; two statements. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { clinicalMinutesOf, hasRoom } from '../../modules/attendance/index.ts';
import type { Opening } from '../../modules/attendance/index.ts';
import { breaksFrom, countSeats } from '../../modules/sessions/index.ts';
import type { SessionId, SessionType } from '../../modules/sessions/words.ts';

export type FreeSession = Opening & { readonly sessionId: SessionId; readonly name: string; readonly type: SessionType; readonly programId: string; readonly freeSeats: number };
type Raw = { id: SessionId; name: string; type: SessionType; programId: string; start: Date; end: Date; breaks: { startMinute: number; minutes: number }[] };

/** A session that has begun mends nothing. */
export async function listFreeSessions(tx: Tx, orgId: string, siteId: string, { from, to }: { from: Date; to: Date }): Promise<FreeSession[]> {
  if (from >= to) return [];
  const { rows } = await sql<Raw>`
    select s.id, s.name, s.session_type as type, s.program_id as "programId", s.planned_start_at as start, s.planned_end_at as "end", s.breaks
      from sessions s
     where s.org_id = ${orgId} and s.site_id = ${siteId} and s.planned_start_at > ${from} and s.planned_start_at < ${to} and s.canceled_at is null and s.withdrawn_at is null
     order by s.planned_start_at, s.id
  `.execute(tx);
  const seats = await countSeats(tx, orgId, rows.map((row) => row.id));
  return rows.flatMap(({ id, start, end, breaks, ...row }) => {
    const { capacity, taken } = seats.get(id) ?? { capacity: 0, taken: 0 };
    const times = { plannedStart: start, plannedEnd: end, heldEnd: end, breaks: breaksFrom(breaks) };
    return hasRoom({ type: row.type, capacity, taken }) ? [{ ...row, sessionId: id, start, end, freeSeats: Math.max(0, capacity - taken), minutes: clinicalMinutesOf(times) }] : [];
  });
}
