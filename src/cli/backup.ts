/** Writes all records of a stopped program into one archive, after starting and stopping the database once to be sure it is whole. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { writeBackup } from '../platform/archive/backup.ts';
import type { Configuration } from '../platform/configuration.ts';
import { findDataFolder } from '../platform/embedded/data-folder.ts';
import { startCluster } from '../platform/embedded/start-cluster.ts';
import { Halt } from '../platform/halt.ts';
import type { Say } from './command.ts';

export function versionOf(checkout: string): string {
  return (JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A name ending in .tar.gz or .tgz is a file, anything else a folder that gets a file named after the minute. */
function archiveFile(wish: string | undefined, configuration: Configuration): string {
  if (wish === undefined) throw new Halt('archive-unnamed', 'Where should the backup go?', 'Write: stepdown backup FOLDER, or stepdown backup FILE.tar.gz');
  const path = resolve(wish);
  if (/[.](tar[.]gz|tgz)$/.test(path) && !(existsSync(path) && statSync(path).isDirectory())) return path;
  const minute = new Date().toISOString().slice(0, 16).replace(/:/g, '').replace('T', '-');
  return join(path, `stepdown-${configuration.purpose}-${minute}.tar.gz`);
}

export async function run(configuration: Configuration, say: Say): Promise<number> {
  if (configuration.external !== null) {
    throw new Halt('backup-of-own-database', 'DATABASE_URL points to a PostgreSQL of your own, which has better tools for this.', 'Use pg_dump or your continuous archive; docs say how. Unset DATABASE_URL to back up the built-in database.');
  }
  const { dataFolder, purpose, checkout } = configuration;
  const file = archiveFile(configuration.words[0], configuration);
  const folder = findDataFolder(dataFolder, purpose);
  if (!existsSync(folder.cluster)) throw new Halt('nothing-to-back-up', `There are no records in ${folder.path} yet.`, 'Name the folder with --data, or add --demo for the demo.');
  if (file.startsWith(folder.path + sep)) throw new Halt('archive-inside', 'A backup inside the data folder would be lost with it.', 'Name a place outside, best on another disk.');
  const cluster = await startCluster({ dataFolder, purpose, say }).catch((error: unknown) => {
    if (!(error instanceof Halt) || error.reason !== 'already-served') throw error;
    throw new Halt('program-running', 'The program is running, and a backup needs it to stand still for some seconds.', 'Stop it (Ctrl-C where it runs), take the backup, start it again.');
  });
  const postgres = cluster.serverVersion;
  await cluster.stop();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const manifest = await writeBackup(folder, file, { stepdown: versionOf(checkout), postgres });
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  say(`${file}: ${Object.keys(manifest.files).length} files, ${megabytes} MB, checksummed.`);
  say('It holds every record and the keys to them, unencrypted: keep it as carefully as the records, and try it now and then with "stepdown restore".');
  return 0;
}
