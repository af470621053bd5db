/** On which day somebody was last present under an episode. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

/**
 * The later of the day first planned and the local day on which the session began (W3, W11), so that a session that was moved does not lose its
 * people; days that another episode of the person carries are left out. Null for who was never present.
 */
export async function findLastHere(tx: Tx, orgId: string, of: { participantId: string; episodeId: string }): Promise<CivilDate | null> {
  const { rows } = await sql<{ day: CivilDate | null }>`
    select max(d.day) as day
      from attendances a
      join sessions s on s.org_id = a.org_id and s.id = a.session_id
      join sites t on t.org_id = s.org_id and t.id = s.site_id
     cross join lateral (select greatest(s.first_planned_on, (s.planned_start_at at time zone t.time_zone)::date) as day) d
     where a.org_id = ${orgId} and a.participant_id = ${of.participantId} and a.outcome = 'present' and a.superseded_at is null
       and exists (select 1 from stays y where y.org_id = a.org_id and y.attendance_id = a.id and y.withdrawn_at is null)
       and not exists (select 1 from episodes o where o.org_id = a.org_id and o.participant_id = a.participant_id and o.id <> ${of.episodeId} and o.program_id = a.program_id
                          and o.admitted_on <= d.day and (o.ended_on is null or o.ended_on >= d.day))
  `.execute(tx);
  return rows[0]?.day ?? null;
}
