/** The server's own secret, which signs the cookies: kept beside the database's keys, or given by whoever hosts it. */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'sign-in-secret';

async function known(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').then((text) => text.trim(), () => null);
}

/**
 * The secret in STEPDOWN_SECRET, else the one kept in `folder`, made there on the first start.
 * Without a folder (a database of one's own) and without STEPDOWN_SECRET each start makes a new one, which ends every sign-in.
 */
export async function keepSecret(folder: string | null): Promise<string> {
  const given = process.env['STEPDOWN_SECRET'];
  if (given !== undefined) return given;
  const made = randomBytes(32).toString('hex');
  if (folder === null) return made;
  const path = join(folder, FILE);
  const kept = await known(path);
  if (kept !== null) return kept;
  // 'wx': when two servers start at once, the second takes what the first has written.
  await writeFile(path, made, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return await known(path) ?? made;
}
