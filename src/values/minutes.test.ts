/** Durations floor once, stretches of time meet and join without counting a moment twice. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addMinutes, intersect, lengthMs, overlap, union, wholeMinutes } from './minutes.ts';
import type { Span } from './minutes.ts';

const at = (clock: string): Date => new Date(`2026-11-19T${clock.padEnd(8, ':00')}Z`);
/** '09:00-10:00 10:30-11:00' as spans. */
const spans = (text: string): Span[] => text.split(' ').filter((part) => part !== '').map((part) => {
  const [start = '', end = ''] = part.split('-');
  return { start: at(start), end: at(end) };
});
const told = (list: readonly Span[]): string => list.map((span) => `${span.start.toISOString().slice(11, 16)}-${span.end.toISOString().slice(11, 16)}`).join(' ');

describe('whole minutes are floored, never rounded up (W1)', () => {
  const cases: readonly (readonly [milliseconds: number, minutes: number])[] = [
    [0, 0],
    [1, 0],
    [59_999, 0],
    [60_000, 1],
    [119_999, 1],
    [3_599_999, 59],
    [3_600_000, 60],
  ];
  for (const [milliseconds, minutes] of cases) {
    test(`${milliseconds} ms are ${minutes} min`, () => assert.equal(wholeMinutes(milliseconds), minutes));
  }

  test('a negative duration is a broken invariant and throws', () => {
    assert.throws(() => wholeMinutes(-1), RangeError);
  });
});

describe('the part of a stretch inside a frame; the end is excluded', () => {
  const cases: readonly (readonly [span: string, frame: string, part: string])[] = [
    ['09:00-12:00', '10:00-11:00', '10:00-11:00'],
    ['10:15-10:45', '10:00-11:00', '10:15-10:45'],
    ['09:00-10:30', '10:00-11:00', '10:00-10:30'],
    ['10:30-12:00', '10:00-11:00', '10:30-11:00'],
    ['09:00-10:00', '10:00-11:00', ''],
    ['11:00-12:00', '10:00-11:00', ''],
    ['10:30-10:30', '10:00-11:00', ''],
  ];
  for (const [span, frame, part] of cases) {
    test(`${span} inside ${frame} is ${part === '' ? 'nothing' : part}`, () => {
      const [one] = spans(span);
      const [other] = spans(frame);
      assert.ok(one !== undefined && other !== undefined);
      const met = overlap(one, other);
      assert.equal(told(met === null ? [] : [met]), part);
    });
  }
});

describe('joining: what touches or overlaps is one stretch', () => {
  const cases: readonly (readonly [what: string, list: string, joined: string])[] = [
    ['nothing', '', ''],
    ['apart', '09:00-09:30 10:00-10:30', '09:00-09:30 10:00-10:30'],
    ['touching', '09:00-09:30 09:30-10:00', '09:00-10:00'],
    ['overlapping', '09:00-09:40 09:30-10:00', '09:00-10:00'],
    ['one inside the other', '09:00-11:00 09:30-10:00', '09:00-11:00'],
    ['the same twice', '09:00-10:00 09:00-10:00', '09:00-10:00'],
    ['out of order', '11:00-12:00 09:00-10:00', '09:00-10:00 11:00-12:00'],
    ['an empty one', '09:00-09:00 10:00-11:00', '10:00-11:00'],
    ['one that ends before it starts', '10:00-09:00', ''],
  ];
  for (const [what, list, joined] of cases) test(`${what}: ${joined === '' ? 'nothing' : joined}`, () => assert.equal(told(union(spans(list))), joined));
});

test('the parts of a presence inside two breaks are both found', () => {
  assert.equal(told(intersect(spans('09:05-10:05'), spans('09:00-09:10 10:00-10:10'))), '09:05-09:10 10:00-10:05');
});

test('the length of stretches is their sum', () => {
  assert.equal(lengthMs(spans('09:00-09:30 10:00-10:30')), 3_600_000);
  assert.equal(lengthMs([]), 0);
});

test('minutes are added in both directions and across a date', () => {
  assert.equal(addMinutes(at('23:50'), 20).toISOString(), '2026-11-20T00:10:00.000Z');
  assert.equal(addMinutes(at('00:10'), -20).toISOString(), '2026-11-18T23:50:00.000Z');
});
