/** Every entry of the timeline has a sentence of its own in both languages, with nothing left unsaid in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { TimelineEntry } from '../../boards/people/timeline.contract.ts';
import type { Say } from '../kit/words.tsx';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import { markOf, saidOf, warningOf } from './timeline-said.ts';
import type { Telling } from './timeline-said.ts';

function telling(locale: 'en' | 'es'): Telling {
  const catalog = Object.fromEntries(Object.entries(locale === 'en' ? en : es).map(([id, message]) => [id, compileMessageOrThrow(message)]));
  const i18n = setupI18n({ locale, locales: ['en', 'es'], messages: { [locale]: catalog } });
  const say: Say = (id, values) => i18n._(id, values);
  return { say, day: (date) => date, dayOf: (instant) => instant.slice(0, 10) };
}

const base = { id: '1', at: '2026-11-18T16:10:00.000Z', timeZone: 'America/Chicago', isDay: false, voice: null, by: null };
const session = {
  ...base, is: 'session', sessionId: '1', name: 'Morning block', type: 'group', startsAt: base.at, endsAt: base.at, standing: 'documented', scheduledMinutes: 180, attendedMinutes: 80, lateMinutes: 0, leftEarlyMinutes: 0,
  isMakeUp: false, isOverCap: false, noteId: null, absence: null, cancelReason: null,
};
const task = { ...base, taskId: '1', concern: 'self', kind: 'danger' };

const CASES: readonly [object, string, string][] = [
  [session, '1 h 20 there of 3 h.', 'here'],
  [{ ...session, lateMinutes: 40 }, '1 h 20 there of 3 h. Came 40 min late.', 'late'],
  [{ ...session, leftEarlyMinutes: 60, lateMinutes: 40 }, '1 h 20 there of 3 h. Came 40 min late. Left 1 h early.', 'left-early'],
  [{ ...session, isMakeUp: true }, '1 h 20 there of 3 h. Make-up visit.', 'make-up'],
  [{ ...session, isOverCap: true }, '1 h 20 there of 3 h. Sat in beyond the seats.', 'here'],
  [{ ...session, standing: 'running' }, 'Here now.', 'here'],
  [{ ...session, standing: 'booked' }, 'Not here yet.', 'booked'],
  [{ ...session, standing: 'missed' }, 'Did not come.', 'missing'],
  [{ ...session, standing: 'missed', absence: { reason: 'ill', isExcused: false } }, 'Did not come: ill.', 'missing'],
  [{ ...session, standing: 'missed', absence: { reason: 'court', isExcused: true } }, 'Excused: court.', 'excused'],
  [{ ...session, standing: 'canceled', cancelReason: 'Snow.' }, 'Canceled: Snow.', 'canceled'],
  [{ ...session, standing: 'canceled', cancelReason: '' }, 'Canceled.', 'canceled'],
  [{ ...base, is: 'note-added', kind: 'addendum', sessionId: '1', name: 'x', noteId: '1', startsAt: base.at, attendedMinutes: null }, 'Added to the note of 2026-11-18.', 'pen'],
  [{ ...base, is: 'note-added', kind: 'correction', sessionId: '1', name: 'x', noteId: '1', startsAt: base.at, attendedMinutes: 75 }, 'Times of 2026-11-18 corrected: 1 h 15 attended.', 'pen'],
  [{ ...base, is: 'contact', kind: 'phone', withWhom: 'Mother', minutes: 5, risk: 'none' }, 'Telephone with Mother, 5 min.', 'contact'],
  [{ ...base, is: 'contact', kind: 'crisis', withWhom: 'June', minutes: 0, risk: 'danger' }, 'Crisis with June.', 'danger'],
  [{ ...task, is: 'task-opened' }, 'Danger marked: self-harm or suicide.', 'danger'],
  [{ ...task, is: 'task-taken' }, 'Danger taken: self-harm or suicide.', 'danger'],
  [{ ...task, is: 'task-closed', endedAs: 'safe-now' }, 'Danger closed: Safe now.', 'danger'],
  [{ ...task, is: 'task-closed', kind: 'outreach', concern: null, endedAs: 'reached' }, 'The call was closed: Reached.', 'task'],
  [{ ...task, is: 'task-opened', kind: 'craving', concern: null }, 'Craving rose.', 'task'],
  [{ ...base, is: 'admitted', programName: 'Adults', siteName: 'Maple Street' }, 'Admitted: Adults, Maple Street.', 'place'],
  [{ ...base, is: 'level', level: 'outpatient' }, 'Level of care: Outpatient.', 'place'],
  [{ ...base, is: 'phase', phaseNo: 2, phaseName: 'Two blocks', pathName: 'Maple' }, 'Phase 2, Two blocks.', 'place'],
  [{ ...base, is: 'track', trackName: null }, 'No track anymore.', 'place'],
  [{ ...base, is: 'counselor', name: 'Dana' }, 'Counselor: Dana.', 'place'],
  [{ ...base, is: 'seat-given', seriesId: '1', name: 'Alder', seatNo: 4 }, 'Seat 4 in Alder from this day.', 'place'],
  [{ ...base, is: 'seat-ended', seriesId: '1', name: 'Alder', seatNo: 4 }, 'Last day of the seat in Alder.', 'ended'],
  [{ ...base, is: 'discharged', lastDay: '2026-11-18', reason: null }, 'Discharged, last day 2026-11-18.', 'ended'],
  [{ ...base, is: 'discharged', lastDay: '2026-11-18', reason: 'completed' }, 'Discharged, last day 2026-11-18: Program completed.', 'ended'],
  [{ ...base, is: 'discharge-undone', lastDay: '2026-11-18' }, 'The discharge was taken back.', 'place'],
  [{ ...base, is: 'goal-added', number: '1' }, 'Goal 1 written.', 'plan'],
  [{ ...base, is: 'goal-ended', number: '1' }, 'Goal 1 ended.', 'plan'],
  [{ ...base, is: 'objective-added', number: '1.1', text: 'Sleeps' }, 'Objective 1.1: Sleeps', 'plan'],
  [{ ...base, is: 'objective-ended', number: '1.1', text: 'Sleeps' }, 'Objective 1.1 ended: Sleeps', 'plan'],
  [{ ...base, is: 'goal-reworded', number: '1' }, 'Goal 1 put in other words.', 'plan'],
  [{ ...base, is: 'objective-reworded', number: '1.1', text: 'Sleeps' }, 'Objective 1.1, put in other words: Sleeps', 'plan'],
  [{ ...base, is: 'reviewed', nextOn: '2026-12-18' }, 'Plan looked at together; next by 2026-12-18.', 'plan'],
  [{ ...base, is: 'plan-signed', no: 2, agreement: 'agrees-in-part' }, 'Plan 2 signed: agrees in part.', 'plan'],
  [{ ...base, is: 'plan-co-signed', no: 2 }, 'Plan 2 co-signed.', 'plan'],
];

test('each kind of entry has its sentence and its shape', () => {
  for (const [facts, sentence, mark] of CASES) {
    const entry = facts as TimelineEntry;
    assert.equal(saidOf(telling('en'), entry).replaceAll('\u00a0', ' '), sentence);
    assert.equal(markOf(entry), mark, sentence);
  }
});

test('in Spanish nothing stays English or unsaid', () => {
  for (const [facts, sentence] of CASES) {
    const said = saidOf(telling('es'), facts as TimelineEntry);
    assert.notEqual(said, sentence);
    assert.doesNotMatch(said, /[{}]|undefined|line\./);
  }
});

test('a note that is not signed and somebody to be watched are named', () => {
  const { say } = telling('en');
  assert.equal(warningOf(say, { ...session, standing: 'provisional' } as unknown as TimelineEntry), 'Note not signed yet.');
  assert.equal(warningOf(say, { ...base, is: 'contact', kind: 'phone', withWhom: 'June', minutes: 5, risk: 'watch' } as TimelineEntry), 'To be watched');
  assert.equal(warningOf(say, session as unknown as TimelineEntry), null);
});
