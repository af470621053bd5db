/** Proves how days and wall times of groups are written in both languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayText, momentText, namesText, wallSpanText, wallTimeText, weekdayText } from './days.ts';

const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('a day is said with its weekday, and with its year when it is far away', () => {
  const cases: [string, string][] = [
    [dayText('en', '2026-11-30', '2026-11-19'), 'Mon, Nov 30'],
    [dayText('en', '2027-02-14', '2026-11-19'), 'Sun, Feb 14'],
    [dayText('en', '2025-11-14', '2026-11-19'), 'Nov 14, 2025'],
    [dayText('es', '2026-11-30', '2026-11-19'), 'lun, 30 de nov'],
    [momentText('en', 'America/Chicago', '2026-11-27T01:10:00Z', '2026-11-19'), 'Thu, Nov 26, 7:10 pm'],
    [weekdayText('en', 1), 'Monday'], [weekdayText('en', 7), 'Sunday'], [weekdayText('es', 3), 'Miércoles'], [weekdayText('en', 4, 'short'), 'Thu'],
  ];
  for (const [said, expected] of cases) assert.equal(spaced(said), expected);
});

test('a wall time is the same in every zone, and the afternoon is said once', () => {
  const cases: [string, string][] = [
    [wallTimeText('en', '09:05'), '9:05'], [wallTimeText('en', '13:00'), '1:00 pm'], [wallSpanText('en', '09:00', 180), '9:00–12:00 pm'],
    [wallSpanText('en', '13:00', 90), '1:00–2:30 pm'], [wallSpanText('es', '09:00', 60), '9:00–10:00'], [wallSpanText('en', '23:00', 60), '11:00 pm–12:00'],
  ];
  for (const [said, expected] of cases) assert.equal(spaced(said), expected);
});

test('names are joined as each language joins them', () => {
  assert.equal(namesText('en', ['Bea T.', 'Kofi L.']), 'Bea T. and Kofi L.');
  assert.equal(namesText('es', ['Bea T.', 'Kofi L.']), 'Bea T. y Kofi L.');
});
