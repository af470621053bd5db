/** Files from elsewhere: awkward CSV is read as its makers say, taken or refused by name, and a thousand people come back exactly. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { checkFile } from '../../src/cli/import.ts';
import { readCsv } from '../../src/platform/csv.ts';
import { openGate } from '../../src/platform/gate.ts';
import { Halt } from '../../src/platform/halt.ts';
import { isRefused } from '../../src/platform/outcome.ts';
import type { CivilDate } from '../../src/values/civil-date.ts';
import { civilDate } from '../../src/values/civil-date.ts';
import { importPeople } from '../../src/workflows/people/import-people.ts';
import { TEN_O_CLOCK, openHouse } from '../support/house.ts';

/* Published elsewhere under licenses of their own; never copied into the project. */
const CORPUS = join(import.meta.dirname, '../../../shared/data/csv-identity');
const skip = existsSync(CORPUS) ? false : 'the corpus shared/data/csv-identity is not beside this checkout';
const TODAY = '2026-11-19' as CivilDate;
const HEADER = 'participant_number,legal_given_name,legal_family_name';

const TORTURE = join(CORPUS, 'csv-spectrum/csvs');
const awkward = skip === false ? readdirSync(TORTURE).filter((name) => name.endsWith('.csv')).sort() : [];

/** 'taken', or the name of the refusal; anything else is a crash and fails the test. */
function verdict(path: string): string {
  try {
    return `taken ${checkFile(path, TODAY).people.length}`;
  } catch (error) {
    if (error instanceof Halt) return error.reason;
    throw error;
  }
}

test('awkward files are read as their makers say', { skip }, () => {
  assert.ok(awkward.length > 0);
  for (const name of awkward) {
    const bytes = readFileSync(join(TORTURE, name));
    const expected = JSON.parse(readFileSync(join(CORPUS, 'csv-spectrum/json', `${basename(name, '.csv')}.json`), 'utf8')) as Record<string, string>[];
    const read = readCsv(bytes, 1000);
    /* Its values hold quotation marks that are not doubled, which is not CSV (RFC 4180, 2.5). */
    if (name === 'location_coordinates.csv') {
      assert.ok(isRefused(read) && read.refused === 'quote-misplaced');
      continue;
    }
    assert.ok(!isRefused(read), name);
    const [header, ...rows] = read.value;
    const objects = rows.map(({ values }) => Object.fromEntries(values.map((value, at) => [header?.values[at] ?? '', value])));
    const plain = (value: unknown): string => JSON.stringify(value).replaceAll('\\r\\n', '\\n');
    assert.equal(plain(objects), plain(expected), name);
  }
});

test('awkward files are refused by name as they are, and taken or refused by name under our header', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-corpus-'));
  try {
    const verdicts = awkward.map((name) => {
      const text = readFileSync(join(TORTURE, name), 'utf8');
      const renamed = join(folder, name);
      writeFileSync(renamed, text.replace(/^a,b,c/, HEADER).replace(/^(a,b|key,val)(?=\r?\n)/, 'participant_number,legal_given_name'));
      return [name, verdict(join(TORTURE, name)), verdict(renamed)];
    });
    assert.deepEqual(verdicts, [
      ['comma_in_quotes.csv', 'header-missing', 'header-missing'],
      ['empty.csv', 'header-missing', 'name-missing'],
      ['empty_crlf.csv', 'header-missing', 'name-missing'],
      ['escaped_quotes.csv', 'header-missing', 'column-missing'],
      ['json.csv', 'header-missing', 'column-missing'],
      ['location_coordinates.csv', 'quote-misplaced', 'quote-misplaced'],
      ['newlines.csv', 'header-missing', 'line-break'],
      ['newlines_crlf.csv', 'header-missing', 'line-break'],
      ['quotes_and_newlines.csv', 'header-missing', 'column-missing'],
      ['simple.csv', 'header-missing', 'taken 1'],
      ['simple_crlf.csv', 'header-missing', 'taken 1'],
      ['utf8.csv', 'header-missing', 'taken 2'],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

type Febrl = { number: string; given: string; family: string; born: string };

/** What the research set calls rec_id, given_name, surname and date_of_birth; days that are none are left out. */
function febrlPeople(): Febrl[] {
  const read = readCsv(readFileSync(join(CORPUS, 'febrl/dataset1.csv')), 2000);
  assert.ok(!isRefused(read));
  const [header, ...rows] = read.value;
  const at = (name: string): number => header?.values.findIndex((heading) => heading.trim() === name) ?? -1;
  return rows.map(({ values }) => {
    const value = (name: string): string => (values[at(name)] ?? '').trim();
    const born = value('date_of_birth').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    return { number: value('rec_id'), given: value('given_name'), family: value('surname'), born: civilDate.safeParse(born).success ? born : '' };
  });
}

test('a thousand people come in and are read back exactly', { skip }, async (t) => {
  const people = febrlPeople();
  const named = people.filter(({ given, family }) => given !== '' || family !== '');
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-corpus-'));
  t.after(() => { rmSync(folder, { recursive: true, force: true }); });
  const path = join(folder, 'febrl.csv');
  const write = (rows: readonly Febrl[]): void => { writeFileSync(path, `${HEADER},birth_date\n${rows.map(({ number, given, family, born }) => `${number},${given},${family},${born}`).join('\n')}\n`); };
  write(people);
  if (named.length < people.length) assert.equal(verdict(path), 'name-missing');
  write(named);
  const file = checkFile(path, TODAY);
  const house = await openHouse(t);
  const { orgId, staff } = await house.furnish('Corpus', 0);
  const actor = { orgId, id: staff.administrator.staffId, signInId: 'terminal:test', roles: [], permissions: new Set<string>(), placeIds: [], signature: { name: '', credential: '' } };
  const bring = () => house.inOrganization(orgId, (tx) => importPeople(tx, { file, actor, address: 'terminal', gate: openGate(), now: TEN_O_CLOCK, progress: () => undefined }));
  assert.deepEqual(await bring(), { value: { added: named.length, unchanged: 0 } });
  assert.deepEqual(await bring(), { value: { added: 0, unchanged: named.length } });
  const { rows } = await house.inOrganization(orgId, (tx) => sql<Febrl>`
    select participant_number as number, legal_given_name as given, legal_family_name as family, coalesce(birth_date::text, '') as born from participants`.execute(tx));
  const byNumber = (left: Febrl, right: Febrl): number => (left.number < right.number ? -1 : 1);
  assert.deepEqual(rows.toSorted(byNumber), named.toSorted(byNumber));
});
