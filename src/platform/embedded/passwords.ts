/** Keeps the four database passwords of one data folder in a file that only its owner can read. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Halt, hasCode } from '../halt.ts';
import { isClosedToOthers } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';

export type Passwords = { readonly root: string; readonly owner: string; readonly app: string; readonly worker: string };

function fresh(): string {
  return randomBytes(24).toString('base64url');
}

export function readPasswords(folder: DataFolder): Passwords | null {
  if (!existsSync(folder.passwords)) return null;
  if (!isClosedToOthers(statSync(folder.passwords).mode)) chmodSync(folder.passwords, 0o600);
  return JSON.parse(readFileSync(folder.passwords, 'utf8')) as Passwords;
}

/** Written whole under another name and linked into place, so that two first starts agree on one set. */
export function providePasswords(folder: DataFolder): Passwords {
  const found = readPasswords(folder);
  if (found !== null) return found;
  if (existsSync(folder.cluster)) {
    throw new Halt('passwords-missing', `${folder.passwords} is missing, and without it nobody can open the database beside it.`,
      'Put the file back from a backup of this folder.');
  }
  const draft = join(folder.path, `secrets.draft-${randomBytes(4).toString('hex')}`);
  const passwords: Passwords = { root: fresh(), owner: fresh(), app: fresh(), worker: fresh() };
  writeFileSync(draft, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, folder.passwords);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readPasswords(folder) ?? passwords;
}
