/** However the program ends, no server is left behind for good and nothing that was committed is lost. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { startCluster } from '../../src/platform/embedded/start-cluster.ts';
import { ask, endServers, hold, killTogether, passingFolder, serversOn, stepdown, sweep, waitFor } from './stage.ts';

/* One folder for all: each test leaves it stopped, so only the first start makes a database. */
const folder = passingFolder();
afterEach(() => endServers(folder));
after(sweep);

function log(): string {
  return readdirSync(join(folder, 'log')).map((name) => readFileSync(join(folder, 'log', name), 'utf8')).join('\n');
}

/** The number of the server that runs now. */
function server(): number {
  return Number.parseInt(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

/** What this server wrote down until it was shut down in order; its logger may write the last lines after it has gone. */
async function lastLog(pid: number): Promise<string> {
  await waitFor(`server ${pid} says that it is shut down`, () => log().includes(`[${pid}] LOG:  database system is shut down`));
  return log();
}

/** The guard shells and their parts: everything that could still stop the server after its starter is gone. */
function guards(): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.startsWith('/bin/sh\0') && command.includes(folder);
    } catch {
      return false;
    }
  });
}

test('after kill -9 of the program its server stops cleanly, and the next start has every committed row', async () => {
  const holder = await hold(folder);
  await ask(holder.owner, 'drop table if exists kept; create table kept (word text); insert into kept values (\'committed\')');
  process.kill(holder.pid, 'SIGKILL');
  await waitFor('the server is gone', () => serversOn(folder).length === 0, 5000);
  const next = await startCluster({ dataFolder: folder, purpose: 'test' });
  const rows = await ask(next.connections.owner, 'select word from kept');
  const pid = server();
  await next.stop();
  assert.deepEqual(rows, [{ word: 'committed' }]);
  assert.equal(next.adopted, false);
  assert.doesNotMatch(await lastLog(pid), /not properly shut down/);
});

test('a start right after kill -9 waits for the dying server instead of failing', async () => {
  const holder = await hold(folder);
  process.kill(holder.pid, 'SIGKILL');
  const next = await startCluster({ dataFolder: folder, purpose: 'test' });
  assert.deepEqual(await ask(next.connections.app, 'select 1 as one'), [{ one: 1 }]);
  await next.stop();
  assert.deepEqual(serversOn(folder), []);
});

test('a server whose guard was killed too is taken over, guarded anew, and stopped', async () => {
  const first = await hold(folder);
  killTogether(guards());
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  await waitFor('only the server is left', () => serversOn(folder).length === 1);
  const second = await hold(folder);
  assert.equal(second.adopted, true);
  process.kill(second.pid, 'SIGKILL');
  await waitFor('the new guard stops the server', () => serversOn(folder).length === 0, 5000);
  const third = await startCluster({ dataFolder: folder, purpose: 'test' });
  await third.stop();
  assert.deepEqual(serversOn(folder), []);
});

test('a server killed outright recovers at the next start, even with its children still going', async () => {
  /* A demo commits as a program does; a test's database may lose its last commits in a crash. */
  const holder = await hold(folder, 'demo');
  await ask(holder.owner, 'drop table if exists kept; create table kept (word text); insert into kept values (\'committed\')');
  killTogether(serversOn(folder));
  process.kill(holder.pid, 'SIGKILL');
  const next = await startCluster({ dataFolder: folder, purpose: 'demo' });
  const rows = await ask(next.connections.owner, 'select word from kept');
  const pid = server();
  await next.stop();
  assert.deepEqual(rows, [{ word: 'committed' }]);
  assert.match(await lastLog(pid), /not properly shut down/);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} to the whole process group, as a terminal sends it, ends in order`, async () => {
    const holder = await hold(folder);
    const pid = server();
    process.kill(-holder.pid, signal);
    assert.equal(await holder.ended, 0);
    assert.deepEqual(serversOn(folder), []);
    const said = await lastLog(pid);
    assert.ok(said.includes(`[${pid}] LOG:  received fast shutdown request`));
    assert.doesNotMatch(said, /received (smart|immediate) shutdown/);
  });
}

test('a second start leaves a served folder alone and says who serves it', async () => {
  const holder = await hold(folder, 'demo');
  const client = ask<{ done: number }>(holder.owner, 'select 1 as done from pg_sleep(1.5)');
  await assert.rejects(startCluster({ dataFolder: folder, purpose: 'demo' }), { reason: 'already-served', message: new RegExp(`process ${holder.pid}`) });
  const refused = await stepdown(['backup', join(folder, '..', 'never.tar.gz'), '--demo', '--data', folder]);
  assert.equal(refused.code, 1);
  assert.match(refused.said, /The program is running/);
  assert.deepEqual(await client, [{ done: 1 }]);
  process.kill(holder.pid, 'SIGTERM');
  assert.equal(await holder.ended, 0);
});
