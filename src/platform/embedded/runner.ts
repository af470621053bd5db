/** Decides as whom the database server runs, since PostgreSQL refuses to be run by root, and whether that user can reach a folder. */
import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Runner = {
  /** 'same': as ourselves. 'other': root lends it to another user. 'namespace': root hides behind a user namespace. */
  readonly kind: 'same' | 'other' | 'namespace';
  readonly uid: number;
  readonly gid: number;
  /** Words put before the program, for example unshare. */
  readonly before: readonly string[];
};

/* PostgreSQL looks its user up in the password file, so a free number will not do. */
const CANDIDATES = ['postgres', 'nobody'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

export function usualRunner(): Runner {
  if (!isRoot()) return { kind: 'same', uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, before: [] };
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account !== undefined) return { kind: 'other', uid: Number(account[2]), gid: Number(account[3]), before: [] };
  }
  return namespaceRunner();
}

/** Files stay root's; many container hosts forbid this, so it is the last choice. */
export function namespaceRunner(): Runner {
  return { kind: 'namespace', uid: 0, gid: 0, before: ['unshare', '-U', '--map-user=1000', '--map-group=1000'] };
}

export function namespaceWorks(): boolean {
  const [file = '', ...words] = namespaceRunner().before;
  return spawnSync(file, [...words, 'true'], { stdio: 'ignore' }).status === 0;
}

/** Spawn options that make a program run as this runner. */
export function identityOf(runner: Runner): { uid?: number; gid?: number } {
  return runner.kind === 'other' ? { uid: runner.uid, gid: runner.gid } : {};
}

/** Asks the kernel itself, because modes alone do not tell about access lists and mounts. */
export function canReach(runner: Runner, folder: string): boolean {
  if (runner.kind !== 'other') return true;
  const tried = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...identityOf(runner), cwd: '/', stdio: 'ignore' });
  return tried.status === 0;
}

/** Gives a folder and all it holds to the runner; links are not followed. */
export function giveTo(runner: Runner, path: string): void {
  if (!isRoot()) return;
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chownSync(path, runner.uid, runner.gid);
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(runner, join(path, name));
}
