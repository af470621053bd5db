/** All SQL of days without sessions. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export async function insertHoliday(tx: Tx, orgId: string, holiday: { id: string; siteId: string | null; date: string; name: string }, at: Date, by: string | null): Promise<void> {
  await sql`
    insert into holidays (org_id, id, site_id, date, name, recorded_at, recorded_by)
    values (${orgId}, ${holiday.id}, ${holiday.siteId}, ${holiday.date}, ${holiday.name}, ${at}, ${by})
  `.execute(tx);
}

/** One holiday, locked, also when it was taken back; null when there is none. */
export async function lockHoliday(tx: Tx, orgId: string, id: string): Promise<{ siteId: string | null } | null> {
  const { rows } = await sql<{ siteId: string | null }>`select site_id as "siteId" from holidays where org_id = ${orgId} and id = ${id} for no key update`.execute(tx);
  return rows[0] ?? null;
}

export async function setHolidayEnd(tx: Tx, orgId: string, id: string, end: { at: Date; by: string } | null): Promise<void> {
  await sql`update holidays set ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${id}`.execute(tx);
}
