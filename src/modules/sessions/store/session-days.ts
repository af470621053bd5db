/** On how many days sessions are planned at a site. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { addDays, startOfDay } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

/** Sessions that stand, by the local day on which they start; days without any are not in the map. */
export async function countSessionsByDay(tx: Tx, orgId: string, site: { id: string; timeZone: string }, from: CivilDate, to: CivilDate): Promise<Map<string, number>> {
  const { rows } = await sql<{ date: string; sessions: number }>`
    select (planned_start_at at time zone ${site.timeZone})::date as date, count(*)::integer as sessions from sessions
     where org_id = ${orgId} and site_id = ${site.id} and planned_start_at >= ${startOfDay(site.timeZone, from)} and planned_start_at < ${startOfDay(site.timeZone, addDays(to, 1))}
       and canceled_at is null and withdrawn_at is null
     group by 1
  `.execute(tx);
  return new Map(rows.map((row) => [row.date, row.sessions]));
}
