/** Builds the web app when its sources are newer than what was built, and never leaves a half-built one behind. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const STAMP = '.built-from';
/** What the web app is made of: itself, the contracts, words and values it imports, and the versions of its libraries. */
const FOLDERS = ['src/web', 'src/modules', 'src/boards', 'src/workflows', 'src/platform', 'src/values'];
const FILES = ['vite.config.ts', 'package-lock.json', 'src/permissions.ts'];
const SHARED = /(^|[/.])(contract|words)\.ts$/;

function belongs(folder: string, name: string): boolean {
  if (name.endsWith('.test.ts')) return false;
  return folder === 'src/web' || folder === 'src/values' || SHARED.test(name);
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  if (!existsSync(join(root, folder))) return [];
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && belongs(folder, entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** One hash over names and contents, so that a renamed file counts as a change. */
async function hashOfSources(root: string): Promise<string> {
  const found = (await Promise.all(FOLDERS.map((folder) => filesIn(root, folder)))).flat();
  const all = [...found, ...FILES.map((file) => join(root, file)).filter((file) => existsSync(file))].sort();
  const hash = createHash('sha256');
  for (const file of all) hash.update(file.slice(root.length)).update('\0').update(await readFile(file)).update('\0');
  return hash.digest('hex');
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Writes the compressed form beside each text file once, so that no request waits for it; fonts are compressed already. */
async function compress(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(names.map(async (name) => {
    const text = await readFile(join(folder, name));
    const [br, gz] = await Promise.all([toBrotli(text), toGzip(text, { level: 9 })]);
    await Promise.all([writeFile(join(folder, `${name}.br`), br), writeFile(join(folder, `${name}.gz`), gz)]);
  }));
}

async function builtFrom(folder: string): Promise<string | null> {
  return readFile(join(folder, STAMP), 'utf8').then((text) => text.trim(), () => null);
}

/** Swaps the new build in. The old one is moved aside first: a rename onto a full folder is refused. */
async function swap(fresh: string, target: string): Promise<void> {
  const old = `${target}.old-${process.pid}`;
  if (existsSync(target)) await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    if (existsSync(old)) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Rebuilds dist/web when it is missing or stale; `say` gets one line before and one after. */
export async function buildWebIfStale(root: string, say: (line: string) => void): Promise<void> {
  const target = join(root, 'dist', 'web');
  const wanted = await hashOfSources(root);
  if ((await builtFrom(target)) === wanted) return;
  say('Building the web app (a few seconds, only after a change)');
  const { build } = await import('vite').catch((cause: unknown) => {
    throw new Error('The web app in dist/web is missing or stale and Vite is not installed: run npm ci, or copy a built dist/web here.', { cause });
  });
  const fresh = join(root, 'dist', `web.new-${process.pid}`);
  try {
    await mkdir(fresh, { recursive: true });
    await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn', build: { outDir: fresh, emptyOutDir: true } });
    await compress(fresh);
    await writeFile(join(fresh, STAMP), `${wanted}\n`);
    await swap(fresh, target);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  say('The web app is built');
}
