/** Starts, adopts or joins the built-in PostgreSQL of one data folder, and stops it so that nothing stays behind. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Client, ClientConfig } from 'pg';
import { Halt } from '../halt.ts';
import { provideBinaries, shippedMajor } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { checkDataFolder, findDataFolder, makeDataFolder } from './data-folder.ts';
import type { DataFolder, Purpose } from './data-folder.ts';
import { makeCluster, SUPERUSER } from './first-start.ts';
import { guardAdopted, startGuarded, startLog } from './guard.ts';
import type { Guard } from './guard.ts';
import { connect, holderOf, isFree, takeHold } from './hold.ts';
import type { Hold } from './hold.ts';
import { providePasswords, readPasswords } from './passwords.ts';
import type { Passwords } from './passwords.ts';
import { answers, isAlive, isServing, livePostmaster, readPostmaster, stopPostmaster, until } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import { DATABASE, ensureRoles, ROLES } from './roles.ts';
import { giveTo } from './runner.ts';
import { PORT, provideSocketFolder, writeSettings } from './settings.ts';

export type Connections = { readonly owner: ClientConfig; readonly app: ClientConfig; readonly worker: ClientConfig };

export type Cluster = {
  /** The superuser, for tests and for keeping roles; the program never gets it. */
  readonly root: ClientConfig;
  readonly connections: Connections;
  readonly dataFolder: string;
  readonly folder: DataFolder;
  /** True when a server that outlived its starter was taken over. */
  readonly adopted: boolean;
  readonly serverVersion: string;
  /** Settles when the server ends although nobody here stopped it. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
};

export type ClusterOptions = { readonly dataFolder: string; readonly purpose: Purpose; readonly say?: (line: string) => void };

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
/* Recovery after a crash replays at most max_wal_size of log; ten minutes is far beyond that on any disk. */
const READY_MS = 10 * 60_000;
const SETTLE_MS = 20_000;
/* Whoever waits longer than this is told what for. */
const SILENT_MS = 5000;
/* Long enough for a dying starter's guard to stop its server, or for a new starter to take its hold. */
const GRACE_MS = 1000;

function configFor(socketFolder: string, port: number, user: string, password: string, database: string): ClientConfig {
  return { host: socketFolder, port, user, password, database, ssl: false };
}

function configsFor(passwords: Passwords, socketFolder: string, port: number): { root: ClientConfig; connections: Connections } {
  const of = (role: 'owner' | 'app' | 'worker'): ClientConfig => configFor(socketFolder, port, ROLES[role], passwords[role], DATABASE);
  return {
    root: configFor(socketFolder, port, SUPERUSER, passwords.root, 'postgres'),
    connections: { owner: of('owner'), app: of('app'), worker: of('worker') },
  };
}

type Say = (line: string) => void;

type Running = { readonly postmaster: Postmaster; readonly guard: Guard | null; readonly client: Client; readonly adopted: boolean };

function lastWords(folder: DataFolder): string {
  const logs = readdirSync(folder.log).map((name) => join(folder.log, name)).sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  return [startLog(folder), ...logs.filter((path) => path !== startLog(folder)).slice(-1)]
    .flatMap((path) => existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-4) : []).join('\n');
}

/** Waits as long as a recovery can take, but not in silence. */
async function untilTold(isSo: () => boolean, say: Say, why: string): Promise<boolean> {
  if (await until(isSo, SILENT_MS)) return true;
  say(why);
  return await until(isSo, READY_MS);
}

/** Null when the server ended at once because another one is still there or just going. */
async function launch(folder: DataFolder, binaries: Binaries, say: Say): Promise<{ postmaster: Postmaster; guard: Guard } | null> {
  const guard = await startGuarded(folder, binaries);
  if (guard === null) throw new Halt('database-not-started', `The database programs in ${binaries.folder} do not run here.`, 'Look at the disk and the rights of that folder.');
  let ended = false;
  guard.process.once('exit', () => { ended = true; });
  if (guard.process.exitCode !== null) ended = true;
  const isReady = (): boolean => {
    const found = readPostmaster(folder.cluster);
    return found?.pid === guard.pid && found.status === 'ready';
  };
  await untilTold(() => ended || isReady(), say, 'The database is taking its time; after a crash it puts its records right first, which can take some minutes …');
  const postmaster = readPostmaster(folder.cluster);
  if (!ended && postmaster !== null && isReady()) return { postmaster, guard };
  await guard.release();
  const words = lastWords(folder);
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(words)) return null;
  throw new Halt('database-not-started', `The database in ${folder.path} did not start. Its last words:\n${words}`,
    `The whole log is in ${folder.log}. Nothing was deleted; a backup can be restored into another folder.`);
}

function refuseServed(folder: DataFolder, pid: number | null): never {
  throw new Halt('already-served', `A running Stepdown${pid === null ? '' : ` (process ${pid})`} is already serving ${folder.path}; it was left alone.`,
    'Use that one, stop it first, or name another folder with --data.');
}

