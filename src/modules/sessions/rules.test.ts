/** A session stands in exactly one state at every moment, computed from its times and notes. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideState } from './rules.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock}Z`);
const MOMENTS = { 'a moment before the start': at('08:59:59.999'), 'at the start': at('09:00'), 'a moment before the end': at('11:59:59.999'), 'at the end': at('12:00'), 'the day after': new Date('2026-11-20T12:00:00Z') } as const;
type Moment = keyof typeof MOMENTS;
const stateAt = (moment: Moment, more: { isCanceled?: boolean; present?: number; signed?: number; heldEnd?: Date } = {}) =>
  decideState({ plannedStart: at('09:00'), heldEnd: at('12:00'), isCanceled: false, present: 10, signed: 0, ...more }, MOMENTS[moment]);

describe('SES-2 the state of a session is computed: planned, running, ended, signed or canceled', () => {
  type Case = readonly [moment: Moment, present: number, signed: number, state: string];
  const cases: readonly Case[] = [
    ['a moment before the start', 0, 0, 'planned'],
    ['a moment before the start', 1, 0, 'planned'],
    ['at the start', 0, 0, 'running'],
    ['a moment before the end', 10, 0, 'running'],
    ['a moment before the end', 10, 10, 'running'],
    ['at the end', 10, 0, 'ended'],
    ['at the end', 10, 9, 'ended'],
    ['at the end', 10, 10, 'signed'],
    ['the day after', 1, 1, 'signed'],
    ['the day after', 0, 0, 'ended'],
  ];
  for (const [moment, present, signed, state] of cases) {
    test(`${moment}, ${present} there, ${signed} signed: ${state}`, () => assert.equal(stateAt(moment, { present, signed }), state));
  }

  test('canceled is said first, at every moment and however many notes there are', () => {
    for (const moment of Object.keys(MOMENTS) as Moment[]) {
      for (const signed of [0, 9, 10]) assert.equal(stateAt(moment, { isCanceled: true, signed }), 'canceled');
    }
  });

  test('an end that the facilitator moved moves the state with it', () => {
    assert.equal(stateAt('at the end', { heldEnd: at('12:30') }), 'running');
    assert.equal(stateAt('a moment before the end', { heldEnd: at('11:00') }), 'ended');
  });

  test('time only ever moves a session forward', () => {
    const order = ['planned', 'running', 'ended', 'signed'];
    for (const signed of [0, 10]) {
      const states = (Object.keys(MOMENTS) as Moment[]).map((moment) => order.indexOf(stateAt(moment, { signed })));
      assert.deepEqual(states, [...states].sort((a, b) => a - b));
    }
  });
});
