/** A backup brings back the same rows, and one that was damaged or changed brings back nothing. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { startCluster } from '../../src/platform/embedded/start-cluster.ts';
import { ask, passingFolder, stepdown, sweep } from './stage.ts';

const stage = { archive: '', records: '' };

before(async () => {
  stage.records = passingFolder();
  const cluster = await startCluster({ dataFolder: stage.records, purpose: 'demo' });
  await ask(cluster.connections.owner, "create table kept as select n, 'Ñandú-' || n as word from generate_series(1, 5000) n");
  await cluster.stop();
  writeFileSync(join(stage.records, 'keys', 'seal'), 'key material');
  const ran = await stepdown(['backup', passingFolder(), '--demo', '--data', stage.records]);
  assert.equal(ran.code, 0, ran.said);
  stage.archive = /^(\/.+[.]tar[.]gz):/m.exec(ran.said)?.[1] ?? '';
});
after(sweep);

function restoreInto(file: string, into: string): ReturnType<typeof stepdown> {
  return stepdown(['restore', file, '--demo', '--into', into]);
}

/** A refused restore leaves neither a folder nor a draft beside it. */
async function assertRefused(file: string, why: RegExp): Promise<void> {
  const into = join(passingFolder(), 'restored');
  const ran = await restoreInto(file, into);
  assert.equal(ran.code, 1);
  assert.match(ran.said, why);
  assert.deepEqual(readdirSync(dirname(into)), []);
}

test('a restored folder starts clean with the same rows and keys', async () => {
  assert.equal(statSync(stage.archive).mode & 0o777, 0o600);
  const into = join(passingFolder(), 'restored');
  const ran = await restoreInto(stage.archive, into);
  assert.equal(ran.code, 0, ran.said);
  const cluster = await startCluster({ dataFolder: into, purpose: 'demo' });
  const rows = await ask(cluster.connections.owner, 'select count(*)::int as rows, md5(string_agg(word, \',\' order by n)) as sum from kept');
  await cluster.stop();
  const original = await startCluster({ dataFolder: stage.records, purpose: 'demo' });
  const expected = await ask(original.connections.owner, 'select count(*)::int as rows, md5(string_agg(word, \',\' order by n)) as sum from kept');
  await original.stop();
  assert.deepEqual(rows, expected);
  assert.equal(readFileSync(join(into, 'keys', 'seal'), 'utf8'), 'key material');
});

test('an archive with one changed record is refused, even when it was packed again', async () => {
  const plain = gunzipSync(readFileSync(stage.archive));
  const at = plain.indexOf(Buffer.from('Ñandú-77'));
  assert.ok(at > 0);
  plain[at + 8] = 0x38;
  const file = join(passingFolder(), 'changed.tar.gz');
  writeFileSync(file, gzipSync(plain, { level: 1 }));
  await assertRefused(file, /changed after it was made/);
});

test('a cut, a flipped and a nonsense archive are refused', async () => {
  const folder = passingFolder();
  const whole = readFileSync(stage.archive);
  const cut = join(folder, 'cut.tar.gz');
  writeFileSync(cut, whole);
  truncateSync(cut, Math.floor(whole.length / 2));
  await assertRefused(cut, /damaged/);
  const flipped = join(folder, 'flipped.tar.gz');
  const middle = Math.floor(whole.length / 2);
  writeFileSync(flipped, Buffer.concat([whole.subarray(0, middle), Buffer.from([(whole[middle] ?? 0) ^ 0xff]), whole.subarray(middle + 1)]));
  await assertRefused(flipped, /damaged/);
  const nonsense = join(folder, 'nonsense.tar.gz');
  writeFileSync(nonsense, 'not an archive');
  await assertRefused(nonsense, /damaged/);
});

test('a name that leads out of the folder is refused', async () => {
  const plain = gunzipSync(readFileSync(stage.archive));
  const header = plain.subarray(0, 512);
  header.fill(0, 0, 100);
  header.write('../outside/', 0);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const file = join(passingFolder(), 'outside.tar.gz');
  writeFileSync(file, gzipSync(plain, { level: 1 }));
  await assertRefused(file, /leads elsewhere/);
});

test('a restore never overwrites records, and never mixes made-up with real ones', async () => {
  const over = await restoreInto(stage.archive, stage.records);
  assert.deepEqual([over.code, /is not empty/.test(over.said)], [1, true]);
  const again = await stepdown(['backup', stage.archive, '--demo', '--data', stage.records]);
  assert.deepEqual([again.code, /never overwrites/.test(again.said)], [1, true]);
  const mixed = await stepdown(['restore', stage.archive, '--into', join(dirname(stage.archive), 'x')]);
  assert.deepEqual([mixed.code, existsSync(join(dirname(stage.archive), 'x'))], [1, false]);
});
