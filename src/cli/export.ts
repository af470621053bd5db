/** Writes everything of one organization into an empty folder, and writes down that it left. */
import { resolve, sep } from 'node:path';
import { refuseFilledFolder, writeExport } from '../platform/archive/export.ts';
import type { ExportManifest } from '../platform/archive/export.ts';
import { systemClock } from '../platform/clock.ts';
import type { Configuration } from '../platform/configuration.ts';
import { inTransaction } from '../platform/database.ts';
import type { Database, Tx } from '../platform/database.ts';
import { readDictionary } from '../platform/dictionary.ts';
import { findDataFolder } from '../platform/embedded/data-folder.ts';
import { openGate } from '../platform/gate.ts';
import { Halt } from '../platform/halt.ts';
import { listParticipantIds } from '../modules/people/index.ts';
import { versionOf } from './backup.ts';
import type { Say } from './command.ts';
import { counted, operator, progressOf } from './operator.ts';
import { chooseOrganization, listOrganizations } from './organizations.ts';
import { withRecords } from './records.ts';

function folderOf(configuration: Configuration): string {
  const [wish, ...more] = configuration.words;
  if (wish === undefined || more.length > 0) throw new Halt('folder-unnamed', wish === undefined ? 'Where should the export go?' : 'One folder at a time.', 'Write: stepdown export FOLDER [--organization NAME]');
  const folder = resolve(wish);
  const records = configuration.external === null ? findDataFolder(configuration.dataFolder, configuration.purpose).path : null;
  if (records !== null && (folder === records || folder.startsWith(records + sep))) {
    throw new Halt('export-inside', 'An export inside the data folder would be taken for a part of it.', 'Name a folder outside, best on another disk.');
  }
  refuseFilledFolder(folder);
  return folder;
}

/** In a transaction of its own, committed before the first byte is written: a cut-off export is accounted for as well. */
function accountFor(database: Database, orgId: string, now: Date): (tx: Tx) => Promise<void> {
  return async (snapshot) => {
    const participantIds = await listParticipantIds(snapshot, orgId);
    await inTransaction(database, orgId, async (tx) => {
      await openGate().account(tx, { ...operator(orgId), contract: 'export', accounting: 'each-answer', participantIds, board: '', now });
    });
  };
}

async function writeOne(database: Database, folder: string, configuration: Configuration, say: Say): Promise<ExportManifest> {
  const organization = chooseOrganization(await listOrganizations(database), configuration.values.get('organization'));
  const now = systemClock.now();
  const tell = progressOf(say);
  return await writeExport({
    database, folder, organization, now, dictionary: await readDictionary(), version: versionOf(configuration.checkout),
    account: accountFor(database, organization.id, now),
    progress: (table, rows) => { tell(() => `${table}: ${counted(rows, 'row', 'rows')}`); },
  });
}

export async function run(configuration: Configuration, say: Say): Promise<number> {
  const folder = folderOf(configuration);
  const manifest = await withRecords(configuration, say, 'refuse', ({ database }) => writeOne(database, folder, configuration, say));
  const files = Object.values(manifest.files);
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  say(`${folder}: ${counted(rows, 'row', 'rows')} of ${manifest.organization.name} in ${counted(files.length, 'file', 'files')}, and manifest.json with their checksums.`);
  say('It holds every record, unencrypted: keep it as carefully as the records. That it was made is written down in the record of accesses.');
  return 0;
}
