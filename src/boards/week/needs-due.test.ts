/** Proves which step of a plan is due and when, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { dueDocument } from './needs-due.ts';

const FIGURES = { planDueDays: 14, planReviewDays: 30 };
const day = (text: string): CivilDate => text as CivilDate;
const dayOrNone = (text: string | null): CivilDate | null => (text === null ? null : day(text));

test('a plan is due so many days after admission until it is signed, goals or none; then its review on its own day or so many days after the signature; a week ahead it is named', () => {
  const cases: [string, boolean, string | null, string | null, string | null][] = [
    ['2026-11-05', false, null, null, 'plan 2026-11-19 0'], ['2026-11-01', false, null, null, 'plan 2026-11-15 4'], ['2026-11-12', false, null, null, 'plan 2026-11-26 -7'], ['2026-11-13', false, null, null, null],
    ['2026-11-01', true, null, null, 'signature 2026-11-15 4'], ['2026-11-12', true, null, null, 'signature 2026-11-26 -7'], ['2026-11-13', true, null, null, null],
    ['2026-11-01', true, null, '2026-12-24', 'signature 2026-11-15 4'],
    ['2026-10-01', true, '2026-10-10', null, 'review 2026-11-09 10'], ['2026-10-01', true, '2026-10-10', '2026-11-24', 'review 2026-11-24 -5'], ['2026-10-01', true, '2026-10-10', '2026-12-24', null],
    ['2026-10-01', false, '2026-10-10', '2026-11-15', 'review 2026-11-15 4'],
  ];
  for (const [admittedOn, hasGoals, signedOn, nextReviewOn, expected] of cases) {
    const due = dueDocument({ admittedOn: day(admittedOn), hasGoals, signedOn: dayOrNone(signedOn), nextReviewOn: dayOrNone(nextReviewOn) }, FIGURES, day('2026-11-19'));
    assert.equal(due === null ? null : `${due.kind} ${due.dueOn} ${due.daysLate}`, expected, JSON.stringify([admittedOn, hasGoals, signedOn, nextReviewOn]));
  }
});
