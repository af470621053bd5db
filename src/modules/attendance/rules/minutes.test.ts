/** From stays to minutes, case by case: planned / attended / clinical is the last word of each row (W1, W2). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '../../../values/civil-date.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import type { SessionBreak } from '../../sessions/words.ts';
import { breakMinutesOf, clinicalMinutesOf, decideMinutes } from './minutes.ts';
import type { SessionTimes, Stay } from './minutes.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock.padEnd(8, ':00')}Z`);
/** '60+10 120+10!' : ten minutes after an hour, and ten after two hours that were not taken. */
const breaksOf = (text: string): SessionBreak[] => text.split(' ').filter((part) => part !== '').map((part) => {
  const [start, minutes] = part.replace('!', '').split('+');
  return { startMinute: Number(start), minutes: Number(minutes), taken: !part.endsWith('!') };
});
/** '09:00-10:00 10:30-': two stays, the second still open. */
const staysOf = (text: string): Stay[] => text.split(' ').filter((part) => part !== '').map((part) => {
  const [arrived = '', left = ''] = part.split('-');
  return { arrivedAt: at(arrived), leftAt: left === '' ? null : at(left) };
});
/** Planned 09:00 to 12:00. */
const morning = (breaks: string, heldEnd = '12:00'): SessionTimes => ({ plannedStart: at('09:00'), plannedEnd: at('12:00'), heldEnd: at(heldEnd), breaks: breaksOf(breaks) });
const LATER = at('18:00');
const said = ({ scheduled, attended, clinical }: ReturnType<typeof decideMinutes>): string => `${scheduled}/${attended}/${clinical}`;

type Case = readonly [what: string, breaks: string, stays: string, minutes: string];
function eachCase(cases: readonly Case[], heldEnd = '12:00', until = LATER): void {
  for (const [what, breaks, stays, minutes] of cases) {
    test(`${what}: ${minutes}`, () => assert.equal(said(decideMinutes(morning(breaks, heldEnd), staysOf(stays), until)), minutes));
  }
}

describe('ATT-1 planned, attended and clinical are kept apart, and each is bounded by the one before it', () => {
  eachCase([
    ['the whole session, no break', '', '09:00-12:00', '180/180/180'],
    ['the whole session, two breaks', '60+10 120+10', '09:00-12:00', '180/180/160'],
    ['the first hour', '60+10 120+10', '09:00-10:00', '180/60/60'],
    ['only in the break', '60+10', '10:00-10:10', '180/10/0'],
    ['never', '60+10', '', '180/0/0'],
    ['a session that is one break', '0+180', '09:00-12:00', '180/180/0'],
  ]);
});

describe('ATT-2 minutes are floored once for a person and a session, never up: seconds matter (W1)', () => {
  eachCase([
    ['one second short', '', '09:00:01-12:00', '180/179/179'],
    ['59 seconds', '', '09:00:00-09:00:59', '180/0/0'],
    ['one minute', '', '09:00:00-09:01:00', '180/1/1'],
    ['three stays of 20 min 40 s are 62 min, not 60', '', '09:00:00-09:20:40 10:00:00-10:20:40 11:00:00-11:20:40', '180/62/62'],
    ['half a minute into a break', '60+10', '09:00:00-10:00:30', '180/60/60'],
    ['half a minute late and half a minute early', '', '09:00:30-11:59:30', '180/179/179'],
  ]);
});

describe('ATT-3 minutes before the planned start never count (W2)', () => {
  eachCase([
    ['half an hour early', '', '08:30-12:00', '180/180/180'],
    ['came and went before the start', '', '08:00-08:45', '180/0/0'],
    ['went in the instant of the start', '', '08:30-09:00', '180/0/0'],
  ]);
});

describe('ATT-3 minutes after the planned end count only when the facilitator moved the end (W2)', () => {
  eachCase([
    ['stayed on', '', '09:00-12:45', '180/180/180'],
    ['came after the end', '', '12:10-12:45', '180/0/0'],
    ['never stamped out', '', '09:00-', '180/180/180'],
  ]);
  eachCase([
    ['end moved to 12:30, stayed on', '', '09:00-12:45', '180/210/210'],
    ['end moved to 12:30, never stamped out', '60+10', '09:00-', '180/210/200'],
    ['end moved to 12:30, went at the planned end', '', '09:00-12:00', '180/180/180'],
  ], '12:30');
  eachCase([
    ['ended at 11:00, stayed until 12:00', '60+10', '09:00-12:00', '180/120/110'],
    ['ended at 11:00, its second break never came', '60+10 120+10', '09:00-', '180/120/110'],
  ], '11:00');
});

