/** How a person stands toward a session: one word for every mixture of stamps, seat and time. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SessionTimes, Stay } from './minutes.ts';
import { decideStanding, minutesLate, wasThere } from './standing.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock.padEnd(8, ':00')}Z`);
const times: SessionTimes = { plannedStart: at('09:00'), plannedEnd: at('12:00'), heldEnd: at('12:00'), breaks: [] };
const staysOf = (text: string): Stay[] => text.split(' ').filter((part) => part !== '').map((part) => {
  const [arrived = '', left = ''] = part.split('-');
  return { arrivedAt: at(arrived), leftAt: left === '' ? null : at(left) };
});

describe('ATT-6 a standing is computed from facts: the first question that fits answers', () => {
  type Case = readonly [now: string, stays: string, seat: 'seat' | 'no seat' | 'make-up seat', outcome: 'present' | 'absent' | 'excused' | null, standing: string];
  const cases: readonly Case[] = [
    ['08:59:59', '', 'seat', null, 'expected'],
    ['09:00', '', 'seat', null, 'missing'],
    ['13:00', '', 'seat', null, 'missing'],
    ['08:30', '', 'seat', 'absent', 'absent'],
    ['13:00', '', 'seat', 'absent', 'absent'],
    ['08:30', '', 'seat', 'excused', 'excused'],
    ['13:00', '', 'seat', 'excused', 'excused'],
    ['08:50', '08:30-08:40', 'seat', 'present', 'expected'],
    ['09:10', '08:30-08:40', 'seat', 'present', 'missing'],
    ['09:00', '08:30-09:00', 'seat', 'present', 'missing'],
    ['09:30', '09:20-09:20', 'seat', 'present', 'missing'],
    ['13:00', '12:00-12:30', 'seat', 'present', 'missing'],
    ['13:00', '12:10-', 'seat', 'present', 'missing'],
    ['09:40', '09:10-09:10 09:20-', 'seat', 'present', 'late'],
    ['13:00', '09:20-09:20', 'no seat', 'present', 'missing'],
    ['09:30', '08:30-08:40 09:20-', 'seat', 'present', 'late'],
    ['09:30', '08:30-08:40', 'no seat', 'present', 'missing'],
    ['08:30', '', 'seat', 'present', 'expected'],
    ['10:00', '', 'seat', 'present', 'missing'],
    ['08:50', '08:45-', 'seat', 'present', 'here'],
    ['10:00', '09:00-', 'seat', 'present', 'here'],
    ['10:00', '09:00:59-', 'seat', 'present', 'here'],
    ['10:00', '09:01-', 'seat', 'present', 'late'],
    ['13:00', '09:20-', 'seat', 'present', 'late'],
    ['10:00', '09:00-09:30', 'seat', 'present', 'left-early'],
    ['13:00', '09:00-11:59:59', 'seat', 'present', 'left-early'],
    ['13:00', '09:00-12:00', 'seat', 'present', 'here'],
    ['13:00', '09:00-12:30', 'seat', 'present', 'here'],
    ['10:40', '09:00-10:00 10:30-', 'seat', 'present', 'here'],
    ['10:40', '10:30- 09:00-10:00', 'seat', 'present', 'here'],
    ['10:40', '09:10-10:00 10:30-', 'seat', 'present', 'late'],
    ['11:40', '09:00-10:00 10:30-11:00', 'seat', 'present', 'left-early'],
    ['10:00', '09:00-', 'no seat', 'present', 'make-up'],
    ['10:00', '09:20-', 'no seat', 'present', 'make-up'],
    ['08:50', '', 'make-up seat', null, 'expected'],
    ['09:10', '', 'make-up seat', null, 'missing'],
    ['10:00', '09:00-', 'make-up seat', 'present', 'make-up'],
    ['10:00', '', 'make-up seat', 'excused', 'excused'],
    ['10:00', '09:00-09:30', 'no seat', 'present', 'left-early'],
  ];
  for (const [now, stays, seat, outcome, standing] of cases) {
    test(`${now}, ${stays === '' ? 'no stay' : stays}, ${seat}, recorded ${outcome ?? 'nothing'}: ${standing}`, () => {
      assert.equal(decideStanding(times, {
        outcome: outcome === 'excused' ? 'absent' : outcome, excused: outcome === 'excused', hasSeat: seat !== 'no seat', isMakeUp: seat === 'make-up seat', stays: staysOf(stays),
      }, at(now)), standing);
    });
  }
});

test('ATT-6 going at the planned end is going early when the facilitator moved the end', () => {
  const longer = { ...times, heldEnd: at('12:30') };
  assert.equal(decideStanding(longer, { outcome: 'present', hasSeat: true, stays: staysOf('09:00-12:00') }, at('13:00')), 'left-early');
});

describe('ATT-6 somebody was there with a moment of the session, and only then', () => {
  const cases: readonly (readonly [stays: string, was: boolean])[] = [
    ['', false], ['08:30-08:40', false], ['08:30-09:00', false], ['09:20-09:20', false], ['12:00-12:30', false], ['12:10-', false],
    ['08:30-', true], ['08:30-09:00:01', true], ['09:20-09:21', true], ['11:59-12:30', true], ['09:20-09:20 10:00-', true],
  ];
  for (const [stays, was] of cases) test(`${stays === '' ? 'no stay' : stays}: ${was}`, () => assert.equal(wasThere(times, staysOf(stays)), was));
});

describe('ATT-2 minutes late are whole minutes from the planned start to the first arrival', () => {
  const cases: readonly (readonly [stays: string, minutes: number])[] = [
    ['', 0], ['08:30-', 0], ['09:00-', 0], ['09:00:59-', 0], ['09:01-', 1], ['09:20:30-', 20], ['10:30-11:00 09:05-10:00', 5], ['08:30-08:50 09:20-', 20],
  ];
  for (const [stays, minutes] of cases) test(`${stays === '' ? 'nobody' : stays}: ${minutes}`, () => assert.equal(minutesLate(times, staysOf(stays)), minutes));
});
