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

/** The organization's name and how far ahead it plans, locked. */
export async function lockOrganizationRow(tx: Tx, orgId: string): Promise<{ name: string; planWeeks: number }> {
  const { rows } = await sql<{ name: string; planWeeks: number }>`select name, plan_weeks as "planWeeks" from organizations where org_id = ${orgId} for no key update`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error('an organization that somebody is signed in to is gone');
  return row;
}

export async function updateOrganization(tx: Tx, orgId: string, to: { name: string; planWeeks: number }): Promise<void> {
  await sql`update organizations set name = ${to.name}, plan_weeks = ${to.planWeeks} where org_id = ${orgId}`.execute(tx);
}
