/** All SQL of placements: episodes and their level segments. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type NewEpisode = { id: string; participantId: string; programId: string; siteId: string; admittedOn: string; segmentId: string; level: string };

export async function insertEpisodes(tx: Tx, orgId: string, episodes: readonly NewEpisode[], at: Date, by: string | null): Promise<void> {
  const column = (key: keyof NewEpisode) => episodes.map((episode) => episode[key]);
  await sql`
    insert into episodes (org_id, id, participant_id, program_id, site_id, admitted_on, recorded_at, recorded_by)
    select ${orgId}, t.id, t.participant_id, t.program_id, t.site_id, t.admitted_on, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('participantId')}::uuid[], ${column('programId')}::uuid[], ${column('siteId')}::uuid[], ${column('admittedOn')}::date[])
        as t (id, participant_id, program_id, site_id, admitted_on)
  `.execute(tx);
  await sql`
    insert into level_segments (org_id, id, episode_id, level, starts_on, recorded_at, recorded_by)
    select ${orgId}, t.id, t.episode_id, t.level, t.starts_on, ${at}, ${by}
      from unnest(${column('segmentId')}::uuid[], ${column('id')}::uuid[], ${column('level')}::text[], ${column('admittedOn')}::date[]) as t (id, episode_id, level, starts_on)
  `.execute(tx);
}

/** The level of care of people in a program on a day: for the attendance row, which keeps what was in force (domain 8.3). */
export async function listLevelsOn(tx: Tx, orgId: string, programId: string, participantIds: readonly string[], date: string): Promise<{ participantId: string; level: string }[]> {
  const { rows } = await sql<{ participantId: string; level: string }>`
    select e.participant_id as "participantId", l.level
      from episodes e join level_segments l on l.org_id = e.org_id and l.episode_id = e.id
     where e.org_id = ${orgId} and e.program_id = ${programId} and e.participant_id = any(${participantIds}::uuid[])
       and l.starts_on <= ${date} and (l.ended_on is null or l.ended_on >= ${date}) and l.withdrawn_at is null
  `.execute(tx);
  return rows;
}

export type Placement = { episodeId: string; siteId: string; siteName: string; timeZone: string; population: string; admittedOn: string };

/** Days after discharge during which staff of the site still see an episode (W20). */
const SEEN_AFTER_END_DAYS = 90;

/** The newest episode of a person at one of the asker's sites, open or ended within 90 days; null when there is none to see (W20). */
export async function findPlacement(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[], now: Date): Promise<Placement | null> {
  const { rows } = await sql<Placement>`
    select e.id as "episodeId", s.id as "siteId", s.name as "siteName", s.time_zone as "timeZone", p.population, e.admitted_on as "admittedOn"
      from episodes e
      join sites s on s.org_id = e.org_id and s.id = e.site_id
      join programs p on p.org_id = e.org_id and p.id = e.program_id
     where e.org_id = ${orgId} and e.participant_id = ${participantId} and e.site_id = any(${siteIds}::uuid[])
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer)
     order by e.admitted_on desc
     limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

/** The level of care in force in an episode on a day; null before admission, after discharge and between segments. */
export async function findLevelOn(tx: Tx, orgId: string, episodeId: string, date: string): Promise<string | null> {
  const { rows } = await sql<{ level: string }>`
    select level from level_segments
     where org_id = ${orgId} and episode_id = ${episodeId} and starts_on <= ${date} and (ended_on is null or ended_on >= ${date}) and withdrawn_at is null
  `.execute(tx);
  return rows[0]?.level ?? null;
}

export type OpenEpisode = { id: string; participantId: string; programId: string };

/** Episodes of a site that are open on a day, in order of admission. */
export async function listOpenEpisodes(tx: Tx, orgId: string, siteId: string, date: string): Promise<OpenEpisode[]> {
  const { rows } = await sql<OpenEpisode>`
    select id, participant_id as "participantId", program_id as "programId"
      from episodes where org_id = ${orgId} and site_id = ${siteId} and admitted_on <= ${date} and (ended_on is null or ended_on >= ${date})
     order by admitted_on desc, id
  `.execute(tx);
  return rows;
}
