/** Weeks of a path: tables of cases. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { plannedEnd, positionOn, weekSince } from './weeks.ts';

const day = (text: string) => text as CivilDate;

describe('PLA-7 week 1 is the seven days from admission on', () => {
  const cases = [['2026-10-11', null], ['2026-10-12', 1], ['2026-10-18', 1], ['2026-10-19', 2], ['2026-11-16', 6], ['2026-11-22', 6], ['2027-01-04', 13]] as const;
  for (const [on, week] of cases) test(`admitted 2026-10-12, on ${on}: ${week ?? 'not yet'}`, () => assert.equal(weekSince(day('2026-10-12'), day(on)), week));
});

test('the planned end of a phase is its last day', () => assert.deepEqual([plannedEnd(day('2026-10-12'), 4), plannedEnd(day('2026-12-28'), 1)], ['2026-11-08', '2027-01-03']));

describe('a place on the path counts earlier phases as planned and stays in a phase that takes longer', () => {
  const phases = [{ weeks: 4 }, { weeks: 4 }, { weeks: 4 }];
  const cases = [
    [1, '2026-10-12', '2026-10-12', 1, 1], [1, '2026-10-12', '2026-11-08', 4, 4], [1, '2026-10-12', '2026-11-23', 4, 7],
    [2, '2026-11-09', '2026-11-19', 6, 2], [3, '2026-12-07', '2027-03-01', 12, 13],
  ] as const;
  for (const [phaseNo, startsOn, on, week, weekOfPhase] of cases) {
    test(`phase ${phaseNo} since ${startsOn}, on ${on}: week ${week}`, () => assert.deepEqual(positionOn(phases, { phaseNo, startsOn: day(startsOn) }, day(on)), { phaseNo, week, weekOfPhase }));
  }
  test('a phase that the path does not have, or that begins later, is no place', () => {
    assert.equal(positionOn(phases, { phaseNo: 4, startsOn: day('2026-10-12') }, day('2026-11-19')), null);
    assert.equal(positionOn(phases, { phaseNo: 2, startsOn: day('2026-12-01') }, day('2026-11-19')), null);
  });
});
