/** Seats booked in one session and people who go to the other room, as tables of cases (W9). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsType, isBookable, isWithinReach } from './one-off.ts';
import { decideBookedSeat, decideSplit, takenOf } from './seats.ts';
import type { SeatHolder } from './seats.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

const holder = (text: string): SeatHolder => {
  const [participantId = '', seat = '', recorded] = text.split(' ');
  return { participantId, seatNo: seat === '-' ? null : Number(seat), recorded: recorded === 'here' || recorded === 'absent' ? recorded : null };
};

test('W9 the lowest seat that nobody holds; a recorded absence frees one, an absent booking keeps only its number', () => {
  const cases: [number, string[], number[], number | 'seats-taken'][] = [
    [3, [], [], 1], [3, ['a 1', 'b 3'], [], 2], [2, ['a 1', 'b 2'], [], 'seats-taken'], [2, ['a 1 absent', 'b 2'], [], 1], [2, ['a 1 absent', 'b 2'], [1, 2], 3],
    [1, ['a 1 here'], [], 'seats-taken'], [2, ['a 1', 'b - here'], [], 'seats-taken'], [10, ['a 1', 'b 1'], [1], 2],
  ];
  for (const [capacity, roster, booked, want] of cases) {
    const got = decideBookedSeat(capacity, roster.map(holder), booked);
    assert.equal('refused' in got ? got.refused : got.value, want, `${capacity}: ${roster.join(', ')}`);
  }
  assert.equal(takenOf(['a 1', 'b 2 absent', 'c - here'].map(holder)), 2);
});

test('whoever is on the roster and not recorded may go to the other room', () => {
  const roster = ['a 1', 'b 2 here', 'c 3 absent', 'd 4'].map(holder);
  assert.deepEqual(decideSplit(roster, ['d', 'a']), { value: ['a 1', 'd 4'].map(holder) });
  assert.deepEqual(decideSplit(roster, ['a', 'x']), { refused: 'not-on-this-roster' });
  assert.deepEqual(decideSplit(roster, ['a', 'b', 'c']), { refused: 'recorded-already', facts: { participantIds: ['b', 'c'] } });
});

test('a kind of session has so many seats, and people fit into them', () => {
  const cases: [Parameters<typeof fitsType>[0]['sessionType'], number, number, boolean][] = [['individual', 1, 1, true], ['individual', 2, 1, false], ['couple', 2, 2, true], ['couple', 1, 2, false], ['family', 10, 4, true], ['group', 10, 10, true]];
  for (const [sessionType, capacity, people, fits] of cases) assert.equal(fitsType({ sessionType, capacity, participantIds: Array.from({ length: people }, String) }), fits, `${sessionType} ${capacity} ${people}`);
});

test('a session is added from a week ago to sixty days ahead, and booked until its end, or while it could be added', () => {
  const day = (text: string) => text as CivilDate;
  const cases: [string, boolean][] = [['2026-11-11', false], ['2026-11-12', true], ['2027-01-18', true], ['2027-01-19', false]];
  for (const [date, within] of cases) assert.equal(isWithinReach(day(date), day('2026-11-19')), within, date);
  const heldEnd = new Date('2026-11-19T17:00:00Z');
  const bookable = (seriesId: string | null, now: string, today: string) => isBookable({ seriesId, heldEnd, date: day('2026-11-19') }, new Date(now), day(today));
  assert.deepEqual([bookable('g', '2026-11-19T16:59:59Z', '2026-11-19'), bookable('g', '2026-11-19T17:00:00Z', '2026-11-19'), bookable(null, '2026-11-20T17:00:00Z', '2026-11-20'), bookable(null, '2026-11-27T17:00:00Z', '2026-11-27')], [true, false, true, false]);
});
