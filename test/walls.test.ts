/** The walls of the house stand, and each one catches the sin it was built against. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, describe, test } from 'node:test';
import { STREAM } from '../src/modules/stream.ts';
import { plantedImports, plantedLines, plantedTypes, soundTree } from './walls/plants.ts';
import type { Plant } from './walls/plants.ts';
import { ROOT, cruise, lint, listed, scratchFolder, sourceFiles, typeCheck } from './walls/tools.ts';
import type { Refused } from './walls/tools.ts';

const modules = Object.keys(STREAM);
const first = modules[0]!;
const last = modules.at(-1)!;
const sound = soundTree(first, last);
const PROJECTS = ['tsconfig.pure.json', 'tsconfig.server.json', 'tsconfig.web.json', 'tsconfig.browser.json'];

const cleanUp: (() => void)[] = [];
after(() => cleanUp.forEach((remove) => remove()));

function planted(plants: readonly Plant[]): string {
  const files = Object.assign({}, sound, ...plants.map(({ file, text, beside }) => ({ [file]: text, ...beside }))) as Record<string, string>;
  const { folder, remove } = scratchFolder(files);
  cleanUp.push(remove);
  return folder;
}

const rulesFor = (refused: readonly Refused[], file: string): string[] =>
  [...new Set(refused.filter((one) => one.file === file).map((one) => one.rule))].sort();

function assertOnlyPlantsRefused(refused: readonly Refused[], plants: readonly Plant[]): void {
  const files = new Set(plants.map((plant) => plant.file));
  const innocent = refused.filter((one) => !files.has(one.file));
  assert.equal(innocent.length, 0, `A sound file was refused:${listed(innocent)}`);
}

describe('imports', { concurrency: true }, () => {
  test('no import of src crosses a wall, and every source file was really read', async () => {
    const { refused, seen } = await cruise(ROOT);
    assert.equal(refused.length, 0, `Crossed walls (each rule is explained in .dependency-cruiser.cjs):${listed(refused)}`);
    const unseen = sourceFiles(ROOT).filter((file) => !seen.includes(file));
    assert.deepEqual(unseen, [], 'dependency-cruiser passed over source files, so its silence proves nothing. '
      + 'It reads TypeScript through the package `typescript`, which must stay below 7.');
  });

  test('each kind of forbidden import is caught by name, and nothing honest is', async (t) => {
    const plants = plantedImports(first, last);
    const { refused } = await cruise(planted(plants));
    for (const { file, rules } of plants) {
      await t.test(`${file} is refused by ${rules.join(' and ')}`, () => assert.deepEqual(rulesFor(refused, file), [...rules].sort()));
    }
    assertOnlyPlantsRefused(refused, plants);
  });

  test('every wall has a planted sin: a rule without one proves nothing', () => {
    const configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const tried = new Set(plantedImports(first, last).flatMap((plant) => plant.rules));
    const untried = configuration.forbidden.map((rule) => rule.name)
      .filter((name) => !tried.has(name) && !modules.some((module) => name === `stream-${module}`));
    assert.deepEqual(untried, []);
  });
});

describe('single lines', { concurrency: true }, () => {
  test('ESLint finds nothing', async () => {
    const refused = await lint(ROOT);
    assert.equal(refused.length, 0, `ESLint refuses:${listed(refused)}`);
  });

  test('each planted line is caught, and the edges may do what they are for', async (t) => {
    const plants = plantedLines(first);
    const refused = await lint(planted(plants));
    for (const { file, rules } of plants) {
      await t.test(`${file} is ${rules.length === 0 ? 'allowed' : `refused by ${rules.join(' and ')}`}`, () => assert.deepEqual(rulesFor(refused, file), rules));
    }
    assertOnlyPlantsRefused(refused, plants);
  });
});

describe('surroundings', { concurrency: true }, () => {
  for (const project of PROJECTS) {
    test(`${project} type-checks`, async () => {
      const refused = await typeCheck(ROOT, project);
      assert.equal(refused.length, 0, `${project}:${listed(refused)}`);
    });
  }

  test('a file cannot name what its surroundings do not have', async (t) => {
    const plants = plantedTypes(first);
    const folder = planted(plants);
    const byProject = await Promise.all(['tsconfig.pure.json', 'tsconfig.server.json', 'tsconfig.web.json']
      .map(async (project) => ({ project, refused: await typeCheck(folder, project) })));
    for (const { file, rules } of plants) {
      await t.test(`${file} is ${rules.length === 0 ? 'allowed' : `refused by ${rules.join(' and ')}`}`, () =>
        assert.deepEqual(byProject.filter(({ refused }) => rulesFor(refused, file).length > 0).map(({ project }) => project), rules));
    }
    assertOnlyPlantsRefused(byProject.flatMap(({ refused }) => refused), plants);
  });
});
