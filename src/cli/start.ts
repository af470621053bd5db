/** Brings up database, tables, pages and server, says where they are, and takes everything down again in order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Configuration } from '../platform/configuration.ts';
import { startCluster } from '../platform/embedded/start-cluster.ts';
import type { Connections } from '../platform/embedded/start-cluster.ts';
import { Halt, hasCode } from '../platform/halt.ts';
import { applyMigrations } from './apply-migrations.ts';
import type { Say } from './command.ts';
import { letGoOfTerminal, listenForLeave } from './leave.ts';
import type { Leaving } from './leave.ts';

/* Open requests get this long to finish; a browser's idle connection must not hold up a stop. */
const CLOSE_MS = 5000;

type Up = { readonly connections: Connections; readonly keys: string | null; readonly where: string; readonly lost: Promise<void> };
type Closers = (() => Promise<void>)[];

async function openDatabase(configuration: Configuration, say: Say, closers: Closers): Promise<Up> {
  if (configuration.external !== null) {
    return { connections: configuration.external, keys: null, where: 'the database in DATABASE_URL', lost: new Promise(() => {}) };
  }
  const { dataFolder, purpose } = configuration;
  const cluster = await startCluster({ dataFolder, purpose, say });
  closers.push(() => cluster.stop());
  if (cluster.adopted) say('A database left running by an earlier start was taken over.');
  return { connections: cluster.connections, keys: cluster.folder.keys, where: `${cluster.dataFolder} (built-in PostgreSQL ${cluster.serverVersion})`, lost: cluster.lost };
}

function readTls(tls: Configuration['tls']): { cert: string; key: string } | undefined {
  if (tls === null) return undefined;
  try {
    return { cert: readFileSync(tls.cert, 'utf8'), key: readFileSync(tls.key, 'utf8') };
  } catch (error) {
    throw new Halt('tls-unreadable', `A TLS file cannot be read: ${error instanceof Error ? error.message : String(error)}.`, 'Check the paths after --tls-cert and --tls-key, and who may read them.');
  }
}

async function buildPages(configuration: Configuration, say: Say): Promise<void> {
  const { buildWebIfStale } = await import('../platform/web-build.ts');
  await buildWebIfStale(configuration.checkout, say);
}

async function prepareDatabase(configuration: Configuration, say: Say, closers: Closers): Promise<Up> {
  const up = await openDatabase(configuration, say, closers);
  const applied = await applyMigrations(up.connections.owner);
  if (applied.length > 0) say(`The database was brought up to date (${applied.length} steps).`);
  if (configuration.purpose === 'demo') {
    const { furnishDemo } = await import('../seed/demo.ts');
    await furnishDemo(up.connections);
  }
  return up;
}

async function bringUp(configuration: Configuration, say: Say, closers: Closers): Promise<Up> {
  const tls = readTls(configuration.tls);
  /* Both are awaited even when one fails, so that what the other opened is known and closed. */
  const [database, pages, module] = await Promise.allSettled([
    prepareDatabase(configuration, say, closers), buildPages(configuration, say), import('../server.ts'),
  ]);
  for (const each of [database, pages, module]) if (each.status === 'rejected') throw each.reason;
  if (database.status === 'rejected' || module.status === 'rejected') throw new Error('unreachable');
  const up = database.value;
  const { host, port, behindProxy, purpose, checkout } = configuration;
  try {
    const server = await module.value.startServer({
      connections: up.connections, host, port, behindProxy, say, demo: purpose === 'demo', secretsFolder: up.keys,
      webFolder: join(checkout, 'dist', 'web'), ...(tls === undefined ? {} : { tls }),
    });
    closers.push(() => Promise.race([server.close(), pause(CLOSE_MS)]));
    say(`\nStepdown is open at ${server.address}${purpose === 'demo' ? '  (demo: nobody in it is real)' : ''}`);
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    throw new Halt('port-taken', `Port ${port} on ${host} is taken by another program.`, 'Stop that one, or choose another with --port N.');
  }
  say(`Records: ${up.where}`);
  say('Next: open that address in a browser. Ctrl-C here stops everything.');
  return up;
}

async function close(closers: Closers): Promise<void> {
  for (const closer of closers.splice(0).toReversed()) await closer();
}

async function serve(configuration: Configuration, say: Say, leaving: Leaving, closers: Closers): Promise<number> {
  const starting = bringUp(configuration, say, closers);
  const up = await Promise.race([starting, leaving.asked]);
  if (typeof up === 'string') {
    await Promise.allSettled([Promise.race([starting, pause(CLOSE_MS)])]);
    return 0;
  }
  const end = await Promise.race([leaving.asked, up.lost.then(() => null)]);
  if (end !== null) return 0;
  throw new Halt('database-lost', 'The database server ended although nobody here stopped it.', 'Start again; what was saved is safe. If it happens twice, look into the log folder beside the records.');
}

export async function run(configuration: Configuration, say: Say): Promise<number> {
  const leaving = listenForLeave();
  const closers: Closers = [];
  try {
    return await serve(configuration, say, leaving, closers);
  } finally {
    if (closers.length > 0 && leaving.wasAsked()) say('Stopping …');
    await close(closers);
    if (leaving.wasAsked()) {
      say('Stopped. Every record is on disk.');
      if (leaving.terminalIsGone()) letGoOfTerminal();
      /* Whatever library still holds a timer has no say in when a stopped program ends. */
      process.exit(0);
    }
  }
}
