/** Proves what is said under a row, and what is left unsaid where somebody's own words are not for the reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideSaid } from './beside.ts';

const minutes = { scheduled: 60, attended: 45, clinical: 45 };
const said = (row: Partial<Parameters<typeof besideSaid>[0]>): string[] =>
  besideSaid({ correction: null, absence: null, isMakeUp: false, overCap: null, minutes, ...row }, { time: () => 'Thu 1:10', hours: (figure) => `${figure}`, reason: (reason) => reason })
    .map(({ id, values }) => [id, ...Object.values(values ?? {})].join('|'));

test('corrections say both figures, absences their reason, and nothing is said of a plain row', () => {
  const correction = { was: { scheduled: 60, attended: 60, clinical: 60 }, minutesRule: 'minutes-1', reason: 'Left with the bus', authorName: 'Theo', recordedAt: '' };
  assert.deepEqual([said({}), said({ correction }), said({ correction: { ...correction, was: null, reason: null } }), said({ absence: { reason: 'court', isExcused: true, detail: null } }),
    said({ absence: { reason: null, isExcused: false, detail: 'Slept in' } }), said({ isMakeUp: true, overCap: { reason: null } })], [
    [], ['beside.corrected.was|Theo|Thu 1:10|60|45', 'beside.words|Left with the bus'], ['beside.corrected|Theo|Thu 1:10'], ['beside.excused', 'beside.because|court'],
    ['beside.absent', 'beside.words|Slept in'], ['beside.make-up', 'beside.over-cap'],
  ]);
});
