/** All SQL of who works at which site, from a day to a day. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Site } from './ground.ts';

/** Sites at which a member of staff works now: they decide whose rows that person may see (W20). */
export async function listSitesOf(tx: Tx, orgId: string, staffId: string, now: Date): Promise<Site[]> {
  const { rows } = await sql<Site>`
    select s.id, s.name, s.time_zone as "timeZone", s.grace_minutes as "graceMinutes"
      from site_staff w join sites s on s.org_id = w.org_id and s.id = w.site_id
     where w.org_id = ${orgId} and w.staff_id = ${staffId} and w.starts_on <= (${now}::timestamptz at time zone s.time_zone)::date
       and (w.ended_on is null or w.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date)
     order by s.name
  `.execute(tx);
  return rows;
}

export async function insertSiteStaff(tx: Tx, orgId: string, row: { id: string; siteId: string; staffId: string; startsOn: string }, at: Date): Promise<void> {
  await insertSiteStints(tx, orgId, [row], at);
}

export type NewStint = { id: string; siteId: string; staffId: string; startsOn: string };

export async function insertSiteStints(tx: Tx, orgId: string, stints: readonly NewStint[], at: Date): Promise<void> {
  const column = (key: keyof NewStint) => stints.map((one) => one[key]);
  await sql`
    insert into site_staff (org_id, id, site_id, staff_id, starts_on, recorded_at)
    select ${orgId}, t.id, t.site_id, t.staff_id, t.starts_on, ${at}
      from unnest(${column('id')}::uuid[], ${column('siteId')}::uuid[], ${column('staffId')}::uuid[], ${column('startsOn')}::date[]) as t (id, site_id, staff_id, starts_on)
  `.execute(tx);
}

export type Stint = { staffId: string; siteId: string; startsOn: string; endedOn: string | null };

/** Every stretch of work at a site of these people, also those that are over. */
export async function listStints(tx: Tx, orgId: string, staffIds: readonly string[]): Promise<Stint[]> {
  const { rows } = await sql<Stint>`
    select staff_id as "staffId", site_id as "siteId", starts_on as "startsOn", ended_on as "endedOn"
      from site_staff where org_id = ${orgId} and staff_id = any(${staffIds}::uuid[]) order by starts_on, id
  `.execute(tx);
  return rows;
}

/** From today on this person works at these sites no more: the day before is the last. */
export async function endSiteStints(tx: Tx, orgId: string, staffId: string, sites: readonly { siteId: string; lastDay: string }[], at: Date, by: string): Promise<void> {
  await sql`
    update site_staff w set ended_on = t.last_day, ended_at = ${at}, ended_by = ${by}
      from unnest(${sites.map((one) => one.siteId)}::uuid[], ${sites.map((one) => one.lastDay)}::date[]) as t (site_id, last_day)
     where w.org_id = ${orgId} and w.staff_id = ${staffId} and w.site_id = t.site_id and w.ended_at is null
  `.execute(tx);
}
