/** The commands seed, import and export as a person types them: with the program running and without, cut off, refused, and again. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { applyMigrations } from '../../src/cli/apply-migrations.ts';
import type { ExportManifest } from '../../src/platform/archive/export.ts';
import { startCluster } from '../../src/platform/embedded/start-cluster.ts';
import { settle } from './real-house.ts';
import { LIFE, ask, checkout, hold, lastingFolder, passingFolder, serversOn, stepdown, sweep, waitFor } from './stage.ts';

const HEADER = 'participant_number,legal_given_name,legal_family_name,birth_date';
const stage = { records: '', files: '', harbor: '', orchard: '' };

before(async () => {
  stage.files = passingFolder();
  stage.records = lastingFolder();
  const cluster = await startCluster({ dataFolder: stage.records, purpose: 'program' });
  try {
    await applyMigrations(cluster.connections.owner);
    stage.harbor = await settle(cluster.connections, 'Harbor House');
    stage.orchard = await settle(cluster.connections, 'Orchard Lane');
  } finally {
    await cluster.stop();
  }
});
after(sweep);

function file(name: string, ...rows: string[]): string {
  const path = join(stage.files, name);
  writeFileSync(path, `${[HEADER, ...rows].join('\r\n')}\r\n`);
  return path;
}

const importInto = (path: string, organization = 'Harbor House', ...more: string[]) => stepdown(['import', path, '--data', stage.records, '--organization', organization, ...more]);
const exportFrom = (folder: string, organization = 'Harbor House') => stepdown(['export', folder, '--data', stage.records, '--organization', organization]);

function lines(folder: string, table: string): Record<string, unknown>[] {
  return readFileSync(join(folder, `${table}.ndjson`), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

function manifestOf(folder: string): ExportManifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ExportManifest;
}

function assertWhole(folder: string): void {
  const { files } = manifestOf(folder);
  assert.deepEqual([...Object.keys(files), 'manifest.json'].sort(), readdirSync(folder).sort());
  for (const [name, { rows, bytes, sha256 }] of Object.entries(files)) {
    const content = readFileSync(join(folder, name));
    assert.deepEqual([content.length, createHash('sha256').update(content).digest('hex')], [bytes, sha256]);
    if (name.endsWith('.ndjson')) assert.equal(content.toString().split('\n').length - 1, rows);
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
  }
}

test('with the program stopped a file comes in, a second time changes nothing, and no server stays behind', async () => {
  const path = file('people.csv', 'H-1,Ana,"Núñez, de la",1990-02-28', 'H-2,Prince,,');
  const first = await importInto(path);
  assert.deepEqual([first.code, /2 participants came into Harbor House/.test(first.said)], [0, true], first.said);
  const again = await importInto(path);
  assert.deepEqual([again.code, /^Nothing to change: Harbor House holds 2 participants/m.test(again.said)], [0, true], again.said);
  assert.deepEqual(serversOn(stage.records), []);
});

test('each refusal names the row, repeats nothing of it, and ends with 1', async () => {
  const cases: readonly (readonly [string, string[], RegExp])[] = [
    ['differs.csv', ['H-1,Ana,Nunez,1990-02-28'], /row 2, legal_family_name: .*known-differently/],
    ['doubled.csv', ['H-7,Zed,Zebulon,', 'H-7,Zed,Zebulon,'], /row 3, participant_number: is the same as in row 2/],
    ['date.csv', ['H-7,Zed,Zebulon,02\/28\/1990'], /row 2, birth_date: is not a date written YYYY-MM-DD/],
    ['quote.csv', ['H-7,Zed,"Zebulon,'], /row 2 begins a quotation that never ends/],
  ];
  for (const [name, rows, why] of cases) {
    const ran = await importInto(file(name, ...rows));
    assert.equal(ran.code, 1, ran.said);
    assert.match(ran.said, why);
    assert.doesNotMatch(ran.said, /Zed|Zebulon|Nunez|1990/);
  }
  const missing = await importInto(join(stage.files, 'absent.csv'));
  assert.deepEqual([missing.code, /cannot be read/.test(missing.said)], [1, true]);
  const latin = join(stage.files, 'latin.csv');
  writeFileSync(latin, Buffer.from(`${HEADER}\nH-8,Jos\xe9,Vale,\n`, 'latin1'));
  assert.match((await importInto(latin)).said, /row 2 is not UTF-8/);
});

test('which organization is meant must be clear', async () => {
  const path = file('one.csv', 'H-1,Ana,"Núñez, de la",1990-02-28');
  const unclear = await stepdown(['import', path, '--data', stage.records]);
  assert.deepEqual([unclear.code, /2 organizations.*\n.*"Harbor House"/.test(unclear.said)], [1, true], unclear.said);
  const unknown = await importInto(path, 'Nowhere');
  assert.deepEqual([unknown.code, /no organization "Nowhere"/.test(unknown.said)], [1, true]);
});

test('an export holds one organization only, whole, closed to others, and is written down', async () => {
  const folder = join(passingFolder(), 'out');
  assert.equal((await importInto(file('other.csv', 'H-1,Someone,Else,'), 'Orchard Lane')).code, 0);
  const ran = await exportFrom(folder);
  assert.equal(ran.code, 0, ran.said);
  assertWhole(folder);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.equal(manifestOf(folder).organization.name, 'Harbor House');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ndjson'))) {
    for (const row of lines(folder, name.replace('.ndjson', ''))) assert.equal(row['org_id'], stage.harbor);
  }
  assert.deepEqual(lines(folder, 'participants').map((row) => row['participant_number']).sort(), ['H-1', 'H-2']);
  const filled = await exportFrom(folder);
  assert.deepEqual([filled.code, /is not empty/.test(filled.said)], [1, true]);
  const next = join(passingFolder(), 'next');
  assert.equal((await exportFrom(next)).code, 0);
  const [access] = lines(next, 'accesses').filter((row) => row['contract'] === 'export');
  assert.deepEqual([...access?.['participant_ids'] as string[]].sort(), lines(next, 'participants').map((row) => row['id'] as string).sort());
  assert.match(String(access?.['sign_in_id']), /^terminal:/);
});

test('both work beside the running program, which goes on running', async () => {
  const program = await hold(stage.records, 'program');
  try {
    const brought = await importInto(file('beside.csv', 'H-30,Kit,Marlow,'));
    assert.equal(brought.code, 0, brought.said);
    const folder = join(passingFolder(), 'beside');
    const ran = await exportFrom(folder);
    assert.equal(ran.code, 0, ran.said);
    assertWhole(folder);
    assert.deepEqual(await ask(program.owner, 'select 1 as one'), [{ one: 1 }]);
  } finally {
    program.process.kill('SIGTERM');
    await program.ended;
  }
});

test('an import that is killed in the middle has brought nobody, and the next one brings everybody', async () => {
  const path = file('many.csv', ...Array.from({ length: 100_000 }, (_, at) => `M-${at},Given${at},Family${at},`));
  const child = spawn(process.execPath, [join(checkout, 'bin/stepdown.js'), 'import', path, '--data', stage.records, '--organization', 'Orchard Lane'], { ...LIFE, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  await new Promise<void>((resolve) => { child.stdout.once('data', () => { resolve(); }); child.once('exit', () => { resolve(); }); });
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended;
  await waitFor('the server has gone too', () => serversOn(stage.records).length === 0);
  const between = join(passingFolder(), 'between');
  assert.equal((await exportFrom(between, 'Orchard Lane')).code, 0);
  assert.equal(manifestOf(between).files['participants.ndjson']?.rows, 1);
  const ran = await importInto(path, 'Orchard Lane');
  assert.deepEqual([ran.code, /100,000 participants came into Orchard Lane/.test(ran.said)], [0, true], ran.said);
});

test('an export that is asked to stop takes away what it wrote; one that was killed is not mistaken for a whole one', async () => {
  const folder = join(passingFolder(), 'asked');
  const child = spawn(process.execPath, [join(checkout, 'bin/stepdown.js'), 'export', folder, '--data', stage.records, '--organization', 'Orchard Lane'], { ...LIFE, stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  await waitFor('people are being written', () => existsSync(join(folder, 'participants.ndjson')) && statSync(join(folder, 'participants.ndjson')).size > 0);
  child.kill('SIGTERM');
  assert.equal(await ended, 1);
  assert.equal(existsSync(folder), false);
  mkdirSync(folder);
  writeFileSync(join(folder, 'participants.ndjson'), '');
  assert.match((await exportFrom(folder)).said, /was cut off/);
});

test('there is nothing to import into or to export where nothing was started', async () => {
  const nowhere = join(lastingFolder(), 'none');
  for (const words of [['import', file('x.csv', 'H-1,A,B,')], ['export', join(passingFolder(), 'x')]]) {
    const ran = await stepdown([...words, '--data', nowhere]);
    assert.deepEqual([ran.code, /no records in/.test(ran.said), existsSync(nowhere)], [1, true, false], ran.said);
  }
});

test('the demo is furnished once, takes no people, and never comes beside a real organization (W24)', async () => {
  const demo = join(passingFolder(), 'demo');
  const first = await stepdown(['seed', '--data', demo]);
  assert.deepEqual([first.code, /is furnished; nobody in it is real/.test(first.said)], [0, true], first.said);
  const before = join(passingFolder(), 'before');
  assert.equal((await stepdown(['export', before, '--demo', '--data', demo])).code, 0);
  const again = await stepdown(['seed', '--data', demo]);
  assert.deepEqual([again.code, /here already/.test(again.said)], [0, true], again.said);
  const later = join(passingFolder(), 'later');
  assert.equal((await stepdown(['export', later, '--demo', '--data', demo])).code, 0);
  for (const [name, { sha256 }] of Object.entries(manifestOf(before).files)) {
    if (name !== 'accesses.ndjson') assert.equal(manifestOf(later).files[name]?.sha256, sha256, name);
  }
  const people = await stepdown(['import', file('real.csv', 'H-1,A,B,'), '--demo', '--data', demo]);
  assert.deepEqual([people.code, /is a demo: nobody in it is real/.test(people.said)], [1, true], people.said);
  const mixed = await stepdown(['seed', '--data', stage.records]);
  assert.deepEqual([mixed.code, /never share a folder/.test(mixed.said)], [1, true], mixed.said);
});

test('a database of one\'s own that holds a real organization is not furnished with a demo (W24)', async () => {
  const program = await hold(stage.records, 'program');
  try {
    const { host, port, user, password, database } = program.owner;
    const url = (role: string, secret: unknown): string => `postgresql://${role}:${String(secret)}@${encodeURIComponent(String(host))}:${port}/${database}`;
    const passwords = JSON.parse(readFileSync(join(stage.records, 'secrets.json'), 'utf8')) as { app: string };
    const ran = await stepdown(['seed'], { DATABASE_URL: url(String(user), password), DATABASE_APP_URL: url('stepdown_app', passwords.app) });
    assert.deepEqual([ran.code, /holds a real organization, "(Harbor House|Orchard Lane)"/.test(ran.said)], [1, true], ran.said);
  } finally {
    program.process.kill('SIGTERM');
    await program.ended;
  }
});
