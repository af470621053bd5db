/** Writes one stopped data folder into one archive, with the checksum of every file in a manifest at its end. */
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DataFolder, Purpose } from '../embedded/data-folder.ts';
import { livePostmaster } from '../embedded/postmaster.ts';
import { Halt } from '../halt.ts';
import { pack } from './tar.ts';
import type { Entry } from './tar.ts';

export const MANIFEST = 'manifest.json';
export const ARCHIVE_FORMAT = 1;

export type Manifest = {
  readonly format: number;
  readonly stepdown: string;
  readonly madeAt: string;
  readonly purpose: Purpose;
  readonly postgres: string;
  readonly folders: string[];
  /** Path to SHA-256. It finds damage; somebody who can rewrite the whole archive can rewrite this too. */
  readonly files: Record<string, string>;
};

/* What a server makes anew at each start has no place in a copy. */
const LEFT_OUT = /^(log|socket)\/|^cluster\/(postmaster[.](pid|opts)|current_logfiles|pg_stat_tmp\/.+)$|^(cluster|secrets)[.]draft-/;
const CONTROL = 'cluster/global/pg_control';

type Found = { readonly name: string; readonly kind: Entry['kind']; readonly size: number };

function walk(root: string, below: string): Found[] {
  return readdirSync(join(root, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((each): Found[] => {
    const name = below === '' ? each.name : `${below}/${each.name}`;
    if (LEFT_OUT.test(name) || (each.isDirectory() && LEFT_OUT.test(`${name}/`))) return [];
    if (each.isDirectory()) return [{ name, kind: 'folder', size: 0 }, ...walk(root, name)];
    if (each.isFile()) return [{ name, kind: 'file', size: statSync(join(root, name)).size }];
    throw new Halt('link-in-data-folder', `${name} in the data folder is a link or a device, and a backup holds files only.`, 'Bring its content into the data folder, then take the backup again.');
  });
}

async function* hashing(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

async function* only(buffer: Buffer): AsyncGenerator<Buffer> {
  if (buffer.length > 0) yield await Promise.resolve(buffer);
}

async function* entriesOf(folder: DataFolder, manifest: Manifest): AsyncGenerator<Entry> {
  for (const found of walk(folder.path, '')) {
    if (found.kind === 'folder') {
      manifest.folders.push(found.name);
      yield { ...found, content: only(Buffer.alloc(0)) };
      continue;
    }
    const hash = createHash('sha256');
    yield { ...found, content: hashing(createReadStream(join(folder.path, found.name)), hash) };
    manifest.files[found.name] = hash.digest('hex');
  }
  refuseChanged(folder, manifest);
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  yield { name: MANIFEST, kind: 'file', size: bytes.length, content: only(bytes) };
}

/** A server that was started meanwhile has rewritten its control file. */
function refuseChanged(folder: DataFolder, manifest: Manifest): void {
  const control = join(folder.path, CONTROL);
  const now = createHash('sha256').update(readFileSync(control)).digest('hex');
  if (livePostmaster(folder.cluster) === null && manifest.files[CONTROL] === now) return;
  throw new Halt('folder-changing', 'The program was started while the backup was being taken, so it is of no use and was removed.', 'Stop the program, then take the backup again.');
}

/** The folder must be stopped. The archive appears under its name only when it is whole. */
export async function writeBackup(folder: DataFolder, file: string, about: { stepdown: string; postgres: string }): Promise<Manifest> {
  if (existsSync(file)) throw new Halt('archive-exists', `${file} exists already; a backup never overwrites another.`, 'Name another file.');
  const manifest: Manifest = { format: ARCHIVE_FORMAT, madeAt: new Date().toISOString(), purpose: folder.purpose, folders: [], files: {}, ...about };
  const draft = `${file}.part`;
  try {
    await pipeline(Readable.from(pack(entriesOf(folder, manifest))), createGzip({ level: 1 }), createWriteStream(draft, { mode: 0o600, flush: true }));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return manifest;
}
