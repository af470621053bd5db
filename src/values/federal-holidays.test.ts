/** The federal holidays of several years, as the Office of Personnel Management printed them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, weekdayOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { FEDERAL_HOLIDAYS, federalHolidays } from './federal-holidays.ts';

const on = (from: string, to: string) => federalHolidays(from as CivilDate, to as CivilDate).map(({ holiday, date, isKept }) => `${date} ${holiday}${isKept ? ' kept' : ''}`);

describe('federal holidays stand on the days that the law gives them', () => {
  const cases: readonly (readonly [year: number, days: readonly string[]])[] = [
    [2026, [
      '2026-01-01 new-year', '2026-01-19 king', '2026-02-16 washington', '2026-05-25 memorial', '2026-06-19 juneteenth', '2026-07-03 independence kept', '2026-07-04 independence',
      '2026-09-07 labor', '2026-10-12 columbus', '2026-11-11 veterans', '2026-11-26 thanksgiving', '2026-12-25 christmas',
    ]],
    [2027, [
      '2027-01-01 new-year', '2027-01-18 king', '2027-02-15 washington', '2027-05-31 memorial', '2027-06-18 juneteenth kept', '2027-06-19 juneteenth', '2027-07-04 independence', '2027-07-05 independence kept',
      '2027-09-06 labor', '2027-10-11 columbus', '2027-11-11 veterans', '2027-11-25 thanksgiving', '2027-12-24 christmas kept', '2027-12-25 christmas', '2027-12-31 new-year kept',
    ]],
    [2028, [
      '2028-01-01 new-year', '2028-01-17 king', '2028-02-21 washington', '2028-05-29 memorial', '2028-06-19 juneteenth', '2028-07-04 independence', '2028-09-04 labor', '2028-10-09 columbus',
      '2028-11-10 veterans kept', '2028-11-11 veterans', '2028-11-23 thanksgiving', '2028-12-25 christmas',
    ]],
  ];
  for (const [year, days] of cases) test(String(year), () => assert.deepEqual(on(`${year}-01-01`, `${year}-12-31`), days));
});

test('the first and the last day asked for are included, and nothing beyond them', () => {
  assert.deepEqual(on('2026-11-26', '2026-12-25'), ['2026-11-26 thanksgiving', '2026-12-25 christmas']);
  assert.deepEqual(on('2026-11-27', '2026-12-24'), []);
  assert.deepEqual(on('2027-12-31', '2027-12-31'), ['2027-12-31 new-year kept'], 'a new year that is kept in the old one');
});

test('over a century each holiday comes once a year, and what is kept elsewhere is kept on a weekday', () => {
  const days = federalHolidays('2021-01-01' as CivilDate, '2120-12-31' as CivilDate);
  for (const holiday of FEDERAL_HOLIDAYS) assert.equal(days.filter((one) => one.holiday === holiday && !one.isKept).length, 100, holiday);
  for (const one of days.filter(({ isKept }) => isKept)) {
    assert.ok(weekdayOf(one.date) <= 5, one.date);
    assert.ok([6, 7].includes(weekdayOf(addDays(one.date, weekdayOf(one.date) === 5 ? 1 : -1))), one.date);
  }
});
