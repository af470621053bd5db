/** All SQL of permissions to attend. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { AttendableType, PermissionWay } from '../words.ts';

export type SupporterPermission = {
  id: string; contactId: string; sessionTypes: AttendableType[]; givenOn: CivilDate; givenHow: PermissionWay; detail: string; lastDay: CivilDate | null; recordedAt: Date; endedAt: Date | null;
};

/** Every permission that a person ever gave, the newest first. */
export async function listPermissions(tx: Tx, orgId: string, participantId: string): Promise<SupporterPermission[]> {
  const { rows } = await sql<SupporterPermission>`
    select id, contact_id as "contactId", session_types as "sessionTypes", given_on as "givenOn", given_how as "givenHow", detail, last_day as "lastDay", recorded_at as "recordedAt", ended_at as "endedAt"
      from supporter_permissions where org_id = ${orgId} and participant_id = ${participantId} order by recorded_at desc, id desc
  `.execute(tx);
  return rows;
}

export async function insertPermission(tx: Tx, orgId: string, participantId: string, one: Omit<SupporterPermission, 'recordedAt' | 'endedAt'>, at: Date, by: string): Promise<void> {
  await sql`
    insert into supporter_permissions (org_id, id, participant_id, contact_id, session_types, given_on, given_how, detail, last_day, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${participantId}, ${one.contactId}, ${one.sessionTypes}::text[], ${one.givenOn}, ${one.givenHow}, ${one.detail}, ${one.lastDay}, ${at}, ${by})
  `.execute(tx);
}

/** Ends a permission, or brings it back with `ended` null. */
export async function endPermissionRow(tx: Tx, orgId: string, id: string, ended: { at: Date; by: string } | null): Promise<void> {
  await sql`update supporter_permissions set ended_at = ${ended?.at ?? null}, ended_by = ${ended?.by ?? null} where org_id = ${orgId} and id = ${id}`.execute(tx);
}
