/** Whose week is read, and by which episode: the one in force on the day, else the newest that somebody at the site may see (W20). */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { SEEN_AFTER_END_DAYS } from '../../modules/placements/index.ts';
import type { CivilDate } from '../../values/civil-date.ts';

export type Placed = {
  participantId: ParticipantId; legalGivenName: string; legalFamilyName: string; chosenName: string | null;
  episodeId: string; programId: string; programName: string; population: string; admittedOn: CivilDate; endedOn: CivilDate | null;
  siteId: string; siteName: string; timeZone: string; trackId: string | null; trackName: string | null; counselorId: string | null; counselorName: string | null;
};

/** One episode for each person among those that fit a condition on `e`, open or ended within 90 days; one statement. */
export async function listPlaced(tx: Tx, orgId: string, where: RawBuilder<unknown>, { day, now }: { day: CivilDate | null; now: Date }): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select distinct on (e.participant_id) e.participant_id as "participantId", n.legal_given_name as "legalGivenName", n.legal_family_name as "legalFamilyName", n.chosen_name as "chosenName",
           e.id as "episodeId", e.program_id as "programId", g.name as "programName", g.population, e.admitted_on as "admittedOn", e.ended_on as "endedOn",
           s.id as "siteId", s.name as "siteName", s.time_zone as "timeZone", e.track_id as "trackId", t.name as "trackName", c.staff_id as "counselorId", c.name as "counselorName"
      from episodes e
      join participants n on n.org_id = e.org_id and n.id = e.participant_id
      join sites s on s.org_id = e.org_id and s.id = e.site_id
      join programs g on g.org_id = e.org_id and g.id = e.program_id
      left join tracks t on t.org_id = e.org_id and t.id = e.track_id
     cross join lateral (select coalesce(${day}::date, (${now}::timestamptz at time zone s.time_zone)::date) as day) d
      left join lateral (
        select k.staff_id, f.given_name || ' ' || f.family_name as name
          from episode_counselors k join staff f on f.org_id = k.org_id and f.id = k.staff_id
         where k.org_id = e.org_id and k.episode_id = e.id and k.withdrawn_at is null and k.starts_on <= greatest(d.day, e.admitted_on) and (k.ended_on is null or k.ended_on >= least(d.day, e.ended_on))
         order by k.starts_on desc limit 1
      ) c on true
     where e.org_id = ${orgId} and ${where}
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer)
     order by e.participant_id, (e.admitted_on <= d.day and (e.ended_on is null or e.ended_on >= d.day)) desc, e.admitted_on desc, e.id
  `.execute(tx);
  return rows;
}
