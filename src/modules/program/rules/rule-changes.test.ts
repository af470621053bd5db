/** Which hours rules may stand: figures that make sense, one floor at a time, and what may be taken out again. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FIRST_HOURS_RULES } from '../rules.ts';
import type { HoursRule } from '../words.ts';
import { mayBeTakenOut, overlappingFloor, wrongFigures } from './rule-changes.ts';

const floor = (more: Partial<HoursRule> = {}): HoursRule => ({ ...(FIRST_HOURS_RULES[0] as HoursRule), ...more });
const EMPTY = { floorMinutesWeek: null, ceilingMinutesWeek: null };

describe('PRO-22 figures that cannot be judged by are refused by name', () => {
  const cases: readonly (readonly [title: string, rule: HoursRule, refused: string | null])[] = [
    ['a floor of nine hours', floor(), null],
    ['a floor without hours', floor({ floorMinutesWeek: null }), 'rule-measures-nothing'],
    ['a test without any figure', floor({ purpose: 'test', saidBy: 'A payer', ...EMPTY }), 'rule-measures-nothing'],
    ['a test of weeks alone', floor({ purpose: 'test', saidBy: 'A payer', ...EMPTY, weeksMax: 6 }), null],
    ['a test that nobody asks for', floor({ purpose: 'test', saidBy: '' }), 'said-by-missing'],
    ['a ceiling under the floor', floor({ ceilingMinutesWeek: 539 }), 'ceiling-under-floor'],
    ['a ceiling at the floor', floor({ ceilingMinutesWeek: 540 }), null],
    ['a last day before the first', floor({ validFrom: '2026-01-01', validTo: '2025-12-31' }), 'rule-ends-before-it-begins'],
    ['one day', floor({ validFrom: '2026-01-01', validTo: '2026-01-01' }), null],
  ];
  for (const [title, rule, refused] of cases) test(title, () => assert.equal(wrongFigures(rule)?.refused ?? null, refused));
});

describe('PRO-21 a level and population have one floor at a time', () => {
  const now = floor({ validFrom: '2026-01-01', validTo: '2026-06-30' });
  const cases: readonly (readonly [title: string, other: Partial<HoursRule>, overlaps: boolean])[] = [
    ['the next begins the day after', { validFrom: '2026-07-01', validTo: null }, false],
    ['the next begins on the last day', { validFrom: '2026-06-30', validTo: null }, true],
    ['the one before ends the day before', { validFrom: '2021-01-01', validTo: '2025-12-31' }, false],
    ['the one before ends on the first day', { validFrom: '2021-01-01', validTo: '2026-01-01' }, true],
    ['the one before never ends', { validFrom: '2021-01-01', validTo: null }, true],
    ['inside', { validFrom: '2026-03-01', validTo: '2026-03-31' }, true],
    ['of another level', { validFrom: '2021-01-01', validTo: null, level: 'php' }, false],
    ['of another population', { validFrom: '2021-01-01', validTo: null, population: 'adolescents' }, false],
    ['switched off', { validFrom: '2021-01-01', validTo: null, isOn: false }, false],
    ['a test, of which there may be many', { validFrom: '2021-01-01', validTo: null, purpose: 'test' }, false],
  ];
  for (const [title, other, overlaps] of cases) {
    test(title, () => {
      assert.equal(overlappingFloor(now, [floor(other)]) !== null, overlaps);
      assert.equal(overlappingFloor(floor(other), [now]) !== null, overlaps, 'either way round');
    });
  }
});

describe('PRO-22 a rule by which weeks were read is not taken out', () => {
  const now = new Date('2026-11-19T16:00:00Z');
  const cases: readonly (readonly [title: string, rule: Parameters<typeof mayBeTakenOut>[0], may: boolean])[] = [
    ['in force for long', { isOn: true, validFrom: '2026-01-01', recordedAt: new Date('2026-01-01T12:00:00Z') }, false],
    ['entered an hour ago by mistake', { isOn: true, validFrom: '2026-01-01', recordedAt: new Date('2026-11-19T15:00:00Z') }, true],
    ['not begun', { isOn: true, validFrom: '2026-11-20', recordedAt: new Date('2026-01-01T12:00:00Z') }, true],
    ['begins today', { isOn: true, validFrom: '2026-11-19', recordedAt: new Date('2026-01-01T12:00:00Z') }, false],
    ['switched off', { isOn: false, validFrom: '2026-01-01', recordedAt: new Date('2026-01-01T12:00:00Z') }, true],
  ];
  for (const [title, rule, may] of cases) test(title, () => assert.equal(mayBeTakenOut(rule, '2026-11-19', now), may));
});

test('PRO-25 tests of payers and states come switched off, each with who says it and where', () => {
  const tests = FIRST_HOURS_RULES.filter((rule) => rule.purpose === 'test');
  assert.equal(tests.length, 10);
  for (const rule of tests) {
    assert.equal(rule.isOn, false, rule.name);
    assert.ok(rule.saidBy !== '' && rule.source.length > 30, rule.name);
    assert.equal(wrongFigures(rule), null, rule.name);
  }
  assert.deepEqual(tests.filter((rule) => !rule.isVerified).map((rule) => rule.saidBy), ['Medicare, opioid treatment programs']);
  const floors = FIRST_HOURS_RULES.filter((rule) => rule.purpose === 'floor');
  assert.ok(floors.every((rule) => rule.isOn && wrongFigures(rule) === null && overlappingFloor(rule, floors.filter((other) => other !== rule)) === null));
});
