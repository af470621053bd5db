/** Whether all that a group names is there, belongs together and is current. Reads and locks only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export type Named = {
  siteId: string; programId: string; trackId: string | null; curriculumId: string | null; roomIds: readonly string[]; staffIds: readonly string[];
};

/**
 * Site, program, track, curriculum, rooms and staff: current, and of this site and program. One statement, which holds them shared: whoever
 * would end one of them at this moment waits, and then finds the group that uses it.
 */
export async function areCurrent(tx: Tx, orgId: string, { siteId, programId, trackId, curriculumId, roomIds, staffIds }: Named): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    with site as (select id from sites where org_id = ${orgId} and id = ${siteId} and ended_at is null for share),
         program as (select id from programs where org_id = ${orgId} and id = ${programId} and ended_at is null for share),
         track as (select id from tracks where org_id = ${orgId} and id = ${trackId}::uuid and program_id = ${programId} and site_id = ${siteId} and ended_at is null for share),
         curriculum as (select id from curricula where org_id = ${orgId} and id = ${curriculumId}::uuid and ended_at is null for share),
         room as (select id from rooms where org_id = ${orgId} and site_id = ${siteId} and id = any(${roomIds}::uuid[]) and ended_at is null for share)
    select exists (select 1 from site) and exists (select 1 from program)
       and (${trackId}::uuid is null or exists (select 1 from track)) and (${curriculumId}::uuid is null or exists (select 1 from curriculum))
       and (select count(*) from room) = ${roomIds.length}
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
