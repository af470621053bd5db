/** Makes an empty cluster once; it appears whole under its name or not at all. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Halt, hasCode } from '../halt.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { SERVER_ENVIRONMENT } from './guard.ts';
import type { Passwords } from './passwords.ts';
import { giveTo, identityOf } from './runner.ts';

export const SUPERUSER = 'stepdown_root';

/* The built-in provider sorts alike on every system and never changes under an index. */
const LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
/* Letters beyond ASCII are letters to text search only with this; a system without it still works, with plainer search. */
const CTYPES = ['C.UTF-8', 'C'];
const DRAFT_STALE_MS = 10 * 60_000;

type Result = { readonly code: number; readonly said: string };

function runInitdb(folder: DataFolder, binaries: Binaries, words: string[], cwd: string): Promise<Result> {
  const [file = binaries.initdb, ...rest] = [...folder.runner.before, binaries.initdb, ...words];
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(file, rest, { ...identityOf(folder.runner), cwd, env: SERVER_ENVIRONMENT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    child.on('error', (error) => { resolve({ code: 1, said: said + error.message }); });
    child.on('close', (code) => { resolve({ code: code ?? 1, said }); });
  });
}

/** A first start that was cut off leaves a draft; a young one may be somebody's at work. */
function sweepDrafts(folder: DataFolder): void {
  for (const name of readdirSync(folder.path).filter((each) => each.startsWith('cluster.draft-'))) {
    const path = join(folder.path, name);
    if (Date.now() - statSync(path).mtimeMs > DRAFT_STALE_MS) rmSync(path, { recursive: true, force: true });
  }
}

async function fill(folder: DataFolder, binaries: Binaries, passwords: Passwords, draft: string): Promise<void> {
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, passwords.root, { mode: 0o600 });
  giveTo(folder.runner, draft);
  const hurry = folder.purpose === 'program' ? [] : ['--no-sync'];
  let last: Result = { code: 1, said: '' };
  for (const ctype of CTYPES) {
    const target = join(draft, `cluster-${ctype}`);
    last = await runInitdb(folder, binaries, ['-D', target, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-instructions',
      ...LOCALE, '--locale=C', `--lc-ctype=${ctype}`, ...hurry], draft);
    if (last.code !== 0) continue;
    try {
      renameSync(target, folder.cluster);
    } catch (error) {
      /* Another first start was quicker; its cluster has the same passwords. */
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
    }
    return;
  }
  throw new Halt('database-not-made', `The database could not be set up in ${folder.path}: ${last.said.trim().split('\n').slice(-3).join(' ')}`,
    'Check free space and rights on that folder, then start again.');
}

export async function makeCluster(folder: DataFolder, binaries: Binaries, passwords: Passwords): Promise<void> {
  if (existsSync(join(folder.cluster, 'PG_VERSION'))) return;
  sweepDrafts(folder);
  mkdirSync(folder.path, { recursive: true });
  const draft = mkdtempSync(join(folder.path, 'cluster.draft-'));
  chmodSync(draft, 0o700);
  try {
    await fill(folder, binaries, passwords, draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
