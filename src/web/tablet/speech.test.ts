/** Proves what the tablet says: by the clock of the site, in its own language, with names in their places. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tabletWords as en } from '../words/en-tablet.ts';
import { clockAt, greetingAt, ownLanguage, sayIn } from './speech.ts';

test('the greeting follows the clock on the wall', () => {
  const cases: [hour: number, greeting: string][] = [[3, 'evening'], [4, 'morning'], [11, 'morning'], [12, 'afternoon'], [17, 'afternoon'], [18, 'evening'], [23, 'evening'], [0, 'evening']];
  for (const [hour, greeting] of cases) assert.equal(greetingAt(hour), `tablet.${greeting}`, String(hour));
});

test('a time always says which half of the day', () => {
  assert.equal(clockAt('en', 'America/Chicago', '2026-11-19T16:10:00Z'), '10:10 am');
  assert.match(clockAt('es', 'America/Chicago', '2026-11-19T22:10:00Z'), /^4:10 p\. ?m\.$/);
});

test('the tablet begins in the first of its own languages that it has words for, else in English', () => {
  const cases: [tags: string[], language: string][] = [[['es-MX'], 'es'], [['fr', 'es'], 'es'], [['en-US', 'es'], 'en'], [['fr'], 'en'], [[], 'en']];
  for (const [tags, language] of cases) assert.equal(ownLanguage(tags), language, tags.join());
});

test('values stand where the words want them, and no word needs a grammar that is not here', () => {
  assert.equal(sayIn('en')('tablet.hello', { name: 'Tamsin' }), 'Hello, Tamsin. Come in.');
  assert.equal(sayIn('es')('tablet.welcome', { site: 'Maple Street' }), 'Le damos la bienvenida a Maple Street');
  for (const [id, text] of Object.entries(en)) assert.doesNotMatch(text, /\{[^}]*[,{]/, id);
});
