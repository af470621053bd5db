/** Proves how papers write days and times in both languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockSpan, clockText } from './paper-text.ts';

const CHICAGO = 'America/Chicago';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const at = (time: string): string => new Date(`2026-11-19T${time}:00-06:00`).toISOString();

test('a time on a slip says its half of the day', () => {
  const cases = [['en', '10:10', '10:10 am'], ['en', '14:05', '2:05 pm'], ['en', '12:00', '12:00 pm'], ['en', '00:30', '12:30 am'], ['es', '10:10', '10:10 a. m.'], ['es', '14:05', '2:05 p. m.']] as const;
  for (const [language, time, said] of cases) assert.equal(plain(clockText(language, CHICAGO, at(time))), said);
});

test('a span says the half of the day once where both ends share it', () => {
  const cases = [
    ['en', '10:10', '11:10', '10:10–11:10 am'], ['en', '11:20', '12:20', '11:20 am–12:20 pm'], ['en', '14:00', '14:50', '2:00–2:50 pm'],
    ['es', '10:10', '11:10', '10:10–11:10 a. m.'], ['es', '11:20', '12:20', '11:20 a. m.–12:20 p. m.'],
  ] as const;
  for (const [language, start, end, said] of cases) assert.equal(plain(clockSpan(language, CHICAGO, at(start), at(end))), said);
});
