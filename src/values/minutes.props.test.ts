/** Stretches of time obey set arithmetic whatever their number, order and length. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { intersect, lengthMs, overlap, union, wholeMinutes } from './minutes.ts';
import type { Span } from './minutes.ts';

const moment = fc.integer({ min: 0, max: 400 }).map((ms) => new Date(1_795_000_000_000 + ms));
const span: fc.Arbitrary<Span> = fc.tuple(moment, moment).map(([one, other]) => (one <= other ? { start: one, end: other } : { start: other, end: one }));
const spans = fc.array(span, { maxLength: 8 });
/** Every millisecond that a list of spans covers, counted by hand. */
const covered = (list: readonly Span[]): Set<number> => {
  const seen = new Set<number>();
  for (const { start, end } of list) for (let ms = start.getTime(); ms < end.getTime(); ms += 1) seen.add(ms);
  return seen;
};

test('a joined list covers exactly the same moments, each once', () => {
  fc.assert(fc.property(spans, (list) => {
    const joined = union(list);
    assert.deepEqual(covered(joined), covered(list));
    assert.equal(lengthMs(joined), covered(list).size);
  }));
});

test('a joined list is sorted, has gaps between its parts, and joining it again changes nothing', () => {
  fc.assert(fc.property(spans, (list) => {
    const joined = union(list);
    joined.slice(1).forEach((part, index) => assert.ok((joined[index]?.end ?? part.start) < part.start));
    assert.deepEqual(union(joined), joined);
  }));
});

test('the order of stretches is immaterial', () => {
  fc.assert(fc.property(spans, fc.integer(), (list, turn) => {
    const turned = list.map((_, index) => list[(index + Math.abs(turn)) % list.length] as Span).reverse();
    assert.deepEqual(union(turned), union(list));
  }));
});

test('what two lists share is the same from both sides and never more than either', () => {
  fc.assert(fc.property(spans, spans, (one, other) => {
    const [a, b] = [union(one), union(other)];
    const shared = [...covered(a)].filter((ms) => covered(b).has(ms)).length;
    assert.equal(lengthMs(intersect(a, b)), shared);
    assert.equal(lengthMs(intersect(b, a)), shared);
    assert.ok(shared <= Math.min(lengthMs(a), lengthMs(b)));
  }), { numRuns: 60 });
});

test('an overlap lies inside both, and flooring the whole loses less than a minute', () => {
  fc.assert(fc.property(span, span, (one, other) => {
    const part = overlap(one, other);
    if (part !== null) assert.ok(part.start >= one.start && part.start >= other.start && part.end <= one.end && part.end <= other.end && part.start < part.end);
  }));
  fc.assert(fc.property(fc.integer({ min: 0, max: 700_000_000 }), (ms) => {
    const lost = ms - wholeMinutes(ms) * 60_000;
    assert.ok(lost >= 0 && lost < 60_000);
  }));
});

test('flooring once is never less than flooring in parts: seconds matter (W1)', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 6 }), (parts) => {
    const whole = wholeMinutes(parts.reduce((sum, part) => sum + part, 0));
    const piecewise = parts.reduce((sum, part) => sum + wholeMinutes(part), 0);
    assert.ok(whole >= piecewise && whole < piecewise + parts.length);
  }));
});
