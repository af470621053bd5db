/** Proves what the day says first, for a running day, a quiet one, one that is over, and other days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpenForArrivals, openingOf, partsOf } from './opening.ts';
import type { TodayBoard, TodaySession } from './opening.ts';

const session = (over: Partial<TodaySession>, ...standings: string[]): TodaySession => ({
  id: 's', name: 'Skills', type: 'group', roomName: null, telehealthLink: '', facilitatorName: null, facilitatorCredential: '', capacity: 10, notesToSign: 0,
  startsAt: '2026-11-19T16:00:00Z', endsAt: '2026-11-19T17:00:00Z', state: 'running', ...over,
  people: standings.map((standing, index) => ({ participantId: `p${index}`, displayName: 'A B.', seatNo: index + 1, standing, arrivedAt: null, leftAt: null, minutesLate: 0, noteSigned: false })),
}) as TodaySession;
const board = (sessions: TodaySession[], isToday = true): TodayBoard => ({
  asOf: '2026-11-19T16:30:00Z', site: { id: 'x', name: 'Maple Street', timeZone: 'America/Chicago' }, date: '2026-11-19', isToday, sessions,
}) as TodayBoard;
const said = (asked: TodayBoard): string[] => openingOf(asked, () => '10:10').map(({ id, values }) => `${id}${values ? ` ${Object.values(values).join(' ')}` : ''}`);

test('a day opens with what is true now', () => {
  const cases: [TodayBoard, string[]][] = [
    [board([]), ['today.say.none']],
    [board([session({ state: 'canceled' }, 'expected')]), ['today.say.none']],
    [board([session({}, 'here', 'late', 'left-early', 'excused')]), ['today.say.running 1 2 3', 'today.say.absent 1 1']],
    [board([session({}, 'here', 'missing', 'absent', 'excused')]), ['today.say.running 1 1 3', 'today.say.missing 1', 'today.say.absent 2 1']],
    [board([session({ state: 'planned' }, 'expected', 'excused')]), ['today.say.next 10:10', 'today.say.absent 1 1']],
    [board([session({}, 'here', 'missing'), session({}, 'here')]), ['today.say.running 2 2 3', 'today.say.missing 1']],
    [board([session({ state: 'planned' }, 'expected')]), ['today.say.next 10:10']],
    [board([session({ state: 'ended', notesToSign: 9 }, 'here')]), ['today.say.over', 'today.say.notes 9']],
    [board([session({ state: 'signed' }, 'here', 'absent')], false), ['today.say.held 1 1 2']],
    [board([session({ state: 'planned' }, 'expected')], false), ['today.say.planned 1 1']],
  ];
  for (const [asked, expected] of cases) assert.deepEqual(said(asked), expected);
});

test('the day is told in the order of work', () => {
  const parts = partsOf(board([
    session({ name: 'b', state: 'planned', startsAt: '2026-11-19T19:00:00Z' }), session({ name: 'a', state: 'running' }),
    session({ name: 'c', state: 'signed', startsAt: '2026-11-19T14:00:00Z' }), session({ name: 'd', state: 'canceled', endsAt: '2026-11-19T15:00:00Z' }),
  ]));
  assert.deepEqual([parts.running, parts.next, parts.earlier].map((list) => list.map(({ name }) => name)), [['a'], ['b'], ['c', 'd']]);
});

test('arrivals open an hour before the start and never for a canceled session', () => {
  assert.equal(isOpenForArrivals(session({ startsAt: '2026-11-19T17:30:00Z' }), '2026-11-19T16:30:00Z'), true);
  assert.equal(isOpenForArrivals(session({ startsAt: '2026-11-19T17:31:00Z' }), '2026-11-19T16:30:00Z'), false);
  assert.equal(isOpenForArrivals(session({ state: 'canceled' }), '2026-11-19T16:30:00Z'), false);
});
