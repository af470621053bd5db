/** Proves that each difference is said with its own figure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whySaid } from './why.ts';

test('each reason carries the minutes or the time that it was', () => {
  const said = whySaid({
    differences: ['came-late', 'left-early', 'break-left-out', 'ended-early', 'did-not-come'], startsAt: '2026-11-18T15:00:00Z', endsAt: '2026-11-18T17:30:00Z', minutes: { scheduled: 180, attended: 90, clinical: 80 },
    stays: [{ arrivedAt: '2026-11-18T15:40:20Z', leftAt: '2026-11-18T16:00:00Z' }, { arrivedAt: '2026-11-18T16:05:00Z', leftAt: '2026-11-18T17:10:00Z' }],
  }, (instant) => instant.slice(11, 16));
  assert.deepEqual(said.map(({ id, values }) => `${id} ${Object.values(values ?? {}).join()}`), ['why.came-late 40', 'why.left-early 17:10', 'why.break-left-out 10', 'why.ended-early 17:30', 'why.did-not-come ']);
});
