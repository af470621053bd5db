/** Proves when a plan or its review is due. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { dueDocument } from './needs-due.ts';

const FIGURES = { planDueDays: 14, planReviewDays: 30 };
const day = (text: string): CivilDate => text as CivilDate;

test('a plan is due so many days after admission, a review on its own day or so many days after the first goal; a week ahead it is named', () => {
  const cases: [string, string | null, string | null, string | null][] = [
    ['2026-11-05', null, null, 'plan 2026-11-19 0'], ['2026-11-01', null, null, 'plan 2026-11-15 4'], ['2026-11-12', null, null, 'plan 2026-11-26 -7'], ['2026-11-13', null, null, null],
    ['2026-10-01', '2026-10-10', null, 'review 2026-11-09 10'], ['2026-10-01', '2026-10-10', '2026-11-24', 'review 2026-11-24 -5'], ['2026-10-01', '2026-10-10', '2026-12-24', null],
  ];
  for (const [admittedOn, firstGoalOn, nextReviewOn, expected] of cases) {
    const facts = { admittedOn: day(admittedOn), firstGoalOn: firstGoalOn === null ? null : day(firstGoalOn), nextReviewOn: nextReviewOn === null ? null : day(nextReviewOn) };
    const due = dueDocument(facts, FIGURES, day('2026-11-19'));
    assert.equal(due === null ? null : `${due.kind} ${due.dueOn} ${due.daysLate}`, expected, JSON.stringify(facts));
  }
});
