/** Seats, case by case: the lowest free one, from when there is one, and whether somebody would be in two places. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import { decideSeat, findClash, meet } from './seats.ts';
import type { SeatDays, WeeklySpan } from './seats.ts';

const day = (text: string) => `2026-${text}` as CivilDate;
const seat = (seatNo: number, startsOn: string, endedOn: string | null = null): SeatDays => ({ seatNo, startsOn: day(startsOn), endedOn: endedOn === null ? null : day(endedOn) });
const days = (startsOn: string, endedOn: string | null = null) => ({ startsOn: day(startsOn), endedOn: endedOn === null ? null : day(endedOn) });
const ten = Array.from({ length: 10 }, (_, index) => seat(index + 1, '01-01'));

describe('SCH-5 a person gets the lowest seat that is free on every day wanted', () => {
  const cases: readonly [what: string, capacity: number, held: readonly SeatDays[], wanted: ReturnType<typeof days>, expected: unknown][] = [
    ['an empty group', 10, [], days('12-01'), { seatNo: 1 }],
    ['the gap in the middle', 10, [seat(1, '01-01'), seat(3, '01-01')], days('12-01'), { seatNo: 2 }],
    ['a seat that ends the day before is free', 1, [seat(1, '01-01', '11-30')], days('12-01'), { seatNo: 1 }],
    ['a seat that ends on the first day is not', 1, [seat(1, '01-01', '12-01')], days('12-01'), { firstFree: day('12-02') }],
    ['a seat held later stands in the way of one without an end', 1, [seat(1, '12-20')], days('12-01'), { firstFree: null }],
    ['but not of one that ends before', 1, [seat(1, '12-20')], days('12-01', '12-19'), { seatNo: 1 }],
    ['ten held for good: never', 10, ten, days('12-01'), { firstFree: null }],
    ['ten held, one until a day: the day after', 10, [...ten.slice(1), seat(1, '01-01', '12-11')], days('12-01'), { firstFree: day('12-12') }],
    ['the first of two ends', 2, [seat(1, '01-01', '12-20'), seat(2, '01-01', '12-10')], days('12-01'), { firstFree: day('12-11') }],
    ['free only after the last wanted day is never', 1, [seat(1, '01-01', '12-20')], days('12-01', '12-15'), { firstFree: null }],
    ['a smaller group has fewer seats', 2, [seat(1, '01-01'), seat(2, '01-01')], days('12-01'), { firstFree: null }],
  ];
  for (const [what, capacity, held, wanted, expected] of cases) test(what, () => assert.deepEqual(decideSeat(capacity, held, wanted), expected));
});

const someDays = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 30 }))).map(([from, length]) => {
  const startsOn = addDays('2026-11-01' as CivilDate, from);
  return { startsOn, endedOn: length === null ? null : addDays(startsOn, length) };
});

test('SCH-5 seats given one after another never hold two people on one day, whatever was asked in whatever order', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.array(someDays, { maxLength: 30 }), (capacity, asked) => {
    const held: SeatDays[] = [];
    for (const wanted of asked) {
      const decided = decideSeat(capacity, held, wanted);
      if ('seatNo' in decided) held.push({ ...wanted, seatNo: decided.seatNo });
      else if (decided.firstFree !== null) assert.ok('seatNo' in decideSeat(capacity, held, { ...wanted, startsOn: decided.firstFree }), 'the day that is offered has a seat');
    }
    for (const [index, one] of held.entries()) {
      assert.ok(one.seatNo >= 1 && one.seatNo <= capacity);
      assert.deepEqual(held.filter((other, at) => at > index && other.seatNo === one.seatNo && meet(one, other)), []);
    }
  }));
});

describe('SCH-6 nobody is given a seat in two places', () => {
  const at = (weekday: number, startsAtLocal: string, minutes: number, startsOn = '01-01', endedOn: string | null = null): WeeklySpan & { name: string } =>
    ({ weekday, startsAtLocal: startsAtLocal as LocalTime, minutes, ...days(startsOn, endedOn), name: `${weekday} ${startsAtLocal}` });
  const cases: readonly [what: string, times: readonly WeeklySpan[], wanted: ReturnType<typeof days>, busy: readonly (WeeklySpan & { name: string })[], clash: string | null][] = [
    ['another day of the week', [at(1, '10:00', 60)], days('12-01'), [at(2, '10:00', 60)], null],
    ['one after the other', [at(1, '10:00', 60)], days('12-01'), [at(1, '11:00', 60)], null],
    ['a minute over', [at(1, '10:00', 61)], days('12-01'), [at(1, '11:00', 60)], '1 11:00'],
    ['one inside the other', [at(1, '09:00', 200)], days('12-01'), [at(1, '10:00', 30)], '1 10:00'],
    ['the other seat ends the day before', [at(1, '10:00', 60)], days('12-01'), [at(1, '10:00', 60, '01-01', '11-30')], null],
    ['the other begins after the wanted end', [at(1, '10:00', 60)], days('12-01', '12-10'), [at(1, '10:00', 60, '12-11')], null],
    ['this group’s time ends before the other begins', [at(1, '10:00', 60, '01-01', '12-10')], days('12-01'), [at(1, '10:00', 60, '12-11')], null],
    ['the second of two times', [at(1, '10:00', 60), at(3, '10:00', 60)], days('12-01'), [at(3, '10:30', 60)], '3 10:30'],
  ];
  for (const [what, times, wanted, busy, clash] of cases) test(what, () => assert.equal(findClash(times, wanted, busy)?.name ?? null, clash));
});
