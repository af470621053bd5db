/** Runs the database server under a guard that stops it cleanly when this process vanishes, even without a last word. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { identityOf } from './runner.ts';

export type Guard = {
  readonly process: ChildProcess;
  /** The number of the guarded server. */
  readonly pid: number;
  /** Lets go of a server that has stopped, and waits until the guard has gone too. */
  release(): Promise<void>;
};

/*
 * This process holds the other end of the guard's input; the kernel closes it however this process ends, and `cat` returns.
 * The shell ends last of all, so that nothing of ours is left once it has been seen to end.
 * The input is kept as number 3 first, since a shell gives background commands an empty input and the guard would see an end at once.
 */
const START = 'exec 3<&0; "$@" 3<&- </dev/null 1>&2 & p=$!; echo $p; (cat <&3; kill -INT $p) >/dev/null 2>&1 & g=$!; wait $p; c=$?; kill $g 2>/dev/null; wait $g 2>/dev/null; exit $c';
const WATCH = 'echo $1; cat >/dev/null; kill -INT $1 2>/dev/null';

/** The settings of whoever started us must not steer the server. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export function startLog(folder: DataFolder): string {
  return join(folder.log, 'start.log');
}

/* The guard ends with its server; only a machine out of breath takes longer than some milliseconds. */
const GUARD_END_MS = 5000;

/** First the guard ends, then its input is closed: the other way round it would signal a process number that is free again. */
async function letGo(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.ref();
    await Promise.race([once(child, 'exit'), pause(GUARD_END_MS, undefined, { ref: false })]);
  }
  child.stdin?.destroy();
}

async function guardWith(folder: DataFolder, words: string[], log: number | 'ignore'): Promise<Guard | null> {
  const child = spawn('/bin/sh', ['-c', ...words], {
    ...identityOf(folder.runner),
    cwd: folder.cluster,
    env: SERVER_ENVIRONMENT,
    /* A session of its own: Ctrl-C and a closed terminal reach this process only, which then stops the server in order. */
    detached: true,
    stdio: ['pipe', 'pipe', log],
  });
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (chunk: Buffer) => { resolve(chunk.toString()); });
    child.once('error', () => { resolve(''); });
    /* Not 'exit': a server that ends at once, because another one is still going, can be gone before its number is read. */
    child.once('close', () => { resolve(''); });
  });
  const pid = Number.parseInt(said, 10);
  if (!Number.isInteger(pid)) return null;
  /* Nothing here keeps this process awake: if it ends without stopping the server, the guard does. */
  child.stdin?.on('error', () => {});
  child.stdout?.destroy();
  child.unref();
  if (child.stdin !== null && 'unref' in child.stdin) (child.stdin as unknown as { unref(): void }).unref();
  return { process: child, pid, release: () => letGo(child) };
}

export async function startGuarded(folder: DataFolder, binaries: Binaries): Promise<Guard | null> {
  const log = openSync(startLog(folder), 'w', 0o600);
  try {
    return await guardWith(folder, [START, 'guard', ...folder.runner.before, binaries.postgres, '-D', folder.cluster], log);
  } finally {
    closeSync(log);
  }
}

/** Guards a server that outlived whoever started it. */
export async function guardAdopted(folder: DataFolder, pid: number): Promise<Guard | null> {
  const guard = await guardWith(folder, [WATCH, 'guard', String(pid)], 'ignore');
  if (guard === null) return null;
  return { ...guard, release: () => { guard.process.kill('SIGKILL'); return guard.release(); } };
}
