/** All SQL of the simple health lists: allergies, medication, substances. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { HealthKind } from '../words.ts';

export type HealthItem = { id: string; kind: HealthKind; label: string; detail: string; lastOn: CivilDate | null; hasEnded: boolean };

/** Entries of a person, ended ones too, in the order in which they were added. */
export async function listHealthItems(tx: Tx, orgId: string, participantId: string): Promise<HealthItem[]> {
  const { rows } = await sql<HealthItem>`
    select id, kind, label, detail, last_on as "lastOn", ended_at is not null as "hasEnded"
      from health_items where org_id = ${orgId} and participant_id = ${participantId} order by recorded_at, id
  `.execute(tx);
  return rows;
}

export async function insertHealthItem(tx: Tx, orgId: string, participantId: string, one: Omit<HealthItem, 'hasEnded'>, at: Date, by: string): Promise<void> {
  await sql`
    insert into health_items (org_id, id, participant_id, kind, label, detail, last_on, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${participantId}, ${one.kind}, ${one.label}, ${one.detail}, ${one.lastOn}, ${at}, ${by})
  `.execute(tx);
}

/** Ends an entry, or brings it back with `ended` null. */
export async function endHealthItemRow(tx: Tx, orgId: string, id: string, ended: { at: Date; by: string } | null): Promise<void> {
  await sql`update health_items set ended_at = ${ended?.at ?? null}, ended_by = ${ended?.by ?? null} where org_id = ${orgId} and id = ${id}`.execute(tx);
}
