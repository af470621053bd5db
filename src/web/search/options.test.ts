/** The arrow keys go round a list, whatever its length. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionAfter } from './options.ts';

test('each arrow leads to the neighbor, and past an end to the other end', () => {
  const cases = [[0, 'ArrowDown', 3, 1], [2, 'ArrowDown', 3, 0], [0, 'ArrowUp', 3, 2], [1, 'ArrowUp', 3, 0], [0, 'ArrowDown', 1, 0], [0, 'ArrowUp', 1, 0], [0, 'ArrowDown', 0, 0]] as const;
  for (const [at, key, count, next] of cases) assert.equal(optionAfter(at, key, count), next, `${key} at ${at} of ${count}`);
});
