/** Which groups somebody leads, by the weekly times that hold or will hold. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export type LedGroup = { staffId: string; seriesId: string; siteId: string; name: string };

/** Groups that these people lead on any day after a day. */
export async function listLedGroups(tx: Tx, orgId: string, staffIds: readonly string[], after: string): Promise<LedGroup[]> {
  const { rows } = await sql<LedGroup>`
    select distinct w.facilitator_id as "staffId", g.id as "seriesId", g.site_id as "siteId", g.name
      from weekly_times w join series g on g.org_id = w.org_id and g.id = w.series_id
     where w.org_id = ${orgId} and w.facilitator_id = any(${staffIds}::uuid[]) and w.withdrawn_at is null
       and (w.ended_on is null or w.ended_on > ${after}) and (g.ended_on is null or g.ended_on > ${after})
     order by g.name, g.id
  `.execute(tx);
  return rows;
}
