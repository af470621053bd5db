/** What holds for the account of any week: its sums are the sums of its rows, and the forecast never forgets what is done. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boundsOf, instantOf, weekOf } from '../../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import type { MinutesOfSession } from '../words.ts';
import { decideLine, reachableMinutes, sumAccount } from './ledger.ts';
import type { LedgerFacts } from './ledger.ts';
import { clinicalMinutesOf } from './minutes.ts';
import type { SessionTimes } from './minutes.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 16, 15, 0);
const NOW = new Date(START + 3 * 24 * 60 * MINUTE + 90 * MINUTE);
const on = (ms: number): Date => new Date(START + ms);

const times: fc.Arbitrary<SessionTimes> = fc.record({ dayOfWeek: fc.integer({ min: 0, max: 6 }), minutes: fc.integer({ min: 1, max: 240 }), late: fc.integer({ min: -30, max: 30 }), pause: fc.integer({ min: 1, max: 30 }) })
  .map(({ dayOfWeek, minutes, late, pause }) => {
    const start = dayOfWeek * 24 * 60;
    return { plannedStart: on(start * MINUTE), plannedEnd: on((start + minutes) * MINUTE), heldEnd: on((start + Math.max(0, minutes + late)) * MINUTE), breaks: [{ startMinute: 60, minutes: pause, taken: true }] };
  });
/** Stamps only of what has happened by now. */
const staysIn = (session: SessionTimes) => fc.array(fc.tuple(fc.integer({ min: -30, max: 250 }), fc.integer({ min: 0, max: 200 }), fc.boolean()), { maxLength: 3 }).map((list) => list
  .map(([arrived, length, isOpen]) => {
    const arrivedAt = new Date(session.plannedStart.getTime() + arrived * MINUTE + 999);
    return { arrivedAt, leftAt: isOpen ? null : new Date(arrivedAt.getTime() + length * MINUTE) };
  })
  .filter(({ arrivedAt, leftAt }) => (leftAt ?? arrivedAt) <= NOW));
const note: fc.Arbitrary<MinutesOfSession | null> = fc.option(fc.record({ scheduled: fc.nat(240), attended: fc.nat(240), clinical: fc.nat(240) }).map(({ scheduled, attended, clinical }) => ({ scheduled, attended, clinical: Math.min(attended, clinical) })), { freq: 3 });
const facts: fc.Arbitrary<LedgerFacts> = times.chain((session) => fc.record({
  times: fc.constant(session), stays: staysIn(session), outcome: fc.constantFrom('present' as const, 'absent' as const, null), isCanceled: fc.boolean(), isCounted: fc.boolean(), note,
}));
const week = fc.array(facts, { maxLength: 12 });
const rowOf = (one: LedgerFacts) => ({ line: decideLine(one, NOW), isCounted: one.isCounted, expected: reachableMinutes(one.times, one.stays, NOW) });
const sum = (figures: readonly number[]): number => figures.reduce((total, one) => total + one, 0);

test('ATT-6 the account is the sum of its counted rows', () => {
  fc.assert(fc.property(week, (list) => {
    const rows = list.map(rowOf);
    const account = sumAccount(rows);
    const counted = rows.filter((row) => row.isCounted).map((row) => row.line);
    const begun = counted.filter((line) => line.standing !== 'booked' && line.standing !== 'canceled');
    const clinicalOf = (standing: string): number => sum(counted.filter((line) => line.standing === standing).map((line) => line.minutes.clinical));
    // Clinical and attended minutes need no choice of rows: what has not begun or is canceled has none.
    assert.equal(account.done.clinical, sum(counted.map((line) => line.minutes.clinical)));
    assert.equal(account.done.attended, sum(counted.map((line) => line.minutes.attended)));
    assert.equal(account.done.scheduled, sum(begun.map((line) => line.minutes.scheduled)));
    assert.equal(account.documentedMinutes, clinicalOf('documented'));
    assert.equal(account.provisionalMinutes, clinicalOf('provisional'));
    assert.equal(account.done.clinical, account.documentedMinutes + account.provisionalMinutes + clinicalOf('running'));
  }), { numRuns: 500 });
});

