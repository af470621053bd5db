/** The month as a table: whole weeks from Monday, days without anybody on call, spans of weekdays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../values/civil-date.ts';
import { addDays } from '../../values/civil-date.ts';
import { daysIn, firstOf, joined, lastOf, monthAfter, monthOf, uncoveredOf, weeksOf } from './on-call.ts';

const day = (text: string) => text as CivilDate;

test('an address that names no month shows the month of today', () => {
  for (const [said, month] of [['2026-12', '2026-12'], ['', '2026-11'], ['2026-13', '2026-11'], ['2026-1', '2026-11'], ['2026-12-01', '2026-11'], ['0001-01', '2026-11']]) {
    assert.equal(monthOf(said ?? '', day('2026-11-19')), month);
  }
});

test('months follow each other over the end of a year and the end of February', () => {
  assert.deepEqual([monthAfter('2026-12', 1), monthAfter('2027-01', -1), monthAfter('2027-01', 1), monthAfter('2027-03', -1)], ['2027-01', '2026-12', '2027-02', '2027-02']);
  assert.deepEqual([lastOf('2027-02'), lastOf('2028-02'), lastOf('2026-12')], ['2027-02-28', '2028-02-29', '2026-12-31']);
});

test('a month stands in whole weeks from Monday, each of its days once', () => {
  for (const [month, weeks, before, after] of [['2026-11', 6, 6, 6], ['2026-12', 5, 1, 3], ['2027-02', 4, 0, 0]] as const) {
    const days = Array.from({ length: Number(lastOf(month).slice(8)) }, (_, index) => ({ date: addDays(firstOf(month), index) }));
    const table = weeksOf(days);
    assert.ok(table.every((week) => week.length === 7));
    assert.deepEqual(table.flat().filter((one) => one !== null), days);
    assert.deepEqual([table.length, table[0]?.indexOf(days[0] ?? null), 6 - (table.at(-1)?.indexOf(days.at(-1) ?? null) ?? 0)], [weeks, before, after], month);
  }
  assert.deepEqual(weeksOf([]), []);
});

test('only days from today on, with sessions and without anybody, are said', () => {
  const one = (date: string, sessions: number, onCall: string | null) => ({ date: day(date), sessions, onCall: onCall as never, holiday: null });
  const days = [one('2026-11-18', 3, null), one('2026-11-19', 0, null), one('2026-11-20', 3, 'dana'), one('2026-11-21', 1, null)];
  assert.deepEqual(uncoveredOf({ days, today: day('2026-11-19') }).map(({ date }) => date), ['2026-11-21']);
});

test('a span of weekdays comes to its days, and to none while it cannot be read', () => {
  const cases = [['2026-11-19', '2026-11-25', [1, 2, 3, 4, 5], 5], ['2026-11-19', '2026-11-19', [4], 1], ['2026-11-19', '2026-11-19', [5], 0], ['2026-11-20', '2026-11-19', [5], 0], ['', '2026-11-19', [4], 0], ['2026-11-19', '2029-11-19', [4], 0]] as const;
  for (const [from, to, weekdays, count] of cases) assert.equal(daysIn(from, to, weekdays).length, count, `${from} ${to}`);
});

test('days are joined as the language does it', () => {
  assert.deepEqual([joined('en', ['A', 'B', 'C']), joined('es', ['A', 'B']), joined('en', ['A'])], ['A, B, and C', 'A y B', 'A']);
});
