/** Each role may do to each table exactly what its kind says (W25), and no role stands above row-level security. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import type { DictionaryTable } from '../../src/platform/dictionary.ts';
import { openCatalog } from './ask.ts';

const BY_KIND: Readonly<Record<DictionaryTable['kind'], readonly string[]>> = {
  facts: ['INSERT', 'SELECT'], standing: ['INSERT', 'SELECT'], working: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'], local: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
};
const GRANTED = `
  select c.relname as name, coalesce(r.rolname, 'public') as role, g.privilege_type as right, g.is_grantable as passed_on, null as column
    from pg_class c cross join lateral aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
   where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner
   union all
  select c.relname, coalesce(r.rolname, 'public'), g.privilege_type, g.is_grantable, a.attname
    from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) g left join pg_roles r on r.oid = g.grantee
   where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner`;
type Granted = { name: string; role: string; right: string; passed_on: boolean; column: string | null };

async function codeOf(connection: ClientConfig, statements: string[]): Promise<string | undefined> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.end();
  }
}

test('facts are inserted and read, standing rows change only in the listed columns, and nobody else may anything', async (t) => {
  const { ask, dictionary } = await openCatalog(t);
  const granted = (await ask<Granted>(GRANTED)).map((one) => `${one.name}${one.column === null ? '' : `.${one.column}`} ${one.role} ${one.right}${one.passed_on ? ' with grant option' : ''}`);
  const tables = Object.entries(dictionary.tables).flatMap(([name, entry]) => [
    ...BY_KIND[entry.kind].map((right) => `${name} stepdown_app ${right}`),
    ...(entry.kind === 'standing' ? entry.update.map((column) => `${name}.${column} stepdown_app UPDATE`) : []),
    ...entry.worker.map((right) => `${name} stepdown_worker ${right.toUpperCase()}`),
    ...entry.search.map((column) => `${name}.${column} stepdown_search SELECT`),
  ]);
  const views = Object.keys(dictionary.views).map((name) => `${name} stepdown_app SELECT`);
  assert.deepEqual(granted.sort(), [...tables, ...views].sort());
});

test('what can never be undone stays out of the listed columns: keys, who, whose and when it was written', async (t) => {
  const { dictionary } = await openCatalog(t);
  const frozen = /^(org_id|id|kind|.*participant_id|session_id|episode_id|recorded_at|recorded_by|granted_at|granted_by|starts_on|admitted_on|first_planned_.*|arrived_at|level|outcome)$/;
  const loose = Object.entries(dictionary.tables).flatMap(([name, entry]) => entry.update.filter((column) => frozen.test(column)).map((column) => `${name}.${column}`));
  // A program's level is a setting until somebody is admitted; the level of a person is a fact.
  assert.deepEqual(loose, ['programs.level']);
  assert.deepEqual(Object.entries(dictionary.tables).filter(([, entry]) => entry.kind !== 'standing' && entry.update.length > 0).map(([name]) => name), [], 'only standing tables list columns');
});

test('the worker may touch only what it relays or clears away, never a record', async (t) => {
  const { dictionary } = await openCatalog(t);
  assert.deepEqual(Object.entries(dictionary.tables).filter(([, entry]) => entry.worker.length > 0).map(([name]) => name).sort(), ['commands', 'outbox']);
});

test('no role of ours is above row-level security, may make roles, or is a member of another', async (t) => {
  const { ask } = await openCatalog(t);
  const roles = await ask<Record<string, unknown>>(`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname like 'stepdown\\_%' and rolname <> 'stepdown_root' order by rolname`);
  const plain = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false };
  assert.deepEqual(roles, ['stepdown_app', 'stepdown_owner', 'stepdown_search', 'stepdown_worker'].map((rolname) => ({ rolname, ...plain })));
  assert.deepEqual(await ask(`select m.rolname from pg_auth_members a join pg_roles m on m.oid = a.member where m.rolname in ('stepdown_app', 'stepdown_worker', 'stepdown_search')`), []);
  assert.deepEqual(await ask(`select rolname from pg_roles r where rolname like 'stepdown\\_%' and pg_has_role(r.oid, 'stepdown_search', 'usage') and rolname not in ('stepdown_search', 'stepdown_root')`), [], 'what the search sees is inherited by nobody');
  assert.deepEqual(await ask(`select has_schema_privilege('stepdown_search', 'public', 'create') as makes, has_schema_privilege('stepdown_search', 'public', 'usage') as uses`), [{ makes: false, uses: true }]);
  assert.deepEqual(await ask(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'p') and pg_get_userbyid(relowner) <> 'stepdown_owner'`), []);
});

test('the application can neither change the schema, nor switch row-level security off, nor become the owner', async (t) => {
  const { database } = await openCatalog(t);
  const denied = '42501';
  assert.equal(await codeOf(database.app, ['create table mine (id int)']), denied);
  assert.equal(await codeOf(database.app, ['alter table notes disable row level security']), denied);
  assert.equal(await codeOf(database.app, ['drop policy notes_org on notes']), denied);
  assert.equal(await codeOf(database.app, ['set role stepdown_owner']), denied);
  assert.equal(await codeOf(database.app, ['set row_security = off', 'select * from notes']), denied);
  assert.equal(await codeOf(database.app, ['select * from schema_migrations']), denied);
  assert.equal(await codeOf(database.app, ['truncate notes']), denied);
  assert.equal(await codeOf(database.app, ['create temporary table t (id int)', 'create function pg_temp.f() returns int language sql as $$ select 1 $$', 'create function public.f() returns int language sql as $$ select 1 $$']), denied);
});

test('a fact cannot be changed or deleted, and a standing row cannot be moved, even in its own organization', async (t) => {
  const { database } = await openCatalog(t);
  const own = `set app.org = '01900000-0000-7000-8000-000000000001'`;
  for (const statement of [
    `update notes set own_sentence = 'x'`, 'delete from notes', `update accesses set actor_id = id`, 'delete from accesses', 'delete from held_times', 'delete from stays', 'delete from attendances',
    `update stays set arrived_at = now()`, `update attendances set outcome = 'absent'`, `update organizations set kind = 'demo'`, 'delete from participants', `update participants set id = id`,
  ]) assert.equal(await codeOf(database.app, [own, statement]), '42501', statement);
  assert.equal(await codeOf(database.worker, [own, 'select * from notes']), '42501');
});
