/** Proves what is said of one group before any row. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSaid } from './group-said.ts';

type Given = Parameters<typeof groupSaid>[0];
const TIME = { startsOn: '2026-10-01', minutes: 180, breaks: [{ startMinute: 50, minutes: 20 }] };
const held = (seatNo: number, startsOn: string, endedOn: string | null) => ({ seatNo, startsOn, endedOn });
const boardOf = (given: object, seats: object[] = []): Given => ({ today: '2026-11-19', seats, showsPeople: true, group: { capacity: 2, startsOn: '2026-10-01', endedOn: null, times: [TIME, TIME], countedOn: '2026-11-19', ...given } }) as unknown as Given;
const FULL = [held(1, '2026-10-01', null), held(2, '2026-10-01', null)];

const CASES: [string, object, object[], string[]][] = [
  ['it meets and has room', {}, [], ['group.say.seats', 'group.say.free-now', 'group.say.week']],
  ['it is full for now', {}, [held(1, '2026-10-01', null), held(2, '2026-10-01', '2026-11-29')], ['group.say.seats', 'group.say.free-from', 'group.say.week']],
  ['it is full for good', {}, FULL, ['group.say.seats', 'group.say.no-free', 'group.say.week']],
  ['somebody is to come', {}, [held(1, '2026-11-23', null)], ['group.say.seats', 'group.say.coming', 'group.say.free-now', 'group.say.week']],
  ['it ends', { endedOn: '2026-12-18' }, [], ['group.say.seats', 'group.say.free-now', 'group.say.week', 'group.say.ends']],
  ['it has not begun', { startsOn: '2026-12-01', countedOn: '2026-12-01', times: [{ ...TIME, startsOn: '2026-12-01' }] }, [held(1, '2026-12-01', null)], ['group.say.seats', 'group.say.free-from', 'group.say.week', 'group.say.starts']],
  ['it has ended', { endedOn: '2026-11-01' }, [], ['group.say.ended']],
  ['it has no time left', { times: [] }, [], ['group.say.seats', 'group.say.free-now']],
];

for (const [title, given, seats, ids] of CASES) {
  test(`of a group is said: ${title}`, () => assert.deepEqual(groupSaid(boardOf(given, seats), { day: String, hours: String }).map(({ id }) => id), ids));
}

test('a time that is still to come is not counted in the hours of the week', () => {
  const said = groupSaid(boardOf({ times: [TIME, { ...TIME, startsOn: '2026-12-01' }] }), { day: String, hours: String }).find(({ id }) => id === 'group.say.week');
  assert.deepEqual(said?.values, { times: 1, hours: '160' });
});
