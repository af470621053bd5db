/** Unpacks a checked backup into an empty data folder and starts the database once, so that "restored" means "it runs". */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBackup } from '../platform/archive/restore.ts';
import type { Configuration } from '../platform/configuration.ts';
import { shippedMajor } from '../platform/embedded/binaries.ts';
import { findDataFolder } from '../platform/embedded/data-folder.ts';
import { startCluster } from '../platform/embedded/start-cluster.ts';
import { Halt } from '../platform/halt.ts';
import type { Say } from './command.ts';

export async function run(configuration: Configuration, say: Say): Promise<number> {
  const [file] = configuration.words;
  if (file === undefined) throw new Halt('archive-unnamed', 'Which backup should be restored?', 'Write: stepdown restore FILE.tar.gz [--into FOLDER]');
  if (configuration.external !== null) {
    throw new Halt('restore-into-own-database', 'DATABASE_URL points to a PostgreSQL of your own; this archive is of the built-in database.', 'Unset DATABASE_URL, then restore.');
  }
  const { purpose } = configuration;
  const into = configuration.values.get('into');
  const dataFolder = into === undefined ? configuration.dataFolder : resolve(into);
  const folder = findDataFolder(dataFolder, purpose);
  const manifest = await readBackup(resolve(file), folder, shippedMajor());
  try {
    const cluster = await startCluster({ dataFolder, purpose, say });
    await cluster.stop();
  } catch (error) {
    rmSync(folder.path, { recursive: true, force: true });
    throw error;
  }
  say(`${Object.keys(manifest.files).length} files of ${manifest.madeAt} are in ${folder.path}; every checksum agrees, and the database starts.`);
  say(into === undefined ? 'Next: npm start' : `Next: npm start -- ${purpose === 'demo' ? '--demo ' : ''}--data ${dataFolder}`);
  return 0;
}
