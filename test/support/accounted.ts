/** What an answer shows, held against the access rows that it wrote (W21). */
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { House, Organization, Reply } from './house.ts';

export type Access = { contract: string; participants: string[]; actor: string };

export async function accesses(house: House, clinic: Organization): Promise<Access[]> {
  return await house.inOrganization(clinic.orgId, async (tx) => {
    const { rows } = await sql<Access>`select contract, participant_ids::text[] as participants, actor_id as actor from accesses where org_id = ${clinic.orgId} order by at, id`.execute(tx);
    return rows;
  });
}

/** Ids of known participants anywhere in a reply, whatever the field is called. */
export function shownIn(reply: Reply, clinic: Organization): string[] {
  const text = JSON.stringify(reply.body);
  return clinic.people.map((person) => person.id).filter((id) => text.includes(id)).sort();
}

/** Rows of one millisecond have no order, so time goes on. */
export function tick(house: House): void {
  house.clock.set(new Date(house.clock.now().getTime() + 1000));
}

/** Asks, and holds the access rows written since against what the reply shows. */
export async function accounted(house: House, clinic: Organization, contract: string, work: () => Promise<Reply>): Promise<string[]> {
  const before = (await accesses(house, clinic)).length;
  tick(house);
  const reply = await work();
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  const shown = shownIn(reply, clinic);
  const written = (await accesses(house, clinic)).slice(before);
  assert.deepEqual(written.map((row) => row.contract), shown.length === 0 ? [] : [contract], contract);
  assert.deepEqual(written.flatMap((row) => row.participants).sort(), shown, contract);
  return shown;
}
