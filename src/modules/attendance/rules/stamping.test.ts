/** Which stamps may be made, tried over the whole space of what can be the case. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideArrival, decideLeaving, decideTakeBack, UNDO_SECONDS } from './stamping.ts';
import type { StampFacts } from './stamping.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock.padEnd(8, ':00')}Z`);
const START = at('09:00');
const NOW = at('09:30');
const ARRIVED = at('09:10');
const TIMES = { early: at('07:59:59'), opening: at('08:00'), before: at('08:40'), running: at('09:20'), now: NOW, future: at('09:30:01') } as const;
type When = keyof typeof TIMES;

type State = { canceled: boolean; signed: boolean; seat: boolean; attendance: boolean; absent: boolean; open: boolean; over: boolean; when: When };
const BOTH = [false, true];
const STATES: State[] = BOTH.flatMap((canceled) => BOTH.flatMap((signed) => BOTH.flatMap((seat) => BOTH.flatMap((attendance) => BOTH.flatMap((absent) => BOTH.flatMap((open) => BOTH.flatMap((over) =>
  (Object.keys(TIMES) as When[]).map((when) => ({ canceled, signed, seat, attendance, absent, open, over, when })))))))))
  // An open stay belongs to an attendance that says present, an absence is an attendance too.
  .filter((state) => (state.attendance || !state.open) && (!state.absent || (state.attendance && !state.open)));

const factsOf = (state: State): StampFacts => ({
  session: { plannedStart: START, heldEnd: state.over ? TIMES.running : at('12:00'), isCanceled: state.canceled }, isSigned: state.signed, seat: state.seat ? { enrollmentId: 'enrollment', seatNo: 3 } : null,
  attendance: state.attendance ? { id: 'attendance', outcome: state.absent ? 'absent' : 'present' } : null, openStay: state.open ? { id: 'stay', arrivedAt: ARRIVED } : null,
});
const labelOf = (state: State): string => Object.entries(state).flatMap(([key, value]) => (value === false ? [] : [value === true ? key : String(value)])).join(' ');

/** Rows are read from above: the first whose words all hold gives the answer. */
type Row = readonly [holds: (state: State) => boolean, answer: string];
const answerOf = (rows: readonly Row[], state: State): string => rows.find(([holds]) => holds(state))?.[1] ?? 'no row';

describe('ATT-7 an arrival is refused by the first reason that holds, in every state there is', () => {
  const ROWS: readonly Row[] = [
    [({ canceled }) => canceled, 'session-canceled'],
    [({ signed }) => signed, 'already-signed'],
    [({ when }) => when === 'future', 'time-in-the-future'],
    [({ when }) => when === 'early', 'too-early-to-stamp'],
    [({ open }) => open, 'here-already'],
    [({ attendance, seat }) => !attendance && !seat, 'not-on-roster'],
    [({ over, when }) => over && (when === 'running' || when === 'now'), 'session-over'],
    [({ absent }) => absent, 'open-stay with new attendance instead of the absence'],
    [({ attendance }) => attendance, 'open-stay'],
    [() => true, 'open-stay with new attendance'],
  ];
  test(`${STATES.length} states, each with its one answer`, () => {
    const seen = new Set<string>();
    for (const state of STATES) {
      const decided = decideArrival(factsOf(state), TIMES[state.when], NOW);
      const said = 'refused' in decided ? decided.refused : `${decided.value.step}${'newAttendance' in decided.value && decided.value.newAttendance ? ` with new attendance${decided.value.instead === null ? '' : ' instead of the absence'}` : ''}`;
      assert.equal(said, answerOf(ROWS, state), labelOf(state));
      seen.add(said);
    }
    assert.equal(seen.size, ROWS.length, 'every answer occurs');
  });

  test('a second tap on somebody who is here writes nothing and tells when the person came', () => {
    const state: State = { canceled: false, signed: false, seat: true, attendance: true, absent: false, open: true, over: false, when: 'now' };
    assert.deepEqual(decideArrival(factsOf(state), NOW, NOW), { value: { step: 'here-already', at: ARRIVED } });
  });

  test('a stay begins at the time given, not at the time of the tap', () => {
    const state: State = { canceled: false, signed: false, seat: true, attendance: false, absent: false, open: false, over: false, when: 'before' };
    assert.deepEqual(decideArrival(factsOf(state), TIMES.before, NOW), { value: { step: 'open-stay', at: TIMES.before, newAttendance: true, instead: null } });
  });

  test('who is too early is told when arrivals open: an hour before the planned start', () => {
    const state: State = { canceled: false, signed: false, seat: true, attendance: false, absent: false, open: false, over: false, when: 'early' };
    assert.deepEqual(decideArrival(factsOf(state), TIMES.early, NOW), { refused: 'too-early-to-stamp', facts: { opensAt: '2026-11-19T08:00:00.000Z' } });
  });
});

describe('ATT-7 a leaving is refused by the first reason that holds, in every state there is', () => {
  const ROWS: readonly Row[] = [
    [({ canceled }) => canceled, 'session-canceled'],
    [({ signed }) => signed, 'already-signed'],
    [({ open }) => !open, 'not-here'],
    [({ when }) => when === 'future', 'time-in-the-future'],
    [({ when }) => TIMES[when] < ARRIVED, 'left-before-arriving'],
    [() => true, 'ends the stay'],
  ];
  test(`${STATES.length} states, each with its one answer`, () => {
    const seen = new Set<string>();
    for (const state of STATES) {
      const decided = decideLeaving(factsOf(state), TIMES[state.when], NOW);
      const said = 'refused' in decided ? decided.refused : 'ends the stay';
      assert.equal(said, answerOf(ROWS, state), labelOf(state));
      if ('value' in decided) assert.deepEqual(decided.value, { stayId: 'stay', at: TIMES[state.when] });
      seen.add(said);
    }
    assert.equal(seen.size, ROWS.length, 'every answer occurs');
  });

  test('leaving in the instant of arriving is allowed: a stay of no length', () => {
    const state: State = { canceled: false, signed: false, seat: true, attendance: true, absent: false, open: true, over: false, when: 'now' };
    assert.deepEqual(decideLeaving(factsOf(state), ARRIVED, NOW), { value: { stayId: 'stay', at: ARRIVED } });
  });
});

describe('ATT-8 a stamp can be taken back for a few seconds after it was made, unless the note is signed', () => {
  type Case = readonly [what: string, secondsAgo: number | null, signed: boolean, answer: string];
  const cases: readonly Case[] = [
    ['just made', 0, false, 'taken back'],
    ['at the last moment', UNDO_SECONDS, false, 'taken back'],
    ['a moment too late', UNDO_SECONDS + 0.001, false, 'undo-passed'],
    ['an hour ago', 3600, false, 'undo-passed'],
    ['no stamp', null, false, 'not-here'],
    ['just made, and signed', 0, true, 'already-signed'],
    ['an hour ago, and signed', 3600, true, 'already-signed'],
    ['no stamp, and signed', null, true, 'already-signed'],
  ];
  for (const [what, secondsAgo, signed, answer] of cases) {
    for (const kind of ['arrived', 'left'] as const) {
      test(`${kind}, ${what}: ${answer}`, () => {
        const stampedAt = new Date(NOW.getTime() - (secondsAgo ?? 0) * 1000);
        const last = secondsAgo === null ? null : { stayId: 'stay', kind, stampedAt, at: ARRIVED };
        const decided = decideTakeBack(last, signed, NOW);
        assert.equal('refused' in decided ? decided.refused : 'taken back', answer);
        if ('value' in decided) assert.deepEqual(decided.value, last);
      });
    }
  }
});