test('ATT-6 the account of two halves of a week adds up to the account of the week, in any order', () => {
  fc.assert(fc.property(week, week, (one, other) => {
    const [first, second, both] = [one, other, [...other, ...one].reverse()].map((list) => sumAccount(list.map(rowOf)));
    assert.equal(both?.forecastMinutes, (first?.forecastMinutes ?? 0) + (second?.forecastMinutes ?? 0));
    assert.equal(both?.done.clinical, (first?.done.clinical ?? 0) + (second?.done.clinical ?? 0));
    assert.equal(both?.done.attended, (first?.done.attended ?? 0) + (second?.done.attended ?? 0));
  }));
});

test('ATT-6 the forecast is at least what is done, and at most that plus all that open rows can give (W7)', () => {
  fc.assert(fc.property(week, (list) => {
    const { forecastMinutes, done } = sumAccount(list.map(rowOf));
    const open = list.filter((one) => one.isCounted && ['booked', 'running'].includes(decideLine(one, NOW).standing));
    assert.ok(done.clinical <= forecastMinutes);
    assert.ok(forecastMinutes <= done.clinical + sum(open.map((one) => clinicalMinutesOf(one.times))));
  }), { numRuns: 500 });
});

test('ATT-6 canceled and missed rows give nothing, and rows that do not count change nothing', () => {
  fc.assert(fc.property(week, (list) => {
    const rows = list.map(rowOf);
    const giving = rows.filter(({ line, isCounted }) => isCounted && line.standing !== 'canceled' && line.standing !== 'missed');
    const [all, some] = [sumAccount(rows), sumAccount(giving)];
    assert.equal(all.forecastMinutes, some.forecastMinutes);
    assert.equal(all.done.clinical, some.done.clinical);
    assert.equal(all.done.attended, some.done.attended);
  }), { numRuns: 300 });
});

test('ATT-5 the order of stays is immaterial to standing, minutes and reasons', () => {
  fc.assert(fc.property(facts, (one) => {
    assert.deepEqual(decideLine({ ...one, stays: [...one.stays].reverse() }, NOW), decideLine(one, NOW));
  }), { numRuns: 500 });
});

test('ATT-1 weekly hours are the sum of daily hours, also in the weeks in which clocks change', () => {
  const slots = fc.record({ zone: fc.constantFrom('America/Chicago', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Beirut'), date: fc.constantFrom('2026-03-08', '2026-11-01', '2018-11-04', '2026-10-04', '2024-03-31'), hour: fc.integer({ min: 0, max: 20 }), hours: fc.integer({ min: 1, max: 3 }) });
  fc.assert(fc.property(slots, ({ zone, date, hour, hours }) => {
    const wall = (clock: number): LocalTime => `${String(clock).padStart(2, '0')}:00` as LocalTime;
    const { starts } = weekOf(date as CivilDate);
    const bounds = boundsOf(zone, { starts, ends: weekOf(date as CivilDate).ends });
    const days = Array.from({ length: 7 }, (_, index) => new Date(Date.parse(`${starts}T00:00Z`) + index * 24 * 60 * MINUTE).toISOString().slice(0, 10) as CivilDate);
    const rows = days.flatMap((day) => {
      const [plannedStart, plannedEnd] = [instantOf(zone, day, wall(hour)), instantOf(zone, day, wall(hour + hours))];
      assert.ok(bounds.start <= plannedStart && plannedStart < bounds.end);
      // On the night clocks go forward a session can lie wholly in the hour that does not exist.
      if (plannedEnd <= plannedStart) return [];
      const session = { plannedStart, plannedEnd, heldEnd: plannedEnd, breaks: [] };
      return [{ real: (plannedEnd.getTime() - plannedStart.getTime()) / MINUTE, one: { times: session, stays: [{ arrivedAt: plannedStart, leftAt: null }], outcome: 'present' as const, isCanceled: false, isCounted: true, note: null } }];
    });
    const account = sumAccount(rows.map(({ one }) => ({ line: decideLine(one, bounds.end), isCounted: true, expected: 0 })));
    assert.equal(account.done.clinical, sum(rows.map(({ real }) => real)));
  }));
});
