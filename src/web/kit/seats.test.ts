/** Proves that a roster is drawn in its order with free seats last, and counted as a person at the door would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, seatsOf } from './seats.ts';

test('seats keep the order of the roster and free ones come last', () => {
  assert.deepEqual(seatsOf(['here', 'expected', 'missing'], 5), ['here', 'booked', 'missing', 'free', 'free']);
  assert.equal(seatsOf(Array.from({ length: 11 }, () => 'here' as const), 10).length, 11);
  assert.equal(seatsOf([], 10).length, 10);
});

test('late people and make-up visits are counted as here', () => {
  const counts = countsOf(seatsOf(['here', 'late', 'make-up', 'left-early', 'absent', 'excused'], 8));
  assert.deepEqual(counts.map(({ word, count }) => `${count} ${word}`), ['3 here', '1 left-early', '1 missing', '1 excused', '2 free']);
});
