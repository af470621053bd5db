/** The history of rows that keep no dated versions of their own: what they said before and after, and a version to tell a stale edit by. */
import { sql } from 'kysely';
import { newId } from './ids.ts';
import type { Tx } from './database.ts';

export type Change = { about: string; rowId: string; was: Readonly<Record<string, unknown>>; became: Readonly<Record<string, unknown>> };

/** Only what differs is kept; a change that changes nothing writes nothing and answers false. */
export async function recordChange(tx: Tx, { orgId, by, now }: { orgId: string; by: string; now: Date }, change: Change): Promise<boolean> {
  const keys = Object.keys(change.became).filter((key) => JSON.stringify(change.became[key]) !== JSON.stringify(change.was[key]));
  if (keys.length === 0) return false;
  const only = (side: Change['was']): string => JSON.stringify(Object.fromEntries(keys.map((key) => [key, side[key] ?? null])));
  await sql`
    insert into changes (org_id, id, about, row_id, was, became, recorded_at, recorded_by)
    values (${orgId}, ${newId(now)}, ${change.about}, ${change.rowId}, ${only(change.was)}::jsonb, ${only(change.became)}::jsonb, ${now}, ${by})
  `.execute(tx);
  return true;
}

/** How often each row was changed: the version that a page shows and an edit must name. A row that is not in the map has version 0. */
export async function versionsOf(tx: Tx, orgId: string, rowIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ rowId: string; version: number }>`
    select row_id as "rowId", count(*)::integer as version from changes where org_id = ${orgId} and row_id = any(${rowIds}::uuid[]) group by row_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.rowId, row.version]));
}

/** The version of one row; ask after locking it, so that two edits of the same version cannot both pass. */
export async function versionOf(tx: Tx, orgId: string, rowId: string): Promise<number> {
  return (await versionsOf(tx, orgId, [rowId])).get(rowId) ?? 0;
}
