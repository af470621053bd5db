/** Planning ahead, case by case: clock changes, holidays, modules, and what is left alone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import { decidePlan, wantedOf, withModules } from './plan.ts';
import type { Existing, GroupFacts, TimeFacts, Wanted } from './plan.ts';

const day = (text: string) => text as CivilDate;
const at = (text: string) => text as LocalTime;
const TIME: TimeFacts = { weekday: 4, startsAtLocal: at('10:10'), minutes: 60, breaks: [], roomId: 'alder', telehealthLink: '', facilitatorId: 'theo', startsOn: day('2026-01-01'), endedOn: null };
const GROUP: GroupFacts = { seriesId: 'g', name: 'Relapse prevention', capacity: 10, startsOn: day('2026-01-01'), endedOn: null, times: [TIME], moduleIds: [], lastModuleId: null };
const NOW = new Date('2026-11-19T12:00:00Z');
const frame = (other: Partial<Parameters<typeof wantedOf>[1]> = {}) => ({ zone: 'America/Chicago', from: day('2026-11-19'), to: day('2026-12-10'), now: NOW, holidays: new Set<string>(), ...other });
const starts = (wanted: readonly Wanted[]): string[] => wanted.map((one) => one.plannedStart.toISOString());
const dates = (wanted: readonly Wanted[]): string[] => wanted.map((one) => one.firstPlannedOn);

describe('SES-6 the weekly times give the sessions', () => {
  const cases: readonly [what: string, group: Partial<GroupFacts>, frame: Partial<Parameters<typeof wantedOf>[1]>, dates: readonly string[]][] = [
    ['each week on its day, today included while it has not begun', {}, {}, ['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10']],
    ['today’s that has begun is left alone', {}, { now: new Date('2026-11-19T16:10:00Z') }, ['2026-11-26', '2026-12-03', '2026-12-10']],
    ['a day without sessions gives none', {}, { holidays: new Set(['2026-11-26']) }, ['2026-11-19', '2026-12-03', '2026-12-10']],
    ['not before the group’s first day', { startsOn: day('2026-11-27') }, {}, ['2026-12-03', '2026-12-10']],
    ['not after its last day, the last day included', { endedOn: day('2026-12-03') }, {}, ['2026-11-19', '2026-11-26', '2026-12-03']],
    ['not before a time holds', { times: [{ ...TIME, startsOn: day('2026-12-04') }] }, {}, ['2026-12-10']],
    ['not after a time has ended', { times: [{ ...TIME, endedOn: day('2026-11-26') }] }, {}, ['2026-11-19', '2026-11-26']],
    ['three times a week, in order', { times: [{ ...TIME, weekday: 5 }, TIME, { ...TIME, weekday: 1 }] }, { to: day('2026-11-23') }, ['2026-11-19', '2026-11-20', '2026-11-23']],
    ['no time, no session', { times: [] }, {}, []],
    ['a frame that ends before it begins', {}, { to: day('2026-11-18') }, []],
  ];
  for (const [what, group, other, expected] of cases) test(what, () => assert.deepEqual(dates(wantedOf({ ...GROUP, ...group }, frame(other))), expected));
});

describe('SES-7 a wall time holds across a clock change, and the length is in minutes that pass', () => {
  const cases: readonly [what: string, zone: string, time: string, from: string, to: string, starts: readonly string[]][] = [
    ['Chicago, autumn: 10:10 stays 10:10', 'America/Chicago', '10:10', '2026-10-29', '2026-11-05', ['2026-10-29T15:10:00.000Z', '2026-11-05T16:10:00.000Z']],
    ['Chicago, spring', 'America/Chicago', '10:10', '2027-03-11', '2027-03-18', ['2027-03-11T16:10:00.000Z', '2027-03-18T15:10:00.000Z']],
    ['a place without clock changes', 'America/Phoenix', '10:10', '2026-10-29', '2026-11-05', ['2026-10-29T17:10:00.000Z', '2026-11-05T17:10:00.000Z']],
    ['half an hour of summer time (Lord Howe)', 'Australia/Lord_Howe', '10:10', '2026-10-01', '2026-10-08', ['2026-09-30T23:40:00.000Z', '2026-10-07T23:10:00.000Z']],
  ];
  for (const [what, zone, time, from, to, expected] of cases) {
    test(what, () => {
      const wanted = wantedOf({ ...GROUP, times: [{ ...TIME, startsAtLocal: at(time) }] }, frame({ zone, from: day(from), to: day(to), now: new Date(0) }));
      assert.deepEqual(starts(wanted), expected);
      for (const one of wanted) assert.equal(one.plannedEnd.getTime() - one.plannedStart.getTime(), 3_600_000);
    });
  }
  test('a time that the clock skips begins when the clock goes on; one that comes twice begins the first time', () => {
    const sunday = { ...TIME, weekday: 7, startsAtLocal: at('02:30') };
    assert.deepEqual(starts(wantedOf({ ...GROUP, times: [sunday] }, frame({ from: day('2027-03-14'), to: day('2027-03-14'), now: new Date(0) }))), ['2027-03-14T08:30:00.000Z']);
    assert.deepEqual(starts(wantedOf({ ...GROUP, times: [{ ...sunday, startsAtLocal: at('01:30') }] }, frame({ from: day('2026-11-01'), to: day('2026-11-01'), now: new Date(0) }))), ['2026-11-01T06:30:00.000Z']);
  });
});

const asExisting = (one: Wanted, other: Partial<Existing> = {}): Existing => ({ ...one, id: `s-${one.firstPlannedOn}`, isWithdrawn: false, isCanceled: false, isTouched: false, ...other });

describe('SES-8 modules follow each other', () => {
  const course = { ...GROUP, moduleIds: ['a', 'b', 'c'] };
  const wanted = wantedOf(course, frame());
  const modulesOf = (group: GroupFacts, existing: readonly Existing[]) => withModules(group, wanted, existing).map((one) => one.moduleId);
  const touched = (index: number, other: Partial<Existing>) => asExisting(wanted[index] as Wanted, { isTouched: true, ...other });
  test('from the first', () => assert.deepEqual(modulesOf(course, []), ['a', 'b', 'c', 'a']));
  test('after the last that was held', () => assert.deepEqual(modulesOf({ ...course, lastModuleId: 'b' }, []), ['c', 'a', 'b', 'c']));
  test('from the first when the last one held is no longer part of the course', () => assert.deepEqual(modulesOf({ ...course, lastModuleId: 'gone' }, []), ['a', 'b', 'c', 'a']));
  test('what a canceled session would have taught, the next one teaches', () => assert.deepEqual(modulesOf(course, [touched(1, { isCanceled: true, moduleId: 'b' })]), ['a', null, 'b', 'c']));
  test('a session that somebody moved keeps its own, and the course goes on from there', () => assert.deepEqual(modulesOf(course, [touched(1, { moduleId: 'c' })]), ['a', 'c', 'a', 'b']));
  test('none without a curriculum', () => assert.deepEqual(modulesOf(GROUP, []), [null, null, null, null]));
});

describe('SES-9 planning again changes nothing, and what somebody touched stays', () => {
  const wanted = wantedOf(GROUP, frame());
  const [first] = wanted as [Wanted];
  const all = wanted.map((one) => asExisting(one));
  const plain = (changes: ReturnType<typeof decidePlan>) => [changes.add.map((one) => one.firstPlannedOn), changes.change.map((one) => one.id), changes.withdraw];
  const rest = all.slice(1);
  const cases: readonly [what: string, wanted: readonly Wanted[], existing: readonly Existing[], changes: unknown][] = [
    ['everything is new', wanted, [], [dates(wanted), [], []]],
    ['nothing is new', wanted, all, [[], [], []]],
    ['another room', wanted, [asExisting({ ...first, roomId: 'birch' }), ...rest], [[], ['s-2026-11-19'], []]],
    ['another length', wanted, [asExisting({ ...first, plannedEnd: new Date(0) }), ...rest], [[], ['s-2026-11-19'], []]],
    ['other breaks', wanted, [asExisting({ ...first, breaks: [{ startMinute: 10, minutes: 5 }] }), ...rest], [[], ['s-2026-11-19'], []]],
    ['another name, and somebody touched it', wanted, [asExisting({ ...first, name: 'Old' }, { isTouched: true }), ...rest], [[], [], []]],
    ['a withdrawn one comes back', wanted, [asExisting(first, { isWithdrawn: true }), ...rest], [[], ['s-2026-11-19'], []]],
    ['no longer given: withdrawn', rest, all, [[], [], ['s-2026-11-19']]],
    ['no longer given, but touched: it stays', rest, [asExisting(first, { isTouched: true }), ...rest], [[], [], []]],
    ['no longer given and withdrawn already', rest, [asExisting(first, { isWithdrawn: true }), ...rest], [[], [], []]],
  ];
  for (const [what, want, existing, expected] of cases) test(what, () => assert.deepEqual(plain(decidePlan(want, existing)), expected));
});
