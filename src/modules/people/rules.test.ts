/** What a room may show of a person: enough to tell two people apart, and no more. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { displayName, displayNames, recordName } from './rules.ts';
import type { Names } from './words.ts';

const named = (legalGivenName: string, legalFamilyName: string, chosenName: string | null = null): Names => ({ legalGivenName, legalFamilyName, chosenName });
const shown = (people: readonly Names[]): string => {
  const names = displayNames(people);
  return people.map((person) => names.get(person)).join(' | ');
};

describe('PEO-1 a display name is the called name and one letter of the family name', () => {
  type Case = readonly [given: string, family: string, chosen: string | null, shown: string];
  const cases: readonly Case[] = [
    ['Juniper', 'Vale', null, 'Juniper V.'],
    ['Robert', 'Vale', 'June', 'June V.'],
    ['Robert', 'Vale', '  June ', 'June V.'],
    ['Robert', 'Vale', '', 'Robert V.'],
    ['Robert', 'Vale', '   ', 'Robert V.'],
    [' Juniper ', ' Vale ', null, 'Juniper V.'],
    ['Juniper', '', null, 'Juniper'],
    ['Juniper', '  ', null, 'Juniper'],
    ['', 'Vale', null, 'V.'],
    ['', '', 'June', 'June'],
    ['María José', 'de la Cruz', null, 'María José d.'],
    ['Anne-Marie', 'O’Neil', null, 'Anne-Marie O.'],
    ['Jose\u0301', 'A\u0301lvarez', null, 'Jos\u00e9 \u00c1.'],
    ['Jos\u00e9', '\u00c1lvarez', null, 'Jos\u00e9 \u00c1.'],
    ['Kiran', 'कि\u0930\u0923', null, 'Kiran कि.'],
    ['Ola', 'X\u030cavier', null, 'Ola X\u030c.'],
    ['Sky', '👩🏽‍🚀 Moon', null, 'Sky 👩🏽‍🚀.'],
    ['Sky', '🇧🇷Silva', null, 'Sky 🇧🇷.'],
    ['Robert', 'Vale', '🌻', '🌻 V.'],
    ['李', '王', null, '李 王.'],
  ];
  for (const [given, family, chosen, name] of cases) {
    test(`"${given}" "${family}"${chosen === null ? '' : `, called "${chosen}"`}: ${name}`, () => assert.equal(displayName(named(given, family, chosen)), name));
  }
});

describe('PEO-2 people shown together whose names read alike get more letters, until they differ or the name ends', () => {
  type Case = readonly [what: string, people: Names[], shown: string];
  const cases: readonly Case[] = [
    ['nobody', [], ''],
    ['nobody alike', [named('Ana', 'Vale'), named('Ben', 'Vale')], 'Ana V. | Ben V.'],
    ['two alike', [named('Ana', 'Vale'), named('Ana', 'Voss')], 'Ana Va. | Ana Vo.'],
    ['only the alike ones get more', [named('Ana', 'Vale'), named('Ana', 'Voss'), named('Ana', 'Moss'), named('Ben', 'Voss')], 'Ana Va. | Ana Vo. | Ana M. | Ben V.'],
    ['alike in three letters', [named('Ana', 'Vale'), named('Ana', 'Valdez'), named('Ana', 'Voss')], 'Ana Vale | Ana Vald. | Ana Vo.'],
    ['one name begins the other', [named('Ana', 'Val'), named('Ana', 'Vale')], 'Ana Val | Ana Vale'],
    ['one letter and more', [named('Ana', 'V'), named('Ana', 'Vale')], 'Ana V | Ana Va.'],
    ['the very same name stays the same', [named('Ana', 'Vale'), named('Ana', 'Vale')], 'Ana Vale | Ana Vale'],
    ['the same chosen name', [named('Robert', 'Vale', 'June'), named('June', 'Voss')], 'June Va. | June Vo.'],
    ['no family name', [named('Ana', ''), named('Ana', '')], 'Ana | Ana'],
    ['no family name beside one', [named('Ana', ''), named('Ana', 'Vale')], 'Ana | Ana V.'],
    ['an accent written in two ways, alike to the eye', [named('Jose\u0301', 'Vale'), named('Jos\u00e9', 'Voss')], 'José Va. | José Vo.'],
    ['accents that differ', [named('Ana', 'Álvarez'), named('Ana', 'Alvarez')], 'Ana Á. | Ana A.'],
    ['emoji alike in the first', [named('Sky', '👩🏽‍🚀🌙'), named('Sky', '👩🏽‍🚀🌻')], 'Sky 👩🏽‍🚀🌙 | Sky 👩🏽‍🚀🌻'],
    ['the whole name tells them apart: no period after it', [named('Wilhelmina', 'Brack'), named('Wilhelmina', 'Brackett')], 'Wilhelmina Brack | Wilhelmina Bracke.'],
  ];
  for (const [what, people, names] of cases) test(`${what}: ${names === '' ? 'nothing' : names}`, () => assert.equal(shown(people), names));
});

describe('PEO-3 the record shows the legal name, with the chosen one beside it where it differs', () => {
  type Case = readonly [given: string, family: string, chosen: string | null, name: string];
  const cases: readonly Case[] = [
    ['Juniper', 'Vale', null, 'Juniper Vale'],
    ['Robert', 'Vale', 'June', 'Robert Vale (June)'],
    ['Robert', 'Vale', 'Robert', 'Robert Vale'],
    ['Robert', 'Vale', '', 'Robert Vale'],
    ['Robert', '', 'June', 'Robert (June)'],
    ['', 'Vale', null, 'Vale'],
  ];
  for (const [given, family, chosen, name] of cases) test(`"${given}" "${family}" ${chosen ?? ''}: ${name}`, () => assert.equal(recordName(named(given, family, chosen)), name));
});
