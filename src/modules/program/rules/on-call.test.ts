/** Spans of days on call, who may take them, and what can be taken back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { MOST_DAYS_READ } from '../words.ts';
import { decideDays, decideSpan, decideTakeBack, mayBeOnCall } from './on-call.ts';
import type { OnCallRow } from './on-call.ts';

const day = (text: string) => text as CivilDate;
const EVERY = [1, 2, 3, 4, 5, 6, 7];

describe('a span of days and weekdays', () => {
  type Case = readonly [what: string, from: string, to: string, weekdays: number[], said: string];
  const cases: readonly Case[] = [
    ['one day', '2026-11-19', '2026-11-19', EVERY, '2026-11-19'],
    ['a week of working days', '2026-11-19', '2026-11-25', [1, 2, 3, 4, 5], '2026-11-19 2026-11-20 2026-11-23 2026-11-24 2026-11-25'],
    ['Sundays across the change of clocks', '2027-03-07', '2027-03-21', [7], '2027-03-07 2027-03-14 2027-03-21'],
    ['the end of February in a leap year', '2028-02-28', '2028-03-01', EVERY, '2028-02-28 2028-02-29 2028-03-01'],
    ['today', '2026-11-19', '2026-11-20', EVERY, '2026-11-19 2026-11-20'],
    ['yesterday', '2026-11-18', '2026-11-20', EVERY, 'day-is-over'],
    ['backward', '2026-11-20', '2026-11-19', EVERY, 'span-backwards'],
    ['no such weekday in it', '2026-11-19', '2026-11-20', [6, 7], 'no-day-in-span'],
    ['more than fit', '2026-11-19', '2027-02-19', EVERY, 'span-too-long'],
  ];
  for (const [what, from, to, weekdays, said] of cases) {
    test(`${what}: ${said}`, () => {
      const decided = decideDays({ from: day(from), to: day(to), weekdays }, '2026-11-19', MOST_DAYS_READ);
      assert.equal('refused' in decided ? decided.refused : decided.value.join(' '), said);
    });
  }
  test('ninety-two days can be read, ninety-three cannot', () => {
    const read = (to: string) => { const decided = decideSpan({ from: day('2026-11-01'), to: day(to) }, MOST_DAYS_READ); return 'refused' in decided ? decided.refused : decided.value.length; };
    assert.deepEqual([read('2027-01-31'), read('2027-02-01')], [92, 'span-too-long']);
  });
});

describe('PRO-5 on call is a clinician who works at the site on that day', () => {
  const dana = { roles: ['counselor'], employment: { startsOn: '2026-11-01', endedOn: null as string | null }, atSite: [{ startsOn: '2026-11-05', endedOn: null as string | null }] };
  type Case = readonly [what: string, person: Partial<typeof dana>, date: string, may: boolean];
  const cases: readonly Case[] = [
    ['a counselor of the site', {}, '2026-11-19', true],
    ['on the first day there', {}, '2026-11-05', true],
    ['the day before', {}, '2026-11-04', false],
    ['a director', { roles: ['director'] }, '2026-11-19', true],
    ['a supervisor with another role too', { roles: ['biller', 'supervisor'] }, '2026-11-19', true],
    ['a facilitator', { roles: ['facilitator'] }, '2026-11-19', true],
    ['an administrator', { roles: ['administrator'] }, '2026-11-19', false],
    ['the front desk', { roles: ['front-desk', 'biller', 'admissions', 'privacy-officer'] }, '2026-11-19', false],
    ['nobody in particular', { roles: [] }, '2026-11-19', false],
    ['somebody of another site', { atSite: [] }, '2026-11-19', false],
    ['on the last day there', { atSite: [{ startsOn: '2026-11-05', endedOn: '2026-11-19' }] }, '2026-11-19', true],
    ['the day after it', { atSite: [{ startsOn: '2026-11-05', endedOn: '2026-11-18' }] }, '2026-11-19', false],
    ['back at the site', { atSite: [{ startsOn: '2026-11-05', endedOn: '2026-11-10' }, { startsOn: '2026-11-19', endedOn: null }] }, '2026-11-19', true],
    ['on the last day of work', { employment: { startsOn: '2026-11-01', endedOn: '2026-11-19' } }, '2026-11-19', true],
    ['after it', { employment: { startsOn: '2026-11-01', endedOn: '2026-11-18' } }, '2026-11-19', false],
    ['before the first day of work', { employment: { startsOn: '2026-12-01', endedOn: null } }, '2026-11-19', false],
  ];
  for (const [what, person, date, may] of cases) test(`${what}: ${may ? 'may' : 'may not'}`, () => assert.equal(mayBeOnCall({ ...dana, ...person }, date), may));
});

describe('PRO-7 a change of who is on call can be taken back by whoever made it, for two minutes, while nothing else happened', () => {
  const now = new Date('2026-11-19T16:02:00Z');
  const [justNow, longAgo] = [new Date('2026-11-19T16:00:00Z'), new Date('2026-11-19T15:59:59.999Z')];
  const written: OnCallRow = { id: 'w', recordedAt: justNow, recordedBy: 'me', endedAt: null, endedBy: null };
  const ended: OnCallRow = { id: 'e', recordedAt: longAgo, recordedBy: 'other', endedAt: justNow, endedBy: 'me' };
  type Case = readonly [what: string, written: OnCallRow[], ended: OnCallRow[], said: string];
  const cases: readonly Case[] = [
    ['just now', [written], [ended], 'done'],
    ['nothing at all', [], [], 'done'],
    ['too long ago', [{ ...written, recordedAt: longAgo }], [], 'take-back-passed'],
    ['ended too long ago', [], [{ ...ended, endedAt: longAgo }], 'take-back-passed'],
    ['written by somebody else', [{ ...written, recordedBy: 'other' }], [], 'take-back-passed'],
    ['ended by somebody else', [], [{ ...ended, endedBy: 'other' }], 'take-back-passed'],
    ['replaced meanwhile', [{ ...written, endedAt: justNow, endedBy: 'other' }], [ended], 'on-call-changed'],
    ['brought back meanwhile', [written], [{ ...ended, endedAt: null, endedBy: null }], 'on-call-changed'],
  ];
  for (const [what, rows, gone, said] of cases) {
    test(`${what}: ${said}`, () => { const decided = decideTakeBack({ written: rows, ended: gone }, 'me', now); assert.equal('refused' in decided ? decided.refused : 'done', said); });
  }
});
