/** Ends, breaks and later starts as tables of cases (W2). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaksFit, decideHeld, decideLaterStart } from './held.ts';
import type { TimesFacts } from './held.ts';

const at = (time: string): Date => new Date(`2026-11-19T${time}:00Z`);
const facts: TimesFacts = { plannedStart: at('10:00'), plannedEnd: at('11:00'), heldEnd: at('11:00'), isCanceled: false, isSigned: false, wasHeld: false };
const said = (outcome: object): string => ('refused' in outcome ? String(outcome.refused) : 'done');

test('W2 an end may be written from the start on: early at once, late once it has passed, four hours after the plan at most', () => {
  const cases: [string, string, string][] = [
    ['09:59', '10:30', 'session-not-begun'], ['10:00', '10:00', 'end-outside'], ['10:00', '10:01', 'done'], ['10:10', '11:00', 'done'], ['10:10', '11:01', 'end-outside'],
    ['11:20', '11:20', 'done'], ['11:20', '11:21', 'end-outside'], ['18:00', '15:00', 'done'], ['18:00', '15:01', 'end-outside'], ['18:00', '10:30', 'done'],
  ];
  for (const [now, end, want] of cases) assert.equal(said(decideHeld(facts, { endsAt: at(end), breaks: [] }, at(now))), want, `${end} written at ${now}`);
});

test('a canceled session was not held, and a signed note keeps the times it was signed with', () => {
  const end = { endsAt: at('10:50'), breaks: [] };
  assert.equal(said(decideHeld({ ...facts, isCanceled: true, isSigned: true }, end, at('11:00'))), 'session-canceled');
  assert.equal(said(decideHeld({ ...facts, isSigned: true }, end, at('11:00'))), 'times-signed');
});

test('a planned break after an early end may stay, taken or not; a break after the latest end may not', () => {
  const breaks = [{ startMinute: 45, minutes: 10, taken: true }];
  assert.equal(said(decideHeld(facts, { endsAt: at('10:30'), breaks }, at('10:40'))), 'done');
  assert.equal(said(decideHeld(facts, { endsAt: at('11:10'), breaks: [{ startMinute: 60, minutes: 10, taken: true }] }, at('11:10'))), 'done');
  assert.equal(said(decideHeld(facts, { endsAt: at('11:10'), breaks: [{ startMinute: 61, minutes: 10, taken: true }] }, at('11:10'))), 'breaks-outside');
});

test('breaks lie inside the minutes and apart, in whatever order they are said', () => {
  const cases: [[number, number][], boolean][] = [[[], true], [[[0, 60]], true], [[[0, 61]], false], [[[30, 10], [10, 10]], true], [[[30, 10], [20, 11]], false], [[[30, 10], [20, 10]], true]];
  for (const [breaks, fits] of cases) assert.equal(breaksFit(breaks.map(([startMinute, minutes]) => ({ startMinute, minutes })), 60), fits, JSON.stringify(breaks));
});

test('a start is put off inside the planned time: the end stays or moves by as much at most', () => {
  const cases: [string, number, string][] = [
    ['09:50', 60, 'start-settled'], ['10:00', 60, 'start-settled'], ['10:10', 49, 'start-settled'], ['10:10', 50, 'done'], ['10:10', 60, 'done'], ['10:10', 61, 'start-settled'], ['10:59', 1, 'done'], ['11:00', 60, 'start-settled'],
  ];
  for (const [start, minutes, want] of cases) assert.equal(said(decideLaterStart(facts, [], at(start), minutes)), want, `${start} for ${minutes}`);
  assert.equal(said(decideLaterStart(facts, [{ startMinute: 45, minutes: 10 }], at('10:10'), 50)), 'start-settled');
  assert.equal(said(decideLaterStart({ ...facts, wasHeld: true }, [], at('10:10'), 50)), 'start-settled');
  const late = { ...facts, plannedStart: at('10:10'), before: { start: at('10:00'), end: at('11:00') } };
  assert.equal(said(decideLaterStart(late, [], at('10:00'), 60)), 'done');
  assert.equal(said(decideLaterStart({ ...late, wasHeld: true }, [], at('10:00'), 60)), 'start-settled');
  assert.equal(said(decideLaterStart(late, [], at('10:05'), 55)), 'start-settled');
  assert.equal(said(decideLaterStart({ ...facts, isSigned: true }, [], at('10:10'), 50)), 'times-signed');
});
