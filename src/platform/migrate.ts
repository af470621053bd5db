/** Brings a database to the schema of this build: numbered SQL files once each, then views, grants, policies and comments. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import pg from 'pg';
import type { Client, ClientConfig } from 'pg';
import { readDictionary, statementsOf } from './dictionary.ts';

const FOLDER = new URL('../../db/', import.meta.url);
/** Any number; it only has to be ours. Two servers that start at once migrate one after the other. */
const LOCK = 8_143_227_001;

/** Owns what searches among people and nothing else; nobody signs in as it (decision 0014). */
const SEARCH = 'stepdown_search';

export type Migration = { name: string; text: string; checksum: string };
/** A database newer than this build, or one whose applied files were edited. The sentence is for the person who hosts it. */
export class MigrationRefused extends Error {}

async function sqlFiles(folder: string): Promise<Migration[]> {
  const names = (await readdir(new URL(folder, FOLDER))).filter((name) => name.endsWith('.sql')).sort();
  return await Promise.all(names.map(async (name) => {
    const text = await readFile(new URL(folder + name, FOLDER), 'utf8');
    return { name: name.replace(/\.sql$/, ''), text, checksum: createHash('sha256').update(text).digest('hex') };
  }));
}

async function connected<Value>(owner: ClientConfig, work: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function appliedIn(client: Client): Promise<Map<string, string>> {
  const exists = await client.query(`select to_regclass('public.schema_migrations') is not null as yes`);
  if (exists.rows[0]?.yes !== true) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(`select name, checksum from schema_migrations where name not like '~%' order by name`);
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/** Names of migrations that this build has and the database lacks. */
export async function pendingMigrations(owner: ClientConfig): Promise<string[]> {
  const files = await sqlFiles('migrations/');
  return await connected(owner, async (client) => {
    const applied = await appliedIn(client);
    return files.filter((file) => !applied.has(file.name)).map((file) => file.name);
  });
}

/** A superuser hands over to the owner role, so that what migrates is never above row-level security (scale.md, "roles"). */
async function becomeOwner(client: Client): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; database: string }>(
    `select rolsuper, quote_ident(current_database()) as database from pg_roles where rolname = current_user`);
  const me = rows[0];
  if (me === undefined) throw new Error('no such role');
  for (const role of ['stepdown_owner', 'stepdown_app', 'stepdown_worker', SEARCH]) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (known.rowCount === 0 && (me.rolsuper || role !== 'stepdown_owner')) {
      await client.query(`create role ${role} nologin`);
      if (!me.rolsuper && role !== SEARCH) await client.query(`grant ${role} to current_user`);
    }
  }
  if (!me.rolsuper) return;
  await client.query(`grant create on database ${me.database} to stepdown_owner; alter schema public owner to stepdown_owner; set role stepdown_owner`);
}

/**
 * Gives every function that runs with its owner's rights to the role made for that. The owner of the tables is under row-level security like
 * everybody; it may hand over, but must not inherit what the other role sees: 16 and later say so in the grant, on 15 the grant ends with this
 * transaction. PostgreSQL asks that the new owner may create in the schema for as long as that takes.
 */
async function giveToSearch(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and proowner = current_user::regrole`);
  if (rows.length === 0) return;
  const { rows: [server] } = await client.query<{ major: number }>(`select current_setting('server_version_num')::integer / 10000 as major`);
  const major = server?.major ?? 0;
  const { rows: [me] } = await client.query<{ above: boolean; may: boolean; me: string }>(`
    select rolsuper as above, pg_has_role(current_user, '${SEARCH}', '${major < 16 ? 'member' : 'set'}') as may, quote_ident(current_user) as me from pg_roles where rolname = session_user`);
  if (me === undefined) throw new Error('no such role');
  const lends = !me.above && !me.may;
  if (me.above) await client.query('reset role');
  if (lends) {
    await client.query(major < 16 ? `grant ${SEARCH} to current_user` : `grant ${SEARCH} to current_user with inherit false, set true`).catch(() => {
      throw new MigrationRefused(`The account that migrates may not act for the role ${SEARCH}. Let an administrator of the database run: grant ${SEARCH} to ${me.me}. Nothing was changed.`);
    });
  }
  await client.query(`grant create on schema public to ${SEARCH}`);
  for (const { name } of rows) await client.query(`alter function ${name} owner to ${SEARCH}`);
  await client.query(`revoke create on schema public from ${SEARCH}; grant usage on schema public to ${SEARCH}`);
  if (lends) await client.query(`revoke ${SEARCH} from current_user`);
  if (me.above) await client.query('set role stepdown_owner');
}

function refuseStrangeHistory(files: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw new MigrationRefused(`This database was made by a newer Stepdown (it has ${name}). Install that version or a later one; nothing was changed.`);
    if (known.get(name) !== checksum) throw new MigrationRefused(`The file db/migrations/${name}.sql was edited after it was applied. Put it back as it was released; nothing was changed.`);
  }
}

/** Runs what is pending, all in one transaction; a failure leaves the database as it was. */
export async function migrate(owner: ClientConfig): Promise<{ applied: string[] }> {
  const [files, views, dictionary] = await Promise.all([sqlFiles('migrations/'), sqlFiles('views/'), readDictionary()]);
  const finish = [...views.map((view) => view.text), ...statementsOf(dictionary)];
  const stateNow = createHash('sha256').update(finish.join(';\n')).digest('hex');
  return await connected(owner, async (client) => {
    await client.query(`set lock_timeout = '30s'`);
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await becomeOwner(client);
    await client.query('begin');
    try {
      const applied = await appliedIn(client);
      refuseStrangeHistory(files, applied);
      const pending = files.filter((file) => !applied.has(file.name));
      await client.query(`create table if not exists schema_migrations (name text constraint schema_migrations_pk primary key, checksum text not null, applied_at timestamptz not null default now())`);
      const state = await client.query<{ checksum: string }>(`select checksum from schema_migrations where name = '~state'`);
      if (pending.length > 0 || state.rows[0]?.checksum !== stateNow) await apply(client, pending, views, statementsOf(dictionary), stateNow);
      await client.query('commit');
      return { applied: pending.map((file) => file.name) };
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}

async function apply(client: Client, pending: readonly Migration[], views: readonly Migration[], finish: readonly string[], state: string): Promise<void> {
  // Views are the current text of one file each: dropped before, re-created after, so that a column under them may change.
  const old = await client.query<{ name: string }>(`select quote_ident(viewname) as name from pg_views where schemaname = 'public' and viewowner = current_user`);
  for (const view of old.rows) await client.query(`drop view if exists ${view.name} cascade`);
  for (const file of pending) {
    await client.query(file.text);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [file.name, file.checksum]);
  }
  await client.query('grant usage on schema public to stepdown_app, stepdown_worker');
  for (const view of views) {
    await client.query(view.text);
    await client.query(`grant select on ${view.name} to stepdown_app`);
  }
  for (const statement of finish) await client.query(statement);
  await giveToSearch(client);
  await client.query(`insert into schema_migrations (name, checksum) values ('~state', $1) on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`, [state]);
}
