/** What ending somebody's work, or moving it to other sites, has to know: sites, and what would be left behind. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { listOnCallAfter } from '../../modules/program/index.ts';
import { listLedGroups } from '../../modules/schedules/index.ts';

export type CurrentSite = { id: string; timeZone: string };

/** The sites that have not ended. */
export async function loadCurrentSites(tx: Tx, orgId: string): Promise<CurrentSite[]> {
  const { rows } = await sql<CurrentSite>`select id, time_zone as "timeZone" from sites where org_id = ${orgId} and ended_at is null order by name`.execute(tx);
  return rows;
}

/** Groups this person leads and days on call after a day, at these sites or, without a list, at any. */
export async function loadLeftBehind(tx: Tx, orgId: string, staffId: string, after: string, siteIds: readonly string[] | null): Promise<{ groups: string[]; onCallDays: string[] }> {
  const groups = await listLedGroups(tx, orgId, [staffId], after);
  const onCallDays = await listOnCallAfter(tx, orgId, staffId, after, siteIds);
  return { groups: groups.filter((group) => siteIds === null || siteIds.includes(group.siteId)).map((group) => group.name), onCallDays };
}
