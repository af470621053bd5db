/** What a file of participants must look like, row by row, and what becomes of each row beside the people already known. */
import { civilDate } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { withoutUnseen } from '../../../values/wire.ts';

export const REQUIRED_COLUMNS = ['participant_number', 'legal_given_name', 'legal_family_name'] as const;
export const IMPORT_COLUMNS = [...REQUIRED_COLUMNS, 'chosen_name', 'pronouns', 'birth_date', 'language'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** One row of the file: the line where it begins, and its values in the order of the header. */
export type FileRow = { readonly line: number; readonly values: readonly string[] };

export type ImportedPerson = {
  readonly participantNumber: string; readonly legalGivenName: string; readonly legalFamilyName: string;
  readonly chosenName: string | null; readonly pronouns: string | null; readonly birthDate: string | null; readonly language: string;
};

export type WrongName =
  | 'header-missing' | 'column-unknown' | 'column-doubled' | 'column-missing'
  | 'row-uneven' | 'number-missing' | 'number-doubled' | 'name-missing' | 'value-too-long' | 'control-character' | 'letter-lost' | 'line-break'
  | 'birth-date-malformed' | 'birth-date-ahead' | 'birth-date-too-early' | 'language-unknown' | 'known-differently';

/** What is wrong, where, and never more of a value than is needed to find it. */
export type Wrong = { readonly line: number; readonly column: string | null; readonly name: WrongName; readonly says: string };

/** People of a file in which nothing was found to be wrong; only `readPeople` makes one. */
export type CheckedPeople = { readonly columns: ReadonlySet<ImportColumn>; readonly people: readonly (ImportedPerson & { readonly line: number })[]; readonly checked: true };

const FIELD: Readonly<Record<ImportColumn, keyof ImportedPerson>> = {
  participant_number: 'participantNumber', legal_given_name: 'legalGivenName', legal_family_name: 'legalFamilyName',
  chosen_name: 'chosenName', pronouns: 'pronouns', birth_date: 'birthDate', language: 'language',
};
/* A number is a key of an index, which takes some 2,700 bytes; the others only have to fit a page. */
const LENGTH_MAX: Readonly<Record<ImportColumn, number>> = {
  participant_number: 64, legal_given_name: 200, legal_family_name: 200, chosen_name: 200, pronouns: 100, birth_date: 10, language: 35,
};
const LANGUAGE_UNLESS_SAID = 'en';
/* Nobody is known to have lived longer than 122 years; a date before this is a slip of the hand. */
const YEARS_MAX = 130;
const HEADING_SHOWN = 40;

function isKnown(column: string): column is ImportColumn {
  return (IMPORT_COLUMNS as readonly string[]).includes(column);
}

/** Control characters other than tab and line break: they come from damage, and hide in every list. */
function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code <= 0x9f)) return true;
  }
  return false;
}

/** An unknown heading is shown, since the way on is to rename it; a first row without any known one may be a person's, so it is not. */
function shownHeading(heading: string): string {
  const plain = Array.from(heading, (letter) => (hasControl(letter) || /\s/.test(letter) ? ' ' : letter));
  return plain.length > HEADING_SHOWN ? `${plain.slice(0, HEADING_SHOWN).join('')}…` : plain.join('');
}

function separatorSaid(text: string): string {
  if (text.includes(';')) return ' It seems to be separated by semicolons; commas are needed.';
  return text.includes('\t') ? ' It seems to be separated by tabs; commas are needed.' : '';
}

/** The columns of a file in their order, or everything that is wrong with its header. */
export function readHeader({ line, values }: FileRow): { columns: ImportColumn[] } | { wrongs: Wrong[] } {
  const headings = values.map((value) => value.trim());
  if (!headings.some(isKnown)) {
    return { wrongs: [{ line, column: null, name: 'header-missing', says: `is not a header with the columns ${REQUIRED_COLUMNS.join(', ')}.${separatorSaid(values.join(''))}` }] };
  }
  const wrongs: Wrong[] = headings.flatMap((heading, index): Wrong[] => {
    if (!isKnown(heading)) return [{ line, column: shownHeading(heading), name: 'column-unknown', says: `is not a column that is known here; known are ${IMPORT_COLUMNS.join(', ')}.` }];
    return headings.indexOf(heading) === index ? [] : [{ line, column: heading, name: 'column-doubled', says: 'stands in the header twice.' }];
  });
  for (const column of REQUIRED_COLUMNS) {
    if (!headings.includes(column)) wrongs.push({ line, column, name: 'column-missing', says: 'is missing in the header.' });
  }
  return wrongs.length > 0 ? { wrongs } : { columns: headings.filter(isKnown) };
}

type Found = readonly [name: WrongName, says: string] | null;

function wrongInText(column: ImportColumn, raw: string, value: string): Found {
  if (hasControl(raw)) return ['control-character', 'holds a control character that cannot be seen.'];
  if (raw.includes('\uFFFD')) return ['letter-lost', 'holds the mark for a letter that was lost when the file was made.'];
  if (value.length > LENGTH_MAX[column]) return column === 'birth_date' ? ['birth-date-malformed', 'is not a date written YYYY-MM-DD.'] : ['value-too-long', `is longer than ${LENGTH_MAX[column]} characters.`];
  return null;
}

