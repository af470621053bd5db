/** The whole schema as text, read from the catalog: the same words on every PostgreSQL from 15 to 18. */
import type { Client } from 'pg';

/* What each part prints: one row for each line, in an order that the catalog cannot change. */
const TABLES = `
  select c.relname as name, c.relkind as kind, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
         obj_description(c.oid, 'pg_class') as comment, array_to_string(c.reloptions, ', ') as options,
         case when c.relkind = 'v' then pg_get_viewdef(c.oid, true) end as view
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by c.relkind, c.relname`;
const COLUMNS = `
  select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as fixed, a.attidentity::text || a.attgenerated::text as made,
         pg_get_expr(d.adbin, d.adrelid) as default, col_description(c.oid, a.attnum) as comment
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by c.relname, a.attnum`;
/* From 18 on NOT NULL is a constraint in the catalog; it is printed with its column instead. */
const CONSTRAINTS = `
  select c.relname as name, k.conname as constraint, pg_get_constraintdef(k.oid, true) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid
   where c.relnamespace = 'public'::regnamespace and k.contype <> 'n' order by c.relname, array_position('{p,u,x,c,f,t}'::char[], k.contype::char), k.conname`;
const INDEXES = `
  select c.relname as name, pg_get_indexdef(i.indexrelid) as text
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
   where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
   order by c.relname, x.relname`;
const POLICIES = `
  select c.relname as name, p.polname as policy, p.polcmd as command, p.polpermissive as permissive,
         nullif(array_to_string(p.polroles::regrole[], ', '), '-') as roles, pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace order by c.relname, p.polname`;
const ROLES = `coalesce(r.rolname, 'public')`;
/* The owner's own rights differ between versions (MAINTAIN came with 17) and are not a grant of ours. */
const GRANTS = `
  select c.relname as name, ${ROLES} as role, string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) as rights, null as column
    from pg_class c cross join lateral aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
   where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner group by c.relname, ${ROLES}
   union all
  select c.relname, ${ROLES}, lower(g.privilege_type), string_agg(a.attname, ', ' order by a.attnum)
    from pg_class c join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) g left join pg_roles r on r.oid = g.grantee
   where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner group by c.relname, ${ROLES}, g.privilege_type
   order by 1, 2, 4 nulls first, 3`;
const OTHERS = `
  select 'extension ' || extname as text from pg_extension where extname <> 'plpgsql'
   union all select 'trigger ' || tgname || ' on ' || tgrelid::regclass from pg_trigger where not tgisinternal
   union all select 'rule ' || rulename || ' on ' || ev_class::regclass from pg_rewrite where rulename <> '_RETURN' and ev_class >= 16384
   union all select 'sequence ' || relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`;

/* Our own functions whole, with who owns them and who may call them: the text is as the migration says it. */
const FUNCTIONS = `
  select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as text, pg_get_userbyid(p.proowner) as owner, p.prosecdef as raised,
         coalesce((select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname) from aclexplode(p.proacl) g left join pg_roles r on r.oid = g.grantee where g.grantee <> p.proowner), 'public') as callers
    from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e') order by 1`;

type Row = { name: string } & Record<string, string | boolean | null>;

function quoted(text: unknown): string {
  return `'${String(text).replaceAll("'", "''")}'`;
}

async function rowsOf(client: Client, query: string): Promise<Map<string, Row[]>> {
  const { rows } = await client.query<Row>(query);
  return Map.groupBy(rows, (row) => row.name);
}

function columnLine(row: Row): string {
  const made = row['made'] === '' ? '' : ` made ${String(row['made'])}`;
  return `  ${String(row['column'])} ${String(row['type'])}${row['fixed'] === true ? ' not null' : ''}${row['default'] === null ? '' : ` default ${String(row['default'])}`}${made}`;
}

function policyLine(name: string, row: Row): string {
  const command = { '*': 'all', r: 'select', a: 'insert', w: 'update', d: 'delete' }[String(row['command'])] ?? '';
  return `create policy ${String(row['policy'])} on ${name}${row['permissive'] === true ? '' : ' as restrictive'} for ${command}${row['roles'] === null ? '' : ` to ${String(row['roles'])}`} using (${String(row['using'])})${row['check'] === null ? '' : ` with check (${String(row['check'])})`};`;
}

function grantLine(name: string, row: Row): string {
  return `grant ${String(row['rights'])}${row['column'] === null ? '' : ` (${String(row['column'])})`} on ${name} to ${String(row['role'])};`;
}

function functionText(row: Row): string {
  const owner = row['raised'] === true ? `alter function ${row.name} owner to ${String(row['owner'])};\n` : '';
  return `${String(row['text']).trimEnd()};\n${owner}grant execute on function ${row.name} to ${String(row['callers'])};`;
}

type Parts = Record<'columns' | 'constraints' | 'indexes' | 'policies' | 'grants', Map<string, Row[]>>;

function relation(row: Row, parts: Parts): string {
  const { name } = row;
  const columns = parts.columns.get(name) ?? [];
  const constraints = (parts.constraints.get(name) ?? []).map((one) => `  constraint ${String(one['constraint'])} ${String(one['text'])}`);
  const head = row['kind'] === 'v'
    ? [`create view ${name} with (${String(row['options'])}) as`, `${String(row['view'])}`]
    : [`create table ${name} (`, [...columns.map(columnLine), ...constraints].join(',\n'), ');'];
  return [
    ...head,
    ...(parts.indexes.get(name) ?? []).map((one) => `${String(one['text'])};`),
    ...(row['secured'] === true ? [`alter table ${name} enable row level security;`] : []),
    ...(row['forced'] === true ? [`alter table ${name} force row level security;`] : []),
    ...(parts.policies.get(name) ?? []).map((one) => policyLine(name, one)),
    ...(parts.grants.get(name) ?? []).map((one) => grantLine(name, one)),
    ...(row['comment'] === null ? [] : [`comment on ${row['kind'] === 'v' ? 'view' : 'table'} ${name} is ${quoted(row['comment'])};`]),
    ...columns.filter((one) => one['comment'] !== null).map((one) => `comment on column ${name}.${String(one['column'])} is ${quoted(one['comment'])};`),
  ].join('\n');
}

export async function dumpSchema(client: Client): Promise<string> {
  const parts: Parts = {
    columns: await rowsOf(client, COLUMNS), constraints: await rowsOf(client, CONSTRAINTS), indexes: await rowsOf(client, INDEXES),
    policies: await rowsOf(client, POLICIES), grants: await rowsOf(client, GRANTS),
  };
  const { rows: relations } = await client.query<Row>(TABLES);
  const { rows: others } = await client.query<{ text: string }>(OTHERS);
  const { rows: functions } = await client.query<Row>(FUNCTIONS);
  const first = '-- The schema as the migrations leave it; printed by scripts/schema.ts, never edited and never run.';
  return [first, others.map((other) => `-- ${other.text}`).join('\n'), ...functions.map(functionText), ...relations.map((row) => relation(row, parts))].join('\n\n') + '\n';
}
