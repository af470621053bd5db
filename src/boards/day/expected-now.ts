/** Everybody expected at a site within a span of time, once for each session: what claims are matched with and chosen from. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { LONGEST_MINUTES } from '../../modules/sessions/words.ts';
import type { Expected } from '../../modules/tablets/index.ts';
import { addMinutes } from '../../values/minutes.ts';

export type ExpectedRow = Expected & { sessionName: string; roomId: string | null };

/** Sessions that have not ended at `from` and have begun by `to`, canceled ones left out. Whoever is said to be absent may come all the same. */
export async function listExpected(tx: Tx, orgId: string, siteId: string, from: Date, to: Date): Promise<ExpectedRow[]> {
  const { rows } = await sql<ExpectedRow>`
    select p.participant_id as "participantId", p.session_id as "sessionId", s.name as "sessionName", s.room_id as "roomId", s.planned_start_at as start, greatest(s.planned_end_at, coalesce(h.ends_at, s.planned_end_at)) as "end",
           n.participant_number as number, n.legal_given_name as "legalGivenName", n.legal_family_name as "legalFamilyName", n.chosen_name as "chosenName",
           exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null) as "isHere"
      from session_people p
      join sessions s on s.org_id = p.org_id and s.id = p.session_id
      join participants n on n.org_id = p.org_id and n.id = p.participant_id
      left join lateral (
        select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1
      ) h on true
     where p.org_id = ${orgId} and s.site_id = ${siteId} and s.canceled_at is null and s.planned_start_at <= ${to} and s.planned_start_at > ${addMinutes(from, -LONGEST_MINUTES)} and greatest(s.planned_end_at, coalesce(h.ends_at, s.planned_end_at)) >= ${from}
     order by s.planned_start_at, p.seat_no nulls last, n.legal_family_name, n.id
  `.execute(tx);
  return rows;
}
