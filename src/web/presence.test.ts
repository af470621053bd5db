/** Proves that a page left alone stops counting as attended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { now } from './clock.ts';
import { isAttended } from './presence.ts';

test('a page counts as attended for three minutes after the last sign of a person, and no longer', () => {
  assert.equal(isAttended(now() + 2 * 60_000), true);
  assert.equal(isAttended(now() + 4 * 60_000), false);
});
