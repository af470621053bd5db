/** Looks at the database: does it run, for whom, can it be reached, is it up to date, was a server left behind. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ClientConfig } from 'pg';
import type { Configuration } from '../../platform/configuration.ts';
import type { DataFolder } from '../../platform/embedded/data-folder.ts';
import { connect, holderOf } from '../../platform/embedded/hold.ts';
import { livePostmaster, readPostmaster } from '../../platform/embedded/postmaster.ts';
import { joinCluster } from '../../platform/embedded/start-cluster.ts';
import { good, note, warning, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

function words(error: unknown): string {
  return error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error);
}

async function reach(name: string, config: ClientConfig): Promise<Finding> {
  try {
    const client = await connect({ ...config, connectionTimeoutMillis: 5000 });
    const { rows } = await client.query<{ version: string; role: string }>("select current_setting('server_version') as version, current_user as role");
    await client.end();
    return good(`The database answers the ${name} as ${rows[0]?.role} (PostgreSQL ${rows[0]?.version}).`);
  } catch (error) {
    return wrong(`The database does not answer the ${name}: ${words(error)}.`, 'Check that the server runs, the address, the password, and that the login may take on that role.');
  }
}

async function migrations(owner: ClientConfig): Promise<Finding> {
  try {
    const { pendingMigrations } = await import('../../platform/migrate.ts');
    const pending = await pendingMigrations(owner);
    if (pending.length === 0) return good('The database has the form this version needs.');
    return warning(`${pending.length} steps bring the database to this version.`, 'Take a backup, then run npm start or "stepdown migrate".');
  } catch (error) {
    return wrong(`The form of the database cannot be read: ${words(error)}.`, 'Look at the findings above first.');
  }
}

async function lookAtConnections(connections: { owner: ClientConfig; app: ClientConfig; worker: ClientConfig }): Promise<Finding[]> {
  const owner = await reach('owner', connections.owner);
  if (owner.level === 'wrong') return [owner];
  return [owner, await reach('application', connections.app), await reach('worker', connections.worker), await migrations(connections.owner)];
}

/** A running server without a living Stepdown is an orphan; the next start takes it over. */
async function lookAtHolder(root: ClientConfig, pid: number): Promise<Finding> {
  try {
    const client = await connect({ ...root, connectionTimeoutMillis: 5000 });
    const holder = await holderOf(client);
    await client.end();
    if (holder !== null) return good(`The program is running (process ${holder}).`);
    return wrong(`A database server (process ${pid}) was left behind on this folder.`, 'Run npm start; it takes the server over, and stops it when you stop the program.');
  } catch (error) {
    return wrong(`A database server runs on this folder (process ${pid}) but does not answer: ${words(error)}.`, 'If it is just starting or stopping, wait a moment and ask again.');
  }
}

async function lookAtCluster(configuration: Configuration, folder: DataFolder): Promise<Finding[]> {
  const live = livePostmaster(folder.cluster);
  const joined = live === null ? null : joinCluster(configuration.dataFolder, configuration.purpose);
  if (live !== null && joined !== null) return [await lookAtHolder(joined.root, live.pid), ...(await lookAtConnections(joined.connections))];
  if (!existsSync(folder.cluster)) return [];
  if (readPostmaster(folder.cluster) !== null) return [note('The database was not stopped in order; the next start recovers what was saved, in a second or two.')];
  return [note('The database is stopped, in order.')];
}

/** Servers that run our own copy of the programs on a folder that no longer exists. */
function lookForStrays(): Finding[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid): Finding[] => {
    try {
      const command = readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split('\0');
      const at = command.indexOf('-D');
      const data = command[at + 1] ?? '';
      if (basename(command[0] ?? '') !== 'postgres' || !/\/postgres-[^/]+\/bin\/postgres$/.test(command[0] ?? '') || at < 0 || existsSync(join(data, 'PG_VERSION'))) return [];
      return [wrong(`A database server (process ${pid}) still runs on ${data}, which is gone.`, `Run: kill -QUIT ${pid}`)];
    } catch {
      /* It ended while we looked. */
      return [];
    }
  });
}

export async function lookAtDatabase(configuration: Configuration, folder: DataFolder | null): Promise<Finding[]> {
  if (configuration.external !== null) return await lookAtConnections(configuration.external);
  return [...(folder === null ? [] : await lookAtCluster(configuration, folder)), ...lookForStrays()];
}
