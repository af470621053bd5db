/** What may stand in a note: plain text that the database can keep, chips and cravings from closed lists. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EMPTY_PERSON, EMPTY_SHARED, personPart, sharedPart } from './words.ts';

const verdict = (accepted: boolean): string => (accepted ? 'accepted' : 'refused');

describe('NOT-5 a draft is text and closed lists only', () => {
  type Case = readonly [what: string, part: Record<string, unknown>, verdict: string];
  const cases: readonly Case[] = [
    ['the empty part', {}, 'accepted'],
    ['line breaks and tabs', { ownSentence: 'One.\n\tTwo.\r\n' }, 'accepted'],
    ['any script and emoji', { ownSentence: 'Dijo «sí» 🌻 कि' }, 'accepted'],
    ['a NUL', { ownSentence: 'a\u0000b' }, 'refused'],
    ['an escape', { ownSentence: 'a\u001bb' }, 'refused'],
    ['2,000 characters', { ownSentence: 'a'.repeat(2000) }, 'accepted'],
    ['2,001 characters', { ownSentence: 'a'.repeat(2001) }, 'refused'],
    ['craving 0', { craving: 0 }, 'accepted'],
    ['craving 10', { craving: 10 }, 'accepted'],
    ['craving 11', { craving: 11 }, 'refused'],
    ['craving 4.5', { craving: 4.5 }, 'refused'],
    ['a chip of the list', { chips: ['quiet'] }, 'accepted'],
    ['an objective', { objectiveId: '10000000-0000-4000-8000-000000000000' }, 'accepted'],
    ['an objective that is no id', { objectiveId: '1.2' }, 'refused'],
    ['a chip nobody knows', { chips: ['bored'] }, 'refused'],
  ];
  for (const [what, part, answer] of cases) test(`${what}: ${answer}`, () => assert.equal(verdict(personPart.safeParse({ ...EMPTY_PERSON, ...part }).success), answer));

  test('the shared part likewise', () => {
    assert.equal(verdict(sharedPart.safeParse(EMPTY_SHARED).success), 'accepted');
    assert.equal(verdict(sharedPart.safeParse({ ...EMPTY_SHARED, topic: 'a\u0000' }).success), 'refused');
    assert.equal(verdict(sharedPart.safeParse({ ...EMPTY_SHARED, interventions: ['hypnosis'] }).success), 'refused');
    assert.equal(verdict(sharedPart.safeParse({ ...EMPTY_SHARED, confirmedNames: ['will'] }).success), 'accepted');
    assert.equal(verdict(sharedPart.safeParse({ ...EMPTY_SHARED, confirmedNames: ['a'.repeat(61)] }).success), 'refused');
  });

  test('a part as an older page sends it says nothing of what came later', () => {
    const { objectiveId: _, ...person } = EMPTY_PERSON;
    const { moduleId: __, confirmedNames: ___, ...shared } = EMPTY_SHARED;
    assert.deepEqual([personPart.parse(person), sharedPart.parse(shared)], [EMPTY_PERSON, EMPTY_SHARED]);
  });
});