function wrongInBirthDate(value: string, today: CivilDate): Found {
  if (!civilDate.safeParse(value).success) return ['birth-date-malformed', /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'is not a day of the calendar.' : 'is not a date written YYYY-MM-DD.'];
  if (value > today) return ['birth-date-ahead', 'is a day that has not come yet.'];
  const earliest = `${String(Number(today.slice(0, 4)) - YEARS_MAX)}${today.slice(4)}`;
  return value < earliest ? ['birth-date-too-early', `is more than ${YEARS_MAX} years ago.`] : null;
}

/** The tag as BCP 47 writes it; null when it is none. */
function languageTag(text: string): string | null {
  if (!/^[a-z]{2,3}(-|$)/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

function wrongInValue(column: ImportColumn, raw: string, today: CivilDate): Found {
  const value = withoutUnseen(raw);
  const text = wrongInText(column, raw, value);
  if (text !== null) return text;
  if (column === 'participant_number') {
    if (value === '') return ['number-missing', 'is empty.'];
    return /[\t\r\n]/.test(value) ? ['line-break', 'holds a tab or a line break.'] : null;
  }
  if (column === 'birth_date') return value === '' ? null : wrongInBirthDate(value, today);
  if (column === 'language') return value === '' || languageTag(value) !== null ? null : ['language-unknown', 'is not a language tag such as en or es-MX.'];
  return null;
}

function personOf(line: number, value: (column: ImportColumn) => string): ImportedPerson & { line: number } {
  const orNull = (column: ImportColumn): string | null => value(column) === '' ? null : value(column);
  return {
    line, participantNumber: value('participant_number'), legalGivenName: value('legal_given_name'), legalFamilyName: value('legal_family_name'),
    chosenName: orNull('chosen_name'), pronouns: orNull('pronouns'), birthDate: orNull('birth_date'), language: languageTag(value('language')) ?? LANGUAGE_UNLESS_SAID,
  };
}

function wrongsInRow({ line, values }: FileRow, columns: readonly ImportColumn[], today: CivilDate): Wrong[] {
  if (values.length !== columns.length) {
    return [{ line, column: null, name: 'row-uneven', says: `has ${values.length} ${values.length === 1 ? 'value' : 'values'} where the header has ${columns.length} columns.` }];
  }
  const wrongs = columns.flatMap((column, index): Wrong[] => {
    const found = wrongInValue(column, values[index] ?? '', today);
    return found === null ? [] : [{ line, column, name: found[0], says: found[1] }];
  });
  const nameless = columns.every((column, index) => !/^legal_/.test(column) || withoutUnseen(values[index] ?? '') === '');
  /* A person may have one name only; the other column is then empty. */
  if (nameless) wrongs.push({ line, column: 'legal_family_name', name: 'name-missing', says: 'and legal_given_name are both empty.' });
  return wrongs;
}

/** Every row is looked at, so that a file is corrected once; `today` is the day after which nobody can be born. */
export function readPeople(columns: readonly ImportColumn[], rows: readonly FileRow[], today: CivilDate): CheckedPeople | { wrongs: Wrong[] } {
  const wrongs: Wrong[] = [];
  const people: (ImportedPerson & { line: number })[] = [];
  const places = new Map(columns.map((column, index) => [column, index]));
  const lines = new Map<string, number>();
  for (const row of rows) {
    const value = (column: ImportColumn): string => withoutUnseen(row.values[places.get(column) ?? -1] ?? '');
    const here = wrongsInRow(row, columns, today);
    /* In an uneven row nobody knows which value is the number. */
    const number = row.values.length === columns.length ? value('participant_number') : '';
    const first = lines.get(number);
    if (first === undefined) lines.set(number, row.line);
    else if (number !== '') here.push({ line: row.line, column: 'participant_number', name: 'number-doubled', says: `is the same as in row ${first}.` });
    if (here.length === 0) people.push(personOf(row.line, value));
    wrongs.push(...here);
  }
  return wrongs.length > 0 ? { wrongs } : { columns: new Set(columns), people, checked: true };
}

export type ImportDecision = { readonly add: readonly ImportedPerson[]; readonly unchanged: number } | { readonly wrongs: Wrong[] };

/** New numbers are added, the same people again change nothing, other facts under a known number are refused. A column that the file lacks says nothing. */
export function decideImport(file: CheckedPeople, known: readonly ImportedPerson[]): ImportDecision {
  const byNumber = new Map(known.map((person) => [withoutUnseen(person.participantNumber), person]));
  const wrongs: Wrong[] = [];
  const add = file.people.filter((person) => {
    const before = byNumber.get(person.participantNumber);
    if (before === undefined) return true;
    for (const column of file.columns) {
      // Read as the file is: what was stored before may hold what nobody sees.
      const stood = before[FIELD[column]];
      if ((stood === null ? null : withoutUnseen(stood)) !== person[FIELD[column]]) wrongs.push({ line: person.line, column, name: 'known-differently', says: 'is something else in the record under this number.' });
    }
    return false;
  });
  return wrongs.length > 0 ? { wrongs } : { add, unchanged: file.people.length - add.length };
}
