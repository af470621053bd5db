/** Proves what is ahead of a group: holidays in their place, entry points, the first day of somebody new, and how many sessions follow a change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aheadOf, entriesOf, firstDayOf, followingOf } from './ahead.ts';
import type { SessionAhead } from './ahead.ts';
import type { GroupBoard } from './seat-rows.ts';

const session = (date: string, given: Partial<SessionAhead> = {}): SessionAhead => ({
  id: date, firstPlannedOn: date, startsAt: `${date}T15:00:00.000Z`, endsAt: `${date}T16:00:00.000Z`, isCanceled: false, isMoved: false, isEntryPoint: false, moduleTitle: null, ...given,
}) as SessionAhead;
const board = (sessions: SessionAhead[], given: object = {}): GroupBoard => ({
  site: { timeZone: 'America/Chicago' }, today: '2026-11-19', group: { startsOn: '2026-10-01' }, sessions, holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }, { date: '2026-12-25', name: 'Christmas' }], ...given,
}) as unknown as GroupBoard;

test('a holiday stands where its session would, and not beyond the last session shown', () => {
  const rows = aheadOf(board([session('2026-11-19'), session('2026-12-03')]));
  assert.deepEqual(rows.map((row) => row.date), ['2026-11-19', '2026-11-26', '2026-12-03']);
  assert.deepEqual(aheadOf(board([])), []);
});

test('a session late in the evening belongs to the day of its site', () => {
  const [row] = aheadOf(board([session('2026-11-23', { startsAt: '2026-11-24T01:00:00.000Z' })]));
  assert.equal(row?.date, '2026-11-23');
});

test('somebody new begins with the next session that is held, or with the group', () => {
  const cases: [GroupBoard, string][] = [
    [board([session('2026-11-19', { isCanceled: true }), session('2026-11-23')]), '2026-11-23'],
    [board([]), '2026-11-19'],
    [board([], { group: { startsOn: '2026-12-01' } }), '2026-12-01'],
  ];
  for (const [shown, expected] of cases) assert.equal(firstDayOf(shown), expected);
});

test('entry points are those of sessions that are held', () => {
  const found = entriesOf(board([session('2026-11-19', { isEntryPoint: true, isCanceled: true }), session('2026-11-23', { isEntryPoint: true, moduleTitle: 'First steps' }), session('2026-11-26')]));
  assert.deepEqual(found, [{ date: '2026-11-23', title: 'First steps' }]);
});

test('a change concerns the sessions from its day on, and no number is said when they cannot all be seen', () => {
  const some = [session('2026-11-19'), session('2026-11-23'), session('2026-11-26', { isCanceled: true }), session('2026-11-30')];
  assert.equal(followingOf(some, '2026-11-23'), 2);
  assert.equal(followingOf(some, ''), null);
  assert.equal(followingOf(Array.from({ length: 24 }, () => session('2026-11-30')), '2026-11-23'), null);
});
