/** Proves that times are the site's, durations are written the one way, and civil dates never move. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateText, dayTimeText, hoursSaid, hoursText, minutesBetween, spanText, timeText } from './times.ts';

/** Spaces that do not break are spaces here. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const CHICAGO = 'America/Chicago';

test('a time is told in the zone given, with pm written and am left bare', () => {
  const cases: [string, 'en' | 'es', string][] = [
    ['2026-11-19T16:10:00Z', 'en', '10:10'],
    ['2026-11-19T19:05:00Z', 'en', '1:05 pm'],
    ['2026-11-19T18:00:00Z', 'en', '12:00 pm'],
    ['2026-11-19T06:00:00Z', 'en', '12:00'],
    ['2026-11-19T19:05:00Z', 'es', '1:05 p. m.'],
    ['2026-07-19T15:10:00Z', 'en', '10:10'],
  ];
  for (const [instant, language, expected] of cases) assert.equal(plain(timeText(language, CHICAGO, instant)), expected);
  assert.equal(plain(timeText('en', CHICAGO, '2026-11-19T16:42:08Z', true)), '10:42:08');
});

test('a span says the afternoon once when both ends are in it', () => {
  assert.equal(plain(spanText('en', CHICAGO, '2026-11-19T16:10:00Z', '2026-11-19T17:10:00Z')), '10:10–11:10');
  assert.equal(plain(spanText('en', CHICAGO, '2026-11-19T19:00:00Z', '2026-11-19T20:00:00Z')), '1:00–2:00 pm');
  assert.equal(plain(spanText('en', CHICAGO, '2026-11-19T17:00:00Z', '2026-11-19T19:00:00Z')), '11:00–1:00 pm');
});

test('durations are figures with h and min', () => {
  const cases: [number, string, string][] = [[490, '8 h 10', '8 h 10'], [540, '9 h 00', '9 h'], [50, '0 h 50', '50 min'], [0, '0 h 00', '0 h'], [605, '10 h 05', '10 h 05']];
  for (const [minutes, table, said] of cases) assert.deepEqual([plain(hoursText(minutes)), plain(hoursSaid(minutes))], [table, said]);
});

test('a civil date is the same day in every browser', () => {
  assert.equal(dateText('en', '2026-11-19'), 'Thursday, November 19');
  assert.equal(dateText('es', '2026-11-19'), 'Jueves, 19 de noviembre');
  assert.equal(dateText('en', '2026-11-19', 'day'), 'Thu 19');
  assert.equal(dateText('en', '2026-11-20', 'weekday'), 'Friday');
  assert.equal(plain(dayTimeText('en', CHICAGO, '2026-11-18T18:31:00Z')), 'Wed 12:31 pm');
});

test('minutes between are whole and never negative', () => {
  assert.equal(minutesBetween('2026-11-19T16:10:00Z', '2026-11-19T16:42:08Z'), 32);
  assert.equal(minutesBetween('2026-11-19T16:42:08Z', '2026-11-19T16:10:00Z'), 0);
});
