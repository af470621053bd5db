/** What must leave the building is written with the act or not at all, and is handed over once in effect, whatever fails. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { inTransaction, openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import { relayOnce, tell } from './outbox.ts';
import type { Job } from './outbox.ts';
import { testDatabase } from '../../test/support/database.ts';
import type { TestDatabase } from '../../test/support/database.ts';

const NOW = new Date('2026-11-19T16:00:00Z');
type Stage = { orgId: string; names: TestDatabase; app: Database; worker: Database; open(): Database };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const drops: (() => Promise<void>)[] = [];
  const names = await testDatabase({ after: (drop) => void drops.push(drop) });
  const opened: Database[] = [];
  const open = (as: 'app' | 'worker') => {
    const database = openDatabase(names[as], { max: 5 });
    opened.push(database);
    return database;
  };
  t.after(async () => {
    for (const database of opened) await database.close();
    for (const drop of drops) await drop();
  });
  return { orgId: randomUUID(), names, app: open('app'), worker: open('worker'), open: () => open('worker') };
}

function say({ orgId, app }: Stage, count: number, after: () => Promise<void> = () => Promise.resolve(), topic = 'note-signed'): Promise<void> {
  const actor = { orgId, id: randomUUID(), signInId: 'test', roles: [], permissions: new Set<string>(), placeIds: [], signature: { name: '', credential: '' } };
  return inTransaction(app, orgId, async (tx) => {
    for (let index = 0; index < count; index += 1) await tell({ tx, actor, now: NOW, newId: <Id extends string>() => newId(NOW) as Id }, topic, { index });
    await after();
  });
}

async function rows({ orgId, app }: Stage): Promise<{ waiting: number; relayed: number }> {
  return await inTransaction(app, orgId, async (tx) => {
    const found = await sql<{ waiting: number; relayed: number }>`select count(*) filter (where relayed_at is null) as waiting, count(*) filter (where relayed_at is not null) as relayed from outbox where org_id = ${orgId}`.execute(tx);
    return found.rows[0] ?? { waiting: -1, relayed: -1 };
  });
}

const relay = (stage: Stage, job: Job, database = stage.worker) => relayOnce(database, stage.orgId, { 'note-signed': job }, NOW);

test('a message is there with its act, and gone with an act that is undone', async (t) => {
  const stage = await openStage(t);
  await assert.rejects(say(stage, 1, () => Promise.reject(new Error('the act fails after it has told'))));
  assert.deepEqual(await rows(stage), { waiting: 0, relayed: 0 });
  await say(stage, 1);
  assert.deepEqual(await rows(stage), { waiting: 1, relayed: 0 });
});

test('a message nobody may see yet is not relayed: the act has not been committed', async (t) => {
  const stage = await openStage(t);
  await say(stage, 1, async () => { assert.deepEqual(await relay(stage, () => Promise.resolve()), { relayed: 0, failed: 0 }); });
  assert.deepEqual(await relay(stage, () => Promise.resolve()), { relayed: 1, failed: 0 });
});

test('two relays at once hand each message over once, with its organization, id, topic and body', async (t) => {
  const stage = await openStage(t);
  await say(stage, 20);
  const seen: string[] = [];
  const job: Job = async (message) => {
    assert.deepEqual([message.orgId, message.topic, typeof (message.body as { index: number }).index], [stage.orgId, 'note-signed', 'number']);
    seen.push(message.id);
    await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const other = stage.open();
  for (let round = 0; round < 3; round += 1) await Promise.all([relay(stage, job), relay(stage, job, other)]);
  assert.deepEqual([seen.length, new Set(seen).size], [20, 20]);
  assert.deepEqual(await rows(stage), { waiting: 0, relayed: 20 });
});

test('a job that throws leaves its message waiting, hinders no other, and is tried again', async (t) => {
  const stage = await openStage(t);
  await say(stage, 3);
  let fails = true;
  const job: Job = ({ body }) => (fails && (body as { index: number }).index === 1 ? Promise.reject(new Error('the mail server is away')) : Promise.resolve());
  assert.deepEqual(await relay(stage, job), { relayed: 2, failed: 1 });
  assert.deepEqual(await rows(stage), { waiting: 1, relayed: 2 });
  fails = false;
  assert.deepEqual(await relay(stage, job), { relayed: 1, failed: 0 });
});

test('a job that throws before it has become a promise fails like any other', async (t) => {
  const stage = await openStage(t);
  await say(stage, 2);
  const job: Job = ({ body }) => {
    if ((body as { index: number }).index === 0) throw new Error('at once');
    return Promise.resolve();
  };
  assert.deepEqual(await relay(stage, job), { relayed: 1, failed: 1 });
});

test('a relay that is killed before it commits has handed over nothing, and the next one repeats', async (t) => {
  const stage = await openStage(t);
  await say(stage, 2);
  const root = new pg.Client(stage.names.root);
  await root.connect();
  const seen: string[] = [];
  try {
    await assert.rejects(relay(stage, async ({ id }) => {
      seen.push(id);
      await root.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'stepdown_worker'`);
    }, stage.open()));
  } finally {
    await root.end();
  }
  assert.deepEqual(await rows(stage), { waiting: 2, relayed: 0 });
  assert.deepEqual(await relay(stage, ({ id }) => { seen.push(id); return Promise.resolve(); }, stage.open()), { relayed: 2, failed: 0 });
  assert.equal(new Set(seen).size, 2);
});

test('a message of a topic without a job stays, and one of another organization is not touched', async (t) => {
  const stage = await openStage(t);
  await say(stage, 1, undefined, 'nobody-listens');
  await say({ ...stage, orgId: randomUUID() }, 1);
  assert.deepEqual(await relay(stage, () => Promise.resolve()), { relayed: 0, failed: 0 });
  assert.deepEqual(await rows(stage), { waiting: 1, relayed: 0 });
});

test('a round takes a few messages, the oldest first, and the rest in the rounds after it', async (t) => {
  const stage = await openStage(t);
  await say(stage, 45);
  const rounds = [];
  for (let round = 0; round < 4; round += 1) rounds.push((await relay(stage, () => Promise.resolve())).relayed);
  assert.deepEqual(rounds, [20, 20, 5, 0]);
});
