/** The house is tidy: sizes, names, words and papers follow the rules, and each rule is seen to catch its own offence. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { DOCUMENTS } from './tidy/documents.ts';
import { printed } from './tidy/offence.ts';
import type { Offence, ProjectFile } from './tidy/offence.ts';
import { PLANTS, SOUND, file } from './tidy/plants.ts';
import { PROSE } from './tidy/prose.ts';
import { readProject } from './tidy/read-project.ts';
import { SHAPE } from './tidy/shape.ts';

const RULES = [...SHAPE, ...PROSE, ...DOCUMENTS];
const ROOT = join(import.meta.dirname, '..');

/** Files that may still offend, by rule. The list may only grow shorter. */
type Exceptions = Readonly<Record<string, readonly string[]>>;

function weigh(files: readonly ProjectFile[], exceptions: Exceptions): { offences: Offence[]; spent: string[] } {
  const all = RULES.flatMap((rule) => rule.find(files));
  const excused = (one: Offence): boolean => exceptions[one.rule]?.includes(one.path) ?? false;
  const spent = Object.entries(exceptions).flatMap(([rule, paths]) =>
    paths.filter((path) => !all.some((one) => one.rule === rule && one.path === path)).map((path) => `${rule}: ${path}`));
  return { offences: all.filter((one) => !excused(one)), spent };
}

describe('the project', () => {
  const files = readProject(ROOT);
  const exceptions = JSON.parse(readFileSync(join(ROOT, 'test/tidy-exceptions.json'), 'utf8')) as Exceptions;
  const { offences, spent } = weigh(files, exceptions);

  test('was read', () => assert.ok(files.some(({ path, text }) => path === 'src/modules/stream.ts' && text !== '')));

  for (const rule of RULES) {
    test(`${rule.name} is kept`, () => {
      const own = offences.filter((one) => one.rule === rule.name);
      assert.equal(own.length, 0, `${own.length} ${own.length === 1 ? 'place' : 'places'} to tidy:${printed(own)}`);
    });
  }

  test('no exception outlives its need', () => {
    assert.deepEqual(spent, [], 'These exceptions are no longer needed; take them out of test/tidy-exceptions.json, which may only shrink.');
  });
});

describe('each rule catches its offence', () => {
  for (const { rule, what, files, at } of PLANTS) {
    test(`${rule}: ${what}`, () => {
      const { offences } = weigh(files, {});
      const found = offences.filter((one) => one.rule === rule).map((one) => `${one.path}:${one.line}`);
      assert.deepEqual(found, [at]);
    });
  }

  test('every rule has been tried', () => {
    assert.deepEqual(RULES.map((rule) => rule.name).filter((name) => !PLANTS.some((plant) => plant.rule === name)), []);
  });

  test('honest files are left alone', () => assert.equal(printed(weigh(SOUND, {}).offences), ''));
});

describe('the list of exceptions', () => {
  const offending = file('src/boards/bare.ts', "import 'zod';\n");

  test('excuses a file from one rule', () => assert.deepEqual(weigh([offending], { 'first-line': ['src/boards/bare.ts'] }), { offences: [], spent: [] }));
  test('excuses nothing else', () => assert.equal(weigh([offending], { 'file-name': ['src/boards/bare.ts'] }).offences.length, 1));
  test('reports an exception that is no longer needed', () =>
    assert.deepEqual(weigh([file('src/boards/bare.ts', '/** Promised. */\n')], { 'first-line': ['src/boards/bare.ts'] }).spent, ['first-line: src/boards/bare.ts']));
});
