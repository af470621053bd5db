/** Proves that the week climbs by what counts, and that its sentence says done, forecast, floor and what is short. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comingOf, ledgerSaid, shortOf, stepsOf, topOf, totalsOf } from './climb.ts';
import type { Ledger, LedgerRow } from './climb.ts';

let rowNumber = 0;
const row = (date: string, standing: string, scheduled: number, clinical: number, countsForFloor = true, expectedMinutes = standing === 'booked' ? scheduled : clinical): LedgerRow =>
  ({ sessionId: `s${rowNumber++}`, date, standing, countsForFloor, expectedMinutes, minutes: { scheduled, attended: clinical, clinical } }) as LedgerRow;
const rows = [
  row('2026-11-16', 'documented', 180, 180), row('2026-11-17', 'provisional', 50, 50), row('2026-11-18', 'documented', 180, 80),
  row('2026-11-18', 'missed', 100, 0), row('2026-11-19', 'documented', 60, 60, false), row('2026-11-20', 'booked', 180, 0), row('2026-11-20', 'canceled', 60, 0),
];
const ledger = (over: Partial<Ledger> = {}): Ledger => ({
  week: { starts: '2026-11-16', ends: '2026-11-22', today: '2026-11-19' }, rows, done: { scheduled: 410, attended: 310, clinical: 310 }, forecastMinutes: 490,
  floor: { minutes: 540 }, ...over,
}) as Ledger;
const write = { hours: (minutes: number) => `${minutes}`, weekday: (date: string) => date, proRata: (hours: string) => `${hours} pro rata` };

test('each day stands on the days before it, and only what counts climbs', () => {
  assert.deepEqual(stepsOf(ledger()).map(({ from, done, unsigned, booked, missed }) => [from, done, unsigned, booked, missed]), [
    [0, 180, 0, 0, 0], [180, 50, 50, 0, 0], [230, 80, 0, 0, 100], [310, 0, 0, 0, 0], [310, 0, 0, 180, 0], [490, 0, 0, 0, 0], [490, 0, 0, 0, 0],
  ]);
  assert.deepEqual(stepsOf(ledger()).map(({ isToday }) => isToday), [false, false, false, true, false, false, false]);
});

test('the scale ends at twelve hours or above the highest stair', () => {
  assert.equal(topOf(stepsOf(ledger()), 540), 720);
  assert.equal(topOf([], 900), 900);
  assert.equal(topOf(stepsOf(ledger({ rows: [row('2026-11-16', 'booked', 800, 0)], forecastMinutes: 1110 })), 540), 900);
});

test('the sentence says done, forecast, floor and what is short', () => {
  const said = (asked: Ledger) => ledgerSaid(asked, write).map(({ id, values }) => `${id}${values ? ` ${Object.values(values).join(' ')}` : ''}`);
  const cases: [Ledger, string[]][] = [
    [ledger(), ['ledger.say.done 310', 'ledger.say.with-day 2026-11-20 490 540', 'ledger.say.short 50']],
    [ledger({ forecastMinutes: 540 }), ['ledger.say.done 310', 'ledger.say.with-day 2026-11-20 540 540']],
    [ledger({ rows: [...rows, row('2026-11-21', 'booked', 60, 0)], forecastMinutes: 550 }), ['ledger.say.done 310', 'ledger.say.with-booked 2 550 540']],
    [ledger({ rows: rows.slice(0, 4), forecastMinutes: 310 }), ['ledger.say.done 310', 'ledger.say.nothing-booked 310 540', 'ledger.say.short 230']],
    [ledger({ floor: { minutes: 385, ruleName: '', source: '', validFrom: '2021-01-01' as never, isProRata: true, days: 5 } }), ['ledger.say.done 310', 'ledger.say.with-day 2026-11-20 490 385 pro rata']],
    [ledger({ floor: null }), ['ledger.say.done 310', 'ledger.say.coming 490', 'ledger.say.no-floor']],
  ];
  for (const [asked, expected] of cases) assert.deepEqual(said(asked), expected);
  assert.equal(shortOf(ledger({ floor: null })), 0);
  assert.equal(shortOf(ledger({ floor: { minutes: 540, ruleName: '', source: '', validFrom: '2021-01-01' as never, isProRata: true, days: 5 } })), 0, 'a week that is not whole never alarms (W5)');
});

test('what still comes is what each row brings beyond what is done, breaks and running sessions included', () => {
  const cases: [LedgerRow[], number[]][] = [
    [[row('2026-11-20', 'booked', 180, 0, true, 160)], [160]],
    [[row('2026-11-19', 'running', 60, 16, true, 60), row('2026-11-19', 'booked', 60, 0)], [44, 60]],
    [[row('2026-11-20', 'booked', 180, 0, true, 160), row('2026-11-21', 'booked', 180, 0, true, 170)], [160, 170]],
    [[row('2026-11-19', 'running', 60, 60, true, 60)], [0]],
    [[row('2026-11-19', 'booked', 60, 0, false)], []],
  ];
  for (const [list, expected] of cases) assert.deepEqual([...comingOf({ rows: list }).values()], expected);
});

test('the account adds what counts and leaves canceled sessions out', () => {
  const { soFar, planned, past, coming } = totalsOf(rows);
  assert.deepEqual([soFar, planned, past.length, coming.length], [{ planned: 510, clinical: 310 }, 690, 5, 2]);
});
