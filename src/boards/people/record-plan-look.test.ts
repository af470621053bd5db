/** Which step of a plan is due, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { decidePlanLook } from './record-plan-look.ts';

const FIGURES = { planDueDays: 10, planReviewDays: 30 };
const TODAY = '2026-11-19' as CivilDate;
const CASES: [string, { admittedOn: string; firstGoalOn: string | null; nextReviewOn: string | null; isSigned: boolean }, [string, string, number] | null][] = [
  ['no goal: the plan itself is due', { admittedOn: '2026-11-01', firstGoalOn: null, nextReviewOn: null, isSigned: false }, ['plan', '2026-11-11', 8]],
  ['goals without a signature are due with the plan', { admittedOn: '2026-11-01', firstGoalOn: '2026-11-05', nextReviewOn: null, isSigned: false }, ['signature', '2026-11-11', 8]],
  ['a signature that is due within a week is named', { admittedOn: '2026-11-16', firstGoalOn: '2026-11-17', nextReviewOn: null, isSigned: false }, ['signature', '2026-11-26', -7]],
  ['a signature further ahead is not', { admittedOn: '2026-11-17', firstGoalOn: '2026-11-18', nextReviewOn: null, isSigned: false }, null],
  ['signed: its next review', { admittedOn: '2026-10-01', firstGoalOn: '2026-10-05', nextReviewOn: '2026-11-15', isSigned: true }, ['review', '2026-11-15', 4]],
  ['signed, and the review is far ahead', { admittedOn: '2026-10-01', firstGoalOn: '2026-10-05', nextReviewOn: '2026-12-15', isSigned: true }, null],
];
for (const [says, facts, due] of CASES) {
  test(says, () => {
    const found = decidePlanLook(facts as Parameters<typeof decidePlanLook>[0], FIGURES, TODAY);
    assert.deepEqual(found === null ? null : [found.kind, found.dueOn, found.daysLate], due);
  });
}
