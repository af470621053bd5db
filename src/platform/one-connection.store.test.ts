/** Prepared statements and overlapping ones keep every promise of a transaction: own rows only, first error told, nothing half done. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction, openDatabase } from './database.ts';
import type { Database, Tx } from './database.ts';
import { testDatabase } from '../../test/support/database.ts';

const FIRST = '00000000-0000-4000-8000-000000000001';
const SECOND = '00000000-0000-4000-8000-000000000002';

async function oneConnection(t: { after(work: () => Promise<void>): void }): Promise<Database> {
  const drops: (() => Promise<void>)[] = [];
  const database = openDatabase((await testDatabase({ after: (drop) => void drops.push(drop) })).app, { max: 1 });
  t.after(async () => {
    await database.close();
    for (const drop of drops) await drop();
  });
  for (const orgId of [FIRST, SECOND]) await inTransaction(database, orgId, (tx) => name(tx, orgId, `House ${orgId.slice(-1)}`));
  return database;
}

async function name(tx: Tx, orgId: string, text: string): Promise<void> {
  await sql`insert into organizations (org_id, name, kind, created_at) values (${orgId}, ${text}, 'real', ${new Date(0)})`.execute(tx);
}

async function namesSeen(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from organizations where created_at >= ${new Date(0)} order by name`.execute(tx);
  return rows.map((row) => row.name);
}

test('a plan kept from one organization shows the next only its own rows, however often it ran', async (t) => {
  const database = await oneConnection(t);
  for (let turn = 0; turn < 12; turn += 1) {
    assert.deepEqual(await inTransaction(database, FIRST, namesSeen), ['House 1']);
    assert.deepEqual(await inTransaction(database, SECOND, namesSeen), ['House 2']);
  }
  const { rows } = await database.pool.query<{ plans: number }>(`select (generic_plans)::int as plans from pg_prepared_statements where statement like 'select name from organizations%'`);
  assert.ok((rows[0]?.plans ?? 0) > 0, 'the plan really was kept');
});

test('of statements asked side by side the first that fails is told, all are undone, and the connection serves on', async (t) => {
  const database = await oneConnection(t);
  const third = '00000000-0000-4000-8000-000000000003';
  await assert.rejects(inTransaction(database, third, (tx) => Promise.all([
    name(tx, third, 'House 3'), name(tx, third, ''), namesSeen(tx), name(tx, third, 'House 3'),
  ])), { constraint: 'organizations_name_check' });
  assert.deepEqual(await inTransaction(database, third, namesSeen), []);
  assert.deepEqual(await inTransaction(database, third, (tx) => Promise.all([name(tx, third, 'House 3'), namesSeen(tx)])), [undefined, ['House 3']]);
});
