/** What holds for the minutes of any session, any breaks and any stays, down to the millisecond. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideMinutes } from './minutes.ts';
import type { SessionTimes, Stay } from './minutes.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 19, 15, 0);
const on = (ms: number): Date => new Date(START + ms);

const aBreak = fc.record({ startMinute: fc.integer({ min: 0, max: 260 }), minutes: fc.integer({ min: 1, max: 60 }), taken: fc.boolean() });
const times: fc.Arbitrary<SessionTimes> = fc.record({ planned: fc.integer({ min: 1, max: 240 }), moved: fc.integer({ min: -240 * MINUTE, max: 60 * MINUTE }), isMoved: fc.boolean(), breaks: fc.array(aBreak, { maxLength: 4 }) })
  .map(({ planned, moved, isMoved, breaks }) => ({ plannedStart: on(0), plannedEnd: on(planned * MINUTE), heldEnd: on(isMoved ? Math.max(0, planned * MINUTE + moved) : planned * MINUTE), breaks }));
const offset = fc.integer({ min: -60 * MINUTE, max: 330 * MINUTE });
const stay: fc.Arbitrary<Stay> = fc.tuple(offset, fc.integer({ min: 0, max: 200 * MINUTE }), fc.boolean()).map(([arrived, length, isOpen]) => ({ arrivedAt: on(arrived), leftAt: isOpen ? null : on(arrived + length) }));
const stays = fc.array(stay, { maxLength: 5 });
const until = offset.map(on);
const LATER = on(24 * 60 * MINUTE);

/** The same question answered another way: cut time at every edge, and ask of each piece whether it counts. */
function byPieces(session: SessionTimes, presence: readonly Stay[], now: Date): { attended: number; clinical: number } {
  const end = Math.min(session.heldEnd.getTime(), now.getTime());
  const pauses = session.breaks.filter((one) => one.taken).map((one) => ({ from: START + one.startMinute * MINUTE, to: START + (one.startMinute + one.minutes) * MINUTE }));
  const edges = [START, end, ...presence.flatMap(({ arrivedAt, leftAt }) => [arrivedAt.getTime(), leftAt?.getTime() ?? end]), ...pauses.flatMap(({ from, to }) => [from, to])];
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  const sum = { attended: 0, clinical: 0 };
  sorted.slice(1).forEach((to, index) => {
    const from = sorted[index] ?? to;
    const isThere = from >= START && to <= end && presence.some((one) => one.arrivedAt.getTime() <= from && to <= (one.leftAt?.getTime() ?? end));
    if (!isThere) return;
    sum.attended += to - from;
    if (!pauses.some((pause) => pause.from <= from && to <= pause.to)) sum.clinical += to - from;
  });
  return { attended: Math.floor(sum.attended / MINUTE), clinical: Math.floor(sum.clinical / MINUTE) };
}

test('ATT-1 minutes are those of the moments that count, each once', () => {
  fc.assert(fc.property(times, stays, until, (session, presence, now) => {
    const { attended, clinical } = decideMinutes(session, presence, now);
    assert.deepEqual({ attended, clinical }, byPieces(session, presence, now));
  }), { numRuns: 1000 });
});

test('ATT-1 clinical <= attended <= length of the session as held, and attended <= the presence', () => {
  fc.assert(fc.property(times, stays, until, (session, presence, now) => {
    const { attended, clinical } = decideMinutes(session, presence, now);
    const held = session.heldEnd.getTime() - session.plannedStart.getTime();
    const present = presence.reduce((sum, one) => sum + ((one.leftAt ?? session.heldEnd).getTime() - one.arrivedAt.getTime()), 0);
    assert.ok(0 <= clinical && clinical <= attended);
    assert.ok(attended * MINUTE <= held);
    if (presence.every((one) => one.leftAt !== null)) assert.ok(attended * MINUTE <= present);
  }), { numRuns: 500 });
});

test('ATT-1 the planned minutes do not depend on who was there', () => {
  fc.assert(fc.property(times, stays, until, (session, presence, now) => {
    assert.equal(decideMinutes(session, presence, now).scheduled, (session.plannedEnd.getTime() - START) / MINUTE);
  }));
});

test('ATT-3 when the end was not moved, nobody has more minutes than were planned', () => {
  fc.assert(fc.property(times, stays, until, (session, presence, now) => {
    const { attended, scheduled } = decideMinutes({ ...session, heldEnd: session.plannedEnd }, presence, now);
    assert.ok(attended <= scheduled);
  }), { numRuns: 300 });
});

