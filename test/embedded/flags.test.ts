/** What is typed wrong is answered with what was meant, and an unsafe wish with a reason. */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { lastingHome, usualDataFolder } from '../../src/platform/embedded/data-folder.ts';
import { demoOf } from '../../src/cli/seed.ts';
import { stepdown } from './stage.ts';

const REFUSALS: [words: string[], env: Record<string, string>, reason: string][] = [
  [['--pot', '1'], {}, 'flag-unknown'],
  [['-demo'], {}, 'flag-unknown'],
  [['--port'], {}, 'flag-needs-value'],
  [['--port', '--demo'], {}, 'flag-needs-value'],
  [['--demo=yes'], {}, 'flag-without-value'],
  [['--port', '99999'], {}, 'port-malformed'],
  [[], { PORT: 'abc' }, 'port-malformed'],
  [['--host', '0.0.0.0'], {}, 'host-without-tls'],
  [['--host', 'clinic.example'], {}, 'host-without-tls'],
  [['--host', '127.0.0.1.example'], {}, 'host-without-tls'],
  [['--tls-cert', 'a'], {}, 'tls-incomplete'],
  [[], { DATABASE_URL: 'mysql://x' }, 'database-url-malformed'],
  [['--demo'], { DATABASE_URL: 'postgres://x/y' }, 'demo-on-own-database'],
];

test('each wrong or unsafe wish is refused by name', () => {
  for (const [words, env, reason] of REFUSALS) assert.throws(() => readConfiguration(words, {}, env), { name: 'Halt', reason }, words.join(' '));
});

test('an unknown flag or command names its nearest neighbor', async () => {
  const flag = await stepdown(['start', '--prot', '1']);
  assert.deepEqual([flag.code, flag.said.includes('Did you mean --port?')], [1, true]);
  const command = await stepdown(['bakcup']);
  assert.deepEqual([command.code, command.said.includes('Did you mean "backup"?')], [1, true]);
});

test('safe wishes are understood', () => {
  assert.equal(readConfiguration(['--host', '0.0.0.0', '--behind-proxy'], {}, {}).host, '0.0.0.0');
  assert.equal(readConfiguration(['--host=::1', '--port=80'], {}, { PORT: '90' }).port, 80);
  assert.equal(readConfiguration([], {}, { STEPDOWN_DATA: '/srv/records' }).dataFolder, '/srv/records');
  assert.match(readConfiguration(['--demo'], {}, {}).dataFolder, /data\/demo$/);
});

test('one DATABASE_URL serves three roles, and keeps the options it came with', () => {
  const { external } = readConfiguration([], {}, { DATABASE_URL: 'postgres://me:pw@db:5432/x?sslmode=require&options=-c%20lock_timeout%3D5s' });
  assert.equal(external?.app.options, '-c lock_timeout=5s -c role=stepdown_app');
  assert.equal(external?.app.connectionString, 'postgres://me:pw@db:5432/x?sslmode=require');
  assert.equal(external?.worker.options, '-c lock_timeout=5s -c role=stepdown_worker');
});

test('records go beside the program; where nothing lasts they go to a lasting place, always the same for the same program', () => {
  const clone = join(tmpdir(), 'a-fresh-clone');
  const records = usualDataFolder(clone, 'program');
  assert.equal(dirname(records), lastingHome());
  assert.equal(usualDataFolder(clone, 'program'), records);
  assert.notEqual(usualDataFolder(join(tmpdir(), 'another-clone'), 'program'), records);
  assert.equal(usualDataFolder(clone, 'demo'), join(clone, 'data', 'demo'), 'made-up people may be lost');
  assert.equal(usualDataFolder('/srv/stepdown', 'program'), '/srv/stepdown/data/program');
});

test('a seeded demo never goes where the records of the program belong, wherever that is', () => {
  for (const checkout of ['/srv/stepdown', join(tmpdir(), 'a-fresh-clone')]) {
    const asked = { ...readConfiguration([], {}, {}), checkout, dataFolder: usualDataFolder(checkout, 'program') };
    assert.equal(demoOf(asked).dataFolder, join(checkout, 'data', 'demo'));
    assert.equal(demoOf({ ...asked, dataFolder: '/srv/elsewhere' }).dataFolder, '/srv/elsewhere');
  }
});
