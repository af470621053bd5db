/** Proves when a craving is told to somebody: high, or risen, by the organization's own figures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cravingAlert } from './craving.ts';

test('high from the figure on, risen by the figure since the last signed note, else nothing', () => {
  const figures = { from: 7, rise: 3 };
  const cases: [number | null, number | null, ReturnType<typeof cravingAlert>][] = [
    [null, 9, null], [6, null, null], [7, null, 'high'], [7, 7, 'high'], [6, 4, null], [6, 3, 'rose'], [7, 4, 'rose'], [3, 0, 'rose'], [2, 0, null], [4, 9, null], [8, 10, 'high'],
  ];
  for (const [craving, before, expected] of cases) assert.equal(cravingAlert(craving, before, figures), expected, `${craving} after ${before}`);
});
