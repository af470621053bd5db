/** Proves what mends a week: fewest sessions, then earliest, never at two places at once; and who is in trouble first. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareTrouble, hasRoom, standingOfWeek, waysToMend } from './mends.ts';
import type { Opening } from './mends.ts';

const at = (text: string): Date => new Date(`2026-11-${text}:00Z`);
const opening = (sessionId: string, from: string, to: string, minutes = 60): Opening => ({ sessionId, start: at(from), end: at(to), minutes });
const said = (gap: number, openings: readonly Opening[], own: readonly { start: Date; end: Date }[] = []): string =>
  waysToMend(gap, openings, own).map((way) => `${way.sessionIds.join('+')} ${way.minutes}`).join(', ');

const THU = opening('thu', '19T17:00', '19T18:00');
const THU_LONG = opening('thu-long', '19T18:00', '19T21:20', 180);
const FRI = opening('fri', '20T15:00', '20T16:00');
const FRI_LATE = opening('fri-late', '20T15:30', '20T16:30', 50);
const SAT = opening('sat', '21T15:00', '21T16:30', 90);

describe('what mends a week', () => {
  const cases: [string, string, string][] = [
    ['one session closes it: the two earliest that do', said(60, [SAT, FRI, THU]), 'thu 60, fri 60'],
    ['what is too short alone is left out while one is enough', said(80, [THU, FRI, SAT]), 'sat 90'],
    ['one long session stands before two short ones', said(120, [THU, FRI, THU_LONG]), 'thu-long 180'],
    ['two where one is not enough, beginning earliest', said(120, [SAT, FRI, THU]), 'thu+fri 120, thu+sat 150'],
    ['three where two are not enough', said(200, [THU, FRI, SAT]), 'thu+fri+sat 210'],
    ['never two at the same time', said(110, [FRI, FRI_LATE]), ''],
    ['an overlapping one is passed over for the next', said(110, [FRI, FRI_LATE, SAT]), 'fri+sat 150, fri-late+sat 140'],
    ['nothing that overlaps an own session', said(60, [THU, FRI], [{ start: at('19T16:30'), end: at('19T17:01') }]), 'fri 60'],
    ['a session that begins when an own one ends is free', said(60, [THU], [{ start: at('19T16:00'), end: at('19T17:00') }]), 'thu 60'],
    ['more than three sessions are no way', said(230, [THU, FRI, SAT]), ''],
    ['no way without sessions', said(10, []), ''],
    ['no way is asked for without a gap', said(0, [THU]), ''],
    ['a session that gives nothing mends nothing', said(1, [opening('none', '19T17:00', '19T18:00', 0)]), ''],
  ];
  for (const [title, got, expected] of cases) test(`ATT-20 ${title}`, () => { assert.equal(got, expected); });

  test('ATT-20 a hundred sessions that all overlap are answered at once', () => {
    const many = Array.from({ length: 100 }, (_, index) => opening(`s${String(index).padStart(3, '0')}`, '20T15:00', '20T16:00', 30));
    assert.equal(said(90, many), '');
  });
});

test('where a week stands: the first that holds of no floor, pro rata, met, open, short', () => {
  const cases: [Parameters<typeof standingOfWeek>, string][] = [
    [[null, 0, 0], 'no-floor'], [[{ minutes: 540, isProRata: true }, 0, 0], 'pro-rata'], [[{ minutes: 540, isProRata: false }, 540, 540], 'met'],
    [[{ minutes: 540, isProRata: false }, 539, 540], 'open'], [[{ minutes: 540, isProRata: false }, 539, 539], 'short'],
  ];
  for (const [asked, expected] of cases) assert.equal(standingOfWeek(...asked), expected);
});

test('a free seat is offered in a group, and an individual or couple session only while it is nobody’s', () => {
  const cases: [string, number, number, boolean][] = [['group', 10, 9, true], ['group', 10, 10, false], ['family', 10, 0, true], ['individual', 1, 0, true], ['individual', 10, 1, false], ['couple', 2, 1, false]];
  for (const [type, capacity, taken, expected] of cases) assert.equal(hasRoom({ type, capacity, taken }), expected, `${type} ${taken}/${capacity}`);
});

test('who is in trouble comes first', () => {
  const people = [
    { name: 'none', standing: 'no-floor', gapMinutes: 0, ways: 0 }, { name: 'met', standing: 'met', gapMinutes: 0, ways: 0 }, { name: 'mendable, less', standing: 'short', gapMinutes: 10, ways: 1 },
    { name: 'open', standing: 'open', gapMinutes: 0, ways: 0 }, { name: 'no way', standing: 'short', gapMinutes: 20, ways: 0 }, { name: 'mendable', standing: 'short', gapMinutes: 90, ways: 2 },
    { name: 'pro rata', standing: 'pro-rata', gapMinutes: 0, ways: 0 },
  ] as const;
  assert.deepEqual([...people].sort(compareTrouble).map((one) => one.name), ['no way', 'mendable', 'mendable, less', 'open', 'met', 'pro rata', 'none']);
});
