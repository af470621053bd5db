/** All SQL of sign-in that the library does not write itself; every table here is local, so no organization is set. */
import type pg from 'pg';

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
