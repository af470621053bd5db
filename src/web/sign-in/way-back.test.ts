/** Proves that signing in leads back to the same screen and cannot be used to lead anybody elsewhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInAddress, wayBack } from './way-back.ts';

test('the way back is a path of this server or the first page', () => {
  const cases: [string, string][] = [
    ['?back=%2Fsessions%2Fx', '/sessions/x'],
    ['?back=%2Fpeople%2Fx%2Fhours%3Fday%3D2026-11-19', '/people/x/hours?day=2026-11-19'],
    ['?back=%2F%2Felsewhere.example', '/'],
    ['?back=%2F%5Celsewhere.example', '/'],
    ['?back=%2F%09%2Felsewhere.example', '/'],
    ['?back=https%3A%2F%2Felsewhere.example', '/'],
    ['?back=javascript%3Aalert(1)', '/'],
    ['?back=%2Fsign-in', '/'],
    ['', '/'],
  ];
  for (const [search, expected] of cases) assert.equal(wayBack(search), expected, search);
});

test('an address made for the way back is read as what it was made from', () => {
  for (const from of ['/sessions/a-b', '/?site=x&date=2026-11-19', '/program/on-call?site=x#2026-12']) assert.equal(wayBack(signInAddress(from).replace('/sign-in', '')), from);
  assert.equal(signInAddress('/'), '/sign-in');
});
