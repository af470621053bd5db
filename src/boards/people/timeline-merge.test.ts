/** Pages of a timeline put one after another are the whole, whatever its sources hold and however many things share an instant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TimelineEntry } from './timeline.contract.ts';
import { RANK, boundOf, cursorOf, mergePage, placeFrom, startingAt } from './timeline-merge.ts';
import type { Place } from './timeline-merge.ts';

const NOW = new Date('2026-11-19T16:00:00.000Z');
const KINDS = Object.keys(RANK) as TimelineEntry['is'][];
/* Few instants and few ids, so that most entries share theirs with another. */
const entry = fc.record({ is: fc.constantFrom(...KINDS), minute: fc.integer({ min: 0, max: 6 }), no: fc.integer({ min: 0, max: 5 }) });

const made = ({ is, minute, no }: { is: TimelineEntry['is']; minute: number; no: number }): TimelineEntry => ({
  is, at: new Date(NOW.getTime() - minute * 60_000).toISOString(), id: `${String(no).repeat(8)}-0000-4000-8000-000000000000`,
}) as TimelineEntry;

/** A source as the database answers it: entries of one rank below a place, the newest first, so many at most. */
function below(all: readonly TimelineEntry[], is: TimelineEntry['is'], place: Place, most: number): TimelineEntry[] {
  const bound = boundOf(place, RANK[is]);
  const less = (one: TimelineEntry): boolean => Date.parse(one.at) < bound.at.getTime() || (Date.parse(one.at) === bound.at.getTime() && one.id < bound.id);
  return all.filter((one) => one.is === is && less(one)).sort((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1)).slice(0, most);
}

test('pages of any length put one after another show each entry once, in one order', () => {
  fc.assert(fc.property(fc.array(entry, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (facts, size) => {
    const all = [...new Map(facts.map(made).map((one) => [cursorOf(one), one])).values()];
    const shown: string[] = [];
    let place: Place | null = startingAt(NOW);
    while (place !== null) {
      const from: Place = place;
      const page = mergePage(KINDS.map((is) => below(all, is, from, size + 1)), size);
      assert.ok(page.entries.length > 0 || all.length === 0);
      shown.push(...page.entries.map(cursorOf));
      place = page.before === null ? null : placeFrom(page.before);
    }
    assert.deepEqual(shown, mergePage([all], all.length).entries.map(cursorOf));
    assert.deepEqual([...shown].sort(), all.map(cursorOf).sort());
  }));
});

test('what is dated later than now has not happened', () => {
  const ahead = { ...made({ is: 'session', minute: 0, no: 1 }), at: '2026-11-19T16:00:00.001Z' } as TimelineEntry;
  assert.deepEqual(below([ahead, made({ is: 'session', minute: 0, no: 2 })], 'session', startingAt(NOW), 9).map((one) => one.id[0]), ['2']);
});

test('a place is read back as it was written', () => {
  const one = made({ is: 'task-closed', minute: 3, no: 4 });
  assert.deepEqual(placeFrom(cursorOf(one)), { at: new Date(one.at), rank: RANK['task-closed'], id: one.id });
});