/** Null when the server went away while we looked, as it does after its starter was killed. */
async function adopt(folder: DataFolder, live: Postmaster, root: ClientConfig, say: Say): Promise<Running | null> {
  if (live.status !== 'ready') {
    const settled = await untilTold(() => !isServing(folder.cluster, live.pid) || readPostmaster(folder.cluster)?.status === 'ready', say,
      `Waiting for the database server that is on this folder already (process ${live.pid}, ${live.status === '' ? 'starting' : live.status}) …`);
    if (!settled) refuseServed(folder, null);
    return null;
  }
  const client = await connect(root).catch(() => null);
  if (client === null) {
    await pause(100);
    return null;
  }
  try {
    if (!(await isFree(client))) {
      const holder = await holderOf(client);
      /* A program that was just killed can still be dying, and its server may not have noticed yet. */
      if (holder !== null && (holder === process.pid || !(await until(() => !isAlive(holder), GRACE_MS)))) refuseServed(folder, holder);
      await until(() => !isServing(folder.cluster, live.pid), GRACE_MS);
      await client.end().catch(() => {});
      return null;
    }
    if (await until(() => !isServing(folder.cluster, live.pid), GRACE_MS)) {
      await client.end().catch(() => {});
      return null;
    }
    const guard = await guardAdopted(folder, live.pid);
    return { postmaster: live, guard, client, adopted: true };
  } catch (error) {
    await client.end().catch(() => {});
    if (error instanceof Halt) throw error;
    return null;
  }
}

async function launchAnew(folder: DataFolder, binaries: Binaries, passwords: Passwords, say: Say): Promise<Running | null> {
  const stale = readPostmaster(folder.cluster);
  if (stale !== null && await answers(stale)) return null;
  if (!existsSync(folder.cluster)) say('Setting up the database (once) …');
  await makeCluster(folder, binaries, passwords);
  if (statSync(folder.cluster).uid !== folder.runner.uid) giveTo(folder.runner, folder.cluster);
  const socketFolder = provideSocketFolder(folder);
  writeSettings(folder, socketFolder);
  const launched = await launch(folder, binaries, say);
  return launched === null ? null : { ...launched, client: await connect(configsFor(passwords, socketFolder, PORT).root), adopted: false };
}

async function bringUp(folder: DataFolder, binaries: Binaries, passwords: Passwords, say: Say): Promise<Running> {
  const end = performance.now() + SETTLE_MS;
  for (;;) {
    const live = livePostmaster(folder.cluster);
    const running = live === null
      ? await launchAnew(folder, binaries, passwords, say)
      : await adopt(folder, live, configsFor(passwords, live.socketFolder, live.port).root, say);
    if (running !== null) return running;
    if (performance.now() > end) refuseServed(folder, null);
    await pause(50);
  }
}

async function stopRunning(folder: DataFolder, running: Running, hold: Hold | null): Promise<void> {
  await (hold?.release() ?? running.client.end().catch(() => {}));
  await stopPostmaster(folder.cluster, running.postmaster.pid);
  await running.guard?.release();
}

/** Starts the cluster, or takes over one that outlived its starter; refuses when a living Stepdown serves it. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const say = options.say ?? (() => {});
  const folder = findDataFolder(options.dataFolder, options.purpose);
  checkDataFolder(folder, shippedMajor());
  if (folder.insteadOf !== null) say(`The database may not run as root and cannot reach ${folder.insteadOf}; records live in ${folder.path}.`);
  const binaries = provideBinaries(checkout, folder.runner);
  makeDataFolder(folder, shippedMajor());
  const passwords = providePasswords(folder);
  const running = await bringUp(folder, binaries, passwords, say);
  let hold: Hold | null = null;
  try {
    const { pid, port, socketFolder } = running.postmaster;
    const { root, connections } = configsFor(passwords, socketFolder, port);
    hold = await takeHold(root, running.client, () => isServing(folder.cluster, pid));
    if (hold === null) refuseServed(folder, await holderOf(running.client));
    await ensureRoles(hold.client, passwords);
    const { rows } = await hold.client.query<{ version: string }>("select current_setting('server_version') as version");
    hold.rest();
    let stopping: Promise<void> | null = null;
    const stop = (): Promise<void> => stopping ??= stopRunning(folder, running, hold);
    return { root, connections, dataFolder: folder.path, folder, adopted: running.adopted, serverVersion: rows[0]?.version ?? '', lost: hold.lost, stop };
  } catch (error) {
    /* A server that another process holds is not ours to stop. */
    if (hold === null) {
      await running.client.end().catch(() => {});
      if (running.adopted) await running.guard?.release();
    } else await stopRunning(folder, running, hold);
    throw error;
  }
}

/** The connections of a cluster that is running now, without taking it over; null when none runs. */
export function joinCluster(dataFolder: string, purpose: Purpose): { root: ClientConfig; connections: Connections } | null {
  const folder = findDataFolder(dataFolder, purpose);
  const live = livePostmaster(folder.cluster);
  const passwords = live === null ? null : readPasswords(folder);
  return live === null || passwords === null ? null : configsFor(passwords, live.socketFolder, live.port);
}
