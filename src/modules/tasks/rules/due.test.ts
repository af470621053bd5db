/** By when tasks are due, case by case; Chicago is six hours behind in winter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outreachDue, todayDue } from './due.ts';

const ZONE = 'America/Chicago';
/** Thursday 2026-11-19, 10:10 there. */
const THURSDAY = new Date('2026-11-19T16:10:00Z');
const FRIDAY = new Date('2026-11-20T16:10:00Z');
const due = (now: Date, days: number, holidays: readonly string[] = []): string => outreachDue(ZONE, now, { days, holidays: new Set(holidays) }).toISOString();

const CASES: readonly [what: string, got: string, wanted: string][] = [
  ['on Thursday: Friday', due(THURSDAY, 1), '2026-11-20T23:00:00.000Z'],
  ['on Friday: Monday', due(FRIDAY, 1), '2026-11-23T23:00:00.000Z'],
  ['on Saturday evening: Monday', due(new Date('2026-11-22T02:00:00Z'), 1), '2026-11-23T23:00:00.000Z'],
  ['on the eve of Thanksgiving with the Friday off: Monday', due(new Date('2026-11-25T18:00:00Z'), 1, ['2026-11-26', '2026-11-27']), '2026-11-30T23:00:00.000Z'],
  ['after two working days on Thursday: Monday', due(THURSDAY, 2), '2026-11-23T23:00:00.000Z'],
  ['after none: today', due(THURSDAY, 0), '2026-11-19T23:00:00.000Z'],
  ['late in the evening there, when it is Friday in UTC: Friday', due(new Date('2026-11-20T05:30:00Z'), 1), '2026-11-20T23:00:00.000Z'],
  ['over the change to summer time', due(new Date('2026-03-06T18:00:00Z'), 1), '2026-03-09T22:00:00.000Z'],
];
for (const [what, got, wanted] of CASES) test(`TSK-6 outreach is due at 17:00 of the next working day of the site, ${what}`, () => { assert.equal(got, wanted); });

test('TSK-6 what is due today is due at 17:00, or in an hour once it is four', () => {
  assert.equal(todayDue(ZONE, THURSDAY).toISOString(), '2026-11-19T23:00:00.000Z');
  assert.equal(todayDue(ZONE, new Date('2026-11-19T21:59:00Z')).toISOString(), '2026-11-19T23:00:00.000Z');
  assert.equal(todayDue(ZONE, new Date('2026-11-19T22:00:00Z')).toISOString(), '2026-11-19T23:00:00.000Z');
  assert.equal(todayDue(ZONE, new Date('2026-11-20T02:30:00Z')).toISOString(), '2026-11-20T03:30:00.000Z');
});