test('ATT-3 coming earlier than the planned start, or staying beyond the end as held, changes nothing', () => {
  fc.assert(fc.property(times, fc.integer({ min: 0, max: 60 * MINUTE }), fc.integer({ min: 0, max: 60 * MINUTE }), (session, early, long) => {
    const exact = decideMinutes(session, [{ arrivedAt: session.plannedStart, leftAt: session.heldEnd }], LATER);
    const wide = decideMinutes(session, [{ arrivedAt: on(-early), leftAt: new Date(session.heldEnd.getTime() + long) }], LATER);
    assert.deepEqual(wide, exact);
  }));
});

test('ATT-4 one more break never adds a minute and takes at most its own length; one not taken changes nothing', () => {
  fc.assert(fc.property(times, stays, aBreak, (session, presence, pause) => {
    const before = decideMinutes(session, presence, LATER);
    const after = decideMinutes({ ...session, breaks: [...session.breaks, pause] }, presence, LATER);
    assert.equal(after.attended, before.attended);
    assert.ok(after.clinical <= before.clinical);
    assert.ok(before.clinical - after.clinical <= (pause.taken ? pause.minutes : 0));
  }), { numRuns: 500 });
});

test('ATT-4 the order of breaks is immaterial, and a break said twice is subtracted once', () => {
  fc.assert(fc.property(times, stays, (session, presence) => {
    const doubled = { ...session, breaks: [...session.breaks].reverse().flatMap((one) => [one, one]) };
    assert.deepEqual(decideMinutes(doubled, presence, LATER), decideMinutes(session, presence, LATER));
  }), { numRuns: 300 });
});

test('ATT-5 the order of stays is immaterial, and a stay said twice counts once', () => {
  fc.assert(fc.property(times, stays, until, (session, presence, now) => {
    assert.deepEqual(decideMinutes(session, [...presence].reverse().flatMap((one) => [one, one]), now), decideMinutes(session, presence, now));
  }), { numRuns: 300 });
});

test('ATT-5 splitting a stay at any moment changes nothing, to the millisecond', () => {
  fc.assert(fc.property(times, stays, stay, fc.double({ min: 0, max: 1, noNaN: true }), until, (session, others, whole, part, now) => {
    const end = (whole.leftAt ?? on(400 * MINUTE)).getTime();
    const cut = new Date(Math.round(whole.arrivedAt.getTime() + part * (end - whole.arrivedAt.getTime())));
    const halves = [{ arrivedAt: whole.arrivedAt, leftAt: cut }, { arrivedAt: cut, leftAt: whole.leftAt }];
    const one = decideMinutes(session, [...others, whole], now);
    const two = decideMinutes(session, [...others, ...halves], now);
    // A cut beyond the end leaves an open half that begins after it: still no moment more or less.
    assert.deepEqual(two, one);
  }), { numRuns: 500 });
});

test('ATT-5 being away never adds a minute, and costs at most the time away plus the one flooring', () => {
  fc.assert(fc.property(times, offset, fc.integer({ min: 1, max: 200 * MINUTE }), fc.integer({ min: 0, max: 60 * MINUTE }), (session, arrived, first, away) => {
    const back = arrived + first + away;
    const whole = decideMinutes(session, [{ arrivedAt: on(arrived), leftAt: on(back + 10 * MINUTE) }], LATER);
    const split = decideMinutes(session, [{ arrivedAt: on(arrived), leftAt: on(arrived + first) }, { arrivedAt: on(back), leftAt: on(back + 10 * MINUTE) }], LATER);
    assert.ok(split.attended <= whole.attended && split.clinical <= whole.clinical);
    assert.ok((whole.attended - split.attended - 1) * MINUTE < away);
  }), { numRuns: 500 });
});

test('ATT-5 more presence never means fewer minutes, and time that passes takes none away', () => {
  fc.assert(fc.property(times, stays, stay, until, fc.integer({ min: 0, max: 120 * MINUTE }), (session, presence, more, now, passed) => {
    const before = decideMinutes(session, presence, now);
    const added = decideMinutes(session, [...presence, more], now);
    const later = decideMinutes(session, presence, new Date(now.getTime() + passed));
    assert.ok(added.attended >= before.attended && added.clinical >= before.clinical);
    assert.ok(later.attended >= before.attended && later.clinical >= before.clinical);
  }), { numRuns: 500 });
});
