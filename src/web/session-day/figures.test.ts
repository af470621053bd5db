/** Times that panels type, as tables of cases. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clinicalOf, localTimeOf, timeAfter } from './figures.ts';

const CHICAGO = 'America/Chicago';
const start = '2026-11-19T16:10:00.000Z';

test('a wall time is read and written in the zone of the site; a time before the start is on the next day', () => {
  assert.equal(localTimeOf(CHICAGO, start), '10:10');
  assert.equal(localTimeOf(CHICAGO, '2026-11-19T06:05:00.000Z'), '00:05');
  const cases: [string, string | null][] = [['11:00', '2026-11-19T17:00:00.000Z'], ['10:10', '2026-11-20T16:10:00.000Z'], ['00:30', '2026-11-20T06:30:00.000Z'], ['', null], ['9:00', null]];
  for (const [time, want] of cases) assert.equal(timeAfter(CHICAGO, start, time), want, time);
});

test('breaks that were taken are left out for what of them lies inside', () => {
  const taken = (startMinute: number | null, minutes: number | null, is = true) => ({ startMinute, minutes, taken: is });
  const end = '2026-11-19T17:10:00.000Z';
  const cases: [ReturnType<typeof taken>[], number][] = [[[], 60], [[taken(20, 10)], 50], [[taken(20, 10, false)], 60], [[taken(55, 10)], 55], [[taken(70, 10)], 60], [[taken(null, 10), taken(20, null)], 60]];
  for (const [breaks, want] of cases) assert.equal(clinicalOf(start, end, breaks), want, JSON.stringify(breaks));
  assert.equal(clinicalOf(end, start, []), 0);
});
