/** All SQL of sign-in that the library does not write itself; every table here is local, so no organization is set. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Tx } from '../database.ts';

export type Member = { readonly accountId: string; readonly orgId: string; readonly actorId: string };
export type FoundSignIn = Member & { readonly signInId: string; readonly seenAt: Date; readonly expiresAt: Date };

/** Every account with the organizations it may enter: a local table, so it can be asked before any organization is known (scale.md). */
export async function listMembers(pool: pg.Pool): Promise<Member[]> {
  const { rows } = await pool.query<Member>(
    'select account_id as "accountId", org_id as "orgId", actor_id as "actorId" from account_organizations order by org_id, joined_at, account_id');
  return rows;
}

/** What a code that was handed out is for. */
export const CODE_KINDS = ['account', 'tablet'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** A statement for somebody else's transaction. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

export async function findSignIn(pool: pg.Pool, token: string): Promise<FoundSignIn | null> {
  // The join is the point: an account taken out of the organization is out with its next request.
  const { rows } = await pool.query<FoundSignIn>(
    `select s.id as "signInId", s.account_id as "accountId", s.org_id as "orgId", o.actor_id as "actorId", s.seen_at as "seenAt", s.expires_at as "expiresAt"
     from sign_ins s join account_organizations o on o.account_id = s.account_id and o.org_id = s.org_id
     where s.token = $1`, [token]);
  return rows[0] ?? null;
}

export async function updateSeen(pool: pg.Pool, signInId: string, now: Date): Promise<void> {
  await pool.query('update sign_ins set seen_at = $2 where id = $1 and seen_at < $2', [signInId, now]);
}

export async function endSignIn(pool: pg.Pool, token: string): Promise<void> {
  await pool.query('delete from sign_ins where token = $1', [token]);
}

export async function endSignInsOf(pool: pg.Pool, accountId: string): Promise<void> {
  await pool.query('delete from sign_ins where account_id = $1', [accountId]);
}

/** What nobody can use any more goes; the moments come from the caller's clock. */
export async function deleteStale(pool: pg.Pool, before: { expired: Date; unseen: Date; tried: Date }): Promise<void> {
  await pool.query('delete from sign_ins where expires_at <= $1 or seen_at <= $2', [before.expired, before.unseen]);
  await pool.query('delete from sign_in_tries where since <= $1', [before.tried]);
}

/** The organization a new sign-in opens: the one the account joined first. */
export async function firstOrganizationOf(pool: pg.Pool, accountId: string): Promise<string | null> {
  const { rows } = await pool.query<{ orgId: string }>(
    'select org_id as "orgId" from account_organizations where account_id = $1 order by joined_at, org_id limit 1', [accountId]);
  return rows[0]?.orgId ?? null;
}

export function joinStatement(member: Member, now: Date): Statement {
  return {
    sql: `insert into account_organizations (account_id, org_id, actor_id, joined_at) values ($1, $2, $3, $4)
          on conflict on constraint account_organizations_pk do update set actor_id = excluded.actor_id`,
    parameters: [member.accountId, member.orgId, member.actorId, now],
  };
}

/** Its sign-ins there go with it (foreign key). */
export async function deleteMember(pool: pg.Pool, accountId: string, orgId: string): Promise<void> {
  await pool.query('delete from account_organizations where account_id = $1 and org_id = $2', [accountId, orgId]);
}

export async function deleteAccount(pool: pg.Pool, accountId: string): Promise<void> {
  await pool.query('delete from accounts where id = $1', [accountId]);
}

/** An account that belongs to nothing: what a first administrator's try left behind when the server died in the middle. */
export async function deleteStrayAccount(pool: pg.Pool, email: string): Promise<void> {
  await pool.query(
    `delete from accounts a where a.email = $1 and not exists (select from account_organizations o where o.account_id = a.id)`, [email.toLowerCase()]);
}

/** Counts one try and answers how many there were in the window; one statement, so that tries side by side all count. */
export async function countTry(pool: pg.Pool, hash: string, now: Date, windowStart: Date): Promise<number> {
  const { rows } = await pool.query<{ tries: number }>(
    `insert into sign_in_tries as t (hash, tries, since) values ($1, 1, $2)
     on conflict on constraint sign_in_tries_pk do update set
       tries = case when t.since <= $3 then 1 else t.tries + 1 end,
       since = case when t.since <= $3 then $2 else t.since end
     returning tries`, [hash, now, windowStart]);
  return rows[0]?.tries ?? 1;
}

export async function giveTryBack(pool: pg.Pool, hash: string): Promise<void> {
  await pool.query('update sign_in_tries set tries = greatest(tries - 1, 0) where hash = $1', [hash]);
}

export async function deleteTries(pool: pg.Pool, hash: string): Promise<void> {
  await pool.query('delete from sign_in_tries where hash = $1', [hash]);
}

export type CodeFor = { readonly kind: CodeKind; readonly orgId: string; readonly actorId: string };
export type HandedCode = CodeFor & { readonly id: string; readonly expiresAt: Date; readonly usedAt: Date | null; readonly withdrawnAt: Date | null };

/** Whether there was one to take back. */
export async function withdrawCodes(tx: Tx, { kind, orgId, actorId }: CodeFor, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update handed_codes set withdrawn_at = ${now} where org_id = ${orgId} and kind = ${kind} and actor_id = ${actorId} and used_at is null and withdrawn_at is null and expires_at > ${now}
  `.execute(tx);
  // One that has run out gives way to the next as well; there was just nothing to take back any more.
  await sql`update handed_codes set withdrawn_at = ${now} where org_id = ${orgId} and kind = ${kind} and actor_id = ${actorId} and used_at is null and withdrawn_at is null`.execute(tx);
  return numAffectedRows !== undefined && numAffectedRows > 0n;
}

export async function insertCode(tx: Tx, { kind, orgId, actorId }: CodeFor, code: { hash: string; by: string; at: Date; expiresAt: Date }): Promise<void> {
  await sql`
    insert into handed_codes (id, kind, code_hash, org_id, actor_id, issued_by, issued_at, expires_at)
    values (${randomUUID()}, ${kind}, ${code.hash}, ${orgId}, ${actorId}, ${code.by}, ${code.at}, ${code.expiresAt})
  `.execute(tx);
}

export async function findCode(pool: pg.Pool, kind: CodeKind, hash: string): Promise<HandedCode | null> {
  const { rows } = await pool.query<HandedCode>(
    `select id, kind, org_id as "orgId", actor_id as "actorId", expires_at as "expiresAt", used_at as "usedAt", withdrawn_at as "withdrawnAt"
     from handed_codes where kind = $1 and code_hash = $2`, [kind, hash]);
  return rows[0] ?? null;
}

/** Marks a code used; false for whoever comes second. Runs in the transaction of what the code is used for, so that neither happens alone. */
export function useCodeStatement(id: string, now: Date): Statement {
  return { sql: 'update handed_codes set used_at = $2 where id = $1 and used_at is null and withdrawn_at is null and expires_at > $2', parameters: [id, now] };
}

/** The account of a staff row, and in how many organizations it is at home. */
export async function accountOf(client: pg.ClientBase, orgId: string, actorId: string): Promise<{ accountId: string; email: string; organizations: number } | null> {
  const { rows } = await client.query<{ accountId: string; email: string; organizations: number }>(
    `select a.id as "accountId", a.email, (select count(*)::integer from account_organizations x where x.account_id = a.id) as organizations
     from account_organizations o join accounts a on a.id = o.account_id where o.org_id = $1 and o.actor_id = $2`, [orgId, actorId]);
  return rows[0] ?? null;
}

export type NewAccount = { readonly accountId: string; readonly email: string; readonly name: string; readonly passwordHash: string };

/**
 * Writes what the library would (library.ts, createAccount), but in the transaction that uses up the code: the library cannot be handed one.
 * An account that belongs to nothing gives way, as with a first administrator.
 */
export async function insertAccount(client: pg.ClientBase, one: NewAccount, member: Member, now: Date): Promise<void> {
  await client.query('delete from accounts a where a.email = $1 and not exists (select from account_organizations o where o.account_id = a.id)', [one.email]);
  await client.query('insert into accounts (id, email, email_verified, name, created_at, updated_at) values ($1, $2, false, $3, $4, $4)', [one.accountId, one.email, one.name, now]);
  await writePassword(client, one, now);
  const join = joinStatement(member, now);
  await client.query(join.sql, [...join.parameters]);
}

/** A new password ends every sign-in that the old one opened. */
export async function writePassword(client: pg.ClientBase, { accountId, passwordHash }: Pick<NewAccount, 'accountId' | 'passwordHash'>, now: Date): Promise<void> {
  await client.query(
    `insert into account_keys (id, account_id, provider, provider_account_id, password_hash, created_at, updated_at) values ($1, $2, 'credential', $3, $4, $5, $5)
     on conflict on constraint account_keys_provider_key do update set password_hash = excluded.password_hash, updated_at = excluded.updated_at`, [randomUUID(), accountId, accountId, passwordHash, now]);
  await client.query('delete from sign_ins where account_id = $1', [accountId]);
}

/** As whom an address acts in the organization that its sign-in opens. */
export async function firstMemberOf(pool: pg.Pool, email: string): Promise<Member | null> {
  const { rows } = await pool.query<Member>(
    `select o.account_id as "accountId", o.org_id as "orgId", o.actor_id as "actorId" from accounts a join account_organizations o on o.account_id = a.id
     where a.email = $1 order by o.joined_at, o.org_id limit 1`, [email.toLowerCase()]);
  return rows[0] ?? null;
}
