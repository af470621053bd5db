/** What lies ahead begins with the nearest; what is offered is not in the list yet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import type { SiteId } from '../../modules/program/words.ts';
import { aheadAndPast, offeredFrom, todayOf } from './holidays.ts';
import type { HolidayRow } from './ground.ts';

const day = (date: string, siteId: string | null = null): HolidayRow => ({ id: date, date: date as CivilDate, name: date, siteId: siteId as SiteId | null, siteName: siteId });
const today = '2026-11-19' as CivilDate;

test('today’s holiday lies ahead; the past begins with the latest', () => {
  const { ahead, past } = aheadAndPast([day('2026-12-25'), day('2026-07-03'), day('2026-11-19'), day('2026-11-18')], today);
  assert.deepEqual([ahead.map((one) => one.date), past.map((one) => one.date)], [['2026-11-19', '2026-12-25'], ['2026-11-18', '2026-07-03']]);
});

test('a federal holiday is offered until it is one of all sites; a holiday of one site leaves it in the list', () => {
  const dates = (holidays: HolidayRow[]) => offeredFrom(holidays, today).map((one) => one.date);
  assert.deepEqual(dates([]).slice(0, 3), ['2026-11-26', '2026-12-25', '2027-01-01']);
  assert.deepEqual(dates([day('2026-11-26'), day('2026-12-25', 'Maple Street')]).slice(0, 2), ['2026-12-25', '2027-01-01']);
  assert.equal(dates([]).length, 13, 'eleven holidays, two of them on a weekend and kept on a weekday');
});

test('today is the day of the first site, not of the reader', () => {
  const sites = [{ timeZone: 'Pacific/Honolulu' }] as Parameters<typeof todayOf>[0]['sites'];
  assert.equal(todayOf({ asOf: '2026-11-20T09:00:00.000Z', sites }), '2026-11-19');
});
