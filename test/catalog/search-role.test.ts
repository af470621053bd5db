/** A database of one's own: an account that is no superuser migrates, hands the search over, and sees no more of people afterwards than before. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { MigrationRefused, migrate } from '../../src/platform/migrate.ts';
import { rootConnection, testDatabase } from '../support/database.ts';

type Ground = { root: pg.Client; owner: ClientConfig; major: number };

/** Two more of what belongs to the cluster, gone afterwards: an account, and a database of its own. */
async function openGround(t: { after(work: () => Promise<void>): void }, rights: string): Promise<Ground> {
  /* Asked for only so that the three roles are there, with passwords. */
  await testDatabase(t);
  const root = new pg.Client(rootConnection());
  await root.connect();
  const name = `own_${process.pid}_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await root.query(`create role ${name} login ${rights} password '${password}'`);
  await root.query(`create database ${name} owner ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
  t.after(async () => {
    await root.query(`drop database ${name} with (force)`);
    await root.query(`drop owned by ${name}`);
    await root.query(`drop role ${name}`);
    await root.end();
  });
  const { rows: [server] } = await root.query<{ major: number }>(`select current_setting('server_version_num')::integer / 10000 as major`);
  return { root, owner: { ...rootConnection(), user: name, password, database: name }, major: server?.major ?? 0 };
}

async function askAs<Row extends object>(connection: ClientConfig, statement: string): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function assertHandedOver(owner: ClientConfig): Promise<void> {
  assert.deepEqual(await askAs(owner, `select pg_get_userbyid(proowner) as owner, prosecdef as raised from pg_proc where proname = 'find_people'`), [{ owner: 'stepdown_search', raised: true }]);
  assert.deepEqual(await askAs(owner, `select pg_has_role(current_user, 'stepdown_search', 'usage') as inherits, has_schema_privilege('stepdown_search', 'public', 'create') as makes`), [{ inherits: false, makes: false }]);
}

test('an account that may make roles migrates by itself where PostgreSQL lets it, and is told what to ask for where not', async (t) => {
  const { root, owner, major } = await openGround(t, 'createrole');
  if (major >= 16) {
    /* From 16 on CREATEROLE reaches only roles that were made by the same account. */
    await assert.rejects(migrate(owner), (error: Error) => error instanceof MigrationRefused && /grant stepdown_search to/.test(error.message));
    await root.query(`grant stepdown_search to ${owner.user} with inherit false, set true`);
  }
  assert.ok((await migrate(owner)).applied.length > 25);
  await assertHandedOver(owner);
  assert.deepEqual((await migrate(owner)).applied, []);
});

test('an account that may make no roles is refused by name and nothing is changed; once the role is granted to it, it migrates', async (t) => {
  const { root, owner, major } = await openGround(t, 'nocreaterole');
  await assert.rejects(migrate(owner), (error: Error) => error instanceof MigrationRefused && error.message.includes(`grant stepdown_search to ${String(owner.user)}`));
  assert.deepEqual(await askAs(owner, `select 1 from pg_class where relname = 'participants'`), []);
  await root.query(`grant stepdown_search to ${owner.user}${major < 16 ? '' : ' with inherit false, set true'}`);
  await migrate(owner);
  await root.query(`revoke stepdown_search from ${owner.user}`);
  await assertHandedOver(owner);
});