describe('ATT-4 a planned break counts as taken unless said otherwise, and no minute of it is subtracted twice (W2)', () => {
  eachCase([
    ['one of two not taken', '60+10 120+10!', '09:00-12:00', '180/180/170'],
    ['none taken', '60+10! 120+10!', '09:00-12:00', '180/180/180'],
    ['two breaks that overlap by five minutes', '60+10 65+10', '09:00-12:00', '180/180/165'],
    ['the same break twice', '60+10 60+10', '09:00-12:00', '180/180/170'],
    ['two breaks that touch', '60+10 70+10', '09:00-12:00', '180/180/160'],
    ['a break one overlaps that was not taken', '60+10 65+10!', '09:00-12:00', '180/180/170'],
    ['came in the middle of the break', '60+10', '10:05-12:00', '180/115/110'],
    ['went in the middle of the break', '60+10', '09:00-10:05', '180/65/60'],
    ['out for the break', '60+10', '09:00-10:00 10:10-12:00', '180/170/170'],
    ['out for half of the break', '60+10', '09:00-10:05 10:10-12:00', '180/175/170'],
    ['a break beyond the end', '175+10', '09:00-12:00', '180/180/175'],
  ]);
});

describe('ATT-5 leaving and coming back is a second stay; no moment counts twice, in whatever order the stays come (W2)', () => {
  eachCase([
    ['away for half an hour', '', '09:00-10:00 10:30-12:00', '180/150/150'],
    ['the same in the other order', '', '10:30-12:00 09:00-10:00', '180/150/150'],
    ['two stays that overlap', '', '09:00-10:30 10:00-12:00', '180/180/180'],
    ['the same stay twice', '60+10', '09:00-12:00 09:00-12:00', '180/180/170'],
    ['one stay inside another', '', '09:00-12:00 10:00-11:00', '180/180/180'],
    ['two stays that touch', '', '09:00-10:30 10:30-12:00', '180/180/180'],
    ['back and still there', '', '09:00-10:00 10:30-', '180/150/150'],
    ['a stay of no length', '', '09:30-09:30', '180/0/0'],
  ]);
});

describe('ATT-5 while the session runs an open stay counts up to now', () => {
  eachCase([
    ['there since the start', '60+10', '09:00-', '180/65/60'],
    ['gone before now', '60+10', '09:00-09:30', '180/30/30'],
    ['a leaving stamped for later counts up to now', '', '09:00-11:00', '180/65/65'],
  ], '12:00', at('10:05'));
  eachCase([['nothing yet', '', '08:30-', '180/0/0']], '12:00', at('08:45'));
});

test('three blocks of 3 h with two 10-minute breaks each are 8.0 clinical hours (W5)', () => {
  const block = clinicalMinutesOf(morning('60+10 120+10'));
  assert.equal((3 * block) / 60, 8);
});

test('the minutes of breaks are those inside the session as held', () => {
  assert.equal(breakMinutesOf(morning('60+10 120+10')), 20);
  assert.equal(breakMinutesOf(morning('60+10 65+10')), 15);
  assert.equal(breakMinutesOf(morning('60+10 120+10', '11:00')), 10);
  assert.equal(breakMinutesOf(morning('60+10!')), 0);
});

describe('ATT-1 a session across a clock change has its real length', () => {
  const cases: readonly (readonly [zone: string, date: string, from: string, to: string, minutes: string])[] = [
    ['America/Chicago', '2026-11-19', '00:30', '03:30', '180/180/170'],
    ['America/Chicago', '2026-03-08', '00:30', '03:30', '120/120/110'],
    ['America/Chicago', '2026-11-01', '00:30', '03:30', '240/240/230'],
    ['Australia/Lord_Howe', '2026-10-04', '00:30', '03:30', '150/150/140'],
    ['Africa/Cairo', '2024-04-26', '00:30', '03:30', '120/120/110'],
  ];
  for (const [zone, date, from, to, minutes] of cases) {
    test(`${date} ${from} to ${to} in ${zone}: ${minutes}`, () => {
      const plannedStart = instantOf(zone, date as CivilDate, from as LocalTime);
      const plannedEnd = instantOf(zone, date as CivilDate, to as LocalTime);
      const times = { plannedStart, plannedEnd, heldEnd: plannedEnd, breaks: breaksOf('60+10') };
      assert.equal(said(decideMinutes(times, [{ arrivedAt: plannedStart, leftAt: plannedEnd }], plannedEnd)), minutes);
    });
  }
});
