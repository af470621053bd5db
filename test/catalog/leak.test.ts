/** Two organizations in one database: whoever is in one sees, changes and adds nothing of the other, by any table or view. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { RollBack, inTransaction, openDatabase } from '../../src/platform/database.ts';
import { readDictionary } from '../../src/platform/dictionary.ts';
import { liveDay } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import { furnishEverything } from '../support/rows.ts';
import type { House, Organization } from '../support/house.ts';

type Ground = { house: House; here: Organization; there: Organization; tables: string[]; views: string[]; root: pg.Client; app: pg.Client; dictionary: Awaited<ReturnType<typeof readDictionary>> };
type After = { after(work: () => Promise<void>): void };

async function connect(closing: pg.Client[], connection: ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  closing.push(client);
  await client.connect();
  return client;
}

async function openGround(t: After): Promise<Ground> {
  const closing: pg.Client[] = [];
  t.after(async () => { for (const client of closing) await client.end(); });
  const house = await openHouse(t);
  const here = await house.furnish('Larkfield House');
  const there = await house.furnish('Fernhill Center');
  const start = house.clock.now();
  await liveDay(house, here);
  house.clock.set(start);
  await liveDay(house, there);
  await furnishEverything(house, here, 'Larkfield');
  await furnishEverything(house, there, 'Fernhill');
  const dictionary = await readDictionary();
  return {
    house, here, there, dictionary, tables: Object.entries(dictionary.tables).filter(([, entry]) => entry.kind !== 'local').map(([name]) => name), views: Object.keys(dictionary.views),
    root: await connect(closing, house.database.root), app: await connect(closing, house.database.app),
  };
}

async function countsOf(client: pg.Client, name: string): Promise<Record<string, number>> {
  const { rows } = await client.query<{ org_id: string; count: string }>(`select org_id, count(*) from ${name} group by org_id`);
  return Object.fromEntries(rows.map((row) => [row.org_id, Number(row.count)]));
}

/** Answers the SQLSTATE, or how many rows the statement touched; whatever it did is undone. */
async function attempt(client: pg.Client, orgId: string, statement: string, values: unknown[] = []): Promise<string | number> {
  await client.query(`begin; set local app.org = '${orgId}'`);
  try {
    return (await client.query(statement, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
  }
}

async function reading({ root, app, here, there, tables, views }: Ground): Promise<void> {
  for (const name of [...tables, ...views]) {
    const all = await countsOf(root, name);
    const own = all[here.orgId] ?? 0;
    assert.ok(own > 0 && (all[there.orgId] ?? 0) > 0, `${name} holds rows of both, else this test proves nothing`);
    await app.query(`begin; set local app.org = '${here.orgId}'`);
    assert.deepEqual(await countsOf(app, name), { [here.orgId]: own }, name);
    await app.query('commit');
  }
}

async function unset({ app, house, tables, views }: Ground): Promise<void> {
  for (const name of [...tables, ...views]) assert.deepEqual(await countsOf(app, name), {}, `${name} without an organization`);
  for (const said of ['', `'`, 'null', '*', '0', '%', '1 or true', '00000000-0000-0000-0000-000000000000', randomUUID()]) {
    for (const name of [...tables, ...views]) {
      await app.query('begin');
      await app.query(`select set_config('app.org', $1, true)`, [said]);
      const seen = await countsOf(app, name).catch((error: { code?: string }) => ({ refused: error.code }));
      await app.query('rollback');
      assert.ok('refused' in seen ? seen.refused === '22P02' : Object.keys(seen).length === 0, `${name} with "${said}": ${JSON.stringify(seen)}`);
    }
    await assert.rejects(inTransaction(house.kysely, said === '' ? 'x' : `${said} `, () => Promise.resolve(1)), /uuid/);
  }
}

/** A row of the other organization, written again by somebody of this one under a new id. */
async function inserting({ root, app, here, there, tables }: Ground): Promise<void> {
  for (const name of tables) {
    const { rows } = await root.query<{ row: Record<string, unknown> }>(`select to_jsonb(x) as row from ${name} x where org_id = $1 limit 1`, [there.orgId]);
    // What the database makes itself cannot be written by anybody.
    const { rows: written } = await root.query<{ column: string }>(`select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [name]);
    const columns = written.map(({ column }) => column).join(', ');
    const again = { ...rows[0]?.row, ...(name === 'organizations' ? { org_id: randomUUID() } : {}), ...('id' in (rows[0]?.row ?? {}) ? { id: randomUUID() } : {}) };
    assert.equal(await attempt(app, here.orgId, `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, $1)`, [JSON.stringify(again)]), '42501', name);
  }
}

async function changing({ app, here, there, tables, dictionary }: Ground): Promise<void> {
  for (const name of tables) {
    const entry = dictionary.tables[name];
    const mayDelete = entry?.kind === 'working';
    const column = mayDelete ? 'org_id' : entry?.update[0];
    assert.equal(await attempt(app, here.orgId, `delete from ${name} where org_id = $1`, [there.orgId]), mayDelete ? 0 : '42501', `delete ${name}`);
    if (column === undefined) continue;
    assert.equal(await attempt(app, here.orgId, `update ${name} set ${column} = ${column} where org_id = $1`, [there.orgId]), 0, `update ${name}`);
    if (mayDelete) assert.equal(await attempt(app, here.orgId, `update ${name} set org_id = $1`, [there.orgId]), '42501', `moving rows of ${name}`);
  }
}

test('by no table and no view does one organization see, change, delete or add rows of another', async (t) => {
  const ground = await openGround(t);
  await t.test('reading without a where shows the organization that is set, all of it and only it', () => reading(ground));
  await t.test('without an organization, or with a malformed one, nothing is shown', () => unset(ground));
  await t.test('a row of another organization cannot be written', () => inserting(ground));
  await t.test('rows of another organization can be neither changed, moved nor deleted', () => changing(ground));
  await t.test('a reference into another organization finds nothing', async () => {
    const { app, here, there } = ground;
    const values = [here.orgId, randomUUID(), there.sessionId, there.people[0]?.id, there.programId, randomUUID()];
    const into = `insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, 'present', now(), $6)`;
    assert.equal(await attempt(app, here.orgId, into, values), '23503');
  });
  await t.test('the worker sees the rows of the organization it has set, and of no other', async () => {
    const worker = new pg.Client(ground.house.database.worker);
    await worker.connect();
    try {
      assert.deepEqual(await countsOf(worker, 'outbox'), {});
      await worker.query(`begin; set local app.org = '${ground.here.orgId}'`);
      assert.deepEqual(Object.keys(await countsOf(worker, 'outbox')), [ground.here.orgId]);
      await worker.query('rollback');
      assert.equal(await attempt(worker, ground.here.orgId, 'update outbox set relayed_at = now() where org_id = $1', [ground.there.orgId]), 0);
    } finally {
      await worker.end();
    }
  });
});

test('a pooled connection keeps no organization after a commit, a rollback or a failure', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const database = openDatabase(house.database.app, { max: 1 });
  try {
    const left = async () => {
      const { rows } = await database.pool.query<{ org: string | null; people: number }>(`select nullif(current_setting('app.org', true), '') as org, (select count(*) from participants) as people`);
      assert.deepEqual(rows, [{ org: null, people: 0 }]);
    };
    const count = () => inTransaction(database, clinic.orgId, async (tx) => (await sql<{ n: number }>`select count(*) as n from participants`.execute(tx)).rows[0]?.n);
    assert.equal(await count(), 10);
    await left();
    await inTransaction<number>(database, clinic.orgId, async (tx) => { await sql`select 1`.execute(tx); return new RollBack(1); });
    await left();
    await assert.rejects(inTransaction(database, clinic.orgId, async (tx) => { await sql`select 1 / 0`.execute(tx); }));
    await left();
    await assert.rejects(inTransaction(database, clinic.orgId, () => Promise.reject(new Error('in the middle'))));
    await left();
  } finally {
    await database.close();
  }
});
