/** What is said of notes: under which month a row stands, where a note stands in words, and what is left out because nobody said it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Say } from '../kit/words.tsx';
import { byMonth, gapText, monthText, signerText, standingOf } from './notes-said.ts';
import type { Listed, Paper } from './notes-said.ts';

const say: Say = (id, values) => `${id}${values === undefined ? '' : ` ${JSON.stringify(values)}`}`;
const note = (over: object): Listed & { kind: 'session' } => ({ kind: 'session', date: '2026-11-19', state: 'final', coSignerName: null, lateMinutes: null, isCorrected: false, addenda: 0, ...over }) as Listed & { kind: 'session' };

test('rows stand under their month in the order in which they came', () => {
  const rows = ['2026-11-19', '2026-11-01', '2026-10-31', '2025-11-30'].map((date) => note({ date }));
  assert.deepEqual(byMonth(rows).map(({ month, notes }) => [month, notes.length]), [['2026-11', 2], ['2026-10', 1], ['2025-11', 1]]);
  assert.deepEqual([monthText('en', '2026-11'), monthText('es', '2026-11')], ['November 2026', 'Noviembre de 2026']);
});

test('a final note in time says nothing beside its sentence; everything else is said in words', () => {
  const cases: [object, string[]][] = [
    [{}, []],
    [{ state: 'awaiting', coSignerName: 'Imogen Hart' }, ['after.awaiting {"name":"Imogen Hart"}']],
    [{ state: 'returned' }, ['person-notes.state.returned']],
    [{ state: 'co-signed', lateMinutes: 90, addenda: 2 }, ['person-notes.state.co-signed', 'person-notes.late {"late":"1\u00a0h\u00a030"}', 'person-notes.addenda {"addenda":2}']],
    [{ isCorrected: true, addenda: 1 }, ['person-notes.corrected', 'person-notes.addenda {"addenda":1}']],
  ];
  for (const [over, expected] of cases) assert.deepEqual(standingOf({ say }, note(over)).map((one) => one.text), expected);
});

test('a session without a note says why', () => {
  const gap = (why: string, absence: object | null = null) => gapText({ say }, { why, absence } as Paper['gaps'][number]);
  assert.equal(gap('unsigned'), 'person-notes.gap.unsigned');
  assert.equal(gap('absent', { reason: 'ill', isExcused: true, detail: 'fever' }), 'person-notes.gap.excused {"because":"absence.ill: fever"}');
  assert.equal(gap('absent', { reason: 'unknown', isExcused: false, detail: '' }), 'person-notes.gap.absent-because {"because":"absence.unknown"}');
});

test('who has no credential signs by name alone', () => {
  assert.deepEqual([signerText({ name: 'Sam', credential: '' }), signerText({ name: 'Sam', credential: 'LPC' })], ['Sam', 'Sam, LPC']);
});
