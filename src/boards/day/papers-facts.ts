/** What papers of the day say beyond the rows of all session boards: what is taught, numbers of people, who is on call, holidays. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** What is taught in a session, where that is planned; else what its group is about; empty when nobody said. */
export async function findTopic(tx: Tx, orgId: string, sessionId: string): Promise<string> {
  const { rows } = await sql<{ topic: string }>`
    select coalesce(m.title, g.topic, '') as topic
      from sessions s
      left join curriculum_modules m on m.org_id = s.org_id and m.id = s.curriculum_module_id
      left join series g on g.org_id = s.org_id and g.id = s.series_id
     where s.org_id = ${orgId} and s.id = ${sessionId}
  `.execute(tx);
  return rows[0]?.topic ?? '';
}

export async function numbersOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    select id, participant_number as number from participants where org_id = ${orgId} and id = any(${ids}::uuid[])
  `.execute(tx);
  return new Map(rows.map((row) => [row.id, row.number]));
}

export type OnCallFacts = { name: string; credential: string };

/** Who is on call at a site on a day; null while nobody is named (W18). */
export async function findOnCall(tx: Tx, orgId: string, siteId: string, date: string): Promise<OnCallFacts | null> {
  const { rows } = await sql<OnCallFacts>`
    select f.given_name || ' ' || f.family_name as name, f.credential
      from on_call_days d join staff f on f.org_id = d.org_id and f.id = d.staff_id
     where d.org_id = ${orgId} and d.site_id = ${siteId} and d.date = ${date} and d.ended_at is null
  `.execute(tx);
  return rows[0] ?? null;
}

/** Names of the days without sessions that a date is at a site, those of all sites first. */
export async function listHolidayNames(tx: Tx, orgId: string, siteId: string, date: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from holidays
     where org_id = ${orgId} and date = ${date} and (site_id is null or site_id = ${siteId}) and ended_at is null order by site_id nulls first
  `.execute(tx);
  return rows.map((row) => row.name);
}
