/** What is typed to find a person is read as names, birth dates and numbers, in English and in Spanish. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { readSearch } from './search.ts';

const TODAY = '2026-11-19' as CivilDate;
const day = (date: string) => `${date}..${date}`;
const year = (said: number) => `${said}-01-01..${said}-12-31`;

describe('PEO-40 a line typed to find somebody is told apart into names, birth dates and numbers', () => {
  type Case = readonly [typed: string, names: string, born: readonly string[], numbers: readonly string[], language?: 'en' | 'es'];
  const cases: readonly Case[] = [
    ['', '', [], []],
    ['   ', '', [], []],
    ['Juniper', 'juniper', [], []],
    ['  Juniper   VALE ', 'juniper vale', [], []],
    ['Vale, Juniper', 'vale juniper', [], []],
    ['juniper v', 'juniper v', [], []],
    ['juniper v.', 'juniper v', [], []],
    ['José Núñez', 'jose nunez', [], []],
    ['O’Brien', 'obrien', [], []],
    ["D'Angelo", 'dangelo', [], []],
    ['García-López', 'garcia lopez', [], []],
    ['García López', 'garcia lopez', [], [], 'es'],
    ['de la Cruz', 'de la cruz', [], [], 'es'],
    ['李小龙', '李小龙', [], []],
    ['Иванов', 'иванов', [], []],
    ['Ｊｕｎｉｐｅｒ', 'juniper', [], []],
    ['1992-03-02', '', [day('1992-03-02')], []],
    ['1992/3/2', '', [day('1992-03-02')], []],
    ['3/2/1992', '', [day('1992-03-02'), day('1992-02-03')], []],
    ['3/2/1992', '', [day('1992-02-03'), day('1992-03-02')], [], 'es'],
    ['3-2-1992', '', [day('1992-03-02'), day('1992-02-03')], []],
    ['3.2.1992', '', [day('1992-03-02'), day('1992-02-03')], []],
    ['3/2/92', '', [day('1992-03-02'), day('1992-02-03')], []],
    ['3/2/05', '', [day('2005-03-02'), day('2005-02-03')], []],
    ['3/2/26', '', [day('2026-03-02'), day('2026-02-03')], []],
    ['3/2/27', '', [day('1927-03-02'), day('1927-02-03')], []],
    ['3/3/1992', '', [day('1992-03-03')], []],
    ['3/25/1992', '', [day('1992-03-25')], []],
    ['25/3/1992', '', [day('1992-03-25')], []],
    ['2/29/1992', '', [day('1992-02-29')], []],
    ['2/30/1991', '', [], ['2/30/1991']],
    ['Mar 2 1992', '', [day('1992-03-02')], []],
    ['March 2, 1992', '', [day('1992-03-02')], []],
    ['march 2nd 1992', '', [day('1992-03-02')], []],
    ['2 March 1992', '', [day('1992-03-02')], []],
    ['2-Mar-1992', '', [day('1992-03-02')], []],
    ['2 de marzo de 1992', '', [day('1992-03-02')], [], 'es'],
    ['2 de marzo del 2002', '', [day('2002-03-02')], [], 'es'],
    ['2 mzo 1992', 'mzo', [year(1992)], ['2', '1992'], 'es'],
    ['1 de enero de 1990', '', [day('1990-01-01')], []],
    ['septiembre 3 1990', '', [day('1990-09-03')], [], 'es'],
    ['1992', '', [year(1992)], ['1992']],
    ['2026', '', [year(2026)], ['2026']],
    ['2027', '', [], ['2027']],
    ['1899', '', [], ['1899']],
    ['vale 1992', 'vale', [year(1992)], ['1992']],
    ['vale 3/25/1992', 'vale', [day('1992-03-25')], []],
    ['April 1992', 'april', [year(1992)], ['1992']],
    ['may mayo', 'may mayo', [], []],
    ['N-41', '', [], ['n-41']],
    ['#41', '', [], ['41']],
    ['0041', '', [], ['0041']],
    ['0', '', [], []],
    ['vale 41', 'vale', [], ['41']],
    ['B-2024-041', '', [], ['b-2024-041']],
    ['%_\\', '', [], []],
    ["'; drop table participants; --", 'drop table participants', [], []],
  ];
  for (const [typed, names, born, numbers, language = 'en'] of cases) {
    test(`"${typed}" in ${language}`, () => {
      const read = readSearch(typed, language, TODAY);
      assert.deepEqual({ names: read.names.join(' '), born: read.born.map(({ first, last }) => `${first}..${last}`), numbers: read.numbers }, { names, born, numbers });
    });
  }

  test('all of it may be a number that holds neither digits nor a separator', () => {
    assert.equal(readSearch(' Rec-7-ORG ', 'en', TODAY).whole, 'rec-7-org');
    assert.equal(readSearch('#P-41', 'en', TODAY).whole, 'p-41');
    assert.equal(readSearch('', 'en', TODAY).whole, '');
  });
});
