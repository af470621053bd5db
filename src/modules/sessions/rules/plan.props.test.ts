/** What holds for any weekly times, any holidays and any past of a plan. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import { decidePlan, wantedOf, withModules } from './plan.ts';
import type { Existing, GroupFacts, Wanted } from './plan.ts';

const FROM = '2026-10-25' as CivilDate;
const date = fc.integer({ min: -20, max: 60 }).map((days) => addDays(FROM, days));
const zone = fc.constantFrom('America/Chicago', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Auckland');
const time = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }), startsAtLocal: fc.tuple(fc.integer({ min: 0, max: 21 }), fc.constantFrom('00', '30')).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}` as LocalTime),
  minutes: fc.integer({ min: 30, max: 150 }), breaks: fc.constant([]), roomId: fc.constantFrom('a', 'b', null), telehealthLink: fc.constant(''), facilitatorId: fc.constantFrom('t', null), startsOn: date,
  endedOn: fc.option(date),
});
const group: fc.Arbitrary<GroupFacts> = fc.record({
  seriesId: fc.constant('g'), name: fc.constantFrom('One', 'Other'), capacity: fc.integer({ min: 1, max: 10 }), startsOn: date, endedOn: fc.option(date),
  times: fc.uniqueArray(time, { maxLength: 4, selector: (one) => `${one.weekday} ${one.startsAtLocal}` }), moduleIds: fc.constantFrom([], ['m1'], ['m1', 'm2', 'm3']), lastModuleId: fc.constantFrom(null, 'm1', 'm3'),
});
const frame = fc.record({ zone, from: fc.constant(FROM), to: fc.integer({ min: 0, max: 40 }).map((days) => addDays(FROM, days)), now: fc.constant(new Date('2026-10-25T03:00:00Z')), holidays: fc.array(date, { maxLength: 5 }).map((days) => new Set<string>(days)) });
const fate = fc.constantFrom('kept', 'kept', 'withdrawn', 'touched', 'canceled');

const keyOf = (one: { firstPlannedOn: string; firstPlannedAtLocal: string }): string => `${one.firstPlannedOn} ${one.firstPlannedAtLocal}`;

/** The rows as they stand after the changes were carried out. */
function carriedOut(existing: readonly Existing[], changes: ReturnType<typeof decidePlan>): Existing[] {
  const changed = new Map(changes.change.map((one) => [one.id, one]));
  return [
    ...existing.map((one) => (changed.has(one.id) ? { ...one, ...changed.get(one.id), isWithdrawn: false } : changes.withdraw.includes(one.id) ? { ...one, isWithdrawn: true } : one)),
    ...changes.add.map((one) => ({ ...one, id: `new ${keyOf(one)}`, isWithdrawn: false, isCanceled: false, isTouched: false })),
  ];
}

function existingOf(wanted: readonly Wanted[], fates: readonly string[]): Existing[] {
  return wanted.map((one, index) => {
    const is = fates[index % Math.max(1, fates.length)];
    return { ...one, id: keyOf(one), isWithdrawn: is === 'withdrawn', isCanceled: is === 'canceled', isTouched: is === 'touched' || is === 'canceled' };
  });
}

test('SES-6 no session lies on a holiday, outside the days of its group, on another weekday, or before now; and no two have one key', () => {
  fc.assert(fc.property(group, frame, (facts, asked) => {
    const wanted = wantedOf(facts, asked);
    for (const one of wanted) {
      assert.ok(!asked.holidays.has(one.firstPlannedOn) && one.firstPlannedOn >= facts.startsOn && (facts.endedOn === null || one.firstPlannedOn <= facts.endedOn) && one.plannedStart > asked.now);
      assert.ok(facts.times.some((held) => held.weekday === weekdayOf(one.firstPlannedOn) && held.startsAtLocal === one.firstPlannedAtLocal));
    }
    assert.equal(new Set(wanted.map(keyOf)).size, wanted.length);
  }));
});

test('SES-9 carried out, the plan is what is wanted wherever nobody touched a session, and deciding again changes nothing', () => {
  fc.assert(fc.property(group, group, frame, fc.array(fate, { minLength: 1, maxLength: 6 }), (before, after, asked, fates) => {
    const existing = existingOf(withModules(before, wantedOf(before, asked), []), fates);
    const wanted = withModules(after, wantedOf(after, asked), existing);
    const now = carriedOut(existing, decidePlan(wanted, existing));
    for (const one of existing.filter((row) => row.isTouched)) assert.deepEqual(now.find((row) => row.id === one.id), one);
    const free = now.filter((one) => !one.isTouched && !one.isWithdrawn).map(keyOf).sort();
    const touched = new Set(now.filter((one) => one.isTouched).map(keyOf));
    assert.deepEqual(free, wanted.map(keyOf).filter((key) => !touched.has(key)).sort());
    assert.deepEqual(decidePlan(withModules(after, wantedOf(after, asked), now), now), { add: [], change: [], withdraw: [] });
  }));
});
