/** The built-in database starts, keeps what it was given, and refuses what would put records at risk. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startCluster } from '../../src/platform/embedded/start-cluster.ts';
import { ask, lastingFolder, passingFolder, serversOn, sweep } from './stage.ts';

const dataFolder = lastingFolder();
after(sweep);

test('a first and a second start serve the same records, and nothing stays behind', async () => {
  const first = await startCluster({ dataFolder, purpose: 'program' });
  await ask(first.connections.owner, 'create table kept (word text); insert into kept values (\'José\')');
  await first.stop();
  assert.deepEqual(serversOn(dataFolder), []);
  const second = await startCluster({ dataFolder, purpose: 'program' });
  assert.equal(second.adopted, false);
  assert.deepEqual(await ask(second.connections.owner, 'select word from kept'), [{ word: 'José' }]);
  await second.stop();
  assert.deepEqual(serversOn(dataFolder), []);
});

test('the roles have no power over the server, nobody signs in as the one that searches, and the program never commits without fsync', async () => {
  const cluster = await startCluster({ dataFolder, purpose: 'program' });
  const strong = await ask(cluster.root, "select rolname from pg_roles where rolname like 'stepdown\\_%' and rolname <> 'stepdown_root' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin = (rolname = 'stepdown_search'))");
  const settings = await ask(cluster.root, "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as wait, current_setting('listen_addresses') as network, current_setting('timezone') as zone");
  const roles = await Promise.all((['owner', 'app', 'worker'] as const).map((part) => ask(cluster.connections[part], 'select current_user::text as me')));
  await cluster.stop();
  assert.deepEqual(strong, []);
  assert.deepEqual(settings, [{ fsync: 'on', wait: 'on', network: '', zone: 'UTC' }]);
  assert.deepEqual(roles.flat(), [{ me: 'stepdown_owner' }, { me: 'stepdown_app' }, { me: 'stepdown_worker' }]);
  assert.equal(statSync(cluster.folder.passwords).mode & 0o777, 0o600);
  assert.equal(statSync(cluster.folder.cluster).mode & 0o777, 0o700);
});

test('two first starts at once agree: one serves, the other says who does', async () => {
  const dataFolder = passingFolder();
  const both = await Promise.allSettled([startCluster({ dataFolder, purpose: 'test' }), startCluster({ dataFolder, purpose: 'test' })]);
  const up = both.filter((each) => each.status === 'fulfilled');
  const refused = both.filter((each) => each.status === 'rejected').map((each) => (each.reason as { reason?: string }).reason);
  const rows = await Promise.all(up.map((each) => ask(each.value.connections.app, 'select 1 as one')));
  await Promise.all(up.map((each) => each.value.stop()));
  assert.deepEqual([up.length, refused, rows], [1, ['already-served'], [[{ one: 1 }]]]);
});

test('records of a program are refused below the temporary folder', async () => {
  const passing = passingFolder();
  await assert.rejects(startCluster({ dataFolder: passing, purpose: 'program' }), { name: 'Halt', reason: 'data-folder-temporary' });
  assert.equal(existsSync(join(passing, 'cluster')), false);
});

test('another PostgreSQL, made-up records, a foreign folder and lost passwords are refused by name, and untouched', async () => {
  const dataFolder = passingFolder();
  await (await startCluster({ dataFolder, purpose: 'test' })).stop();
  const version = join(dataFolder, 'cluster', 'PG_VERSION');
  writeFileSync(version, '15\n');
  await assert.rejects(startCluster({ dataFolder, purpose: 'test' }), { reason: 'postgres-version-differs', message: /PostgreSQL 15.*PostgreSQL 18/ });
  assert.equal(readFileSync(version, 'utf8'), '15\n');
  writeFileSync(version, '18\n');
  writeFileSync(join(dataFolder, 'version.json'), '{"format":1,"postgres":18,"purpose":"program"}\n');
  await assert.rejects(startCluster({ dataFolder, purpose: 'demo' }), { reason: 'data-folder-of-another-purpose' });
  writeFileSync(join(dataFolder, 'version.json'), '{"format":1,"postgres":18,"purpose":"test"}\n');
  rmSync(join(dataFolder, 'secrets.json'));
  await assert.rejects(startCluster({ dataFolder, purpose: 'test' }), { reason: 'passwords-missing' });
  const foreign = passingFolder();
  writeFileSync(join(foreign, 'thesis.doc'), '');
  await assert.rejects(startCluster({ dataFolder: foreign, purpose: 'demo' }), { reason: 'data-folder-foreign' });
});

test('a path too long for a socket is served through a short one', async () => {
  const dataFolder = join(passingFolder(), 'a-long-name-'.repeat(8), 'records');
  const cluster = await startCluster({ dataFolder, purpose: 'test' });
  const rows = await ask(cluster.connections.app, 'select 1 as one');
  await cluster.stop();
  assert.deepEqual(rows, [{ one: 1 }]);
  assert.ok(!String(cluster.root.host).startsWith(dataFolder));
});

test('below a folder closed to others, root keeps the records where the database user can reach them', { skip: process.getuid?.() !== 0 }, async () => {
  const closed = lastingFolder();
  chmodSync(closed, 0o700);
  const wanted = join(closed, 'records');
  mkdirSync(wanted);
  const lines: string[] = [];
  const first = await startCluster({ dataFolder: wanted, purpose: 'program', say: (line) => { lines.push(line); } });
  try {
    await ask(first.connections.owner, 'create table kept (word text)');
    await first.stop();
    assert.match(first.dataFolder, /^\/var\/lib\/stepdown\/records-[0-9a-f]{8}$/);
    assert.match(lines.join('\n'), /records live in \/var\/lib\/stepdown/);
    /* Opening the way later must not make the records seem to vanish. */
    chmodSync(closed, 0o755);
    const second = await startCluster({ dataFolder: wanted, purpose: 'program' });
    const rows = await ask(second.connections.owner, 'select count(*)::int as rows from kept');
    await second.stop();
    assert.deepEqual([second.dataFolder, rows], [first.dataFolder, [{ rows: 0 }]]);
  } finally {
    await first.stop();
    rmSync(first.dataFolder, { recursive: true, force: true });
  }
});
