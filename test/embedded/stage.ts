/** Folders, processes and questions that the tests of the built-in database share. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import { forgets, lastingHome } from '../../src/platform/embedded/data-folder.ts';
import { hasCode } from '../../src/platform/halt.ts';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));
const made: string[] = [];
const holding = new Set<ChildProcess>();
/** No process that a test starts outlives this, whatever becomes of the test; a test itself has two minutes. */
export const LIFE = { timeout: 100_000, killSignal: 'SIGKILL' } as const;

/** A folder where records may live for good, also when this checkout lies where nothing lasts; `data/` is never committed. */
export function lastingFolder(): string {
  const home = forgets(checkout) ? `${lastingHome()}-tests` : join(checkout, 'data');
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, 'try-'));
  /* mkdtemp closes its folders, and the database user has to pass through. */
  chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
}

export function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-try-'));
  /* mkdtemp closes its folders, and the database user has to pass through. */
  chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
}

/** The processes whose command line names this folder, apart from the tests themselves. */
export function serversOn(folder: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes(folder) && /bin\/postgres\0/.test(command);
    } catch {
      return false;
    }
  });
}

export async function waitFor(what: string, isSo: () => boolean, withinMs = 8000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`still not so after ${withinMs} ms: ${what}`);
    await pause(20);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    /* It ended by itself in the meantime. */
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

/**
 * Ends all of these without one of them noticing the end of another: a program that sees its guard die lets go,
 * and the rest of the guard would then stop the server in order.
 */
export function killTogether(pids: readonly number[]): void {
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const) for (const pid of pids) send(pid, signal);
}

/** A test that failed halfway leaves its holder alive: it would fail the next tests and keep the file waiting for good. */
async function endHolders(): Promise<void> {
  for (const child of holding) child.kill('SIGKILL');
  await waitFor('no holder is left', () => holding.size === 0);
}

/** Leaves nobody who serves this folder; after a test that passed there is none. */
export async function endServers(folder: string): Promise<void> {
  await endHolders();
  for (const pid of serversOn(folder)) send(pid, 'SIGQUIT');
  await waitFor('no server is left', () => serversOn(folder).length === 0);
}

/** Removes what a test left behind. */
export async function sweep(): Promise<void> {
  for (const folder of made.splice(0)) {
    await endServers(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function ask<Row extends object>(config: ClientConfig, sql: string): Promise<Row[]> {
  const client = new Client({ ...config, connectionTimeoutMillis: 30_000, query_timeout: 60_000 });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export type Holder = { readonly process: ChildProcess; readonly pid: number; readonly adopted: boolean; readonly owner: ClientConfig; readonly ended: Promise<number | string> };

/** Runs holder.ts as the leader of its own process group, as a terminal would. */
export async function hold(folder: string, purpose = 'test'): Promise<Holder> {
  const child = spawn(process.execPath, [join(checkout, 'test/embedded/holder.ts'), folder, purpose], { ...LIFE, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  holding.add(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => {
      holding.delete(child);
      resolve(signal ?? code ?? -1);
    });
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => { resolve(chunk.toString()); });
    child.once('close', () => { reject(new Error(`the holder ended early: ${said}`)); });
  });
  const { adopted, owner } = JSON.parse(line) as { adopted: boolean; owner: ClientConfig };
  return { process: child, pid: child.pid ?? 0, adopted, owner, ended };
}

export type Ran = { readonly code: number; readonly said: string };

/** Runs the command line as a person would, through bin/stepdown.js. */
export function stepdown(words: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(checkout, 'bin/stepdown.js'), ...words], { ...LIFE, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.on('close', (code) => { resolve({ code: code ?? -1, said }); });
  });
}
