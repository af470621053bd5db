/** All SQL of episodes, and where a person stands as seen from a site. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { ParticipantId } from '../people/words.ts';
import { insertLevelSegments } from './store/segments.ts';

export type NewEpisode = { id: string; participantId: string; programId: string; siteId: string; admittedOn: string; segmentId: string; level: string };

export async function insertEpisodes(tx: Tx, orgId: string, episodes: readonly NewEpisode[], at: Date, by: string | null): Promise<void> {
  const column = (key: keyof NewEpisode) => episodes.map((episode) => episode[key]);
  await sql`
    insert into episodes (org_id, id, participant_id, program_id, site_id, admitted_on, recorded_at, recorded_by)
    select ${orgId}, t.id, t.participant_id, t.program_id, t.site_id, t.admitted_on, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('participantId')}::uuid[], ${column('programId')}::uuid[], ${column('siteId')}::uuid[], ${column('admittedOn')}::date[])
        as t (id, participant_id, program_id, site_id, admitted_on)
  `.execute(tx);
  await insertLevelSegments(tx, orgId, episodes.map((episode) => ({ id: episode.segmentId, episodeId: episode.id, level: episode.level, startsOn: episode.admittedOn, endedOn: null })), { at, by });
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
export const SEEN_AFTER_END_DAYS = 90;

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

export type OpenEpisode = { id: string; participantId: string; programId: string; trackId: string | null };

/** Episodes of a site that are open on a day, in order of admission. */
export async function listOpenEpisodes(tx: Tx, orgId: string, siteId: string, date: string): Promise<OpenEpisode[]> {
  const { rows } = await sql<OpenEpisode>`
    select id, participant_id as "participantId", program_id as "programId", track_id as "trackId"
      from episodes where org_id = ${orgId} and site_id = ${siteId} and admitted_on <= ${date} and (ended_on is null or ended_on >= ${date})
     order by admitted_on desc, id
  `.execute(tx);
  return rows;
}

export type Asker = { readonly placeIds: readonly string[]; readonly permissions: ReadonlySet<string> };

/** The condition on a person `p` by which somebody is the asker's to see, for one person as for many. */
function isSeenBy(asker: Asker, now: Date): RawBuilder<unknown> {
  const admits = asker.permissions.has('people.change') || asker.permissions.has('placement.change');
  return sql`(exists (
              select 1 from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
               where e.org_id = p.org_id and e.participant_id = p.id and e.site_id = any(${[...asker.placeIds]}::uuid[])
                 and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer))
            or (${admits}::boolean and not exists (select 1 from episodes e where e.org_id = p.org_id and e.participant_id = p.id)))`;
}

/** Those of these people who are the asker's to see, as `isVisible` says it of each; one statement. */
export async function listVisible(tx: Tx, orgId: string, participantIds: readonly string[], asker: Asker, now: Date): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from participants p where p.org_id = ${orgId} and p.id = any(${[...new Set(participantIds)]}::uuid[]) and ${isSeenBy(asker, now)}
  `.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/**
 * Whether a person is the asker's to see (W20): by an episode at one of the asker's sites, open or ended within 90 days; who never had an
 * episode waits to be admitted, and is seen by those who enter or admit people. `lock` holds the person's row until the end of the transaction.
 */
export async function isVisible(tx: Tx, orgId: string, participantId: string, asker: Asker, now: Date, lock: 'lock' | 'look' = 'look'): Promise<boolean> {
  const { rows } = await sql`
    select 1 from participants p
     where p.org_id = ${orgId} and p.id = ${participantId} and ${isSeenBy(asker, now)}
    ${lock === 'lock' ? sql`for no key update of p` : sql``}
  `.execute(tx);
  return rows.length > 0;
}

export type LockedEpisode = {
  id: string; participantId: ParticipantId; programId: string; siteId: string; timeZone: string; trackId: string | null; admittedOn: CivilDate; endedOn: CivilDate | null;
};

/** An episode at one of the asker's sites, open or ended within 90 days, held until the end of the transaction; null when there is none to see. */
export async function lockEpisode(tx: Tx, orgId: string, episodeId: string, siteIds: readonly string[], now: Date): Promise<LockedEpisode | null> {
  const { rows } = await sql<LockedEpisode>`
    select e.id, e.participant_id as "participantId", e.program_id as "programId", e.site_id as "siteId", s.time_zone as "timeZone", e.track_id as "trackId",
           e.admitted_on as "admittedOn", e.ended_on as "endedOn"
      from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
     where e.org_id = ${orgId} and e.id = ${episodeId} and e.site_id = any(${siteIds}::uuid[])
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer)
       for no key update of e
  `.execute(tx);
  return rows[0] ?? null;
}

export type Admitted = { id: string; participantId: string; programId: string; siteId: string; trackId: string | null; admittedOn: CivilDate };

export async function insertAdmission(tx: Tx, orgId: string, one: Admitted, { at, by }: { at: Date; by: string }): Promise<void> {
  await sql`
    insert into episodes (org_id, id, participant_id, program_id, site_id, track_id, admitted_on, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.participantId}, ${one.programId}, ${one.siteId}, ${one.trackId}, ${one.admittedOn}, ${at}, ${by})
  `.execute(tx);
}

export async function updateTrack(tx: Tx, orgId: string, episodeId: string, trackId: string | null): Promise<void> {
  await sql`update episodes set track_id = ${trackId} where org_id = ${orgId} and id = ${episodeId}`.execute(tx);
}

/** The last local day of an episode, or none: it goes on. Where the person was admitted to the program again meanwhile, episodes_overlap_excl refuses. */
export async function setEpisodeEnd(tx: Tx, orgId: string, episodeId: string, end: { lastDay: CivilDate; at: Date; by: string } | null): Promise<void> {
  await sql`
    update episodes set ended_on = ${end?.lastDay ?? null}::date, ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${episodeId}
  `.execute(tx);
}

/**
 * Whether somebody can be admitted (W20): who is the asker's to see, and who is in no program anywhere anymore, however long ago and at whichever
 * site that was. The person's row is held until the end of the transaction.
 */
export async function isAdmittable(tx: Tx, orgId: string, participantId: string, asker: Asker, now: Date): Promise<boolean> {
  if (await isVisible(tx, orgId, participantId, asker, now, 'lock')) return true;
  const { rows } = await sql`
    select 1 from participants p where p.org_id = ${orgId} and p.id = ${participantId} and ${isFormer(now)} for no key update of p
  `.execute(tx);
  return rows.length > 0;
}

/** Had an episode, and has none that is open or ahead. */
const isFormer = (now: Date) => sql`exists (select 1 from episodes e where e.org_id = p.org_id and e.participant_id = p.id)
  and not exists (
    select 1 from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
     where e.org_id = p.org_id and e.participant_id = p.id and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date))`;

/** Those of these people who are in no program anymore, with the last day of each. */
export async function listFormer(tx: Tx, orgId: string, participantIds: readonly string[], now: Date): Promise<{ participantId: ParticipantId; leftOn: CivilDate }[]> {
  const { rows } = await sql<{ participantId: ParticipantId; leftOn: CivilDate }>`
    select p.id as "participantId", (select max(e.ended_on) from episodes e where e.org_id = p.org_id and e.participant_id = p.id) as "leftOn"
      from participants p where p.org_id = ${orgId} and p.id = any(${participantIds}::uuid[]) and ${isFormer(now)}
     order by 2 desc, p.id
  `.execute(tx);
  return rows;
}
