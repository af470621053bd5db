/** Whether all that a group names is there, belongs together and is current. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export type Named = {
  siteId: string; programId: string; trackId: string | null; curriculumId: string | null; roomIds: readonly string[]; staffIds: readonly string[];
};

/** Site, program, track, curriculum, rooms and staff: current, and of this site and program. One statement. */
export async function areCurrent(tx: Tx, orgId: string, { siteId, programId, trackId, curriculumId, roomIds, staffIds }: Named): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select exists (select 1 from sites where org_id = ${orgId} and id = ${siteId} and ended_at is null)
       and exists (select 1 from programs where org_id = ${orgId} and id = ${programId} and ended_at is null)
       and (${trackId}::uuid is null or exists (
             select 1 from tracks where org_id = ${orgId} and id = ${trackId} and program_id = ${programId} and site_id = ${siteId} and ended_at is null))
       and (${curriculumId}::uuid is null or exists (select 1 from curricula where org_id = ${orgId} and id = ${curriculumId} and ended_at is null))
       and (select count(*) from rooms where org_id = ${orgId} and site_id = ${siteId} and id = any(${roomIds}::uuid[]) and ended_at is null) = ${roomIds.length}
       and (select count(distinct w.staff_id) from site_staff w join staff s on s.org_id = w.org_id and s.id = w.staff_id
             where w.org_id = ${orgId} and w.site_id = ${siteId} and w.staff_id = any(${staffIds}::uuid[]) and w.ended_at is null and s.ended_at is null) = ${staffIds.length}
       as whole
  `.execute(tx);
  return rows[0]?.whole === true;
}
