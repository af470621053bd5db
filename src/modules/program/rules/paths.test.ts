/** Paths in figures: what their weeks plan, how far each phase is from its rules, what closes the gap, and that the shipped ones have none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SESSION_TYPES } from '../../schedules/words.ts';
import { FIRST_HOURS_RULES } from '../rules.ts';
import { POPULATIONS, SERVICE_TYPES } from '../words.ts';
import type { PathBlock, PathPhase } from '../words.ts';
import { firstPaths } from './first-paths.ts';
import { amountOf, gapsOf, spansOf, weeksOf } from './paths.ts';
import type { Gap } from './paths.ts';

const FLOORS = FIRST_HOURS_RULES.filter((rule) => rule.purpose === 'floor');
const block = (minutes: number, breakMinutes: number, perWeek: number, more: Partial<PathBlock> = {}): PathBlock => ({ label: 'Block', sessionType: 'group', minutes, breakMinutes, perWeek, ...more });
const individual = (minutes: number, perWeek = 1): PathBlock => block(minutes, 0, perWeek, { label: 'Individual', sessionType: 'individual' });
const phase = (weeks: number, blocks: readonly PathBlock[], more: Partial<PathPhase> = {}): PathPhase => ({ name: 'Phase', weeks, level: 'iop', blocks: [...blocks], ...more });

function mendsSaid(gap: Gap | undefined): string[] {
  return (gap?.mends ?? []).map((mend) => {
    switch (mend.kind) {
      case 'longer-blocks': return `blocks of ${mend.minutes} instead of ${mend.was}`;
      case 'individual': return `${mend.perWeek} x ${mend.minutes} individual`;
      case 'more-blocks': return `${mend.perWeek} blocks instead of ${mend.was}`;
      case 'outpatient': return 'outpatient';
    }
  });
}

describe('PRO-23 a path is held against the floor of each phase’s level, breaks left out (W5)', () => {
  type Case = readonly [title: string, phases: readonly PathPhase[], population: string, clinical: number, short: number | null, mends: readonly string[]];
  const cases: readonly Case[] = [
    ['three 3 h blocks with two breaks of ten minutes are 8 h', [phase(4, [block(180, 20, 3)])], 'adults', 480, 60, ['blocks of 200 instead of 180', '1 x 60 individual', '4 blocks instead of 3', 'outpatient']],
    ['with 3 h 20 they are 9 h', [phase(4, [block(200, 20, 3)])], 'adults', 540, 0, []],
    ['or with an hour alone', [phase(4, [block(180, 20, 3), individual(60)])], 'adults', 540, 0, []],
    ['50 minutes short: one individual session', [phase(4, [block(180, 20, 3), individual(10)])], 'adults', 490, 50, ['blocks of 200 instead of 180', '1 x 50 individual', '4 blocks instead of 3', 'outpatient']],
    ['1.5 h a week: a group this long is no plan, so fewer ways', [phase(4, [block(90, 0, 1)])], 'adults', 90, 450, ['6 blocks instead of 1', 'outpatient']],
    ['the same as outpatient has no floor', [phase(4, [block(90, 0, 1)], { level: 'outpatient' })], 'adults', 90, null, []],
    ['peer support does not count', [phase(4, [block(200, 20, 2), block(180, 0, 1, { sessionType: 'peer-support' })])], 'adults', 360, 180, ['blocks of 290 instead of 200', '3 blocks instead of 2', 'outpatient']],
    ['only individual sessions', [phase(4, [individual(50, 9)])], 'adults', 450, 90, ['2 x 60 individual', 'outpatient']],
    ['six hours for adolescents', [phase(4, [block(130, 10, 3)])], 'adolescents', 360, 0, []],
    ['a day program needs twenty', [phase(4, [block(300, 60, 5)], { level: 'php' })], 'adults', 1200, 0, []],
    ['a day program one hour short', [phase(4, [block(300, 72, 5)], { level: 'php' })], 'adults', 1140, 60, ['1 x 60 individual', '6 blocks instead of 5', 'outpatient']],
  ];
  for (const [title, phases, population, clinical, short, mends] of cases) {
    test(title, () => {
      const [gap] = gapsOf(phases, population, FLOORS);
      assert.equal(weeksOf(phases)[0]?.clinical, clinical);
      assert.equal(gap?.short ?? null, short);
      assert.deepEqual(mendsSaid(gap), mends);
    });
  }

  test('each way that changes blocks really closes the gap', () => {
    const phases = [phase(4, [block(170, 25, 3), individual(20)])];
    const [gap] = gapsOf(phases, 'adults', FLOORS);
    for (const mend of gap?.mends ?? []) {
      const blocks = [...phases[0]?.blocks ?? []];
      if (mend.kind === 'longer-blocks') blocks[mend.blockNo] = { ...blocks[mend.blockNo] as PathBlock, minutes: mend.minutes };
      else if (mend.kind === 'more-blocks') blocks[mend.blockNo] = { ...blocks[mend.blockNo] as PathBlock, perWeek: mend.perWeek };
      else if (mend.kind === 'individual') blocks.push(individual(mend.minutes, mend.perWeek));
      const [after] = gapsOf([phase(4, blocks, mend.kind === 'outpatient' ? { level: 'outpatient' } : {})], 'adults', FLOORS);
      assert.equal(after?.short ?? 0, 0, mend.kind);
    }
  });

  test('weeks and spans run through the phases', () => {
    const phases = [phase(2, [block(200, 20, 3)]), phase(1, [block(90, 0, 1)])];
    assert.deepEqual(spansOf(phases), [{ phaseNo: 1, from: 1, to: 2 }, { phaseNo: 2, from: 3, to: 3 }]);
    assert.deepEqual(weeksOf(phases).map((week) => [week.week, week.phaseNo, week.planned, week.clinical]), [[1, 1, 600, 540], [2, 1, 600, 540], [3, 2, 90, 90]]);
  });

  test('a basis that is not clinical counts the breaks', () => {
    assert.equal(amountOf(phase(1, [block(180, 20, 3)]), { basis: 'scheduled', sessionTypes: ['group'] }), 540);
    assert.equal(amountOf(phase(1, [block(180, 20, 3)]), { basis: 'clinical', sessionTypes: ['group'] }), 480);
  });
});

describe('PRO-23 tests that are on are said beside the floor', () => {
  const tests = FIRST_HOURS_RULES.filter((rule) => rule.population === 'adults' && rule.level === 'iop');
  const parts = (phases: readonly PathPhase[], saidBy: string, name: RegExp, phaseNo = 1) => gapsOf(phases, 'adults', tests)
    .find((gap) => gap.phaseNo === phaseNo && gap.rule.saidBy === saidBy && name.test(gap.rule.name))?.parts.map((part) => `${part.kind} ${part.planned}/${part.wanted} ${part.isMet}`);
  test('days of three hours', () => assert.deepEqual(parts([phase(4, [block(200, 20, 2), individual(50)])], 'Indiana', /Three/), ['days 2/3 false']));
  test('nine services', () => assert.deepEqual(parts([phase(4, [block(60, 0, 8), individual(50)])], 'Medicare, opioid treatment programs', /Nine/), ['services 9/9 true']));
  test('weeks in a row at the level', () => {
    const long = [phase(4, [block(200, 20, 3)]), phase(4, [block(200, 20, 3)])];
    assert.deepEqual(parts(long, 'New York, Part 822', /scheduled/), ['minutes 600/540 true', 'weeks 4/6 true']);
    assert.deepEqual(parts(long, 'New York, Part 822', /scheduled/, 2), ['minutes 600/540 true', 'weeks 8/6 false']);
  });
  test('the floor is said first', () => assert.equal(gapsOf([phase(4, [block(200, 20, 3)])], 'adults', tests.toReversed())[0]?.rule.purpose, 'floor'));
});

describe('PRO-24 a new organization’s paths reach the floor of every phase', () => {
  for (const population of POPULATIONS) {
    for (const { name, phases } of firstPaths(population)) {
      test(`${population}, ${name}`, () => {
        const weeks = weeksOf(phases);
        assert.equal(weeks.length, { 'Four weeks': 4, 'Eight weeks': 8, 'Twelve weeks': 12 }[name]);
        assert.deepEqual(gapsOf(phases, population, FLOORS).filter((gap) => gap.short > 0), []);
        assert.ok((weeks[0]?.clinical ?? 0) > (weeks.at(-1)?.clinical ?? 0), 'more at the beginning than at the end');
        for (const [index, week] of weeks.slice(1).entries()) assert.ok(week.clinical <= (weeks[index]?.clinical ?? 0), 'never up again');
        assert.equal(phases.at(-1)?.level, 'outpatient', 'the last phase is under the floor, so it is outpatient (W5)');
        assert.equal(weeks.at(-1)?.clinical, 90);
      });
    }
  }
  test('the three blocks alone are nine hours for adults and six for adolescents', () => {
    const alone = POPULATIONS.map((population) => weeksOf([phase(1, (firstPaths(population)[0]?.phases[0]?.blocks ?? []).filter((one) => one.perWeek === 3))])[0]?.clinical);
    assert.deepEqual(alone, [540, 360]);
  });
});

test('kinds of session are the schedule’s own', () => assert.deepEqual(SERVICE_TYPES, SESSION_TYPES));
