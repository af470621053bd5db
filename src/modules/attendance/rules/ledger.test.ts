/** The account of a week, case by case: standing, reasons, sums and forecast (W4 to W7). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { MinutesOfSession } from '../words.ts';
import { decideLine, reachableMinutes, sumAccount } from './ledger.ts';
import type { LedgerFacts } from './ledger.ts';
import type { SessionTimes, Stay } from './minutes.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock.padEnd(8, ':00')}Z`);
const staysOf = (text: string): Stay[] => text.split(' ').filter((part) => part !== '').map((part) => {
  const [arrived = '', left = ''] = part.split('-');
  return { arrivedAt: at(arrived), leftAt: left === '' ? null : at(left) };
});
/** Planned 09:00 to 12:00 with two breaks of ten minutes. */
const times: SessionTimes = {
  plannedStart: at('09:00'), plannedEnd: at('12:00'), heldEnd: at('12:00'),
  breaks: [{ startMinute: 60, minutes: 10, taken: true }, { startMinute: 120, minutes: 10, taken: true }],
};
const NOTE: MinutesOfSession = { scheduled: 180, attended: 170, clinical: 150 };
const facts = (stays: string, more: Partial<LedgerFacts> = {}): LedgerFacts => {
  const list = staysOf(stays);
  return { times, stays: list, outcome: list.length > 0 ? 'present' : null, isCanceled: false, isCounted: true, note: null, ...more };
};
const figures = ({ scheduled, attended, clinical }: MinutesOfSession): string => `${scheduled}/${attended}/${clinical}`;
const row = (one: LedgerFacts, now: Date) => ({ line: decideLine(one, now), isCounted: one.isCounted, expected: reachableMinutes(one.times, one.stays, now) });

describe('ATT-6 minutes are provisional from stamp-out or session end and documented once the note is signed (W6)', () => {
  type Case = readonly [what: string, now: string, stays: string, more: Partial<LedgerFacts>, standing: string];
  const cases: readonly Case[] = [
    ['to come', '08:00', '', {}, 'booked 180/0/0'],
    ['stamped in before the start', '08:50', '08:45-', {}, 'running 180/0/0'],
    ['came and went before the start', '08:50', '08:40-08:45', {}, 'booked 180/0/0'],
    ['came and went before the start, which is now: can still come', '09:00', '08:40-08:45', {}, 'booked 180/0/0'],
    ['came and went before the start, and it is over', '12:00', '08:40-08:45', {}, 'missed 180/0/0'],
    ['in and out within one instant, and it is over', '12:00', '09:20-09:20', {}, 'missed 180/0/0'],
    ['begun, not there yet', '09:30', '', {}, 'booked 180/0/0'],
    ['over, never came', '12:00', '', {}, 'missed 180/0/0'],
    ['there', '10:30', '09:00-', {}, 'running 180/90/80'],
    ['away and back', '10:30', '09:00-09:30 10:20-', {}, 'running 180/40/40'],
    ['gone', '10:30', '09:00-09:30', {}, 'provisional 180/30/30'],
    ['over', '12:00', '09:00-', {}, 'provisional 180/180/160'],
    ['signed', '13:00', '09:00-', { note: NOTE }, 'documented 180/170/150'],
    ['recorded absent before the end', '09:30', '', { outcome: 'absent' }, 'missed 180/0/0'],
    ['a stamp taken back, over', '12:00', '', { outcome: 'present' }, 'missed 180/0/0'],
    ['canceled', '13:00', '', { isCanceled: true }, 'canceled 180/0/0'],
  ];
  for (const [what, now, stays, more, standing] of cases) {
    test(`${what}: ${standing}`, () => {
      const line = decideLine(facts(stays, more), at(now));
      assert.equal(`${line.standing} ${figures(line.minutes)}`, standing);
    });
  }
});

describe('ATT-6 canceled and missed give nothing, whatever stamps there are', () => {
  const cases: readonly (readonly [what: string, more: Partial<LedgerFacts>, standing: string])[] = [
    ['canceled after somebody had come', { isCanceled: true }, 'canceled 180/0/0 '],
    ['recorded absent, with a stay', { outcome: 'absent' }, 'missed 180/0/0 did-not-come'],
  ];
  for (const [what, more, standing] of cases) {
    test(`${what}: ${standing}`, () => {
      const one = facts('09:10-11:00', more);
      const line = decideLine(one, at('13:00'));
      assert.equal(`${line.standing} ${figures(line.minutes)} ${line.differences.join(' ')}`, standing);
      assert.equal(sumAccount([row(one, at('13:00'))]).forecastMinutes, 0);
      assert.equal(sumAccount([row(one, at('13:00'))]).done.clinical, 0);
    });
  }
});

test('ATT-6 a signed note’s minutes stand as signed, also when stamps or times say otherwise later', () => {
  for (const more of [{ times: { ...times, heldEnd: at('10:00') } }, { isCanceled: true }, { stays: [] }, { outcome: 'absent' as const }]) {
    const line = decideLine(facts('09:00-12:00', { ...more, note: NOTE }), at('13:00'));
    assert.equal(`${line.standing} ${figures(line.minutes)}`, 'documented 180/170/150');
  }
});

