/** Proves when a page stops calling itself live. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshnessOf } from './freshness.ts';

test('a page is live for a minute and a quarter, stale to five minutes, then old', () => {
  const cases: [number, string][] = [[0, 'live'], [75, 'live'], [76, 'stale'], [300, 'stale'], [301, 'old'], [-5, 'live']];
  for (const [seconds, expected] of cases) assert.equal(freshnessOf(1_000_000, 1_000_000 + seconds * 1000), expected);
});
