/** Writes everything of one organization into a folder: one NDJSON file for each table, the meaning of every column, and a manifest at the very end. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inSnapshot } from '../database.ts';
import type { Database, Tx } from '../database.ts';
import type { Dictionary } from '../dictionary.ts';
import { Halt, hasCode } from '../halt.ts';

export const EXPORT_FORMAT = 1;
export const EXPORT_MANIFEST = 'manifest.json';

export type ExportedFile = { readonly rows: number; readonly bytes: number; readonly sha256: string };
export type ExportManifest = {
  readonly format: number;
  readonly stepdown: string;
  readonly exportedAt: string;
  readonly organization: { readonly id: string; readonly name: string; readonly kind: string };
  /** Name to contents. Every line of an .ndjson file is one row. */
  readonly files: Record<string, ExportedFile>;
};

export type Export = {
  readonly database: Database; readonly dictionary: Dictionary; readonly folder: string; readonly now: Date; readonly version: string;
  readonly organization: ExportManifest['organization'];
  /** Runs on the snapshot before the first byte is written; what is exported is accounted for even if the export is cut off. */
  readonly account: (tx: Tx) => Promise<void>;
  /** Told after each step; may throw to end the export. */
  readonly progress: (table: string, rows: number) => void;
};

/* What is in memory at one time: as many rows as fit a megabyte, going by the ones before; an access row can name every participant. */
const BYTES_AT_ONCE = 1_000_000;
const ROWS_AT_ONCE_FIRST = 16;
const ROWS_AT_ONCE_MAX = 1000;

function rowsAtOnce(rows: number, bytes: number): number {
  return Math.max(1, Math.min(ROWS_AT_ONCE_MAX, rows * 4, Math.floor(rows * BYTES_AT_ONCE / Math.max(1, bytes))));
}

/** An export goes into a folder of its own; what a cut-off one left is never mixed with a new one. */
export function refuseFilledFolder(folder: string): void {
  const held = existsSync(folder) ? readdirSync(folder) : [];
  if (held.length === 0) return;
  const isCutOff = held.every((name) => /[.](ndjson|json|draft)$/.test(name)) && !held.includes(EXPORT_MANIFEST);
  throw new Halt('export-folder-filled', isCutOff ? `${folder} holds what an export that was cut off has left.` : `${folder} is not empty.`,
    isCutOff ? 'Delete it or name another folder.' : 'Name a new or an empty folder.');
}

/** Tables of organizations in the order of their names. */
export function exportedTables(dictionary: Dictionary): string[] {
  return Object.entries(dictionary.tables).filter(([, table]) => table.kind !== 'local' && 'org_id' in table.columns).map(([name]) => name).sort();
}

/** The dictionary as far as it explains the files, with the shared meanings written out. */
function explained(dictionary: Dictionary, tables: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(tables.map((name) => {
    const { kind, owner, comment, columns } = dictionary.tables[name] ?? { kind: '', owner: '', comment: '', columns: {} };
    const meanings = Object.entries(columns).map(([column, meaning]) => [column, meaning === '' ? dictionary.columns[column] ?? '' : meaning]);
    return [name, { kind, owner, comment, columns: Object.fromEntries(meanings) }];
  }));
}

/** The columns of the primary key; refuses when this connection stands above row-level security, which keeps organizations apart. */
async function orderOf(tx: Tx, table: string): Promise<string> {
  const { rows } = await sql<{ walled: boolean; key: string[] }>`
    select row_security_active(c.oid) as walled,
           array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by array_position(i.indkey::int2[], a.attnum)) as key
      from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
     where c.oid = to_regclass(${`public.${table}`}) group by c.oid
  `.execute(tx);
  const [shape] = rows;
  if (shape === undefined) throw new Error(`the dictionary names ${table}, which has no primary key here`);
  if (!shape.walled) {
    throw new Halt('export-above-the-walls', `The connection may read ${table} of every organization, so nothing would keep them apart.`,
      'Let DATABASE_APP_URL sign in as a role without superuser rights and without BYPASSRLS.');
  }
  return shape.key.join(', ');
}

/** Never over a file that is there; `made` learns of it, so that it can be taken away. */
async function create(path: string, made: string[]): Promise<FileHandle> {
  const file = await open(path, 'wx', 0o600);
  made.push(path);
  return file;
}

async function writeWhole(path: string, text: string, made: string[]): Promise<ExportedFile> {
  const bytes = Buffer.from(text);
  const file = await create(path, made);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return { rows: 0, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** PostgreSQL itself prints each row as JSON, so that no type of ours can bend a value. */
async function writeTable(tx: Tx, table: string, { folder, progress }: Export, made: string[]): Promise<ExportedFile> {
  const order = await orderOf(tx, table);
  const hash = createHash('sha256');
  const file = await create(join(folder, `${table}.ndjson`), made);
  let [rows, bytes, next] = [0, 0, ROWS_AT_ONCE_FIRST];
  try {
    await sql.raw(`declare exported no scroll cursor for select row_to_json(each)::text as line from (select * from ${table} order by ${order}) each`).execute(tx);
    for (;;) {
      const fetched = await sql.raw<{ line: string }>(`fetch ${next} from exported`).execute(tx);
      if (fetched.rows.length === 0) break;
      const chunk = Buffer.from(fetched.rows.map(({ line }) => `${line}\n`).join(''));
      hash.update(chunk);
      await file.writeFile(chunk);
      rows += fetched.rows.length;
      bytes += chunk.length;
      next = rowsAtOnce(fetched.rows.length, chunk.length);
      progress(table, rows);
    }
    await sql.raw('close exported').execute(tx);
    await file.sync();
  } finally {
    await file.close();
  }
  return { rows, bytes, sha256: hash.digest('hex') };
}

async function writeAll(tx: Tx, wish: Export, made: string[]): Promise<ExportManifest> {
  const { dictionary, folder, organization, now, version } = wish;
  const tables = exportedTables(dictionary);
  await wish.account(tx);
  const files: Record<string, ExportedFile> = {};
  for (const table of tables) files[`${table}.ndjson`] = await writeTable(tx, table, wish, made);
  files['dictionary.json'] = await writeWhole(join(folder, 'dictionary.json'), `${JSON.stringify(explained(dictionary, tables), null, 2)}\n`, made);
  const manifest: ExportManifest = { format: EXPORT_FORMAT, stepdown: version, exportedAt: now.toISOString(), organization, files };
  const draft = join(folder, `${EXPORT_MANIFEST}.draft`);
  await writeWhole(draft, `${JSON.stringify(manifest, null, 2)}\n`, made);
  renameSync(draft, join(folder, EXPORT_MANIFEST));
  return manifest;
}

/** One snapshot from the first row to the last. An export that fails takes away what it wrote; one that is killed leaves no manifest. */
export async function writeExport(wish: Export): Promise<ExportManifest> {
  refuseFilledFolder(wish.folder);
  const made: string[] = [];
  const wasThere = mkdirSync(wish.folder, { recursive: true, mode: 0o700 }) === undefined;
  try {
    return await inSnapshot(wish.database, wish.organization.id, (tx) => writeAll(tx, wish, made));
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    if (!wasThere && readdirSync(wish.folder).length === 0) rmSync(wish.folder, { recursive: true, force: true });
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) throw new Halt('disk-full', `The disk under ${wish.folder} is full; what was written there was taken away again.`, 'Make room, or name a folder on another disk.');
    throw error;
  }
}
