/** Takes participants from a CSV file into one organization, all rows or none, and says of each wrong row what is wrong with it. */
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { systemClock } from '../platform/clock.ts';
import type { Configuration } from '../platform/configuration.ts';
import { readCsv } from '../platform/csv.ts';
import type { CsvTrouble } from '../platform/csv.ts';
import { RollBack, inTransaction } from '../platform/database.ts';
import { openGate } from '../platform/gate.ts';
import { Halt } from '../platform/halt.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Outcome } from '../platform/outcome.ts';
import { readHeader, readPeople } from '../modules/people/index.ts';
import type { CheckedPeople, Wrong } from '../modules/people/index.ts';
import { dateIn } from '../values/civil-date.ts';
import { importPeople } from '../workflows/people/import-people.ts';
import type { Imported, ImportRefused } from '../workflows/people/import-people.ts';
import type { Say } from './command.ts';
import { counted, operator, progressOf } from './operator.ts';
import { chooseOrganization, listOrganizations } from './organizations.ts';
import { withRecords } from './records.ts';
import type { Records } from './records.ts';

const BYTES_MAX = 64 * 1024 * 1024;
const ROWS_MAX = 100_000;
const WRONGS_SHOWN = 20;
/* Where a day begins first; nobody on earth is born after the date there. */
const FIRST_TO_WAKE = 'Pacific/Kiritimati';

const TROUBLES: Readonly<Record<CsvTrouble, readonly [says: string, way: string]>> = {
  'not-utf-8': ['is not UTF-8', 'Save it again as "CSV UTF-8", then import that file.'],
  'quote-not-closed': ['begins a quotation that never ends', 'Close it with a quotation mark, or remove the one that begins it.'],
  'quote-misplaced': ['has a quotation mark in the middle of a value', 'Put the whole value in quotation marks and double the ones inside.'],
  'row-too-long': ['is longer than any row of participants', 'Look for a quotation mark that is never closed.'],
  'too-many-rows': [`is beyond the ${ROWS_MAX.toLocaleString('en-US')} rows that are taken at once`, 'Cut the file in two and import one after the other.'],
  'csv-malformed': ['cannot be read as CSV', 'Open it in a spreadsheet program and save it again as "CSV UTF-8".'],
};

function readBytes(path: string): Buffer {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new Error('it is not a file');
    if (found.size > BYTES_MAX) throw new Halt('file-too-large', `${basename(path)} is larger than the 64 MB that are taken at once.`, 'Cut it in two and import one after the other.');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Halt) throw error;
    throw new Halt('file-unreadable', `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, 'Check the path and who may read it.');
  }
}

function refuseRows(name: string, wrongs: readonly Wrong[]): never {
  const lines = wrongs.slice(0, WRONGS_SHOWN).map(({ line, column, name: reason, says }) => `  row ${line}${column === null ? '' : `, ${column}`}: ${says} (${reason})`);
  if (wrongs.length > WRONGS_SHOWN) lines.push(`  … and ${counted(wrongs.length - WRONGS_SHOWN, 'more', 'more')}.`);
  throw new Halt(wrongs[0]?.name ?? 'rows-refused', `${name} was refused, and nothing was saved. Found wrong: ${counted(wrongs.length, 'thing', 'things')}.\n${lines.join('\n')}`,
    'Correct the file and import it again; a row is counted by the line on which it begins.');
}

/** Everything that can be said of the file without asking the database. */
export function checkFile(path: string, today: ReturnType<typeof dateIn>): CheckedPeople {
  const name = basename(path);
  const read = readCsv(readBytes(path), ROWS_MAX);
  if (isRefused(read)) {
    const [says, way] = TROUBLES[read.refused];
    throw new Halt(read.refused, `${name} was refused, and nothing was saved: row ${String(read.facts?.['line'])} ${says} (${read.refused}).`, way);
  }
  const [header, ...rows] = read.value;
  if (header === undefined) throw new Halt('file-empty', `${name} is empty.`, 'Give a file with a header row and one row for each participant.');
  const columns = readHeader(header);
  if ('wrongs' in columns) refuseRows(name, columns.wrongs);
  const people = readPeople(columns.columns, rows, today);
  if ('wrongs' in people) refuseRows(name, people.wrongs);
  return people;
}

function refuseImport(name: string, refused: ImportRefused, facts: Record<string, unknown> | undefined): never {
  if (refused === 'known-differently') refuseRows(name, facts?.['wrongs'] as Wrong[]);
  if (refused === 'demo-takes-no-people') throw new Halt(refused, 'This organization is a demo: nobody in it is real, and no real person may come into it.', 'Import into a real organization; --data names where its records live.');
  throw new Halt(refused, 'Somebody else entered a participant with one of these numbers at the same moment. Nothing was saved.', 'Import the file again.');
}

async function save({ database }: Records, file: CheckedPeople, wish: string | undefined, say: Say): Promise<{ imported: Outcome<Imported, ImportRefused>; name: string }> {
  const { id, name } = chooseOrganization(await listOrganizations(database), wish);
  const tell = progressOf(say);
  const progress = (done: number, of: number): void => { tell(() => `${done.toLocaleString('en-US')} of ${counted(of, 'participant', 'participants')}`); };
  const wished = { file, ...operator(id), gate: openGate(), now: systemClock.now(), progress };
  const imported = await inTransaction<Outcome<Imported, ImportRefused>>(database, id, async (tx) => {
    const outcome = await importPeople(tx, wished);
    return isRefused(outcome) ? new RollBack(outcome) : outcome;
  });
  return { imported, name };
}

export async function run(configuration: Configuration, say: Say): Promise<number> {
  const [file, ...more] = configuration.words;
  if (file === undefined || more.length > 0) throw new Halt('file-unnamed', file === undefined ? 'Which file should be imported?' : 'One file at a time.', 'Write: stepdown import FILE.csv [--organization NAME]');
  const path = resolve(file);
  const people = checkFile(path, dateIn(FIRST_TO_WAKE, systemClock.now()));
  const { imported, name } = await withRecords(configuration, say, 'refuse', (records) => save(records, people, configuration.values.get('organization'), say));
  if (isRefused(imported)) refuseImport(basename(path), imported.refused, imported.facts);
  const { added, unchanged } = imported.value;
  const known = unchanged === 0 ? '' : ` ${counted(unchanged, 'was', 'were')} there already.`;
  if (people.people.length === 0) say(`${basename(path)} has a header and no participants; nothing was changed.`);
  else if (added === 0) say(`Nothing to change: ${name} holds ${counted(unchanged, 'participant', 'participants')} of this file just as they stand there.`);
  else say(`${counted(added, 'participant', 'participants')} came into ${name}.${known}`);
  return 0;
}
