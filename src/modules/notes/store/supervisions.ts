/** All SQL of supervisions: whose notes wait for whose co-signature, from a day to a day. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

/** Who co-signs what this member of staff signs on a day; null when nobody does. */
export async function findSupervisor(tx: Tx, orgId: string, staffId: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ supervisorId: string }>`
    select supervisor_id as "supervisorId" from supervisions
     where org_id = ${orgId} and staff_id = ${staffId} and withdrawn_at is null and starts_on <= ${day} and (ended_on is null or ended_on >= ${day})
  `.execute(tx);
  return rows[0]?.supervisorId ?? null;
}

export type Supervision = { id: string; supervisorId: string; supervisorName: string; startsOn: string; endedOn: string | null };

/** Everybody who co-signs or has co-signed for this member of staff, the newest first. */
export async function listSupervisions(tx: Tx, orgId: string, staffId: string): Promise<Supervision[]> {
  const { rows } = await sql<Supervision>`
    select v.id, v.supervisor_id as "supervisorId", s.given_name || ' ' || s.family_name as "supervisorName", v.starts_on as "startsOn", v.ended_on as "endedOn"
      from supervisions v join staff s on s.org_id = v.org_id and s.id = v.supervisor_id
     where v.org_id = ${orgId} and v.staff_id = ${staffId} and v.withdrawn_at is null
     order by v.starts_on desc
  `.execute(tx);
  return rows;
}

export async function insertSupervision(tx: Tx, orgId: string, one: { id: string; staffId: string; supervisorId: string; startsOn: string }, at: Date, by: string): Promise<void> {
  await sql`
    insert into supervisions (org_id, id, staff_id, supervisor_id, starts_on, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.staffId}, ${one.supervisorId}, ${one.startsOn}, ${at}, ${by})
  `.execute(tx);
}

/** The last day on which each holds; null when it goes on. Ends come before what they make room for. */
export async function endSupervisions(tx: Tx, orgId: string, ends: readonly { id: string; lastDay: string | null }[], at: Date, by: string): Promise<void> {
  if (ends.length === 0) return;
  await sql`
    update supervisions v set ended_on = t.last_day, ended_at = case when t.last_day is null then null else ${at}::timestamptz end, ended_by = case when t.last_day is null then null else ${by}::uuid end
      from unnest(${ends.map((one) => one.id)}::uuid[], ${ends.map((one) => one.lastDay)}::date[]) as t (id, last_day)
     where v.org_id = ${orgId} and v.id = t.id
  `.execute(tx);
}

/** Taken back as if they had not been: for what had not begun by then. */
export async function withdrawSupervisions(tx: Tx, orgId: string, ids: readonly string[], at: Date, by: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update supervisions set withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = any(${ids}::uuid[]) and withdrawn_at is null
  `.execute(tx);
}

export type CoSigner = { id: string; name: string; credential: string; siteIds: string[] };

/** Everybody who works here now and may do a thing, with the sites at which they work today. */
async function listWorking(tx: Tx, orgId: string, permission: 'note.cosign' | 'note.sign', now: Date): Promise<CoSigner[]> {
  const { rows } = await sql<CoSigner>`
    select s.id, s.given_name || ' ' || s.family_name as name, s.credential,
           array(select w.site_id from site_staff w join sites p on p.org_id = w.org_id and p.id = w.site_id
                  where w.org_id = s.org_id and w.staff_id = s.id and w.starts_on <= (${now}::timestamptz at time zone p.time_zone)::date
                    and (w.ended_on is null or w.ended_on >= (${now}::timestamptz at time zone p.time_zone)::date)) as "siteIds"
      from staff s
     where s.org_id = ${orgId} and (s.ended_at is null or s.ended_at > ${now})
       and exists (select 1 from staff_roles r join role_permissions m on m.org_id = r.org_id and m.role = r.role and m.ended_at is null
                    where r.org_id = s.org_id and r.staff_id = s.id and r.ended_at is null and m.permission = ${permission})
     order by s.family_name, s.given_name, s.id
  `.execute(tx);
  return rows;
}

export async function listCoSigners(tx: Tx, orgId: string, now: Date): Promise<CoSigner[]> {
  return await listWorking(tx, orgId, 'note.cosign', now);
}

/** Who can answer for what they wrote: an author who is not among them has left, or writes no notes any more. */
export async function listAuthorsHere(tx: Tx, orgId: string, now: Date): Promise<CoSigner[]> {
  return await listWorking(tx, orgId, 'note.sign', now);
}
