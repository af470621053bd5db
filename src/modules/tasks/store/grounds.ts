/** Where a danger about a person belongs, as the asker sees it; reads only. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Concern } from '../words.ts';
import type { OpenMark } from '../rules/closing.ts';

export type Ground = { siteId: string; siteName: string; timeZone: string; telephone: string; sessionId: string | null };
type Asked = { participantId: string; sessionId: string | null; siteIds: readonly string[] };

/**
 * The site of the session when the person is in it, else of the newest episode at one of the asker's sites, an open one first, else the
 * asker's first site. Whether the person is the asker's to see is not decided here, except for whoever is in a session there: `inSession`.
 */
export async function findDangerGround(tx: Tx, orgId: string, { participantId, sessionId, siteIds }: Asked): Promise<(Ground & { inSession: boolean }) | null> {
  const { rows } = await sql<Ground & { inSession: boolean }>`
    select s.id as "siteId", s.name as "siteName", s.time_zone as "timeZone", s.telephone, g.session_id as "sessionId", g.rank = 0 as "inSession"
      from sites s
      join lateral (
        select 0 as rank, e.id as session_id, null::date as day from sessions e
          join session_people p on p.org_id = e.org_id and p.session_id = e.id and p.participant_id = ${participantId}
         where e.org_id = s.org_id and e.site_id = s.id and e.id = ${sessionId} and e.withdrawn_at is null
        union all
        select case when e.ended_on is null then 1 else 2 end, null, e.admitted_on from episodes e where e.org_id = s.org_id and e.site_id = s.id and e.participant_id = ${participantId}
        union all
        select 3, null, null) g on true
     where s.org_id = ${orgId} and s.id = any(${siteIds}::uuid[])
     order by g.rank, g.day desc nulls last, s.name, s.id
     limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

/** Of an episode `e` of a site `s`: it has not ended, or its last day is not over; one that begins later is open too. */
export const isOpen = (now: Date): RawBuilder<unknown> => sql`(e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date)`;

/** A site among these where whoever a task `t` is about has an open episode, null when there is none: danger stands where the person is, wherever it was marked (W18). */
export const siteOfPerson = (siteIds: readonly string[], now: Date): RawBuilder<unknown> => sql`(
  select e.site_id from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
   where e.org_id = t.org_id and e.participant_id = t.participant_id and e.site_id = any(${[...siteIds]}::uuid[]) and ${isOpen(now)}
   order by e.admitted_on desc, e.id desc limit 1)`;

/** Sites at which somebody has an open episode, with their zones. */
export async function listOpenSites(tx: Tx, orgId: string, participantId: string, now: Date): Promise<{ siteId: string; timeZone: string }[]> {
  const { rows } = await sql<{ siteId: string; timeZone: string }>`
    select distinct s.id as "siteId", s.time_zone as "timeZone" from episodes e join sites s on s.org_id = e.org_id and s.id = e.site_id
     where e.org_id = ${orgId} and e.participant_id = ${participantId} and ${isOpen(now)}
  `.execute(tx);
  return rows;
}

export type StandingDanger = { id: string; ownerIds: string[]; /** Nobody took it in time, and it went to directors. */ isPassedOn: boolean };

/** Danger about a person that is open anywhere, held until the end of the transaction. */
export async function lockDanger(tx: Tx, orgId: string, participantId: string): Promise<StandingDanger[]> {
  const { rows } = await sql<StandingDanger>`
    select t.id, (select coalesce(array_agg(o.staff_id), '{}') from task_owners o where o.org_id = t.org_id and o.task_id = t.id) as "ownerIds",
           t.taken_at is null and exists (select 1 from task_owners o where o.org_id = t.org_id and o.task_id = t.id and o.because = 'not-taken') as "isPassedOn"
      from tasks t where t.org_id = ${orgId} and t.participant_id = ${participantId} and t.kind = 'danger' and t.closed_at is null order by t.id for no key update of t
  `.execute(tx);
  return rows;
}

/** Danger about a person that is open at a site, the newest first; locked, so that nobody closes what a mark is about to join. */
export async function listOpenDanger(tx: Tx, orgId: string, participantId: string, siteId: string): Promise<OpenMark[]> {
  const { rows } = await sql<OpenMark & { concern: Concern }>`
    select id, concern, detail, opened_at as "openedAt" from tasks
     where org_id = ${orgId} and participant_id = ${participantId} and site_id = ${siteId} and kind = 'danger' and closed_at is null order by opened_at desc, id desc
       for no key update
  `.execute(tx);
  return rows;
}

/** Danger tasks of a session, also those that are closed: the note of the person says that one was opened. */
export async function listDangerTasks(tx: Tx, orgId: string, sessionId: string): Promise<{ id: string; participantId: string }[]> {
  const { rows } = await sql<{ id: string; participantId: string }>`
    select id, participant_id as "participantId" from tasks where org_id = ${orgId} and session_id = ${sessionId} and kind = 'danger' order by opened_at, id
  `.execute(tx);
  return rows;
}
