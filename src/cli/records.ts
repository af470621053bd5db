/** Opens the records for one command, beside the running program or in its place, and leaves the database as it was found: running or stopped. */
import { existsSync } from 'node:fs';
import type { Configuration } from '../platform/configuration.ts';
import { openDatabase } from '../platform/database.ts';
import type { Database } from '../platform/database.ts';
import { findDataFolder } from '../platform/embedded/data-folder.ts';
import { joinCluster, startCluster } from '../platform/embedded/start-cluster.ts';
import type { Connections } from '../platform/embedded/start-cluster.ts';
import { Halt, hasCode } from '../platform/halt.ts';
import { pendingMigrations } from '../platform/migrate.ts';
import { applyMigrations } from './apply-migrations.ts';
import type { Say } from './command.ts';

export type Records = { readonly connections: Connections; readonly database: Database };
type Reached = { readonly connections: Connections; readonly leave: () => Promise<void> };

/* What PostgreSQL and the driver say when the server goes away or is not there. */
const GONE = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'];

function isGone(error: unknown): boolean {
  /* A socket that is gone is a file that is gone; a missing file of ours is another matter. */
  if (hasCode(error, 'ENOENT')) return (error as NodeJS.ErrnoException).syscall === 'connect';
  return hasCode(error, ...GONE) || (error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message));
}

/** Starting is tried first: it also waits for a server that is going, and takes over one whose starter was killed. */
async function reach({ external, dataFolder, purpose }: Configuration, say: Say): Promise<Reached> {
  if (external !== null) return { connections: external, leave: () => Promise.resolve() };
  try {
    const cluster = await startCluster({ dataFolder, purpose, say });
    return { connections: cluster.connections, leave: () => cluster.stop() };
  } catch (error) {
    const running = error instanceof Halt && error.reason === 'already-served' ? joinCluster(dataFolder, purpose) : null;
    if (running === null) throw error;
    return { connections: running.connections, leave: () => Promise.resolve() };
  }
}

/** Changing the form of the tables is for `start` and `migrate`: the program may be running on them. */
async function refuseOtherForm(connections: Connections): Promise<void> {
  if ((await pendingMigrations(connections.owner)).length > 0) {
    throw new Halt('database-behind', 'The database does not have the form that this version needs.', 'Run "stepdown migrate", or start the program once.');
  }
  /* Nothing is pending, so this only refuses what a newer version has made. */
  await applyMigrations(connections.owner);
}

/** `empty: 'make'` sets up a database where there is none; otherwise that is refused. */
export async function withRecords<Value>(
  configuration: Configuration, say: Say, empty: 'make' | 'refuse', work: (records: Records) => Promise<Value>,
): Promise<Value> {
  const folder = configuration.external === null ? findDataFolder(configuration.dataFolder, configuration.purpose) : null;
  if (folder !== null && empty === 'refuse' && !existsSync(folder.cluster)) {
    throw new Halt('no-records', `There are no records in ${folder.path} yet.`, 'Name the folder with --data, add --demo for the demo, or start the program first.');
  }
  const { connections, leave } = await reach(configuration, say);
  try {
    if (empty === 'make') await applyMigrations(connections.owner);
    else await refuseOtherForm(connections);
    const database = openDatabase(connections.app, { max: 4 });
    try {
      return await work({ connections, database });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!isGone(error)) throw error;
    throw new Halt('database-gone', 'The database cannot be reached, or was stopped while this was at work. Nothing was saved.', 'See that it runs, then do this again.');
  } finally {
    await leave();
  }
}
