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

export const checkout = fileURLToPath(new URL('../..', import.meta.url));
const made: string[] = [];

/** A folder where records may live for good; `data/` is never committed. */
export function lastingFolder(): string {
  const home = join(checkout, 'data');
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

/** Removes what a test left behind, servers first. */
export async function sweep(): Promise<void> {
  for (const folder of made.splice(0)) {
    for (const pid of serversOn(folder)) process.kill(pid, 'SIGQUIT');
    await waitFor('no server is left', () => serversOn(folder).length === 0);
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function ask<Row extends object>(config: ClientConfig, sql: string): Promise<Row[]> {
  const client = new Client(config);
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
  const child = spawn(process.execPath, [join(checkout, 'test/embedded/holder.ts'), folder, purpose], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | string>((resolve) => { child.once('exit', (code, signal) => { resolve(signal ?? code ?? -1); }); });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => { resolve(chunk.toString()); });
    child.once('exit', () => { reject(new Error('the holder ended early')); });
  });
  const { adopted, owner } = JSON.parse(line) as { adopted: boolean; owner: ClientConfig };
  return { process: child, pid: child.pid ?? 0, adopted, owner, ended };
}

export type Ran = { readonly code: number; readonly said: string };

/** Runs the command line as a person would, through bin/stepdown.js. */
export function stepdown(words: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(checkout, 'bin/stepdown.js'), ...words], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.on('close', (code) => { resolve({ code: code ?? -1, said }); });
  });
}
