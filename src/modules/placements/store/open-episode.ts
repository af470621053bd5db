/** Open episodes: under which somebody may take a seat, and whether a site or program still has any. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

/** The episode of a person in a program at a site that is open on a day, and on every day until another where `until` says so (null: without end); null when there is none. */
export async function findOpenEpisode(tx: Tx, orgId: string, asked: { participantId: string; programId: string; siteId: string; date: string; until?: string | null }): Promise<string | null> {
  const until = asked.until === undefined ? asked.date : asked.until;
  const { rows } = await sql<{ id: string }>`
    select id from episodes
     where org_id = ${orgId} and participant_id = ${asked.participantId} and program_id = ${asked.programId} and site_id = ${asked.siteId}
       and admitted_on <= ${asked.date} and (ended_on is null or ended_on >= ${until}::date)
  `.execute(tx);
  return rows[0]?.id ?? null;
}

/** How many people are, or are about to be, in a program, at a site or on a track. */
export async function countOpenEpisodes(tx: Tx, orgId: string, where: { siteId: string } | { programId: string } | { trackId: string }, now: Date): Promise<number> {
  const own = 'siteId' in where ? sql`e.site_id = ${where.siteId}` : 'trackId' in where ? sql`e.track_id = ${where.trackId}` : sql`e.program_id = ${where.programId}`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
     where e.org_id = ${orgId} and ${own} and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date)
  `.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Whether anybody was ever admitted to a program. */
export async function wasAdmittedTo(tx: Tx, orgId: string, programId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from episodes where org_id = ${orgId} and program_id = ${programId} limit 1`.execute(tx);
  return rows.length > 0;
}
