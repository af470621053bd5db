/** Proves that the rows behind a figure add up to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ledger, LedgerRow } from './climb.ts';
import { FIGURES, hashOfTest, pickFigure, pickOf } from './pick.ts';

const row = (sessionId: string, standing: LedgerRow['standing'], clinical: number, expectedMinutes: number, countsForFloor = true): LedgerRow => ({
  sessionId: sessionId as LedgerRow['sessionId'], name: sessionId, type: 'group', date: '2026-11-19' as LedgerRow['date'], startsAt: '', endsAt: '', stays: [], minutes: { scheduled: 90, attended: clinical, clinical },
  expectedMinutes, standing, countsForFloor, differences: [], note: null, correction: null, absence: null, isMakeUp: false, overCap: null,
});
const ledger = {
  rows: [row('signed', 'documented', 60, 60), row('unsigned', 'provisional', 50, 50), row('running', 'running', 20, 55), row('booked', 'booked', 0, 90), row('missed', 'missed', 0, 0), row('peers', 'documented', 60, 60, false), row('off', 'canceled', 0, 0)],
  tests: [{ ruleId: 'r', name: 'Three days', rows: ['signed', 'peers', 'last week'] }],
} as unknown as Ledger;

test('the rows behind each figure, and their sum', () => {
  const said = FIGURES.map((figure) => { const { minutes, rows } = pickFigure(ledger, figure); return `${figure} ${minutes}: ${[...rows].join(' ')}`; });
  assert.deepEqual(said, [
    'done 130: signed unsigned running', 'documented 60: signed', 'provisional 50: unsigned', 'booked 125: running booked', 'forecast 255: signed unsigned running booked', 'missed 90: missed',
  ]);
});

test('a test opens the rows it counts and says how many lie in another week; an address that names nothing opens nothing', () => {
  const picked = pickOf(ledger, hashOfTest('r'));
  assert.deepEqual(picked?.kind === 'test' ? [picked.name, [...picked.rows], picked.elsewhere] : null, ['Three days', ['signed', 'peers'], 1]);
  assert.deepEqual([pickOf(ledger, ''), pickOf(ledger, 'account-title'), pickOf(ledger, hashOfTest('x'))], [null, null, null]);
});
