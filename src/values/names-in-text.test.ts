/** Proves that a name is found by whole words in any spelling, is told from other words, and can be taken out of a sentence. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findNames, nameWords, replaceNames } from './names-in-text.ts';

const PEOPLE = [
  { id: 'wren', words: nameWords(['Wren', null, 'Hale']) },
  { id: 'jose', words: nameWords(['José Ángel', 'Pepe', 'de la Cruz']) },
  { id: 'will', words: nameWords(['William', 'Will', 'O’Brien']) },
  { id: 'grace', words: nameWords(['Grace', '', 'Hale-Núñez']) },
  { id: 'j', words: nameWords(['J', null, 'Wu']) },
];

describe('the words by which people are known', () => {
  const cases: readonly (readonly [names: (string | null)[], words: string[]])[] = [
    [['José Ángel', 'Pepe', 'de la Cruz'], ['jose', 'angel', 'pepe', 'cruz']],
    [['J', null, 'Wu'], ['wu']],
    [['Anna-Lena', '', 'O’Brien III'], ['anna', 'lena', 'brien']],
    [['  ', null, ''], []],
  ];
  for (const [names, words] of cases) test(JSON.stringify(names), () => assert.deepEqual(nameWords(names), words));
});

describe('names in a text', () => {
  const cases: readonly (readonly [text: string, found: readonly (readonly [string, string])[]])[] = [
    ['Wren offered the example of a work party.', [['Wren', 'wren']]],
    ['The group thanked WREN’s sister.', [['WREN', 'wren']]],
    ['Jose and josé and JOSÉ spoke.', [['Jose', 'jose'], ['josé', 'jose'], ['JOSÉ', 'jose']]],
    ['Wrenches were mapped; a hale crowd.', [['hale', 'wren grace']]],
    ['Wren Hale spoke.', [['Wren Hale', 'wren']]],
    ['Grace Hale-Nunez spoke, then Pepe de la Cruz.', [['Grace Hale-Nunez', 'grace'], ['Pepe', 'jose'], ['Cruz', 'jose']]],
    ['They will plan the week.', [['will', 'will']]],
    ['The plan of la casa de Ana.', []],
    ['A brien is nothing.', [['brien', 'will']]],
    ['', []],
  ];
  for (const [text, found] of cases) test(text, () => assert.deepEqual(findNames(text, PEOPLE).map((one) => [one.text, one.ids.join(' ')]), found));

  test('a word that was confirmed to be no person here is passed over, in any spelling', () => {
    assert.deepEqual(findNames('They WILL plan with grace.', PEOPLE, ['will', 'Grace']), []);
  });
});

describe('taking a name out', () => {
  const cases: readonly (readonly [text: string, changed: string])[] = [
    ['Wren offered it.', 'A member offered it.'],
    ['Then Wren offered it. Wren Hale smiled.', 'Then a member offered it. A member smiled.'],
    ['Pairs met.\nWren spoke for Wren’s pair', 'Pairs met.\nA member spoke for a member’s pair'],
    ['Nobody is named.', 'Nobody is named.'],
  ];
  for (const [text, changed] of cases) test(text, () => assert.equal(replaceNames(text, findNames(text, PEOPLE), 'a member'), changed));
});
