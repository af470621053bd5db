/** How weekly times change from a day on, case by case and for any history. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import type { WeeklyTime } from '../words.ts';
import { decideTimes, timesCollide, timesFit } from './times.ts';

const day = (text: string) => text as CivilDate;
const weekly = (other: Partial<WeeklyTime> = {}): WeeklyTime => ({ weekday: 4, startsAtLocal: '10:10' as LocalTime, minutes: 60, breaks: [], roomId: 'alder', telehealthLink: '', facilitatorId: 'theo', ...other });
type Held = WeeklyTime & { id: string; startsOn: CivilDate; endedOn: CivilDate | null };
const held = (id: string, startsOn: string, endedOn: string | null = null, other: Partial<WeeklyTime> = {}): Held => ({ ...weekly(other), id, startsOn: day(startsOn), endedOn: endedOn === null ? null : day(endedOn) });

describe('SCH-7 a change of weekly times from a day on rewrites nothing before it', () => {
  const from = day('2026-12-01');
  const birch = weekly({ roomId: 'birch' });
  const cases: readonly [what: string, existing: readonly Held[], wanted: readonly WeeklyTime[], change: unknown][] = [
    ['the same again: nothing to do', [held('a', '2026-01-01')], [weekly()], { end: [], withdraw: [], add: [] }],
    ['another room', [held('a', '2026-01-01')], [birch], { end: ['a'], withdraw: [], add: [birch] }],
    ['a second time beside the first', [held('a', '2026-01-01')], [weekly(), weekly({ weekday: 2 })], { end: [], withdraw: [], add: [weekly({ weekday: 2 })] }],
    ['a change that was planned later is taken back', [held('a', '2026-01-01', '2026-12-31'), held('b', '2027-01-01', null, { roomId: 'birch' })], [weekly()], { end: ['a'], withdraw: ['b'], add: [weekly()] }],
    ['what begins that very day and is the same goes on', [held('a', '2026-12-01')], [weekly()], { end: [], withdraw: [], add: [] }],
    ['what ended before is history', [held('a', '2026-01-01', '2026-11-30', { roomId: 'birch' }), held('b', '2026-11-01')], [weekly()], { end: [], withdraw: [], add: [] }],
  ];
  for (const [what, existing, wanted, change] of cases) test(what, () => assert.deepEqual(decideTimes(existing, wanted, from), change));
});

describe('SCH-8 the times of a form fit into their days and beside each other', () => {
  const cases: readonly [what: string, times: readonly WeeklyTime[], fit: boolean, collide: boolean][] = [
    ['one time', [weekly()], true, false],
    ['two that touch', [weekly(), weekly({ startsAtLocal: '11:10' as LocalTime })], true, false],
    ['two that overlap', [weekly(), weekly({ startsAtLocal: '11:09' as LocalTime })], true, true],
    ['the same hour on another day', [weekly(), weekly({ weekday: 5 })], true, false],
    ['up to midnight', [weekly({ startsAtLocal: '23:00' as LocalTime })], true, false],
    ['past midnight', [weekly({ startsAtLocal: '23:01' as LocalTime })], false, false],
    ['breaks inside and apart', [weekly({ breaks: [{ startMinute: 10, minutes: 10 }, { startMinute: 20, minutes: 10 }] })], true, false],
    ['a break over the end', [weekly({ breaks: [{ startMinute: 55, minutes: 10 }] })], false, false],
    ['breaks that overlap, in any order', [weekly({ breaks: [{ startMinute: 20, minutes: 10 }, { startMinute: 15, minutes: 10 }] })], false, false],
  ];
  for (const [what, times, fit, collide] of cases) test(what, () => assert.deepEqual([timesFit(times), timesCollide(times)], [fit, collide]));
});

test('SCH-7 carried out, the group meets from that day on at what is wanted and at nothing else, and before that day at what it did', () => {
  const time = fc.record({ weekday: fc.constantFrom<1 | 2 | 3>(1, 2, 3), roomId: fc.constantFrom('a', 'b') }).map(weekly);
  const month = fc.integer({ min: 1, max: 12 }).map((at) => day(`2026-${String(at).padStart(2, '0')}-15`));
  const existing = fc.array(fc.tuple(time, month, fc.option(month)), { maxLength: 6 }).map((rows) => rows
    .filter(([, startsOn, endedOn]) => endedOn === null || endedOn >= startsOn).map(([one, startsOn, endedOn], index): Held => ({ ...one, id: String(index), startsOn, endedOn })));
  const wanted = fc.uniqueArray(time, { minLength: 1, maxLength: 3, selector: (one) => one.weekday });
  const from = day('2026-07-01');
  const plain = (times: readonly WeeklyTime[]): string[] => [...new Set(times.map((one) => `${one.weekday} ${one.roomId}`))].sort();
  fc.assert(fc.property(existing, wanted, (rows, want) => {
    const change = decideTimes(rows, want, from);
    const after = rows.filter((row) => !change.withdraw.includes(row.id)).map((row) => (change.end.includes(row.id) ? { ...row, endedOn: day('2026-06-30') } : row));
    const on = (list: readonly Held[], date: string) => list.filter((row) => row.startsOn <= date && (row.endedOn === null || row.endedOn >= date));
    for (const date of ['2026-07-01', '2026-09-15', '2027-03-01']) assert.deepEqual(plain([...on(after, date), ...change.add]), plain(want), date);
    for (const date of ['2026-01-20', '2026-06-30']) assert.deepEqual(plain(on(after, date)), plain(on(rows, date)), date);
  }));
});
