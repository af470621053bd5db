/** Proves the cards of the week, the opening sentence and the minutes that weekly times give. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardsOf, changeOf, clinicalOf, groupsSaid, weekOfCards } from './week.ts';
import type { Group, GroupTime } from './week.ts';

const TODAY = '2026-11-19';
type Loose<Whole> = { [Key in keyof Whole]?: unknown };
const timeOf = (given: Loose<GroupTime>): GroupTime => ({
  id: 't', weekday: 1, startsAtLocal: '09:00', minutes: 60, breaks: [], room: { id: 'r', name: 'Alder' }, telehealthLink: '', facilitator: { id: 'f', name: 'Theo' }, startsOn: '2026-10-01', endedOn: null, ...given,
} as GroupTime);
const groupOf = (given: Loose<Group>): Group => ({
  id: 'g', name: 'Process', capacity: 10, minimum: 2, seatsTaken: 8, troubles: [], times: [timeOf({})], credentialRequired: '', ...given,
} as Group);

test('a time that is followed by another at the same hour is one card with what comes', () => {
  const now = timeOf({ id: 'now', endedOn: '2026-11-29' });
  const next = timeOf({ id: 'next', startsOn: '2026-11-30', room: { id: 'b', name: 'Birch' } });
  const [card, ...others] = cardsOf(groupOf({ times: [now, next] }), TODAY);
  assert.deepEqual([card?.time.id, card?.next?.id, others.length], ['now', 'next', 0]);
  assert.deepEqual(changeOf(now, next, { nobody: 'nobody', online: 'by link', noPlace: 'no place' }), ['Birch']);
});

test('a time that moves to another hour stands on both days', () => {
  const cards = cardsOf(groupOf({ times: [timeOf({ id: 'now', endedOn: '2026-11-29' }), timeOf({ id: 'next', weekday: 2, startsOn: '2026-11-30' })] }), TODAY);
  assert.deepEqual(cards.map((card) => [card.time.id, card.next]), [['now', null], ['next', null]]);
});

test('the week begins on Monday, and each day is in order of the hour', () => {
  const week = weekOfCards({ today: TODAY as Group['startsOn'], groups: [
    groupOf({ name: 'Late', times: [timeOf({ weekday: 1, startsAtLocal: '17:30' }), timeOf({ weekday: 7 })] }), groupOf({ name: 'Early', times: [timeOf({ weekday: 1 })] }),
  ] });
  assert.deepEqual(week.map((day) => day.map((card) => card.group.name)), [['Early', 'Late'], [], [], [], [], [], ['Late']]);
});

test('the sentence counts groups, seats and troubles, and says when there is nothing', () => {
  const board = (groups: Group[]) => ({ site: { id: 's', name: 'Maple Street', timeZone: 'UTC' }, today: TODAY, groups }) as unknown as Parameters<typeof groupsSaid>[0];
  assert.deepEqual(groupsSaid(board([])), [{ id: 'groups.say.none', values: { site: 'Maple Street' } }]);
  assert.deepEqual(groupsSaid(board([groupOf({}), groupOf({ capacity: 6, seatsTaken: 1, troubles: ['no-leader', 'below-minimum'] })])), [
    { id: 'groups.say', values: { groups: 2, site: 'Maple Street', taken: 9, seats: 16 } }, { id: 'groups.say.trouble', values: { groups: 1 } },
  ]);
});

test('breaks are not counted in the minutes of a week', () => {
  const cases: [Parameters<typeof clinicalOf>[0], { clinical: number; breaks: number }][] = [
    [[], { clinical: 0, breaks: 0 }],
    [[{ minutes: 180, breaks: [{ minutes: 10 }, { minutes: 10 }] }, { minutes: 60, breaks: [] }], { clinical: 220, breaks: 20 }],
    [[{ minutes: 10, breaks: [{ minutes: 30 }] }], { clinical: 0, breaks: 30 }],
  ];
  for (const [times, expected] of cases) assert.deepEqual(clinicalOf(times), expected);
});
