/** The dictionary knows every table and column, the database carries its words, and one file writes each table. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OWN_TABLE, openCatalog } from './ask.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The platform keeps a file for each of its tables; sign-in keeps one for all of its own. */
const PLATFORM: Readonly<Record<string, string>> = {
  changes: 'src/platform/changes.ts', commands: 'src/platform/commands.ts', accesses: 'src/platform/gate.ts', outbox: 'src/platform/outbox.ts',
};

type Write = { path: string; table: string };

/** The one file of the owner that writes a table: its store, or one file of its store's folder. */
function writerOf(table: string, owner: string, writes: readonly Write[]): string | undefined {
  if (owner === 'platform') return PLATFORM[table];
  if (owner === 'sign-in') return 'src/platform/sign-in/store.ts';
  return writes.find((one) => one.table === table && (one.path === `src/modules/${owner}/store.ts` || one.path.startsWith(`src/modules/${owner}/store/`)))?.path;
}

const WRITES = /\b(?:insert\s+into|merge\s+into|update|delete\s+from|truncate(?:\s+table)?|copy|insertInto\(|updateTable\(|deleteFrom\(|mergeInto\()\s*(?:only\s+)?['"`]?(?:public\.)?([a-z_]+)/gi;

function tablesWrittenIn(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(WRITES)].map((match) => match[1] ?? '');
}

test('every table and view is in the dictionary, and nothing in the dictionary is missing from the database', async (t) => {
  const { ask, dictionary } = await openCatalog(t);
  const found = await ask<{ name: string; kind: string }>(`select relname as name, relkind as kind from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`);
  const named = (kinds: string) => found.filter((one) => kinds.includes(one.kind) && one.name !== OWN_TABLE).map((one) => one.name);
  assert.deepEqual(named('rp'), Object.keys(dictionary.tables).sort());
  assert.deepEqual(named('v'), Object.keys(dictionary.views).sort());
  assert.deepEqual(named('mf'), [], 'materialized views and foreign tables know no row-level security');
});

test('every column of every table and view says in the database what it means', async (t) => {
  const { ask, dictionary } = await openCatalog(t);
  const columns = await ask<{ name: string; column: string; comment: string | null; whole: string | null }>(`
    select c.relname as name, a.attname as column, col_description(c.oid, a.attnum) as comment, obj_description(c.oid, 'pg_class') as whole
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname <> '${OWN_TABLE}'`);
  assert.deepEqual(columns.filter((one) => (one.comment ?? '').trim() === '').map((one) => `${one.name}.${one.column}`), []);
  assert.deepEqual(columns.filter((one) => (one.whole ?? '').trim() === '').map((one) => one.name), []);
  const said = Object.entries({ ...dictionary.tables, ...dictionary.views }).flatMap(([name, entry]) => Object.keys(entry.columns).map((column) => `${name}.${column}`));
  assert.deepEqual(columns.map((one) => `${one.name}.${one.column}`).sort(), said.sort());
});

test('every table has one owner, whose file exists, and no other source file writes it', async (t) => {
  const { dictionary } = await openCatalog(t);
  const sources = globSync('src/**/*.ts', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/')).filter((path) => !path.endsWith('.test.ts'));
  const writes = sources.flatMap((path) => tablesWrittenIn(readFileSync(join(ROOT, path), 'utf8')).map((table) => ({ path, table })));
  for (const [table, entry] of Object.entries(dictionary.tables)) {
    const writer = writerOf(table, entry.owner, writes);
    /* A table that nothing writes yet has no writer, but an owner all the same. */
    const isWritten = writes.some((one) => one.table === table);
    assert.ok(isWritten ? writer !== undefined && sources.includes(writer) : ['platform', 'sign-in'].includes(entry.owner) || sources.some((path) => path.startsWith(`src/modules/${entry.owner}/store`)), `${table}: no file of its owner ${entry.owner}`);
    assert.deepEqual([...new Set(writes.filter((one) => one.table === table).map((one) => one.path))].filter((path) => path !== writer), [], `${table} is written outside ${writer ?? entry.owner}`);
  }
  assert.ok(writes.some((one) => one.table === 'notes'), 'the scan finds writes');
});

test('the scan finds a write however it is spelled, and takes a lock or a comment for none', () => {
  assert.deepEqual(tablesWrittenIn('sql`INSERT INTO notes (a)`; sql`update only\n stays set`; sql`delete from public.sessions`'), ['notes', 'stays', 'sessions']);
  assert.deepEqual(tablesWrittenIn("kysely.insertInto('notes'); kysely.deleteFrom('stays')"), ['notes', 'stays']);
  assert.deepEqual(tablesWrittenIn('/* update notes */\n// delete from notes\nsql`select 1 for no key update of n`').filter((table) => table === 'notes'), []);
});
