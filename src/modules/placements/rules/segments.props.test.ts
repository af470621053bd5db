/** Whatever segments there are and whatever is changed: no overlap, earlier days untouched, doing it again does nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { changesNothing, decideSegments, valueOn } from './segments.ts';
import type { Segment, SegmentChange, SegmentsDecision } from './segments.ts';

const START = '2026-10-01' as CivilDate;
const SPAN = 60;
const dayAt = (index: number): CivilDate => addDays(START, index);

/** Segments one after another, with gaps here and there; the last may be open. */
const existing = fc.tuple(fc.array(fc.record({ gap: fc.constantFrom(0, 0, 0, 3), days: fc.integer({ min: 1, max: 12 }), value: fc.constantFrom('a', 'b', 'c') }), { maxLength: 4 }), fc.boolean()).map(([parts, isOpen]) => {
  let at = 0;
  return parts.map((part, index): Segment => {
    const startsOn = dayAt(at + part.gap);
    at += part.gap + part.days;
    return { id: `${index}`, value: part.value, startsOn, endedOn: isOpen && index === parts.length - 1 ? null : dayAt(at - 1) };
  });
});
const change = fc.record({ value: fc.constantFrom('a', 'b', 'c'), from: fc.integer({ min: 0, max: SPAN - 1 }).map(dayAt), lastDay: fc.constantFrom(null, dayAt(SPAN)) }) satisfies fc.Arbitrary<SegmentChange>;

function carryOut(segments: readonly Segment[], { withdraw, end, insert }: SegmentsDecision): Segment[] {
  const kept = segments.filter((one) => !withdraw.includes(one.id)).map((one) => (one.id === end?.id ? { ...one, endedOn: end.endedOn } : one));
  return insert === null ? kept : [...kept, { id: 'new', ...insert }];
}

test('PLA-5 after any change segments do not overlap, earlier days are as they were, later days carry the new value, and doing it again does nothing', () => {
  fc.assert(fc.property(existing, change, (segments, asked) => {
    const after = carryOut(segments, decideSegments(segments, asked));
    for (let index = 0; index <= SPAN; index += 1) {
      const day = dayAt(index);
      assert.ok(after.filter((one) => one.startsOn <= day && (one.endedOn === null || one.endedOn >= day)).length <= 1, `two on ${day}`);
      assert.equal(valueOn(after, day), day < asked.from ? valueOn(segments, day) : asked.value, day);
    }
    assert.ok(after.every((one) => one.endedOn === null || one.endedOn >= one.startsOn));
    assert.ok(changesNothing(decideSegments(after, asked)));
  }), { numRuns: 500 });
});
