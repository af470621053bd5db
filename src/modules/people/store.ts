/** All SQL of organizations. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export async function findOrganization(tx: Tx, orgId: string): Promise<{ name: string; kind: 'real' | 'demo' } | null> {
  const { rows } = await sql<{ name: string; kind: 'real' | 'demo' }>`select name, kind from organizations where org_id = ${orgId}`.execute(tx);
  return rows[0] ?? null;
}

export type NewOrganization = { orgId: string; name: string; kind: 'real' | 'demo'; at: Date };

export async function insertOrganization(tx: Tx, organization: NewOrganization): Promise<void> {
  await sql`
    insert into organizations (org_id, name, kind, created_at)
    values (${organization.orgId}, ${organization.name}, ${organization.kind}, ${organization.at})
  `.execute(tx);
}

/** Holds the organization until the end of the transaction: whoever makes the next number of something waits for the one before. */
export async function lockOrganization(tx: Tx, orgId: string): Promise<void> {
  await sql`select 1 from organizations where org_id = ${orgId} for no key update`.execute(tx);
}
