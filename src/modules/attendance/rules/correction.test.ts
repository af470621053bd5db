/** Which corrections may be written. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideCorrection } from './correction.ts';
import type { CorrectionAsked, CorrectionFacts } from './correction.ts';
import type { Stay } from './minutes.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock}:00Z`);
const staysOf = (text: string): Stay[] => text.split(' ').filter(Boolean).map((part) => {
  const [arrived = '', left = ''] = part.split('-');
  return { arrivedAt: at(arrived), leftAt: left === '' ? null : at(left) };
});
const GONE = { reason: 'unknown', excused: false, detail: '' } as const;
const FACTS: CorrectionFacts = { session: { plannedStart: at('13:00'), heldEnd: at('14:00'), isCanceled: false }, isOnRoster: true, attendanceId: 'a', isSigned: false, maySign: true };

describe('ATT-14 a correction is refused by the first reason that holds', () => {
  type Case = readonly [what: string, stays: string, asked: Partial<CorrectionAsked>, facts: Partial<CorrectionFacts>, answer: string];
  const cases: readonly Case[] = [
    ['canceled', '13:00-', {}, { session: { ...FACTS.session, isCanceled: true }, isOnRoster: false }, 'session-canceled'],
    ['not on the roster', '13:00-', { version: 'b' }, { isOnRoster: false }, 'not-on-roster'],
    ['somebody else was faster', '13:00-', { version: 'b' }, {}, 'changed-meanwhile'],
    ['nothing was recorded then, something is now', '13:00-', { version: null }, {}, 'changed-meanwhile'],
    ['nothing was recorded, and is not', '13:00-', { version: null }, { attendanceId: null }, 'written'],
    ['neither stays nor absence', '', {}, {}, 'absence-missing'],
    ['both stays and absence', '13:00-', { absence: GONE }, {}, 'absence-missing'],
    ['not there', '', { absence: GONE }, {}, 'written'],
    ['one stay', '13:05-13:50', {}, {}, 'written'],
    ['coming back', '13:05-13:20 13:30-', {}, {}, 'written'],
    ['touching stays', '13:05-13:20 13:20-13:30', {}, {}, 'written'],
    ['a stay of no length', '13:05-13:05', {}, {}, 'written'],
    ['left before arriving', '13:20-13:10', {}, {}, 'times-in-disorder'],
    ['overlapping', '13:05-13:30 13:20-13:40', {}, {}, 'times-in-disorder'],
    ['in the wrong order', '13:30-13:40 13:05-13:20', {}, {}, 'times-in-disorder'],
    ['two open', '13:05- 13:20-', {}, {}, 'times-in-disorder'],
    ['ahead of the clock', '13:05-23:01', {}, {}, 'time-in-the-future'],
    ['at the clock', '13:05-23:00', {}, {}, 'written'],
    ['in the small hours', '00:59-13:00', {}, {}, 'far-from-session'],
    ['twelve hours before', '01:00-13:00', {}, {}, 'written'],
    ['signed, and the role signs nothing', '13:00-', {}, { isSigned: true, maySign: false }, 'not-your-role'],
    ['signed, without addendum', '13:00-', {}, { isSigned: true }, 'addendum-needed'],
    ['signed, with addendum', '13:00-', { addendum: 'The bus was late.' }, { isSigned: true }, 'written'],
  ];
  for (const [what, stays, asked, facts, answer] of cases) {
    test(`${what}: ${answer}`, () => {
      const decided = decideCorrection({ ...FACTS, ...facts }, { stays: staysOf(stays), absence: null, addendum: null, version: 'a', ...asked }, at('23:00'));
      assert.equal('refused' in decided ? decided.refused : 'written', answer);
    });
  }
  test('that somebody did not come is not known before arrivals open', () => {
    const decided = decideCorrection(FACTS, { stays: [], absence: GONE, addendum: null, version: 'a' }, at('11:59'));
    assert.equal('refused' in decided && decided.refused, 'too-early-absent');
  });
});
