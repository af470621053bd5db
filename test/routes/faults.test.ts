/** Whatever breaks in the middle leaves nothing half done, is told by name, and is over when its cause is. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { setClock } from '../../src/platform/clock.ts';
import { buildServer } from '../../src/server.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { House, Organization, Reply } from '../support/house.ts';

type After = { after(work: () => Promise<void>): void };
const outcome = (reply: Reply) => `${reply.status} ${reply.body.refusal ?? 'value'}`;

/** A house, and a superuser beside it whose connection is gone before the database is. */
async function openStage(t: After): Promise<{ house: House; clinic: Organization; root: pg.Client }> {
  let root: pg.Client | null = null;
  t.after(async () => { await root?.end(); });
  const house = await openHouse(t);
  root = new pg.Client(house.database.root);
  await root.connect();
  return { house, clinic: await house.furnish('Larkfield House'), root };
}

async function kept(root: pg.Client): Promise<Record<string, number>> {
  const { rows } = await root.query<Record<string, number>>(`select (select count(*)::int from notes) as notes, (select count(*)::int from note_drafts) as drafts,
    (select count(*)::int from commands where contract = 'notes.sign-group') as commands, (select count(*)::int from accesses where contract = 'notes.sign-group') as accesses`);
  return rows[0] ?? {};
}

async function untilSomebodyWaits(root: pg.Client): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    // The transaction of this very connection remembers what it saw of the activity; another look needs a fresh one.
    await root.query('select pg_stat_clear_snapshot()');
    const { rowCount } = await root.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (rowCount !== 0) return;
    await pause(10);
  }
  throw new Error('nobody waits for a lock');
}

const plantNote = (clinic: Organization, person: string, attendance: string) => ({
  text: `insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
    values ($1, $2, $3, $4, $5, '{}', '{}', 'Planted.', '', 60, 60, 60, 'minutes-1', $6, 'Sam counselor', 'LPC', now())`,
  values: [clinic.orgId, randomUUID(), clinic.sessionId, person, attendance, clinic.staff.counselor.staffId],
});

test('a signing that meets a note written in the same moment saves none of its ten', async (t) => {
  const { house, clinic, root } = await openStage(t);
  const ask = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, ask);
  const person = sent.people[4]?.participantId ?? '';
  const { rows } = await root.query<{ id: string }>('select id from attendances where participant_id = $1', [person]);
  await root.query('begin');
  await root.query(plantNote(clinic, person, rows[0]?.id ?? ''));
  const signing = ask('POST', pathOf.sign(clinic), sent);
  await untilSomebodyWaits(root);
  await root.query('commit');
  assert.equal(outcome(await signing), '409 signed-before');
  assert.deepEqual(await kept(root), { notes: 1, drafts: 10, commands: 0, accesses: 0 });
});

test('a signing that the database refuses in the middle is a failure with a reference, and leaves nothing', async (t) => {
  const { house, clinic, root } = await openStage(t);
  const ask = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, ask);
  const craving = (value: number) => root.query(`update note_drafts set part = jsonb_set(part, '{craving}', $2) where participant_id = $1`, [sent.people[7]?.participantId, String(value)]);
  await craving(11);
  const key = { 'idempotency-key': randomUUID() };
  const reply = await ask('POST', pathOf.sign(clinic), sent, key);
  assert.equal(outcome(reply), '500 broken');
  assert.match(reply.body.reference as string, /^[0-9a-f]{8}$/);
  assert.doesNotMatch(JSON.stringify(reply.body), /craving|constraint|notes_|sql|Error/i);
  assert.deepEqual(await kept(root), { notes: 0, drafts: 10, commands: 0, accesses: 0 });
  await craving(3);
  assert.equal(outcome(await ask('POST', pathOf.sign(clinic), sent, key)), '200 value', 'the same command goes through once its cause is gone');
});

test('a deadlock is tried again and the stamp arrives', async (t) => {
  const { house, clinic, root } = await openStage(t);
  const ask = await house.as(clinic, 'facilitator');
  const [first] = clinic.people;
  assert.ok(first);
  await ask('POST', pathOf.arrival(clinic, first), {});
  // This side never looks for deadlocks, so the server's side is the one that is told of it.
  await root.query(`begin; set local deadlock_timeout = '10min'`);
  await root.query('select 1 from attendances where participant_id = $1 for update', [first.id]);
  const leaving = ask('POST', pathOf.leaving(clinic, first), {});
  await untilSomebodyWaits(root);
  await root.query('select 1 from sessions where id = $1 for update', [clinic.sessionId]);
  await root.query('commit');
  assert.equal(outcome(await leaving), '200 value');
  const { rows } = await root.query(`select deadlocks::int from pg_stat_database where datname = current_database()`);
  assert.ok(rows.length === 1);
});

test('a connection that dies in the middle of an act is told as unavailable, and the next request is served', async (t) => {
  const { house, clinic, root } = await openStage(t);
  const ask = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, ask);
  const key = { 'idempotency-key': randomUUID() };
  await root.query('begin');
  await root.query('select 1 from sessions where id = $1 for update', [clinic.sessionId]);
  const signing = ask('POST', pathOf.sign(clinic), sent, key);
  await untilSomebodyWaits(root);
  await root.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
  const reply = await signing;
  assert.equal(outcome(reply), '503 unavailable');
  assert.match(reply.body.reference as string, /^[0-9a-f]{8}$/);
  await root.query('rollback');
  assert.deepEqual(await kept(root), { notes: 0, drafts: 10, commands: 0, accesses: 0 });
  assert.equal(outcome(await ask('POST', pathOf.sign(clinic), sent, key)), '200 value', 'the retry of the same command');
  for (let time = 0; time < 25; time += 1) assert.equal((await ask('GET', '/me')).status, 200, 'no broken connection is left in the pool');
});

test('connections that died while nobody used them are replaced without anybody noticing', async (t) => {
  const { house, clinic, root } = await openStage(t);
  const ask = await house.as(clinic, 'facilitator');
  await Promise.all(Array.from({ length: 10 }, () => ask('GET', pathOf.today(clinic))));
  await root.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
  await pause(100);
  const replies = await Promise.all(Array.from({ length: 10 }, () => ask('GET', pathOf.today(clinic))));
  assert.deepEqual([...new Set(replies.map(outcome))], ['200 value']);
});

test('while there is no database at all every door says so, and nothing crashes', async (t) => {
  const nowhere = { host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' };
  const { app } = await buildServer({
    connections: { owner: nowhere, app: nowhere, worker: nowhere }, host: '127.0.0.1', port: 0, behindProxy: false, demo: false, secretsFolder: null, webFolder: '/nowhere', say: () => undefined,
    clock: setClock(new Date('2026-11-19T16:00:00Z')), secret: 'a secret of the tests, long enough to be one', log: false,
  });
  t.after(() => app.close());
  const asked = [
    { method: 'GET', url: '/api/door' }, { method: 'GET', url: '/health' },
    { method: 'POST', url: '/api/door/sign-in', payload: { email: 'somebody@example.org', password: 'four plain words together' } },
  ] as const;
  for (const one of asked) {
    const reply = await app.inject(one);
    assert.deepEqual([reply.statusCode, (reply.json() as { refusal: string }).refusal], [503, 'unavailable'], one.url);
  }
});
