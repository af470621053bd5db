/** All SQL of who is on call: one person for a site and day, which a unique index holds (W18). */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { OnCallRow } from '../rules/on-call.ts';

export type OnCall = { id: string; date: CivilDate; staffId: string };

/** Who is on call on these days, locked in order of the days, so that two who change the same days take turns. */
export async function lockOnCall(tx: Tx, orgId: string, siteId: string, dates: readonly string[]): Promise<OnCall[]> {
  const { rows } = await sql<OnCall>`
    select id, date, staff_id as "staffId" from on_call_days
     where org_id = ${orgId} and site_id = ${siteId} and date = any(${dates}::date[]) and ended_at is null order by date for no key update
  `.execute(tx);
  return rows;
}

export async function listOnCall(tx: Tx, orgId: string, siteId: string, from: string, to: string): Promise<OnCall[]> {
  const { rows } = await sql<OnCall>`
    select id, date, staff_id as "staffId" from on_call_days
     where org_id = ${orgId} and site_id = ${siteId} and date between ${from} and ${to} and ended_at is null order by date
  `.execute(tx);
  return rows;
}

/** Days after a day on which this person is on call, at these sites or, without a list, at any. */
export async function listOnCallAfter(tx: Tx, orgId: string, staffId: string, after: string, siteIds: readonly string[] | null): Promise<CivilDate[]> {
  const { rows } = await sql<{ date: CivilDate }>`
    select distinct date from on_call_days
     where org_id = ${orgId} and staff_id = ${staffId} and date > ${after} and ended_at is null
       and (${siteIds === null} or site_id = any(${siteIds ?? []}::uuid[])) order by date
  `.execute(tx);
  return rows.map((row) => row.date);
}

export async function insertOnCall(tx: Tx, orgId: string, siteId: string, rows: readonly OnCall[], at: Date, by: string): Promise<void> {
  const column = (key: keyof OnCall) => rows.map((one) => one[key]);
  await sql`
    insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at, recorded_by)
    select ${orgId}, t.id, ${siteId}, t.date, t.staff_id, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('date')}::date[], ${column('staffId')}::uuid[]) as t (id, date, staff_id)
  `.execute(tx);
}

export async function endOnCall(tx: Tx, orgId: string, ids: readonly string[], at: Date, by: string): Promise<void> {
  await sql`update on_call_days set ended_at = ${at}, ended_by = ${by} where org_id = ${orgId} and id = any(${ids}::uuid[]) and ended_at is null`.execute(tx);
}

/** Brings back what was ended; a day that somebody else has taken meanwhile refuses it (on_call_days_current_key). */
export async function reopenOnCall(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  await sql`update on_call_days set ended_at = null, ended_by = null where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(tx);
}

/** Rows by their ids, current or ended, locked in order of their days. */
export async function lockOnCallRows(tx: Tx, orgId: string, siteId: string, ids: readonly string[]): Promise<OnCallRow[]> {
  const { rows } = await sql<OnCallRow>`
    select id, recorded_at as "recordedAt", recorded_by as "recordedBy", ended_at as "endedAt", ended_by as "endedBy" from on_call_days
     where org_id = ${orgId} and site_id = ${siteId} and id = any(${ids}::uuid[]) order by date, id for no key update
  `.execute(tx);
  return rows;
}
