/** All SQL of co-signatures of plans: once for each signed plan. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

/** plan_cosignatures_plan_key settles who co-signed first. */
export async function insertPlanCosignature(tx: Tx, orgId: string, one: { id: string; signedPlanId: string; by: { id: string; name: string; credential: string }; at: Date }): Promise<void> {
  await sql`
    insert into plan_cosignatures (org_id, id, signed_plan_id, by_id, by_name, by_credential, signed_at)
    values (${orgId}, ${one.id}, ${one.signedPlanId}, ${one.by.id}, ${one.by.name}, ${one.by.credential}, ${one.at})
  `.execute(tx);
}
