/** Makes the first administrator and what that person administers, once, however many try at the same moment (W24). */
import type pg from 'pg';
import type { BodyOf } from '../contract.ts';
import { refuse } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { createFirstAdministrator } from './contract.ts';
import type { Library } from './library.ts';
import type { OneTimeCode } from './one-time-code.ts';
import { isEasyToGuess } from './passwords.ts';
import type { Program, Seated } from './program.ts';
import { deleteAccount, deleteStrayAccount, joinStatement } from './store.ts';

type Body = BodyOf<typeof createFirstAdministrator>;
type Made = Outcome<Seated & { accountId: string }, 'already-set-up' | 'too-many' | 'wrong-code' | 'weak-password' | 'address-taken'>;
export type MakeFirst = (body: Body) => Promise<Made>;
type Needs = { pool: pg.Pool; library: Library; program: Program; code: OneTimeCode; now: () => Date };

/** Any number; it only has to be ours. */
const LOCK = 8_143_227_002;

/** Across processes: one at a time. Held on a connection of its own while the work uses others. */
async function alone<Value>(pool: pg.Pool, work: () => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  let lost: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    return await work();
  } finally {
    await client.query('rollback').catch((error: Error) => { lost = error; });
    client.release(lost);
  }
}

async function make(needs: Needs, body: Body): Promise<Made> {
  const { pool, library, program, now } = needs;
  if ((await program.doors()).anyOrganization) return refuse('already-set-up');
  await deleteStrayAccount(pool, body.email);
  const name = `${body.givenName} ${body.familyName}`;
  const created = await library.createAccount({ email: body.email, password: body.password, name });
  if (!('value' in created)) return created;
  const { accountId } = created.value;
  try {
    const { organizationName, siteName, timeZone, givenName, familyName, email } = body;
    const first = { organizationName, siteName, timeZone, givenName, familyName, email };
    const seated = await program.furnish(first, (seat) => joinStatement({ accountId, ...seat }, now()));
    // Again, for a program that did not run the statement in its own transaction; the second time changes nothing.
    const join = joinStatement({ accountId, ...seated }, now());
    await pool.query(join.sql, [...join.parameters]);
    return { value: { ...seated, accountId } };
  } catch (error) {
    if (!(await program.doors()).anyOrganization) await deleteAccount(pool, accountId);
    throw error;
  }
}

export function firstAdministratorMaker(needs: Needs): MakeFirst {
  let last: Promise<unknown> = Promise.resolve();
  return async (body) => {
    if ((await needs.program.doors()).anyOrganization) return refuse('already-set-up');
    const checked = needs.code.check(body.code);
    if (checked !== 'right') return refuse(checked === 'wrong' ? 'wrong-code' : 'too-many');
    if (isEasyToGuess(body.password, body.email)) return refuse('weak-password');
    // One after the other in this process first: tries that wait for the lock must not hold every connection of the pool.
    const mine = last.then(() => alone(needs.pool, () => make(needs, body)));
    last = mine.catch(() => undefined);
    const made = await mine;
    if ('value' in made) needs.code.useUp();
    return made;
  };
}
