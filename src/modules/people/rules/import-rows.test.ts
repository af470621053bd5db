/** A file of participants is taken whole or refused with the row, the column and the reason; nothing of a person is repeated in a refusal. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CivilDate } from '../../../values/civil-date.ts';
import { IMPORT_COLUMNS, decideImport, readHeader, readPeople } from './import-rows.ts';
import type { CheckedPeople, ImportColumn, ImportedPerson, Wrong } from './import-rows.ts';

const TODAY = '2026-11-19' as CivilDate;

const short = (wrongs: readonly Wrong[]): string => wrongs.map(({ line, column, name }) => `${line} ${column ?? '-'} ${name}`).join(', ');

function header(text: string): string {
  const read = readHeader({ line: 1, values: text.split(',') });
  return 'wrongs' in read ? short(read.wrongs) : 'taken';
}

describe('the header', () => {
  const three = 'participant_number,legal_given_name,legal_family_name';
  for (const [text, verdict] of [
    [three, 'taken'],
    [' participant_number , legal_given_name,legal_family_name', 'taken'],
    ['legal_family_name,language,legal_given_name,participant_number', 'taken'],
    [IMPORT_COLUMNS.join(','), 'taken'],
    [`${three},ssn`, '1 ssn column-unknown'],
    [`${three},Birth_Date`, '1 Birth_Date column-unknown'],
    [`${three},`, '1  column-unknown'],
    [`${three},legal_given_name`, '1 legal_given_name column-doubled'],
    ['participant_number,legal_given_name', '1 legal_family_name column-missing'],
    ['language', '1 participant_number column-missing, 1 legal_given_name column-missing, 1 legal_family_name column-missing'],
    ['H-1,Maria,Lopez', '1 - header-missing'],
    ['participant_number;legal_given_name;legal_family_name', '1 - header-missing'],
  ] as const) test(`${text} → ${verdict}`, () => assert.equal(header(text), verdict));

  test('a first row that is a person and not a header is not repeated', () => {
    const read = readHeader({ line: 1, values: ['H-1', 'Maria', 'Lopez'] });
    assert.doesNotMatch(JSON.stringify(read), /Maria|Lopez|H-1/);
  });

  test('semicolons and tabs are recognized for what they are', () => {
    for (const [mark, word] of [[';', /semicolons/], ['\t', /tabs/]] as const) assert.match(JSON.stringify(readHeader({ line: 1, values: [`a${mark}b`] })), word);
  });
});

function verdict(column: ImportColumn, value: string): string {
  const row = { participant_number: 'N-1', legal_given_name: 'Ada', legal_family_name: 'Vale', ...{ [column]: value } };
  const columns = Object.keys(row) as ImportColumn[];
  const read = readPeople(columns, [{ line: 2, values: Object.values(row) }], TODAY);
  return 'wrongs' in read ? read.wrongs.map(({ name }) => name).join(' ') : 'taken';
}

describe('one value', () => {
  const cases: readonly (readonly [ImportColumn, string, string])[] = [
    ['participant_number', '0012', 'taken'],
    ['participant_number', '', 'number-missing'],
    ['participant_number', '   ', 'number-missing'],
    ['participant_number', 'N\n1', 'line-break'],
    ['participant_number', 'N\t1', 'line-break'],
    ['participant_number', 'N'.repeat(64), 'taken'],
    ['participant_number', 'N'.repeat(65), 'value-too-long'],
    ['legal_given_name', '', 'taken'],
    ['legal_given_name', 'Nguyễn', 'taken'],
    ['legal_given_name', 'عائشة', 'taken'],
    ['legal_given_name', 'Jo\tAnn', 'taken'],
    ['legal_given_name', 'Jo\r\nAnn', 'taken'],
    ['legal_given_name', 'Jo\u0000', 'control-character'],
    ['legal_given_name', '\u000bJo', 'control-character'],
    ['legal_given_name', 'Jo\u0085', 'control-character'],
    ['legal_given_name', 'Jos\uFFFD', 'letter-lost'],
    ['participant_number', '\u202e\u2066', 'number-missing'],
    ['birth_date', '\u20661990-02-28\u2069', 'taken'],
    ['legal_family_name', 'V'.repeat(201), 'value-too-long'],
    ['pronouns', 'they / them', 'taken'],
    ['birth_date', '', 'taken'],
    ['birth_date', '2024-02-29', 'taken'],
    ['birth_date', '2026-11-19', 'taken'],
    ['birth_date', '1896-11-19', 'taken'],
    ['birth_date', '2026-11-20', 'birth-date-ahead'],
    ['birth_date', '1896-11-18', 'birth-date-too-early'],
    ['birth_date', '1801-01-01', 'birth-date-too-early'],
    ['birth_date', '2023-02-29', 'birth-date-malformed'],
    ['birth_date', '02/28/1990', 'birth-date-malformed'],
    ['birth_date', '19900228', 'birth-date-malformed'],
    ['birth_date', '1990-2-8', 'birth-date-malformed'],
    ['birth_date', '1990-02-28T00:00:00Z', 'birth-date-malformed'],
    ['language', '', 'taken'],
    ['language', 'es', 'taken'],
    ['language', 'ES-mx', 'taken'],
    ['language', 'zh-Hant-TW', 'taken'],
    ['language', 'Spanish', 'language-unknown'],
    ['language', 'es_MX', 'language-unknown'],
    ['language', 'x', 'language-unknown'],
  ];
  for (const [column, value, expected] of cases) test(`${column} ${JSON.stringify(value.slice(0, 24))} → ${expected}`, () => assert.equal(verdict(column, value), expected));
});

const COLUMNS: readonly ImportColumn[] = ['participant_number', 'legal_given_name', 'legal_family_name', 'birth_date'];
const rows = (...texts: string[]) => texts.map((text, index) => ({ line: index + 2, values: text.split(',') }));

function checked(...texts: string[]): CheckedPeople {
  const read = readPeople(COLUMNS, rows(...texts), TODAY);
  assert.ok(!('wrongs' in read));
  return read;
}

describe('rows together', () => {
  for (const [texts, expected] of [
    [['1,A,B,', '2,A,B,'], 'taken'],
    [['1,A,B,', '2,C,D,', '1,E,F,'], '4 participant_number number-doubled'],
    [['1,A,B,', '\u202a1\u202c,C,D,'], '3 participant_number number-doubled'],
    [['1,\u202e,\u2066 \u2069,'], '2 legal_family_name name-missing'],
    [['1,A,B,', ' 1 ,A,B,'], '3 participant_number number-doubled'],
    [['1,A,B'], '2 - row-uneven'],
    [['1,A,B,,'], '2 - row-uneven'],
    [['1,A,B', '1,A,B', '1,A,B,'], '2 - row-uneven, 3 - row-uneven'],
    [['1,,,'], '2 legal_family_name name-missing'],
    [[',A,B,', ',C,D,'], '2 participant_number number-missing, 3 participant_number number-missing'],
    [['1,A,B,x', '2,A,B,y'], '2 birth_date birth-date-malformed, 3 birth_date birth-date-malformed'],
  ] as const) test(`${texts.join(' | ')} → ${expected}`, () => {
    const read = readPeople(COLUMNS, rows(...texts), TODAY);
    assert.equal('wrongs' in read ? short(read.wrongs) : 'taken', expected);
  });

  test('a refusal repeats no value of a person', () => {
    const read = readPeople(COLUMNS, rows('N-77,Secretive,Surname,1990-13-41', 'N-77,Secretive,Sur\u0007name,x'), TODAY);
    assert.doesNotMatch(JSON.stringify(read), /Secretive|Sur|N-77|1990/);
  });

  test('a name loses what could turn a printed line round, and keeps what only says its own direction', () => {
    const { people } = checked('1,\u202eAna\u202c,\u2067Figue\u202droa\u2069,', '2,שרה\u200f,B,');
    assert.deepEqual(people.map((one) => [one.legalGivenName, one.legalFamilyName]), [['Ana', 'Figueroa'], ['שרה\u200f', 'B']]);
  });

  test('the same file again changes nothing where a name was stored with a sign that nobody sees', () => {
    const file = checked('1,Ana,Figueroa,');
    const stored = file.people.map(({ line: _, ...one }) => ({ ...one, legalGivenName: 'Ana\u202e' }));
    assert.deepEqual(decideImport(file, stored), { add: [], unchanged: 1 });
  });

  test('a name keeps its letters as they were given, without the space around it', () => {
    const composed = 'Zoe\u0308';
    const { people } = checked(`1,  ${composed} \u00a0,O’Brien  de la Cruz,`);
    assert.deepEqual(people[0], {
      line: 2, participantNumber: '1', legalGivenName: composed, legalFamilyName: 'O’Brien  de la Cruz', chosenName: null, pronouns: null, birthDate: null, language: 'en',
    });
  });
});

describe('beside the people already known', () => {
  const known: ImportedPerson = { participantNumber: '1', legalGivenName: 'A', legalFamilyName: 'B', chosenName: 'Bea', pronouns: null, birthDate: '1990-01-01', language: 'es' };
  for (const [texts, expected] of [
    [['1,A,B,1990-01-01'], 'add 0 unchanged 1'],
    [['1,A,B,1990-01-01', '2,C,D,'], 'add 1 unchanged 1'],
    [['1,A,B,'], '2 birth_date known-differently'],
    [['1,a,B,1990-01-01'], '2 legal_given_name known-differently'],
    [['2,C,D,', '1,X,Y,1990-01-01'], '3 legal_given_name known-differently, 3 legal_family_name known-differently'],
    [[], 'add 0 unchanged 0'],
  ] as const) test(`${texts.join(' | ')} → ${expected}`, () => {
    const decided = decideImport(checked(...texts), [known]);
    assert.equal('wrongs' in decided ? short(decided.wrongs) : `add ${decided.add.length} unchanged ${decided.unchanged}`, expected);
  });
});
