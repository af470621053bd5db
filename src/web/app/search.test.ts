/** Proves that a date in an address is a date that exists or nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDateOf } from './search.ts';

test('only dates that exist are read from an address', () => {
  const cases: [unknown, object][] = [['2026-11-19', { day: '2026-11-19' }], ['2026-02-30', {}], ['today', {}], [20261119, {}], [undefined, {}], ['2028-02-29', { day: '2028-02-29' }]];
  for (const [value, expected] of cases) assert.deepEqual(civilDateOf('day', value), expected);
});
