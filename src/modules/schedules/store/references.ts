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

const USES = {
  site: (id: string) => sql`g.site_id = ${id}`,
  program: (id: string) => sql`g.program_id = ${id}`,
  track: (id: string) => sql`g.track_id = ${id}`,
  curriculum: (id: string) => sql`g.curriculum_id = ${id}`,
  room: (id: string) => sql`exists (
    select 1 from weekly_times w where w.org_id = g.org_id and w.series_id = g.id and w.room_id = ${id} and w.withdrawn_at is null
       and (w.ended_on is null or w.ended_on >= today.day))`,
};

/** Names of the groups that use something today or later; nothing can end while there are any. */
export async function listGroupsUsing(tx: Tx, orgId: string, what: keyof typeof USES, id: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select g.name from series g
      join sites s on s.org_id = g.org_id and s.id = g.site_id
     cross join lateral (select (${now}::timestamptz at time zone s.time_zone)::date as day) today
     where g.org_id = ${orgId} and (g.ended_on is null or g.ended_on >= today.day) and ${USES[what](id)}
     order by g.name
  `.execute(tx);
  return rows.map((row) => row.name);
}

/** Groups that work through a curriculum. */
export async function listSeriesWith(tx: Tx, orgId: string, curriculumId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from series where org_id = ${orgId} and curriculum_id = ${curriculumId}`.execute(tx);
  return rows.map((row) => row.id);
}
