/** What planning ahead must know of the ground: zones, how far ahead, days without sessions, modules in order. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

export type PlanFrame = { timeZone: string; planWeeks: number };

/** The zone of each site that has not ended, and how many weeks ahead its organization plans. */
export async function listPlanFrames(tx: Tx, orgId: string, siteIds: readonly string[]): Promise<Map<string, PlanFrame>> {
  const { rows } = await sql<PlanFrame & { siteId: string }>`
    select s.id as "siteId", s.time_zone as "timeZone", o.plan_weeks as "planWeeks"
      from sites s join organizations o on o.org_id = s.org_id
     where s.org_id = ${orgId} and s.id = any(${siteIds}::uuid[]) and s.ended_at is null
  `.execute(tx);
  return new Map(rows.map(({ siteId, ...frame }) => [siteId, frame]));
}

/** Every holiday that stands; without a site it is one of all sites. */
export async function listHolidayDates(tx: Tx, orgId: string): Promise<{ siteId: string | null; date: CivilDate; name: string }[]> {
  const { rows } = await sql<{ siteId: string | null; date: CivilDate; name: string }>`
    select site_id as "siteId", date, name from holidays where org_id = ${orgId} and ended_at is null
  `.execute(tx);
  return rows;
}

/** The current modules of each curriculum, in order. */
export async function listModuleIds(tx: Tx, orgId: string, curriculumIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ curriculumId: string; ids: string[] }>`
    select curriculum_id as "curriculumId", array_agg(id order by position) as ids
      from curriculum_modules where org_id = ${orgId} and curriculum_id = any(${curriculumIds}::uuid[]) and ended_at is null
     group by curriculum_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.curriculumId, row.ids]));
}
