/** Knows from the outside whether a database server is alive on a folder, and stops it without hurry or damage. */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Halt, hasCode } from '../halt.ts';

export type Postmaster = { readonly pid: number; readonly port: number; readonly socketFolder: string; readonly status: string };

const STOP_FAST_MS = 60_000;
const STOP_AT_ONCE_MS = 10_000;

/** Reads postmaster.pid: line 1 the process, 4 the port, 5 the socket folder, 8 the state. */
export function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n').map((line) => line.trim());
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '', status: lines[7] ?? '' };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** The command line of a process; empty for a dead one that nobody has collected, null where the system does not tell. */
function commandOf(pid: number): string[] | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter((word) => word !== '');
  } catch {
    return [];
  }
}

export function isAlive(pid: number): boolean {
  return exists(pid) && commandOf(pid)?.length !== 0;
}

/**
 * A process number alone proves nothing: after a crash or in a new container another program may carry it.
 * The command line tells.
 */
export function isServing(cluster: string, pid: number): boolean {
  return exists(pid) && commandOf(pid)?.includes(cluster) !== false;
}

export function livePostmaster(cluster: string): Postmaster | null {
  const found = readPostmaster(cluster);
  return found !== null && isServing(cluster, found.pid) ? found : null;
}

/** A server in another container has a process number that means nothing here, but its socket answers. */
export async function answers(found: Postmaster): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(join(found.socketFolder, `.s.PGSQL.${found.port}`));
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => { resolve(false); });
  });
}

/** Asks every few milliseconds until the answer is yes or the time is up. */
export async function until(isSo: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > end) return false;
    await pause(5);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

/** SIGINT ends open connections and writes everything down; SIGQUIT, after a minute, leaves the rest to recovery. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const isGone = (): boolean => !isServing(cluster, pid);
  if (isGone()) return;
  signal(pid, 'SIGINT');
  if (await until(isGone, STOP_FAST_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await until(isGone, STOP_AT_ONCE_MS)) return;
  throw new Halt('database-will-not-stop', `The database server (process ${pid}) does not stop.`,
    `Look into the log folder beside ${cluster} for the reason before you end the process by hand.`);
}
