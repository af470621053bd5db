/** Unpacks a backup beside its place, compares every file with the manifest, and only then moves it there. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { DataFolder } from '../embedded/data-folder.ts';
import { Halt, hasCode } from '../halt.ts';
import { ARCHIVE_FORMAT, MANIFEST } from './backup.ts';
import type { Manifest } from './backup.ts';
import { unpack } from './tar.ts';

function damaged(what: string): Halt {
  return new Halt('archive-damaged', `This archive is damaged or was changed after it was made (${what}).`, 'Nothing was restored. Use another backup.');
}

type Unpacked = { readonly folders: Set<string>; readonly files: Map<string, string> };

async function unpackInto(file: string, draft: string): Promise<Unpacked> {
  const unpacked: Unpacked = { folders: new Set(), files: new Map() };
  const source = createReadStream(file);
  const plain = source.pipe(createGunzip());
  source.on('error', (error) => { plain.destroy(error); });
  for await (const entry of unpack(plain as AsyncIterable<Buffer>)) {
    const path = join(draft, entry.name);
    if (entry.kind === 'folder') {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      unpacked.folders.add(entry.name);
      continue;
    }
    const hash = createHash('sha256');
    const count = new Transform({ transform(chunk: Buffer, _encoding, done) { hash.update(chunk); done(null, chunk); } });
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    /* 'wx': the same name twice would hide the first content from the checksums. */
    await pipeline(Readable.from(entry.content), count, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    unpacked.files.set(entry.name, hash.digest('hex'));
  }
  return unpacked;
}

function compare(unpacked: Unpacked, manifest: Manifest): void {
  const files = new Map(unpacked.files);
  files.delete(MANIFEST);
  for (const [name, sum] of Object.entries(manifest.files)) {
    if (files.get(name) !== sum) throw damaged(files.has(name) ? `${name} differs` : `${name} is missing`);
    files.delete(name);
  }
  for (const name of files.keys()) throw damaged(`${name} was added`);
  for (const name of manifest.folders) if (!unpacked.folders.has(name)) throw damaged(`${name} is missing`);
}

/** Only what was found whole is worth waiting for the disk. */
async function writeThrough(draft: string, names: Iterable<string>): Promise<void> {
  const left = [...names];
  const workers = Array.from({ length: 16 }, async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      const file = await open(join(draft, name), 'r');
      await file.sync().finally(() => file.close());
    }
  });
  await Promise.all(workers);
}

function readManifest(draft: string): Manifest {
  const path = join(draft, MANIFEST);
  if (!existsSync(path)) throw damaged('it has no manifest');
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

function checkManifest(manifest: Manifest, folder: DataFolder, postgresMajor: number): void {
  if (manifest.format > ARCHIVE_FORMAT) throw new Halt('archive-newer', `This archive was made by a newer Stepdown (${manifest.stepdown}).`, 'Update this checkout, then restore again.');
  if (Number.parseInt(manifest.postgres, 10) !== postgresMajor) {
    throw new Halt('postgres-version-differs', `This archive holds a database of PostgreSQL ${manifest.postgres}; this Stepdown brings PostgreSQL ${postgresMajor}.`, `Restore it with Stepdown ${manifest.stepdown}.`);
  }
  if ((manifest.purpose === 'program') !== (folder.purpose === 'program')) {
    const held = manifest.purpose === 'program' ? 'the records of a program' : 'made-up records';
    throw new Halt('archive-of-another-purpose', `This archive holds ${held}; real and made-up people never share a folder.`, manifest.purpose === 'program' ? 'Restore without --demo.' : 'Add --demo.');
  }
}

/** Errors of the unpacking itself mean a damaged archive; errors of the disk keep their own words. */
function explain(error: unknown): unknown {
  if (error instanceof Halt) return error;
  if (hasCode(error, 'EEXIST')) return damaged('it holds one file twice');
  if (error instanceof SyntaxError) return damaged('its manifest cannot be read');
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return damaged('it cannot be unpacked');
  return error;
}

/** The target must be empty or absent; after a failure it is as it was. */
export async function readBackup(file: string, folder: DataFolder, postgresMajor: number): Promise<Manifest> {
  if (!existsSync(file)) throw new Halt('archive-missing', `${file} does not exist.`, 'Check the name of the archive.');
  if (existsSync(folder.path) && readdirSync(folder.path).length > 0) {
    throw new Halt('data-folder-not-empty', `${folder.path} is not empty, and a restore never overwrites records.`, 'Restore into a new folder with --into FOLDER, look at it, then start with --data FOLDER.');
  }
  mkdirSync(dirname(folder.path), { recursive: true, mode: folder.runner.kind === 'other' ? 0o711 : 0o700 });
  const draft = `${folder.path}.restoring-${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { mode: 0o700 });
  try {
    const unpacked = await unpackInto(file, draft);
    const manifest = readManifest(draft);
    compare(unpacked, manifest);
    checkManifest(manifest, folder, postgresMajor);
    await writeThrough(draft, unpacked.files.keys());
    rmSync(join(draft, MANIFEST));
    if (existsSync(folder.path)) rmdirSync(folder.path);
    renameSync(draft, folder.path);
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw explain(error);
  }
}
