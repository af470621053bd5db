/** Numbers of goals and days of reviews, case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { decideNumber, decideReview, reviewDue } from './plan.ts';

const held = (position: number) => ({ position, hasEnded: false });
const ended = (position: number) => ({ position, hasEnded: true });

for (const [what, existing, gives] of [
  ['the first', [], 1], ['one after two', [held(1), held(2)], 3], ['one after the highest has ended', [held(1), ended(2)], 3], ['one after all have ended', [ended(1), ended(2)], 3],
  ['one beside two that hold', [held(4), ended(1), held(2)], 5], ['one beside three that hold', [held(1), held(2), held(3)], 'full'], ['one beside three and an ended one', [held(1), held(2), held(3), ended(4)], 'full'],
] as const) {
  test(`PLN-1 ${what} ${gives === 'full' ? 'is refused where three are the most' : `gets number ${gives}`}`, () => {
    const decided = decideNumber(existing, 3, 'full');
    assert.deepEqual('refused' in decided ? decided.refused : decided.value.position, gives);
  });
}

const day = (text: string) => `2026-${text}` as CivilDate;
for (const [reviewedOn, nextOn, said] of [
  ['11-19', '12-19', null], ['10-20', '11-19', null], ['11-20', '12-19', 'review-ahead'], ['10-19', '12-19', 'review-outside-episode'], ['11-19', '11-19', 'next-too-early'],
  ['11-19', '11-18', 'next-too-early'], ['10-20', '11-18', 'next-too-early'],
] as const) {
  test(`PLN-3 a review on ${reviewedOn} with the next on ${nextOn} ${said === null ? 'is written down' : `is refused as ${said}`}`, () => {
    assert.equal(decideReview({ reviewedOn: day(reviewedOn), nextOn: day(nextOn), admittedOn: day('10-20'), today: day('11-19') }), said);
  });
}

test('PLN-3 the plan is due as the last review said, and before the first so many days after the admission', () => {
  assert.equal(reviewDue(null, day('11-01'), 14), '2026-11-15');
  assert.equal(reviewDue(day('12-03'), day('11-01'), 14), '2026-12-03');
});
