/** Sees to it that the program's database and its roles exist, none of them with power over the server. */
import type { Client } from 'pg';
import type { Passwords } from './passwords.ts';

export const DATABASE = 'stepdown';
/** Owns the search and is nobody's sign-in; the owner may hand functions over to it, and inherits nothing from it (decision 0014). */
const SEARCH = 'stepdown_search';
export const ROLES = { owner: 'stepdown_owner', app: 'stepdown_app', worker: 'stepdown_worker' } as const;

type Found = { readonly roles: string[]; readonly strong: string[]; readonly database: boolean };

const LOOK = `
  select
    coalesce((select array_agg(rolname::text) from pg_roles where rolname = any($1)), '{}') as roles,
    coalesce((select array_agg(rolname::text) from pg_roles where rolname = any($1)
      and (rolsuper or rolbypassrls or rolcreaterole or not rolcanlogin)), '{}') as strong,
    exists (select from pg_database where datname = $2) as database`;

/** Passwords are base64url, so they need no quoting; the server keeps only their SCRAM verifiers. */
export async function ensureRoles(root: Client, passwords: Passwords): Promise<void> {
  const names = Object.values(ROLES);
  const { rows } = await root.query<Found>(LOOK, [names, DATABASE]);
  const found = rows[0] ?? { roles: [], strong: [], database: false };
  const limits = 'login nosuperuser nobypassrls nocreaterole nocreatedb noreplication';
  for (const [part, role] of Object.entries(ROLES) as ['owner' | 'app' | 'worker', string][]) {
    if (!found.roles.includes(role)) await root.query(`create role ${role} ${limits} password '${passwords[part]}'`);
    else if (found.strong.includes(role)) await root.query(`alter role ${role} ${limits}`);
  }
  const search = await root.query<{ strong: boolean }>('select rolsuper or rolbypassrls or rolcreaterole or rolcanlogin as strong from pg_roles where rolname = $1', [SEARCH]);
  if (search.rowCount === 0) await root.query(`create role ${SEARCH} ${limits.replace('login', 'nologin')}; grant ${SEARCH} to ${ROLES.owner} with inherit false, set true`);
  else if (search.rows[0]?.strong === true) await root.query(`alter role ${SEARCH} ${limits.replace('login', 'nologin')}`);
  if (found.database) return;
  await root.query(`create database ${DATABASE} owner ${ROLES.owner} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'`);
  await root.query(`revoke all on database ${DATABASE} from public`);
  await root.query(`grant connect on database ${DATABASE} to ${ROLES.app}, ${ROLES.worker}`);
  await root.query('revoke connect on database postgres from public');
}
