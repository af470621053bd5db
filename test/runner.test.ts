/** The test run cannot be fooled: whatever crashes, stops early, hangs or is skipped is counted and named. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { groupOf } from './support/groups.ts';
import { lastLine, runGroup } from './support/test-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'stepdown-runner-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const FILES: Readonly<Record<string, string>> = {
  'good.test.mjs': "describe('s', () => { test('a', () => {}); test('b', () => {}); }); test('p', async (t) => { await t.test('c', () => {}); });",
  'bad.test.mjs': "describe('s', () => { test('a', () => {}); test('b', () => assert.equal(1, 2)); });",
  'import.test.mjs': "import './not-there.mjs'; test('never', () => {});",
  'throws.test.mjs': "test('a', () => {}); throw new Error('in the middle');",
  'empty.test.mjs': 'export const nothing = 1;',
  'leaves.test.mjs': "test('a', () => {}); test('b', async () => { await new Promise((r) => setTimeout(r, 300)); process.exit(0); }); test('c', () => {});",
  'hook.test.mjs': "describe('s', () => { before(() => { throw new Error('hook'); }); test('a', () => {}); });",
  'late.test.mjs': "test('a', () => {}); setTimeout(() => { throw new Error('late'); }, 30);",
  'hangs.test.mjs': "test('a', () => {}); test('b', () => new Promise(() => {}));",
  'handle.test.mjs': "test('a', () => {}); setInterval(() => {}, 1000);",
  'meddles.test.mjs': "test('a', () => {}); test('b', async () => { const write = process.stdout.write; process.stdout.write = () => true; await new Promise((r) => setTimeout(r, 200)); process.stdout.write = write; }); test('c', () => {});",
  'skips.test.mjs': "test('a', () => {}); test('b', { skip: 'no printer' }, () => {}); test.todo('c'); describe.skip('d', () => { test('e', () => {}); });",
};

async function run(name: string, isolated: boolean): Promise<string> {
  const text = `import assert from 'node:assert/strict'; import { test, describe, before } from 'node:test'; ${FILES[name] ?? ''}\n`;
  writeFileSync(join(folder, name), text);
  const group = { name: 'database', files: [name], isolated, concurrency: 1, secondsPerTest: 2, secondsOfSilence: 4 } as const;
  return lastLine(await runGroup(group, folder, { env: {}, print: () => {}, running: { child: null } }));
}

describe('one process for each file', { concurrency: 4 }, () => {
  test('tests are counted, chapters are not', async () => assert.equal(await run('good.test.mjs', true), '3 passed, 0 failed'));
  test('a failed test is one failure', async () => assert.equal(await run('bad.test.mjs', true), '1 passed, 1 failed'));
  test('a file that cannot be loaded has failed', async () => assert.equal(await run('import.test.mjs', true), '0 passed, 1 failed'));
  test('a file that breaks in the middle has failed', async () => assert.match(await run('throws.test.mjs', true), /, 1 failed$/));
  test('a file without a test has failed', async () => assert.equal(await run('empty.test.mjs', true), '0 passed, 1 failed'));
  test('a file that leaves before its last test has failed', async () => assert.equal(await run('leaves.test.mjs', true), '1 passed, 1 failed'));
  test('a broken preparation fails its tests', async () => assert.match(await run('hook.test.mjs', true), /^0 passed, [12] failed$/));
  test('an error after the last test is a failure', async () => assert.equal(await run('late.test.mjs', true), '1 passed, 1 failed'));
  test('a test that hangs has failed', async () => assert.equal(await run('hangs.test.mjs', true), '1 passed, 1 failed'));
  test('a file that never ends has failed', async () => assert.match(await run('handle.test.mjs', true), /, [12] failed$/));
  test('a file that loses reports has failed', async () => assert.match(await run('meddles.test.mjs', true), /, 1 failed$/));
  test('what is skipped or left to do is counted', async () => assert.equal(await run('skips.test.mjs', true), '1 passed, 0 failed, 3 skipped'));
});

describe('one process for all', { concurrency: 4 }, () => {
  test('tests are counted, chapters are not', async () => assert.equal(await run('good.test.mjs', false), '3 passed, 0 failed'));
  test('a file that cannot be loaded has failed', async () => assert.equal(await run('import.test.mjs', false), '0 passed, 1 failed'));
  test('a file without a test has failed', async () => assert.equal(await run('empty.test.mjs', false), '0 passed, 1 failed'));
  test('a file that ends the process has failed', async () => assert.match(await run('leaves.test.mjs', false), /, [12] failed$/));
  test('a test that hangs has failed', async () => assert.equal(await run('hangs.test.mjs', false), '1 passed, 1 failed'));
});

describe('every test file has a group', () => {
  const cases: readonly (readonly [path: string, text: string, group: string])[] = [
    ['src/modules/people/rules.test.ts', '', 'pure'],
    ['src/values/minutes.props.test.ts', '', 'pure'],
    ['src/web/call.test.ts', '', 'pure'],
    ['src/modules/people/store.test.ts', '', 'database'],
    ['src/modules/people/find-person.store.test.ts', '', 'database'],
    ['src/modules/people/acts.test.ts', "import { testDatabase } from '../../../test/support/database.ts';", 'database'],
    ['src/workflows/sign-group-note.test.ts', '', 'database'],
    ['src/boards/today.test.ts', '', 'database'],
    ['src/platform/embedded/launch.test.ts', '', 'database'],
    ['test/routes/people.test.ts', '', 'database'],
    ['test/anything/new.test.ts', '', 'database'],
    ['test/walls.test.ts', '', 'house'],
    ['test/browser/today.test.ts', '', 'browser'],
  ];
  for (const [path, text, group] of cases) test(`${path} is ${group}`, () => assert.equal(groupOf(path, text), group));
});
