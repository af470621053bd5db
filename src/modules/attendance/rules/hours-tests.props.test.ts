/** What holds for any week and any rule: order is immaterial, more presence never lowers a figure, the forecast never forgets what is done. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FIRST_HOURS_RULES } from '../../program/rules.ts';
import { weekOf } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { datesOf, decideTest, floorOfWeek } from './hours-tests.ts';
import type { Service, WeekFacts } from './hours-tests.ts';

const WEEK = weekOf('2026-11-19' as CivilDate);
const DATES = datesOf(WEEK);
const rule = fc.constantFrom(...FIRST_HOURS_RULES).chain((one) => fc.record({ daysWeek: fc.option(fc.integer({ min: 1, max: 7 })), servicesWeek: fc.option(fc.integer({ min: 1, max: 9 })) }).map((more) => ({ ...one, population: 'adults' as const, level: 'iop' as const, ...more })));
const service: fc.Arbitrary<Service> = fc.record({
  date: fc.constantFrom(...DATES), type: fc.constantFrom('group', 'individual', 'family', 'couple', 'peer-support', 'medication-visit'), participantPresent: fc.boolean(),
  standing: fc.constantFrom('documented', 'provisional', 'running', 'booked', 'missed', 'canceled'), scheduled: fc.integer({ min: 10, max: 240 }), share: fc.integer({ min: 0, max: 100 }), pause: fc.integer({ min: 0, max: 30 }),
}).map(({ scheduled, share, pause, ...one }) => {
  const attended = Math.floor((scheduled * share) / 100);
  const minutes = { scheduled, attended, clinical: Math.max(0, attended - pause) };
  return { ...one, minutes, reachable: { scheduled, attended: scheduled, clinical: Math.max(0, scheduled - pause) } };
});
const facts: fc.Arbitrary<WeekFacts> = fc.record({
  week: fc.constant(WEEK), today: fc.constantFrom(...DATES), levels: fc.array(fc.constantFrom('iop', 'outpatient', null), { minLength: 7, maxLength: 7 }), services: fc.array(service, { maxLength: 8 }),
  before: fc.constant({ attended: null, scheduled: null }), holidays: fc.subarray(DATES), weekNo: fc.integer({ min: 1, max: 20 }),
});
/* A gap grows with what is missing; every other figure grows with what is there. */
const GROWS = new Set(['minutes', 'ceiling', 'days', 'services']);

test('ATT-12 the order of sessions is immaterial', () => {
  fc.assert(fc.property(rule, facts, (one, week) => assert.deepEqual(decideTest(one, { ...week, services: week.services.toReversed() }), decideTest(one, week))));
});

test('ATT-12 the forecast is never less than what is done', () => {
  fc.assert(fc.property(rule, facts, (one, week) => {
    for (const part of decideTest(one, week).parts) if (GROWS.has(part.kind)) assert.ok(part.forecast >= part.now, JSON.stringify(part));
  }));
});

test('ATT-12 a longer stay never lowers a figure', () => {
  fc.assert(fc.property(rule, facts, fc.nat(60), (one, week, longer) => {
    const stretched = week.services.map((old) => ({ ...old, minutes: { scheduled: old.minutes.scheduled, attended: old.minutes.attended + longer, clinical: old.minutes.clinical + longer } }));
    const before = decideTest(one, week).parts;
    const after = decideTest(one, { ...week, services: stretched }).parts;
    for (const [index, part] of before.entries()) if (GROWS.has(part.kind)) assert.ok((after[index]?.now ?? 0) >= part.now && (after[index]?.forecast ?? 0) >= part.forecast);
  }));
});

test('ATT-12 of one week clinical <= attended <= scheduled <= planned, done and forecast, where sessions end as planned', () => {
  fc.assert(fc.property(facts, (week) => {
    const [floor] = FIRST_HOURS_RULES;
    assert.ok(floor);
    const all = { ...week, levels: week.levels.map(() => 'iop') };
    const sums = (['clinical', 'attended', 'scheduled', 'planned'] as const).map((basis) => decideTest({ ...floor, basis }, all).parts[0]);
    for (const [index, sum] of sums.slice(1).entries()) assert.ok((sum?.forecast ?? 0) >= (sums[index]?.forecast ?? 0) && (sum?.now ?? 0) >= (sums[index]?.now ?? 0));
  }));
});

test('ATT-12 a week that is not whole never alarms', () => {
  fc.assert(fc.property(rule, facts, (one, week) => {
    const { state, daysInForce } = decideTest(one, week);
    if (daysInForce < 7) assert.ok(state === 'pro-rata' || state === 'not-applicable', state);
  }));
});

test('ATT-11 the floor of mixed days lies between the lowest and the highest of them', () => {
  const floor = fc.option(fc.record({ id: fc.constantFrom('a', 'b', 'c'), floorMinutesWeek: fc.integer({ min: 1, max: 1200 }) }));
  fc.assert(fc.property(fc.array(floor, { minLength: 7, maxLength: 7 }), (rules) => {
    const minutes = floorOfWeek(rules)?.minutes ?? 0;
    const figures = rules.map((one) => one?.floorMinutesWeek ?? 0);
    assert.ok(minutes >= Math.min(...figures) && minutes <= Math.max(...figures));
  }));
});
