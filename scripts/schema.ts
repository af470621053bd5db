/** Writes what is printed from the schema and the contracts (db/types.ts, db/schema.sql, docs/reference); --check only says what is stale. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { readDictionary } from '../src/platform/dictionary.ts';
import { migrate } from '../src/platform/migrate.ts';
import { startTestCluster } from '../test/support/cluster.ts';
import { dumpSchema } from './schema/dump.ts';
import { referencePages } from './schema/reference.ts';

const ROOT = join(import.meta.dirname, '..');
const CODEGEN = join(ROOT, 'node_modules/kysely-codegen/dist/cli/bin.js');
const run = promisify(execFile);

async function connected<Value>(connection: ClientConfig, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of a connection as text, for a tool that takes no other; a socket folder travels as a parameter. */
function addressOf({ user, password, host, port, database }: ClientConfig): string {
  const who = `${encodeURIComponent(user ?? '')}${typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''}`;
  const isSocket = host?.startsWith('/') === true;
  return `postgres://${who}@${isSocket ? '' : host ?? 'localhost'}${port === undefined || isSocket ? '' : `:${port}`}/${database ?? ''}${isSocket ? `?host=${encodeURIComponent(host)}&port=${port ?? 5432}` : ''}`;
}

async function typesOf(connection: ClientConfig): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stepdown-types-'));
  try {
    const file = join(folder, 'types.ts');
    const words = ['--dialect', 'postgres', '--date-parser', 'string', '--numeric-parser', 'number', '--exclude-pattern', 'schema_migrations', '--out-file', file];
    // The address goes through the environment: a command line can be read by everybody on the machine.
    await run(process.execPath, [CODEGEN, ...words, '--url', 'env(STEPDOWN_SCHEMA_URL)'], { env: { ...process.env, STEPDOWN_SCHEMA_URL: addressOf(connection) }, cwd: folder });
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All that is printed, by path, from a scratch database that is gone afterwards. */
export async function printAll(root: ClientConfig): Promise<Record<string, string>> {
  const name = `schema_${process.pid}_${randomBytes(4).toString('hex')}`;
  await connected(root, (client) => client.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`));
  const scratch = { ...root, database: name };
  try {
    await migrate(scratch);
    const schema = await connected(scratch, dumpSchema);
    return { 'db/types.ts': await typesOf(scratch), 'db/schema.sql': schema, ...referencePages(await readDictionary()) };
  } finally {
    await connected(root, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
}

/** Paths whose file is not what would be printed now. */
export async function findStale(printed: Readonly<Record<string, string>>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of Object.entries(printed)) {
    const found = await readFile(join(ROOT, path), 'utf8').catch(() => null);
    if (found?.replaceAll('\r\n', '\n') !== text) stale.push(path);
  }
  return stale;
}

async function withCluster<Value>(work: (root: ClientConfig) => Promise<Value>): Promise<Value> {
  const cluster = await startTestCluster();
  try {
    return await work(JSON.parse(cluster.env['STEPDOWN_TEST_ROOT'] ?? '{}') as ClientConfig);
  } finally {
    await cluster.stop();
  }
}

async function main(words: readonly string[]): Promise<number> {
  const stale = await withCluster(async (root) => {
    const printed = await printAll(root);
    const paths = await findStale(printed);
    if (words.includes('--check')) return paths;
    for (const path of paths) {
      await mkdir(dirname(join(ROOT, path)), { recursive: true });
      await writeFile(join(ROOT, path), printed[path] ?? '');
      console.log(`wrote ${path}`);
    }
    return [];
  });
  for (const path of stale) console.log(`${path} is stale; print it with: npm run schema`);
  return stale.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
