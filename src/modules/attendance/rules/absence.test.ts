/** When it may be said that somebody did not come, and when that may be taken back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideAbsence, decideAbsenceTakeBack } from './absence.ts';
import type { Absence, AbsenceFacts } from './absence.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock}:00Z`);
const START = at('09:00');
const ILL: Absence = { reason: 'ill', excused: true, detail: '' };
const GONE: Absence = { reason: 'unknown', excused: false, detail: '' };
const absent = (absence: Absence): AbsenceFacts['attendance'] => ({ id: 'absence', outcome: 'absent', hasStays: false, absence });
const present = (hasStays: boolean): AbsenceFacts['attendance'] => ({ id: 'presence', outcome: 'present', hasStays, absence: null });

describe('ATT-13 an absence is refused by the first reason that holds; one told ahead is an excused one', () => {
  type Case = readonly [what: string, now: string, said: Absence, over: Partial<AbsenceFacts & { canceled: boolean }>, answer: string];
  const cases: readonly Case[] = [
    ['canceled', '10:00', GONE, { canceled: true, isSigned: true }, 'session-canceled'],
    ['signed', '10:00', GONE, { isSigned: true, hasSeat: false }, 'already-signed'],
    ['no seat and nothing recorded', '10:00', GONE, { hasSeat: false }, 'not-on-roster'],
    ['no seat, but a visit whose stamp was taken back', '10:00', GONE, { hasSeat: false, attendance: present(false) }, 'instead of presence'],
    ['stamped in', '10:00', GONE, { attendance: present(true) }, 'was-here'],
    ['a day ahead, unexcused', '07:59', GONE, {}, 'too-early-absent'],
    ['an hour ahead, unexcused', '08:00', GONE, {}, 'new'],
    ['a day ahead, excused', '07:59', ILL, {}, 'new'],
    ['after the end', '23:00', GONE, {}, 'new'],
    ['the same again', '07:00', ILL, { attendance: absent(ILL) }, 'said-already'],
    ['the same reason in other words', '07:00', ILL, { attendance: absent({ ...ILL, detail: 'Flu' }) }, 'instead of absence'],
    ['unexcused after all, too early', '07:00', GONE, { attendance: absent(ILL) }, 'too-early-absent'],
    ['unexcused after all', '09:10', GONE, { attendance: absent(ILL) }, 'instead of absence'],
  ];
  for (const [what, now, said, { canceled = false, ...over }, answer] of cases) {
    test(`${what}: ${answer}`, () => {
      const decided = decideAbsence({ session: { plannedStart: START, isCanceled: canceled }, isSigned: false, hasSeat: true, attendance: null, ...over }, said, at(now));
      const told = 'refused' in decided ? decided.refused : decided.value.step === 'said-already' ? 'said-already' : decided.value.instead === null ? 'new' : `instead of ${decided.value.instead}`;
      assert.equal(told, answer);
    });
  }
});

describe('ATT-13 an absence is taken back unless the note is signed, it corrected times, or its seat is taken', () => {
  const none = { isSigned: false, isSeatTaken: false };
  const cases: readonly (readonly [what: string, facts: Parameters<typeof decideAbsenceTakeBack>[0], answer: string])[] = [
    ['signed', { ...none, isSigned: true, attendance: null }, 'already-signed'],
    ['nothing recorded', { ...none, attendance: null }, 'not-absent'],
    ['present', { ...none, attendance: { outcome: 'present', insteadOfPresence: false } }, 'not-absent'],
    ['a correction of times', { ...none, isSeatTaken: true, attendance: { outcome: 'absent', insteadOfPresence: true } }, 'undo-passed'],
    ['seat taken', { ...none, isSeatTaken: true, attendance: { outcome: 'absent', insteadOfPresence: false } }, 'seat-given-away'],
    ['absent', { ...none, attendance: { outcome: 'absent', insteadOfPresence: false } }, 'taken back'],
  ];
  for (const [what, facts, answer] of cases) {
    test(`${what}: ${answer}`, () => {
      const decided = decideAbsenceTakeBack(facts);
      assert.equal('refused' in decided ? decided.refused : 'taken back', answer);
    });
  }
});
