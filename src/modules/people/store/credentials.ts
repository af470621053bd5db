/** All SQL of licenses and certificates. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

export type NewCredential = { id: string; staffId: string; kind: string; number: string; issuedBy: string; validFrom: string; expiresOn: string | null };

export async function insertCredential(tx: Tx, orgId: string, one: NewCredential, at: Date, by: string): Promise<void> {
  await sql`
    insert into staff_credentials (org_id, id, staff_id, kind, number, issued_by, valid_from, expires_on, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.staffId}, ${one.kind}, ${one.number}, ${one.issuedBy}, ${one.validFrom}, ${one.expiresOn}, ${at}, ${by})
  `.execute(tx);
}

export type StaffCredential = Omit<NewCredential, 'id'> & { id: string };

/** What these people hold or held, the newest first; rows that were ended are left out. */
export async function listCredentialsOf(tx: Tx, orgId: string, staffIds: readonly string[]): Promise<StaffCredential[]> {
  const { rows } = await sql<StaffCredential>`
    select id, staff_id as "staffId", kind, number, issued_by as "issuedBy", valid_from as "validFrom", expires_on as "expiresOn"
      from staff_credentials where org_id = ${orgId} and staff_id = any(${staffIds}::uuid[]) and ended_at is null
     order by kind, valid_from desc, id
  `.execute(tx);
  return rows;
}

/** Ends a row that was entered by mistake, or brings it back. Answers whose it is; null when there is none. */
export async function updateCredentialEnd(tx: Tx, orgId: string, credentialId: string, ends: boolean, at: Date, by: string): Promise<{ staffId: string } | null> {
  const { rows } = await sql<{ staffId: string }>`
    update staff_credentials
       set ended_at = case when ${ends} then coalesce(ended_at, ${at}) end, ended_by = case when ${ends} then coalesce(ended_by, ${by}::uuid) end
     where org_id = ${orgId} and id = ${credentialId} returning staff_id as "staffId"
  `.execute(tx);
  return rows[0] ?? null;
}
