/** Who gets which seat: free ones, own ones, given-away ones, and none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideSeat, decideWalkIn, freeSeats } from './seating.ts';
import type { Seated, WalkInAsked, WalkInFacts } from './seating.ts';

/** `1+ 2? 3- ++`: seat 1 present, 2 awaited, 3 absent, somebody present beyond the seats. The person is called by the seat, or x. */
const rosterOf = (text: string): Seated[] => text.split(' ').filter(Boolean).map((part) => {
  const seat = part.slice(0, -1);
  const state = part.endsWith('+') ? 'present' : part.endsWith('?') ? 'awaited' : 'absent';
  return { participantId: seat === '+' ? 'x' : seat, seatNo: seat === '+' ? null : Number(seat), state };
});

describe('ATT-15 a seat is freed by a recorded absence only, and somebody beyond the seats takes one away', () => {
  const cases: readonly (readonly [roster: string, free: number[]])[] = [
    ['', [1, 2, 3]], ['1? 2?', [3]], ['1- 2?', [1, 3]], ['1+ 2? 3+', []], ['1- 2- 3-', [1, 2, 3]], ['1+ 2? 3- ++', []], ['1+ 2- 3- ++', [2]],
  ];
  for (const [roster, free] of cases) test(`${roster || 'nobody'}: ${free.join(' ') || 'none'}`, () => assert.deepEqual(freeSeats(3, rosterOf(roster)), free));
});

describe('ATT-15 who belongs here gets the own seat, else the lowest free one, else none but with a reason', () => {
  type Case = readonly [own: number | null, roster: string, reason: string | null, answer: string];
  const cases: readonly Case[] = [
    [1, '2? 3?', null, '1'], [1, '1+ 2- 3?', null, '2'], [1, '1+ 2? 3?', null, 'seat-given-away'], [1, '1+ 2? 3?', 'Drove two hours', 'beyond'],
    [1, '2? 3?', 'Drove two hours', 'seats-free'], [null, '1? 2? 3?', null, 'seat-given-away'], [null, '1? 2? 3-', null, '3'], [1, '1- 2? 3?', null, '1'],
  ];
  for (const [own, roster, reason, answer] of cases) {
    test(`own ${own ?? 'none'}, ${roster}${reason === null ? '' : ', with a reason'}: ${answer}`, () => {
      const decided = decideSeat(own, 3, rosterOf(roster), reason);
      assert.equal('refused' in decided ? decided.refused : String(decided.value.seatNo ?? 'beyond'), answer);
      if ('value' in decided) assert.equal(decided.value.overCapReason, reason);
    });
  }
});

const at = (clock: string): Date => new Date(`2026-11-19T${clock.padEnd(8, ':00')}Z`);
const session = { plannedStart: at('09:00'), heldEnd: at('10:00'), isCanceled: false, capacity: 3 };

describe('ATT-15 a make-up who walks in is refused by the first reason that holds', () => {
  type Case = readonly [what: string, now: string, roster: string, asked: Partial<WalkInAsked>, facts: Partial<WalkInFacts>, answer: string];
  const ELSEWHERE = { elsewhere: { sessionId: 's', name: 'Other' } };
  const cases: readonly Case[] = [
    ['canceled', '09:10', '', {}, { session: { ...session, isCanceled: true } }, 'session-canceled'],
    ['too early', '07:59:59', '', {}, {}, 'too-early-to-stamp'],
    ['an hour before', '08:00', '1?', {}, {}, 'seat 2'],
    ['over', '10:00', '', {}, {}, 'session-over'],
    ['on the roster', '09:10', '1?', { participantId: '1' }, { hasOpenEpisode: false }, 'on-roster-already'],
    ['not placed', '09:10', '', {}, { hasOpenEpisode: false, ...ELSEWHERE }, 'no-open-episode'],
    ['in another room', '09:10', '', {}, ELSEWHERE, 'elsewhere-now'],
    ['a free seat', '09:10', '1+ 2-', {}, {}, 'seat 2'],
    ['a free seat, yet beyond the seats', '09:10', '1+ 2?', { overCapReason: 'Insists' }, {}, 'seats-free'],
    ['a free seat, yet one to be given away', '09:30', '1+ 2?', { giveAwaySeatOf: '2' }, {}, 'seats-free'],
    ['full', '09:30', '1+ 2? 3?', {}, {}, 'session-full'],
    ['full, with a reason', '09:10', '1+ 2? 3?', { overCapReason: 'Insists' }, {}, 'beyond'],
    ['full, within the grace time', '09:19:59', '1+ 2? 3?', { giveAwaySeatOf: '2' }, {}, 'grace-time'],
    ['full, after the grace time', '09:20', '1+ 2? 3?', { giveAwaySeatOf: '3' }, {}, 'seat 3 of 3'],
    ['the holder has come', '09:30', '1+ 2? 3?', { giveAwaySeatOf: '1' }, {}, 'came-meanwhile'],
    ['of nobody here', '09:30', '1+ 2? 3?', { giveAwaySeatOf: '9' }, {}, 'seat-not-theirs'],
    ['of somebody beyond the seats', '09:30', '1+ 2? 3? ++', { giveAwaySeatOf: 'x' }, {}, 'came-meanwhile'],
    ['with somebody beyond the seats', '09:30', '1+ 2? 3? ++', { giveAwaySeatOf: '3' }, {}, 'session-full'],
  ];
  for (const [what, now, roster, asked, facts, answer] of cases) {
    test(`${what}: ${answer}`, () => {
      const known = { session, graceMinutes: 20, hasOpenEpisode: true, elsewhere: null, roster: rosterOf(roster), ...facts };
      const decided = decideWalkIn(known, { participantId: 'w', giveAwaySeatOf: null, overCapReason: null, ...asked }, at(now));
      const told = 'refused' in decided ? decided.refused : decided.value.seatNo === null ? 'beyond' : `seat ${decided.value.seatNo}${decided.value.absent === null ? '' : ` of ${decided.value.absent}`}`;
      assert.equal(told, answer);
    });
  }
  test('who is too soon to give a seat away is told until when', () => {
    const known = { session, graceMinutes: 20, hasOpenEpisode: true, elsewhere: null, roster: rosterOf('1+ 2? 3?') };
    assert.deepEqual(decideWalkIn(known, { participantId: 'w', giveAwaySeatOf: '2', overCapReason: null }, at('09:05')), { refused: 'grace-time', facts: { until: '2026-11-19T09:20:00.000Z' } });
  });
});
