/** Proves what a tap shows before the server answers, and which tap comes next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrived, isDoubleTap, left, nextTapOf, withPerson } from './stamp.ts';
import type { NextTap, TodayPerson } from './stamp.ts';
import type { TodayBoard } from './opening.ts';

const session = { startsAt: '2026-11-19T16:10:00Z', endsAt: '2026-11-19T17:10:00Z' };
const person = (standing: string, over = {}): TodayPerson => ({ participantId: 'p', standing, arrivedAt: null, leftAt: null, minutesLate: 0, noteSigned: false, ...over }) as TodayPerson;

test('a tap before the start is here, after it late by whole minutes', () => {
  const cases: [string, string, number][] = [['16:09:59', 'here', 0], ['16:10:30', 'here', 0], ['16:22:40', 'late', 12]];
  for (const [time, standing, minutes] of cases) {
    const shown = arrived(session, person('expected'), `2026-11-19T${time}Z`);
    assert.deepEqual([shown.standing, shown.minutesLate], [standing, minutes], time);
  }
});

test('leaving before the end is leaving early, before the start it is nothing yet', () => {
  assert.equal(left(session, person('here'), '2026-11-19T16:05:00Z').standing, 'expected');
  assert.equal(left(session, person('here'), '2026-11-19T16:58:00Z').standing, 'left-early');
  assert.equal(left(session, person('here'), '2026-11-19T17:10:00Z').standing, 'here');
});

test('a make-up visit stays one, and an absence is gone with the arrival', () => {
  const came = arrived(session, person('absent', { isMakeUp: true, absence: { reason: 'ill', excused: true, detail: null } }), '2026-11-19T16:22:40Z');
  assert.deepEqual([came.standing, came.absence], ['make-up', null]);
});

test('only the person tapped is changed', () => {
  const board = { sessions: [{ id: 's', people: [person('expected'), { ...person('expected'), participantId: 'q' }] }, { id: 't', people: [person('expected')] }] } as unknown as TodayBoard;
  const shown = withPerson(board, 's', 'p', (one) => ({ ...one, standing: 'here' }));
  assert.deepEqual(shown.sessions.map(({ people }) => people.map(({ standing }) => standing)), [['here', 'expected'], ['expected']]);
});

test('the next tap follows from how a person stands', () => {
  const running = { state: 'running' } as const;
  const cases: [TodayPerson, boolean, NextTap][] = [
    [person('expected'), true, 'arrive'], [person('expected'), false, null], [person('missing'), true, 'arrive'],
    [person('here', { arrivedAt: 'x' }), true, 'leave'], [person('left-early', { arrivedAt: 'x', leftAt: 'y' }), true, 'arrive'],
    [person('excused'), true, null], [person('here', { arrivedAt: 'x', noteSigned: true }), true, null],
  ];
  for (const [one, open, expected] of cases) assert.equal(nextTapOf(running, one, open), expected);
  for (const standing of ['here', 'missing', 'absent', 'left-early']) assert.equal(nextTapOf({ state: 'ended' }, person(standing, { arrivedAt: 'x' }), true), null, standing);
  assert.equal(nextTapOf({ state: 'signed' }, person('expected'), true), null);
});

test('the second half of a double tap takes nothing back; a later tap and a key do', () => {
  const cases: [what: string, clicks: number, sinceMs: number, isDouble: boolean][] = [
    ['a second tap at once', 1, 80, true], ['a double click of a mouse', 2, 250, true], ['a tap after a second', 1, 1000, false], ['a key at once', 0, 80, false],
  ];
  for (const [what, clicks, sinceMs, isDouble] of cases) assert.equal(isDoubleTap(clicks, sinceMs), isDouble, what);
});
