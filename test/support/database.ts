/** A migrated database of its own for each test file: cloned from a template in a fraction of a second, dropped afterwards. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { migrate } from '../../src/platform/migrate.ts';

export type TestDatabase = { root: ClientConfig; owner: ClientConfig; app: ClientConfig; worker: ClientConfig; name: string };
type After = { after(work: () => Promise<void>): void };

/** The cluster that the test run started, as a superuser connection in JSON; see test/support/cluster.ts. */
export function rootConnection(): ClientConfig {
  const said = process.env['STEPDOWN_TEST_ROOT'];
  if (said === undefined) throw new Error('No test cluster. Run the tests with: npm test -- database');
  return JSON.parse(said) as ClientConfig;
}

async function withRoot<Value>(database: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ ...rootConnection(), database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Changes whenever a file under db/ or what applies it changes, so that a stale template is never cloned. */
async function schemaFingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['migrations/', 'views/', '']) {
    const base = new URL(`../../db/${folder}`, import.meta.url);
    for (const name of (await readdir(base)).filter((file) => /\.(sql|yaml)$/.test(file)).sort()) {
      if (name !== 'schema.sql') hash.update(name).update(await readFile(new URL(name, base)));
    }
  }
  for (const name of ['dictionary.ts', 'migrate.ts']) hash.update(await readFile(new URL(`../../src/platform/${name}`, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}

const ROLES = ['stepdown_owner', 'stepdown_app', 'stepdown_worker'] as const;
const PASSWORD = 'only-on-this-test-cluster';

function as(role: string, database: string): ClientConfig {
  return { ...rootConnection(), user: role, password: PASSWORD, database };
}

async function ensureTemplate(): Promise<string> {
  const template = `template_${await schemaFingerprint()}`;
  await withRoot('postgres', async (client) => {
    // One test file builds the template; the others wait here and find it.
    await client.query('select pg_advisory_lock(4517)');
    for (const role of ROLES) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      await client.query(`${known.rowCount === 0 ? 'create' : 'alter'} role ${role} login password '${PASSWORD}'`);
    }
    const made = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (made.rowCount !== 0) return;
    await client.query(`create database ${template}_wip owner stepdown_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
    await withRoot(`${template}_wip`, (inside) => inside.query('alter schema public owner to stepdown_owner'));
    // As a superuser, who hands over to the owner role and may hand the search over to its own.
    await migrate({ ...rootConnection(), database: `${template}_wip` });
    await client.query(`alter database ${template}_wip rename to ${template}`);
  });
  return template;
}

/** Clones the template; dropped after the test or suite `t` ends. A connection left open there makes the drop fail the test. */
export async function testDatabase(t: After): Promise<TestDatabase> {
  const template = await ensureTemplate();
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withRoot('postgres', async (client) => {
    await client.query('select pg_advisory_lock(4518)');
    await client.query(`create database ${name} template ${template} owner stepdown_owner`);
  });
  t.after(() => withRoot('postgres', async (client) => {
    await client.query(`drop database ${name}`);
  }));
  return {
    root: { ...rootConnection(), database: name }, name,
    owner: as('stepdown_owner', name), app: as('stepdown_app', name), worker: as('stepdown_worker', name),
  };
}
