/** The next step on a path and its last day, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { decideStep } from './record-step.ts';
import type { StepSegment } from './record-step.ts';

const PHASES = [
  { name: 'Three blocks', weeks: 4, level: 'iop', minutes: 540 }, { name: 'Two blocks', weeks: 4, level: 'iop', minutes: 360 }, { name: 'One evening', weeks: 4, level: 'outpatient', minutes: null },
];
const segment = (phaseNo: number, startsOn: string, endedOn: string | null = null): StepSegment => ({ phaseNo, startsOn: startsOn as CivilDate, endedOn: endedOn as CivilDate | null });

const CASES: { says: string; segments: StepSegment[]; today: string; endsOn?: string; step: [string, number, boolean] | null; end: string | null }[] = [
  { says: 'in the first phase the second follows on the day after its weeks', segments: [segment(1, '2026-11-02')], today: '2026-11-19', step: ['2026-11-30', 2, false], end: '2027-01-24' },
  { says: 'a step that somebody set stands before the plan', segments: [segment(1, '2026-11-02', '2026-12-06'), segment(2, '2026-12-07')], today: '2026-11-19', step: ['2026-12-07', 2, true], end: '2027-01-31' },
  { says: 'a phase that is skipped is none of the next steps', segments: [segment(1, '2026-11-02', '2026-11-29'), segment(3, '2026-11-30')], today: '2026-11-19', step: ['2026-11-30', 3, true], end: '2026-12-27' },
  { says: 'in the last phase nothing follows', segments: [segment(3, '2026-11-02')], today: '2026-11-19', step: null, end: '2026-11-29' },
  { says: 'beyond the weeks of the last phase the path ends today at the earliest', segments: [segment(3, '2026-10-05')], today: '2026-11-19', step: null, end: '2026-11-19' },
  { says: 'a planned day that is over stays the day of the step, and the rest is counted from today', segments: [segment(2, '2026-10-05')], today: '2026-11-19', step: ['2026-11-02', 3, false], end: '2026-12-16' },
  { says: 'before the first day the first phase is the step', segments: [segment(1, '2026-11-23')], today: '2026-11-19', step: ['2026-11-23', 1, true], end: '2027-02-14' },
  { says: 'after a discharge nothing follows', segments: [segment(1, '2026-11-02')], today: '2026-11-19', endsOn: '2026-11-25', step: null, end: '2026-11-25' },
  { says: 'without a phase there is no path', segments: [segment(1, '2026-09-01', '2026-10-01')], today: '2026-11-19', step: null, end: null },
];

for (const { says, segments, today, endsOn, step, end } of CASES) {
  test(says, () => {
    const found = decideStep({ phases: PHASES, segments, endsOn: (endsOn ?? null) as CivilDate | null, today: today as CivilDate });
    assert.equal(found?.endsOn ?? null, end);
    assert.deepEqual(found?.step === null || found === null ? null : [found.step.on, found.step.phaseNo, found.step.isSet], step);
  });
}

test('a step tells whether the level changes, and the hours of a week before and after', () => {
  const found = decideStep({ phases: PHASES, segments: [segment(2, '2026-11-02')], endsOn: null, today: '2026-11-19' as CivilDate });
  assert.deepEqual(found?.step, { isSet: false, on: '2026-11-30', phaseNo: 3, phaseName: 'One evening', level: 'outpatient', levelChanges: true, minutesBefore: 360, minutesAfter: null });
});
