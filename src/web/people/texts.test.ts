/** Days with the year where it is needed, weekly times, and finding somebody whatever the accents. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayText, languageText, readsLike, weeklyText } from './texts.ts';

test('a day says its year only where it is another', () => {
  const cases = [['en', '2026-10-12', 'October 12'], ['en', '1992-03-02', 'March 2, 1992'], ['es', '2026-10-12', '12 de octubre'], ['es', '1992-03-02', '2 de marzo de 1992']] as const;
  for (const [language, date, text] of cases) assert.equal(dayText(language, date, '2026-11-19'), text);
});

test('a weekly time is a weekday and a span, whatever the zone of the browser', () => {
  assert.equal(weeklyText('en', { weekday: 1, startsAt: '10:10', minutes: 60 }), 'Mon 10:10–11:10');
  assert.equal(weeklyText('en', { weekday: 7, startsAt: '23:00', minutes: 60 }), 'Sun 11:00\u00a0pm–12:00');
});

test('a language is said by its name', () => assert.deepEqual([languageText('en', 'es'), languageText('es', 'ht'), languageText('en', 'ase')], ['Spanish', 'criollo haitiano', 'American Sign Language']));

test('somebody is found by the beginning of any word, without accents and case', () => {
  const cases = [['', true], ['jos', true], ['JOSÉ', true], ['alv jose', true], ['morning', true], ['ose', false], ['jose vale', false], ['alvarez-mo', true]] as const;
  for (const [typed, found] of cases) assert.equal(readsLike(typed, 'José Álvarez, Morning'), found, typed);
});
