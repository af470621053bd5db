/** A day is what the wall calendar at the site says, on the nights on which clocks change as on any other (W3, W28). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, boundsOf, civilDate, dateIn, daysBetween, instantOf, localTime, startOfDay, timeZone, weekOf, weekdayOf } from './civil-date.ts';
import type { CivilDate, LocalTime, Weekday } from './civil-date.ts';

const day = (text: string): CivilDate => civilDate.parse(text);
const time = (text: string): LocalTime => localTime.parse(text);
const HOUR = 3_600_000;

describe('a civil date is a date that exists', () => {
  const cases: readonly (readonly [text: string, verdict: 'accepted' | 'refused'])[] = [
    ['2026-11-19', 'accepted'],
    ['2024-02-29', 'accepted'],
    ['2026-12-31', 'accepted'],
    ['2026-02-29', 'refused'],
    ['2100-02-29', 'refused'],
    ['2026-11-31', 'refused'],
    ['2026-13-01', 'refused'],
    ['2026-00-10', 'refused'],
    ['2026-11-00', 'refused'],
    ['2026-1-1', 'refused'],
    ['20261119', 'refused'],
    ['2026-11-19T00:00', 'refused'],
    ['', 'refused'],
  ];
  for (const [text, verdict] of cases) test(`"${text}" is ${verdict}`, () => assert.equal(civilDate.safeParse(text).success ? 'accepted' : 'refused', verdict));
});

describe('a local time is HH:MM on a 24-hour clock', () => {
  const cases: readonly (readonly [text: string, verdict: 'accepted' | 'refused'])[] = [
    ['00:00', 'accepted'], ['09:05', 'accepted'], ['23:59', 'accepted'], ['24:00', 'refused'], ['9:05', 'refused'], ['09:60', 'refused'], ['09:05:00', 'refused'],
  ];
  for (const [text, verdict] of cases) test(`"${text}" is ${verdict}`, () => assert.equal(localTime.safeParse(text).success ? 'accepted' : 'refused', verdict));
});

describe('a time zone is a named one', () => {
  const cases: readonly (readonly [text: string, verdict: 'accepted' | 'refused'])[] = [
    ['America/Chicago', 'accepted'], ['Asia/Kolkata', 'accepted'], ['UTC', 'accepted'], ['+05:30', 'refused'], ['America/Springfield', 'refused'], ['', 'refused'],
  ];
  for (const [text, verdict] of cases) test(`"${text}" is ${verdict}`, () => assert.equal(timeZone.safeParse(text).success ? 'accepted' : 'refused', verdict));
});

describe('the local date of an instant is the one at the site', () => {
  const cases: readonly (readonly [zone: string, instant: string, date: string])[] = [
    ['America/Chicago', '2026-11-20T05:59:59.999Z', '2026-11-19'],
    ['America/Chicago', '2026-11-20T06:00:00.000Z', '2026-11-20'],
    ['America/Chicago', '2027-01-01T05:59:00.000Z', '2026-12-31'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01'],
    ['Pacific/Honolulu', '2027-01-01T09:59:00.000Z', '2026-12-31'],
    ['Asia/Kolkata', '2026-11-19T18:29:00.000Z', '2026-11-19'],
    ['Asia/Kolkata', '2026-11-19T18:30:00.000Z', '2026-11-20'],
    ['Asia/Kathmandu', '2026-11-19T18:15:00.000Z', '2026-11-20'],
    ['America/St_Johns', '2026-11-20T03:29:00.000Z', '2026-11-19'],
    ['America/St_Johns', '2026-11-20T03:30:00.000Z', '2026-11-20'],
  ];
  for (const [zone, instant, date] of cases) test(`${instant} in ${zone} is ${date}`, () => assert.equal(dateIn(zone, new Date(instant)), date));
});

describe('a wall time is one instant: skipped times move forward by the gap, doubled ones are the first', () => {
  const cases: readonly (readonly [zone: string, date: string, time: string, instant: string])[] = [
    ['America/Chicago', '2026-11-19', '10:10', '2026-11-19T16:10:00.000Z'],
    ['America/Chicago', '2026-07-01', '10:10', '2026-07-01T15:10:00.000Z'],
    ['America/Chicago', '2026-03-08', '01:59', '2026-03-08T07:59:00.000Z'],
    ['America/Chicago', '2026-03-08', '02:30', '2026-03-08T08:30:00.000Z'],
    ['America/Chicago', '2026-03-08', '03:30', '2026-03-08T08:30:00.000Z'],
    ['America/Chicago', '2026-11-01', '01:30', '2026-11-01T06:30:00.000Z'],
    ['America/Chicago', '2026-11-01', '02:00', '2026-11-01T08:00:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '00:30', '2018-11-04T03:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z'],
    ['Asia/Kolkata', '2026-11-19', '00:00', '2026-11-18T18:30:00.000Z'],
  ];
  for (const [zone, date, wall, instant] of cases) {
    test(`${date} ${wall} in ${zone} is ${instant}`, () => assert.equal(instantOf(zone, day(date), time(wall)).toISOString(), instant));
  }
});

describe('a day begins where the zone says, also where midnight is skipped, and has its real length', () => {
  const cases: readonly (readonly [zone: string, date: string, begins: string, hours: number])[] = [
    ['America/Chicago', '2026-11-19', '2026-11-19T06:00:00.000Z', 24],
    ['America/Chicago', '2026-03-08', '2026-03-08T06:00:00.000Z', 23],
    ['America/Chicago', '2026-11-01', '2026-11-01T05:00:00.000Z', 25],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', 23],
    ['America/Sao_Paulo', '2019-02-16', '2019-02-16T02:00:00.000Z', 25],
    ['Asia/Beirut', '2024-03-31', '2024-03-30T22:00:00.000Z', 23],
    ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z', 23],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
    ['America/St_Johns', '2026-03-08', '2026-03-08T03:30:00.000Z', 23],
    ['Asia/Kolkata', '2026-12-31', '2026-12-30T18:30:00.000Z', 24],
  ];
  for (const [zone, date, begins, hours] of cases) {
    test(`${date} in ${zone} begins ${begins} and lasts ${hours} h`, () => {
      const start = startOfDay(zone, day(date));
      assert.equal(start.toISOString(), begins);
      assert.equal((startOfDay(zone, addDays(day(date), 1)).getTime() - start.getTime()) / HOUR, hours);
    });
  }
});

describe('a week is seven local days from the start day of the rule, Monday unless it says otherwise (W3)', () => {
  const cases: readonly (readonly [date: string, startsOn: Weekday | undefined, week: string])[] = [
    ['2026-11-19', undefined, '2026-11-16 to 2026-11-22'],
    ['2026-11-16', undefined, '2026-11-16 to 2026-11-22'],
    ['2026-11-22', undefined, '2026-11-16 to 2026-11-22'],
    ['2026-11-19', 1, '2026-11-16 to 2026-11-22'],
    ['2026-11-19', 2, '2026-11-17 to 2026-11-23'],
    ['2026-11-19', 3, '2026-11-18 to 2026-11-24'],
    ['2026-11-19', 4, '2026-11-19 to 2026-11-25'],
    ['2026-11-19', 5, '2026-11-13 to 2026-11-19'],
    ['2026-11-19', 6, '2026-11-14 to 2026-11-20'],
    ['2026-11-19', 7, '2026-11-15 to 2026-11-21'],
    ['2027-01-01', 1, '2026-12-28 to 2027-01-03'],
    ['2026-12-31', 7, '2026-12-27 to 2027-01-02'],
    ['2024-02-29', 1, '2024-02-26 to 2024-03-03'],
  ];
  for (const [date, startsOn, week] of cases) {
    test(`${date}, starting on ${startsOn ?? 'the usual day'}: ${week}`, () => {
      const { starts, ends } = weekOf(day(date), startsOn);
      assert.equal(`${starts} to ${ends}`, week);
    });
  }
});

describe('a week has its real length across a clock change', () => {
  const cases: readonly (readonly [zone: string, date: string, startsOn: Weekday, hours: number])[] = [
    ['America/Chicago', '2026-11-19', 1, 168],
    ['America/Chicago', '2026-03-08', 1, 167],
    ['America/Chicago', '2026-03-09', 1, 168],
    ['America/Chicago', '2026-03-08', 7, 167],
    ['America/Chicago', '2026-11-01', 1, 169],
    ['America/Chicago', '2026-10-31', 7, 168],
    ['America/Chicago', '2026-11-01', 7, 169],
    ['America/Sao_Paulo', '2018-11-04', 7, 167],
    ['Europe/Berlin', '2026-10-25', 1, 169],
    ['Australia/Lord_Howe', '2026-10-04', 1, 167.5],
    ['Australia/Lord_Howe', '2026-04-05', 1, 168.5],
    ['America/Phoenix', '2026-03-08', 1, 168],
  ];
  for (const [zone, date, startsOn, hours] of cases) {
    test(`the week of ${date} in ${zone}, starting on ${startsOn}: ${hours} h`, () => {
      const { start, end } = boundsOf(zone, weekOf(day(date), startsOn));
      assert.equal((end.getTime() - start.getTime()) / HOUR, hours);
    });
  }
});

test('days are counted on the calendar, over leap days, year ends and clock changes', () => {
  assert.equal(daysBetween(day('2026-03-07'), day('2026-03-09')), 2);
  assert.equal(daysBetween(day('2024-02-28'), day('2024-03-01')), 2);
  assert.equal(daysBetween(day('2026-12-31'), day('2027-01-01')), 1);
  assert.equal(daysBetween(day('2026-11-19'), day('2026-11-19')), 0);
  assert.equal(daysBetween(day('2026-11-19'), day('2026-11-01')), -18);
  assert.equal(addDays(day('2026-12-31'), 1), '2027-01-01');
  assert.equal(addDays(day('2024-03-01'), -1), '2024-02-29');
});

test('Monday is 1 and Sunday is 7', () => {
  assert.deepEqual(['2026-11-16', '2026-11-19', '2026-11-22'].map((text) => weekdayOf(day(text))), [1, 4, 7]);
});
