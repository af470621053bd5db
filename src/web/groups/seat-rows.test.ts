/** Proves the rows of seats: holders, free stretches, and which seat is given next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { countSeats, nextGiven, seatRowsOf } from './seat-rows.ts';
import type { SeatHeld, SeatRow } from './seat-rows.ts';

const TODAY = '2026-11-19' as CivilDate;
const held = (seatNo: number, startsOn: string, endedOn: string | null): SeatHeld => ({ enrollmentId: `e${seatNo}`, participantId: 'p', displayName: 'Bea T.', seatNo, startsOn, endedOn }) as SeatHeld;
const told = (row: SeatRow): string => (row.held === null ? `${row.seatNo} free ${row.from}..` : `${row.seatNo} held ${row.held.startsOn}..${row.held.endedOn ?? ''}`);

const CASES: [string, number, SeatHeld[], string[], string | null][] = [
  ['nobody holds a seat', 2, [], ['1 free 2026-11-19..', '2 free 2026-11-19..'], '1 free 2026-11-19..'],
  ['a seat held for good is not free', 1, [held(1, '2026-10-01', null)], ['1 held 2026-10-01..'], null],
  ['a seat is free from the day after the last', 1, [held(1, '2026-10-01', '2026-11-27')], ['1 held 2026-10-01..2026-11-27', '1 free 2026-11-28..'], '1 free 2026-11-28..'],
  ['a seat given ahead is no longer free', 1, [held(1, '2026-12-01', null)], ['1 held 2026-12-01..'], null],
  ['two follow each other', 1, [held(1, '2026-12-01', null), held(1, '2026-10-01', '2026-11-30')], ['1 held 2026-10-01..2026-11-30', '1 held 2026-12-01..'], null],
  ['what is free today comes before what is free soon', 2, [held(1, '2026-10-01', '2026-11-27')], ['1 held 2026-10-01..2026-11-27', '1 free 2026-11-28..', '2 free 2026-11-19..'], '2 free 2026-11-19..'],
  ['a seat above the capacity is shown while it is held', 1, [held(1, '2026-10-01', null), held(2, '2026-10-01', null)], ['1 held 2026-10-01..', '2 held 2026-10-01..'], null],
];

for (const [title, capacity, seats, rows, given] of CASES) {
  test(`seats of a group: ${title}`, () => {
    const found = seatRowsOf(capacity, seats, TODAY);
    assert.deepEqual(found.map(told), rows);
    const next = nextGiven(found);
    assert.equal(next === null ? null : told(next), given);
  });
}

test('seats are counted on the day, and those that are given ahead apart from them', () => {
  assert.deepEqual(countSeats([held(1, '2026-10-01', null), held(2, '2026-10-01', '2026-11-18'), held(3, '2026-11-19', '2026-11-19'), held(4, '2026-11-20', null)], TODAY), { taken: 2, coming: 1 });
});
