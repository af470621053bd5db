/** Ids sort in the order in which one process makes them, and no two are alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from './ids.ts';

test('two thousand ids of one millisecond sort as they were made, and a later millisecond sorts after them', () => {
  const at = new Date('2026-11-19T16:00:00.000Z');
  const ids = Array.from({ length: 2000 }, () => newId(at));
  assert.deepEqual([...ids].sort(), ids);
  assert.ok(newId(new Date(at.getTime() + 1)) > (ids.at(-1) ?? ''));
  assert.equal(new Set(ids).size, ids.length);
});

test('an id is a UUID of version 7 that tells its millisecond', () => {
  const at = new Date('2026-11-19T16:00:00.123Z');
  for (let one = 0; one < 5000; one += 1) {
    const id = newId(at);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), at.getTime());
  }
});
