/** Notes that are still to be signed about a person. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { hasMoment } from '../../attendance/index.ts';

export type Unsigned = { sessionId: string; name: string; siteId: string; timeZone: string; startedAt: Date };

/** Sessions of these sites in which the person was present and about which no note is signed yet, the oldest first. */
export async function listUnsigned(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[]): Promise<Unsigned[]> {
  const { rows } = await sql<Unsigned>`
    select s.id as "sessionId", s.name, s.site_id as "siteId", t.time_zone as "timeZone", s.planned_start_at as "startedAt"
      from attendances a
      join sessions s on s.org_id = a.org_id and s.id = a.session_id and s.canceled_at is null and s.withdrawn_at is null
      join sites t on t.org_id = s.org_id and t.id = s.site_id
      left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
     where a.org_id = ${orgId} and a.participant_id = ${participantId} and a.outcome = 'present' and a.superseded_at is null and s.site_id = any(${siteIds}::uuid[])
       and exists (select 1 from stays y where y.org_id = a.org_id and y.attendance_id = a.id and ${hasMoment(sql`s.planned_start_at`, sql`coalesce(h.ends_at, s.planned_end_at)`)})
       and not exists (select 1 from notes n where n.org_id = a.org_id and n.session_id = a.session_id and n.participant_id = a.participant_id)
     order by s.planned_start_at, s.id
  `.execute(tx);
  return rows;
}
