/** The first hours rules say what their source says, and of dated rules the latest that began is in force. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SESSION_TYPES } from '../sessions/words.ts';
import { COUNTED_TYPES, FIRST_HOURS_RULES, ruleOn } from './rules.ts';
import { LEVELS, POPULATIONS } from './words.ts';
import type { HoursRule } from './words.ts';

const [nine] = FIRST_HOURS_RULES;
const FLOORS = FIRST_HOURS_RULES.filter((rule) => rule.purpose === 'floor');
const began = (validFrom: string, floorMinutesWeek: number, more: Partial<HoursRule> = {}): HoursRule => {
  assert.ok(nine !== undefined);
  return { ...nine, validFrom, floorMinutesWeek, ...more };
};

describe('PRO-1 on each day the rule in force is the latest that had begun for that level and population', () => {
  const rules = [began('2021-01-01', 540), began('2026-07-01', 600), began('2027-01-01', 480), began('2021-01-01', 360, { population: 'adolescents' }), began('2021-01-01', 1200, { level: 'php' })];
  type Case = readonly [date: string, level: string, population: string, floor: number | null];
  const cases: readonly Case[] = [
    ['2020-12-31', 'iop', 'adults', null],
    ['2021-01-01', 'iop', 'adults', 540],
    ['2026-06-30', 'iop', 'adults', 540],
    ['2026-07-01', 'iop', 'adults', 600],
    ['2026-12-31', 'iop', 'adults', 600],
    ['2027-01-01', 'iop', 'adults', 480],
    ['2030-01-01', 'iop', 'adults', 480],
    ['2026-11-19', 'iop', 'adolescents', 360],
    ['2026-11-19', 'php', 'adults', 1200],
    ['2026-11-19', 'php', 'adolescents', null],
    ['2026-11-19', 'outpatient', 'adults', null],
  ];
  for (const [date, level, population, floor] of cases) {
    test(`${date}, ${level}, ${population}: ${floor ?? 'no rule'}`, () => {
      assert.equal(ruleOn(rules, level, population, date)?.floorMinutesWeek ?? null, floor);
      assert.equal(ruleOn([...rules].reverse(), level, population, date)?.floorMinutesWeek ?? null, floor, 'the order of rules is immaterial');
    });
  }

  test('asking changes nothing in the list', () => {
    const before = [...rules];
    ruleOn(rules, 'iop', 'adults', '2030-01-01');
    assert.deepEqual(rules, before);
  });
});

describe('PRO-2 every shipped rule carries figures, source and whether somebody compared them', () => {
  test('adults 9 to 19 hours, adolescents 6 to 19 hours a week, day programs 20, in clinical minutes, weeks from Monday', () => {
    const told = FLOORS.map((rule) => [rule.level, rule.population, rule.basis, (rule.floorMinutesWeek ?? 0) / 60, (rule.ceilingMinutesWeek ?? 0) / 60, rule.weekStartsOn]);
    assert.deepEqual(told, [['iop', 'adults', 'clinical', 9, 19, 1], ['iop', 'adolescents', 'clinical', 6, 19, 1], ['php', 'adults', 'clinical', 20, 0, 1], ['php', 'adolescents', 'clinical', 20, 0, 1]]);
  });

  test('what was not compared with its source says so', () => {
    for (const rule of FIRST_HOURS_RULES) {
      assert.ok(rule.source.length > 20);
      assert.equal(rule.isVerified, !rule.source.includes('not verified'));
    }
  });

  test('each level and population has at most one floor from one day on, so that there is no choice', () => {
    const keys = FLOORS.map((rule) => `${rule.level} ${rule.population} ${rule.validFrom}`);
    assert.equal(new Set(keys).size, keys.length);
    for (const rule of FIRST_HOURS_RULES) assert.ok(LEVELS.includes(rule.level) && POPULATIONS.includes(rule.population));
  });

  test('group, individual, family and couple count; medication visits and peer support do not (W4)', () => {
    const counted: readonly string[] = COUNTED_TYPES;
    assert.deepEqual(SESSION_TYPES.filter((type) => counted.includes(type)), ['group', 'individual', 'family', 'couple']);
    assert.deepEqual(SESSION_TYPES.filter((type) => !counted.includes(type)), ['medication-visit', 'peer-support']);
  });
});