describe('ATT-6 why planned and clinical minutes differ is said', () => {
  type Case = readonly [stays: string, more: Partial<LedgerFacts>, differences: string];
  const cases: readonly Case[] = [
    ['09:00-12:00', {}, 'break-left-out'],
    ['09:00-10:00', {}, 'left-early'],
    ['09:20-12:00', {}, 'came-late break-left-out'],
    ['09:00:59-12:00', {}, 'break-left-out'],
    ['09:00-10:00 10:30-12:00', {}, 'was-away-between break-left-out'],
    ['10:30-12:00 09:00-10:00', {}, 'was-away-between break-left-out'],
    ['09:00-10:00 10:30-10:50', {}, 'was-away-between left-early'],
    ['10:30-10:50 09:00-10:00', {}, 'was-away-between left-early'],
    ['08:30-08:40 08:50-12:00', {}, 'break-left-out'],
    ['09:00-10:30 10:30-12:00', {}, 'break-left-out'],
    ['09:00-', {}, 'break-left-out'],
    ['', {}, 'did-not-come'],
    ['09:00-11:00', { times: { ...times, heldEnd: at('11:00') } }, 'break-left-out ended-early'],
    ['09:00-10:00', { times: { ...times, heldEnd: at('11:00') } }, 'left-early ended-early'],
    ['09:00-12:30', { times: { ...times, heldEnd: at('12:30') } }, 'break-left-out'],
    ['', { times: { ...times, heldEnd: at('11:00') } }, 'did-not-come'],
    ['', { isCanceled: true }, ''],
    ['09:00-12:00', { isCounted: false }, 'break-left-out not-counted-for-floor'],
    ['', { isCounted: false }, 'did-not-come not-counted-for-floor'],
  ];
  for (const [stays, more, differences] of cases) {
    const label = `${stays === '' ? 'no stay' : stays}${more.isCanceled === true ? ', canceled' : ''}${more.isCounted === false ? ', not counted' : ''}${more.times === undefined ? '' : `, ended ${more.times.heldEnd.toISOString().slice(11, 16)}`}`;
    test(`${label}: ${differences === '' ? 'nothing' : differences}`, () => assert.equal(decideLine(facts(stays, more), at('13:00')).differences.join(' '), differences));
  }
  test('booked: the breaks that will be left out', () => assert.deepEqual(decideLine(facts(''), at('08:00')).differences, ['break-left-out']));
});

describe('ATT-6 the forecast is what is attended so far plus what is scheduled to the end of the week (W7)', () => {
  type Case = readonly [what: string, now: string, rows: LedgerFacts[], account: string];
  const cases: readonly Case[] = [
    ['nothing booked', '08:00', [], '0 done, 0 forecast'],
    ['one to come', '08:00', [facts('')], '0 done, 160 forecast'],
    ['one to come, somebody is early', '08:50', [facts('08:40-')], '0 done, 160 forecast'],
    ['one to come, somebody was early and is outside', '08:50', [facts('08:40-08:45')], '0 done, 160 forecast'],
    ['running since the start', '10:30', [facts('09:00-')], '80 done, 160 forecast'],
    ['running, half an hour late', '10:30', [facts('09:30-')], '50 done, 130 forecast'],
    ['gone early', '10:30', [facts('09:00-09:30')], '30 done, 30 forecast'],
    ['missed', '13:00', [facts('')], '0 done, 0 forecast'],
    ['canceled before it began', '08:00', [facts('', { isCanceled: true })], '0 done, 0 forecast'],
    ['signed', '13:00', [facts('09:00-12:00', { note: NOTE })], '150 done, 150 forecast'],
    ['does not count for the floor', '08:00', [facts('', { isCounted: false })], '0 done, 0 forecast'],
    ['signed, provisional, missed, canceled', '13:00', [facts('09:00-12:00', { note: NOTE }), facts('09:00-12:00'), facts(''), facts('', { isCanceled: true })], '310 done, 310 forecast'],
  ];
  for (const [what, now, rows, account] of cases) {
    test(`${what}: ${account}`, () => {
      const { done, forecastMinutes } = sumAccount(rows.map((one) => row(one, at(now))));
      assert.equal(`${done.clinical} done, ${forecastMinutes} forecast`, account);
    });
  }
});

test('ATT-6 minutes of somebody who is still there are done, but neither provisional nor documented yet (W6)', () => {
  const account = sumAccount([row(facts('09:00-'), at('10:30')), row(facts('09:00-09:30'), at('10:30')), row(facts('', { note: NOTE }), at('10:30'))]);
  assert.equal(account.done.clinical, 80 + 30 + 150);
  assert.equal(account.provisionalMinutes, 30);
  assert.equal(account.documentedMinutes, 150);
});

test('ATT-6 three blocks of 3 h with two 10-minute breaks forecast 8.0 hours, an hour under a floor of nine (W5)', () => {
  const account = sumAccount([facts(''), facts(''), facts('')].map((one) => row(one, at('08:00'))));
  assert.equal(account.forecastMinutes / 60, 8);
});

describe('ATT-6 what somebody can still reach runs from the arrival to the end as held; who is not there yet can reach all of it', () => {
  const cases: readonly (readonly [stays: string, minutes: number])[] = [
    ['', 160], ['08:30-', 160], ['09:00-', 160], ['09:30-', 130], ['08:30-08:45', 160], ['08:30-09:00', 160], ['08:30-09:01', 1], ['09:00-09:30', 30], ['09:00-09:30 11:00-', 80],
  ];
  for (const [stays, minutes] of cases) test(`${stays === '' ? 'nobody' : stays}: ${minutes}`, () => assert.equal(reachableMinutes(times, staysOf(stays), times.plannedStart), minutes));
});

describe('ATT-6 who is missing from a running session can reach only what is left of it (W7)', () => {
  const cases: readonly (readonly [now: string, minutes: number])[] = [['08:00', 160], ['09:00', 160], ['09:30', 130], ['09:55', 105], ['11:59', 1], ['12:00', 0], ['13:00', 0]];
  for (const [now, minutes] of cases) test(`at ${now}: ${minutes}`, () => assert.equal(reachableMinutes(times, [], at(now)), minutes));
});
