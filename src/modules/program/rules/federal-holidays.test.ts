/** The federal holidays, against the published calendars of three years. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { federalHolidays, suggestHolidays } from './federal-holidays.ts';

/** As published by the Office of Personnel Management for these years. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
};

describe('the federal holidays of a year, as observed', () => {
  for (const [year, days] of Object.entries(PUBLISHED)) {
    test(year, () => assert.deepEqual(federalHolidays(Number(year)).map((one) => one.date), days.split(' ').map((day) => `${year}-${day}`)));
  }
});

test('each holiday is suggested once, at its next date, unless that day is one already', () => {
  const suggested = suggestHolidays('2026-11-19' as CivilDate, ['2026-11-26']);
  assert.deepEqual(suggested.slice(0, 2).map((one) => `${one.key} ${one.date}`), ['christmas 2026-12-25', 'new-year 2027-01-01']);
  assert.equal(suggested.length, 10);
});
