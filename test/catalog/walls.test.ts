/** Every table of an organization is walled off from the others, and everything that scale.md refuses is absent. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCatalog } from './ask.ts';

const ROOT = join(import.meta.dirname, '../..');
const OURS = `c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations'`;

test('every table of an organization has org_id, never null', async (t) => {
  const { ask, organizationTables } = await openCatalog(t);
  const rows = await ask<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
     where a.attnotnull and a.atttypid = 'uuid'::regtype and c.relkind in ('r', 'p') and c.relname = any($1)`, [organizationTables]);
  assert.deepEqual(rows.map((row) => row.name).sort(), [...organizationTables].sort());
});

test('org_id comes first in every key and index of an organization', async (t) => {
  const { ask, organizationTables } = await openCatalog(t);
  const keys = await ask<{ name: string; first: string }>(`
    select c.relname || '.' || x.relname as name, coalesce(a.attname, '(expression)') as first
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and i.indkey[0] > 0 where c.relname = any($1)`, [organizationTables]);
  assert.ok(keys.length >= organizationTables.length);
  assert.deepEqual(keys.filter((key) => key.first !== 'org_id'), []);
});

test('every foreign key of an organization begins with org_id on both sides and stays inside organizations', async (t) => {
  const { ask, organizationTables } = await openCatalog(t);
  const keys = await ask<{ name: string; here: string; there: string; from: string; to: string }>(`
    select k.conname as name, a.attname as here, b.attname as there, k.conrelid::regclass::text as from, k.confrelid::regclass::text as to
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
     where k.contype = 'f'`);
  const own = keys.filter((key) => organizationTables.includes(key.from) || organizationTables.includes(key.to));
  assert.ok(own.length > 10);
  assert.deepEqual(own.filter((key) => key.here !== 'org_id' || key.there !== 'org_id'), []);
  assert.deepEqual(own.filter((key) => !organizationTables.includes(key.from) || !organizationTables.includes(key.to)), [], 'no key between an organization and a local table');
});

test('row-level security is enabled and forced, with one policy that guards reading and writing by the organization set', async (t) => {
  const { ask, organizationTables } = await openCatalog(t);
  const rows = await ask<{ name: string; on: boolean; forced: boolean }>(`select relname as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class where relname = any($1)`, [organizationTables]);
  assert.deepEqual(rows.filter((row) => !row.on || !row.forced), []);
  const policies = await ask<{ name: string; command: string; permissive: boolean; roles: string; using: string; check: string }>(`
    select polrelid::regclass::text as name, polcmd as command, polpermissive as permissive, polroles::regrole[]::text as roles, pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check from pg_policy`);
  const search = policies.filter((policy) => policy.roles !== '{-}');
  assert.deepEqual(search, [{ name: 'participants', command: 'r', permissive: true, roles: '{stepdown_search}', using: 'true', check: null }], 'only the search sees past it, and only people (decision 0014)');
  const everybody = policies.filter((policy) => policy.roles === '{-}');
  assert.deepEqual(everybody.map((policy) => policy.name).sort(), [...organizationTables].sort(), 'one policy each: a second permissive one would widen the first');
  const own = `(org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)`;
  for (const policy of everybody) assert.deepEqual({ ...policy, name: '' }, { name: '', command: '*', permissive: true, roles: '{-}', using: own, check: own }, policy.name);
});

test('every constraint and index was named by us in a migration', async (t) => {
  const { ask } = await openCatalog(t);
  const text = globSync('db/migrations/*.sql', { cwd: ROOT }).map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n').replace(/--.*$/gm, '');
  const constraints = await ask<{ name: string }>(`select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid where ${OURS} and k.contype <> 'n'`);
  const indexes = await ask<{ name: string }>(`
    select x.relname as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
     where ${OURS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`);
  assert.ok(constraints.length > 50 && indexes.length > 5);
  assert.deepEqual(constraints.filter(({ name }) => !new RegExp(`\\bconstraint ${name}\\b`).test(text)), []);
  assert.deepEqual(indexes.filter(({ name }) => !new RegExp(`\\bindex ${name}\\b`).test(text)), []);
  assert.deepEqual([...constraints, ...indexes].filter(({ name }) => !/_(pk|key|fk|check|excl|ix)$/.test(name)), []);
});

test('there is no trigger, rule, sequence, identity or generated id, and no function of ours but those of the search', async (t) => {
  const { ask } = await openCatalog(t);
  const found = await ask<{ what: string }>(`
    select 'trigger ' || tgname as what from pg_trigger where not tgisinternal
    union all select 'rule ' || rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class where ${OURS} and rulename <> '_RETURN'
    union all select 'sequence ' || relname from pg_class c where ${OURS} and relkind = 'S'
    union all select 'identity ' || c.relname || '.' || attname from pg_attribute a join pg_class c on c.oid = a.attrelid where ${OURS} and attidentity <> ''
    union all select 'default ' || c.relname || '.' || a.attname from pg_attrdef d join pg_class c on c.oid = d.adrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
       where ${OURS} and pg_get_expr(d.adbin, d.adrelid) ~* '(nextval|gen_random|uuid|now\\(|current_|clock_)'
    union all select 'function ' || p.proname || case when p.prosecdef then ' of ' || pg_get_userbyid(p.proowner) else '' end from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e') order by 1`);
  assert.deepEqual(found.map((one) => one.what), ['function find_people of stepdown_search', 'function folded_name', 'function number_end']);
});

test('every view asks with the rights of whoever reads it, and carries the organization', async (t) => {
  const { ask, dictionary } = await openCatalog(t);
  const views = await ask<{ name: string; options: string[] | null }>(`select relname as name, reloptions as options from pg_class c where ${OURS} and relkind = 'v'`);
  assert.equal(views.length, Object.keys(dictionary.views).length);
  assert.deepEqual(views.filter((view) => view.options?.includes('security_invoker=true') !== true), []);
  for (const [name, entry] of Object.entries(dictionary.views)) assert.ok('org_id' in entry.columns, name);
});
