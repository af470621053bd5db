/** Who could be told about people of a site on a day, read in one go; reads only. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Candidates } from '../rules/owners.ts';

const employed = (staff: string, day: string): RawBuilder<unknown> => sql`${sql.ref(`${staff}.started_on`)} <= ${day} and (${sql.ref(`${staff}.ended_on`)} is null or ${sql.ref(`${staff}.ended_on`)} >= ${day})`;

/** Works at the site on that day. */
const worksAt = (orgId: string, staff: string, siteId: string, day: string): RawBuilder<unknown> => sql`exists (
  select 1 from site_staff w where w.org_id = ${orgId} and w.staff_id = ${sql.ref(`${staff}.id`)} and w.site_id = ${siteId} and w.starts_on <= ${day} and (w.ended_on is null or w.ended_on >= ${day}))`;

type Standing = Omit<Candidates, 'counselorId'>;

/** Who is on call, who directs and who administers; each in order of name, so that the same people are told in the same order. */
async function findStanding(tx: Tx, orgId: string, siteId: string, day: string): Promise<Standing> {
  const { rows } = await sql<{ id: string; onCall: boolean; director: boolean; here: boolean; administrator: boolean }>`
    select f.id, ${worksAt(orgId, 'f', siteId, day)} as here,
           exists (select 1 from on_call_days d where d.org_id = f.org_id and d.staff_id = f.id and d.site_id = ${siteId} and d.date = ${day} and d.ended_at is null) as "onCall",
           exists (select 1 from staff_roles r where r.org_id = f.org_id and r.staff_id = f.id and r.role = 'director' and r.ended_at is null) as director,
           exists (select 1 from staff_roles r where r.org_id = f.org_id and r.staff_id = f.id and r.role = 'administrator' and r.ended_at is null) as administrator
      from staff f where f.org_id = ${orgId} and ${employed('f', day)}
     order by f.family_name, f.given_name, f.id
  `.execute(tx);
  const directors = rows.filter((row) => row.director);
  return {
    onCallId: rows.find((row) => row.onCall)?.id ?? null, directorsHere: directors.filter((row) => row.here).map((row) => row.id), directors: directors.map((row) => row.id),
    administrators: rows.filter((row) => row.administrator).map((row) => row.id),
  };
}

/** The primary counselor of each person on a day, by the newest episode at the site that is open; only who still works there can act. */
async function findCounselors(tx: Tx, orgId: string, siteId: string, day: string, participantIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ participantId: string; staffId: string }>`
    select distinct on (e.participant_id) e.participant_id as "participantId", f.id as "staffId"
      from episodes e
      join episode_counselors c on c.org_id = e.org_id and c.episode_id = e.id and c.withdrawn_at is null and c.starts_on <= ${day} and (c.ended_on is null or c.ended_on >= ${day})
      join staff f on f.org_id = c.org_id and f.id = c.staff_id and ${employed('f', day)}
     where e.org_id = ${orgId} and e.site_id = ${siteId} and e.participant_id = any(${participantIds}::uuid[]) and e.admitted_on <= ${day} and (e.ended_on is null or e.ended_on >= ${day})
       and ${worksAt(orgId, 'f', siteId, day)}
     order by e.participant_id, e.admitted_on desc, e.id desc
  `.execute(tx);
  return new Map(rows.map((row) => [row.participantId, row.staffId]));
}

/** For each of these people, who could be told at a site on a local day; two statements, whatever their number. */
export async function loadCandidates(tx: Tx, orgId: string, where: { siteId: string; day: string; participantIds: readonly string[] }): Promise<Map<string, Candidates>> {
  const standing = await findStanding(tx, orgId, where.siteId, where.day);
  const counselors = await findCounselors(tx, orgId, where.siteId, where.day, where.participantIds);
  return new Map(where.participantIds.map((id) => [id, { ...standing, counselorId: counselors.get(id) ?? null }]));
}

/** The directors of a site and of the organization on a local day. */
export async function loadDirectors(tx: Tx, orgId: string, siteId: string, day: string): Promise<Pick<Candidates, 'directorsHere' | 'directors'>> {
  return await findStanding(tx, orgId, siteId, day);
}

export type NamedStaff = { id: string; name: string; credential: string; /** Whether this person may open the task at all. */ reads: boolean };

/** These members of staff by name, in the order asked. */
export async function listNamedStaff(tx: Tx, orgId: string, ids: readonly string[]): Promise<NamedStaff[]> {
  const { rows } = await sql<NamedStaff>`
    select f.id, f.given_name || ' ' || f.family_name as name, f.credential,
           exists (select 1 from staff_roles r join role_permissions p on p.org_id = r.org_id and p.role = r.role and p.ended_at is null and p.permission = 'task.read'
                    where r.org_id = f.org_id and r.staff_id = f.id and r.ended_at is null) as reads
      from staff f where f.org_id = ${orgId} and f.id = any(${ids}::uuid[])
  `.execute(tx);
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Who may take a task of a site today, by name. */
export async function listTakers(tx: Tx, orgId: string, siteId: string, day: string): Promise<{ id: string; name: string; credential: string }[]> {
  const { rows } = await sql<{ id: string; name: string; credential: string }>`
    select f.id, f.given_name || ' ' || f.family_name as name, f.credential
      from staff f
     where f.org_id = ${orgId} and ${employed('f', day)} and ${worksAt(orgId, 'f', siteId, day)}
       and exists (select 1 from staff_roles r join role_permissions p on p.org_id = r.org_id and p.role = r.role and p.ended_at is null and p.permission = 'task.close'
                    where r.org_id = f.org_id and r.staff_id = f.id and r.ended_at is null)
     order by f.family_name, f.given_name, f.id
  `.execute(tx);
  return rows;
}

/** Days without sessions of a site, from a day on. */
export async function listHolidayDates(tx: Tx, orgId: string, siteId: string, from: string, to: string): Promise<Set<string>> {
  const { rows } = await sql<{ date: string }>`
    select date from holidays where org_id = ${orgId} and date between ${from} and ${to} and (site_id is null or site_id = ${siteId}) and ended_at is null
  `.execute(tx);
  return new Set(rows.map((row) => row.date));
}
