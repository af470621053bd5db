/** Codes that an administrator hands out: made here, kept as a hash only, and used once, however many try at the same moment. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { BodyOf } from '../contract.ts';
import type { Tx } from '../database.ts';
import { refuse } from '../outcome.ts';
import type { Outcome, Refused } from '../outcome.ts';
import type { useCode } from './codes.contract.ts';
import { drawLetters, inHalves, lettersIn } from './one-time-code.ts';
import { hashPassword, isEasyToGuess } from './passwords.ts';
import type { Program, Standing } from './program.ts';
import { accountOf, findCode, insertAccount, insertCode, useCodeStatement, withdrawCodes, writePassword } from './store.ts';
import type { CodeFor, CodeKind, HandedCode } from './store.ts';
import type { Tries } from './tries.ts';

/** Long enough to be handed over on the next working day, also after a weekend begins; first setting of this program. */
export const CODE_HOURS = 72;
/** As at the door: a floor above what any answer costs, so that none tells more than its words. */
const REFUSED_AFTER_MS = 250;
const UNIQUE_VIOLATION = '23505';

function hashOf(letters: string): string {
  return createHash('sha256').update(letters).digest('hex');
}

/** Hands out a new code, shown this once; an earlier one for the same is taken back. The caller holds the lock on the row it is for. */
export async function handOutCode(tx: Tx, to: CodeFor, by: string, now: Date): Promise<{ code: string; expiresAt: Date }> {
  const letters = drawLetters();
  const expiresAt = new Date(now.getTime() + CODE_HOURS * 3_600_000);
  await withdrawCodes(tx, to, now);
  await insertCode(tx, to, { hash: hashOf(letters), by, at: now, expiresAt });
  return { code: inHalves(letters), expiresAt };
}

type NotOpen = 'too-many' | 'code-unknown' | 'code-used' | 'code-expired';
/** `about`: what a try counts for beside the network it comes from. */
export type FindCode = (kind: CodeKind, typed: string, address: string, about: string) => Promise<Outcome<HandedCode, NotOpen>>;

/** Looks a code up without using it. A wrong one counts as a try and is answered no sooner than the floor. */
export function codeFinder({ pool, tries, now }: { pool: pg.Pool; tries: Tries; now: () => Date }): FindCode {
  return async (kind, typed, address, about) => {
    // Counted apart from passwords, so that wrong codes lock nobody out of an ordinary sign-in.
    const counted = `code ${kind} ${about}`;
    if (!(await tries.take(address, counted))) return refuse('too-many');
    const floor = delay(REFUSED_AFTER_MS);
    const found = await findCode(pool, kind, hashOf(lettersIn(typed)));
    if (found !== null && found.usedAt === null && found.withdrawnAt === null && found.expiresAt > now()) {
      await tries.giveBack(address, counted);
      return { value: found };
    }
    await floor;
    if (found === null || found.withdrawnAt !== null) return refuse('code-unknown');
    return refuse(found.usedAt === null ? 'code-expired' : 'code-used');
  };
}

type Needs = { pool: pg.Pool; program: Program; findCode: FindCode; now: () => Date };
type Entered = Outcome<{ accountId: string; standing: Standing }, NotOpen | 'weak-password' | 'address-taken' | 'address-differs' | 'account-elsewhere'>;
export type EnterByCode = (body: BodyOf<typeof useCode>, address: string) => Promise<Entered>;

/** Rolls back for a refusal as for a failure. */
async function atOnce<Name extends string>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Outcome<string, Name>>): Promise<Outcome<string, Name>> {
  const client = await pool.connect();
  let lost: Error | undefined;
  try {
    await client.query('begin');
    const outcome = await work(client);
    await client.query('refused' in outcome ? 'rollback' : 'commit');
    return outcome;
  } catch (error) {
    await client.query('rollback').catch((rollback: Error) => { lost = rollback; });
    throw error;
  } finally {
    client.release(lost);
  }
}

export function codeUser({ pool, program, findCode: find, now }: Needs): EnterByCode {
  async function write(code: HandedCode, body: { email: string; passwordHash: string; name: string }): Promise<Outcome<string, 'code-used' | 'address-differs' | 'account-elsewhere'>> {
    return await atOnce<'code-used' | 'address-differs' | 'account-elsewhere'>(pool, async (client) => {
      const { sql, parameters } = useCodeStatement(code.id, now());
      if ((await client.query(sql, [...parameters])).rowCount !== 1) return refuse('code-used');
      const known = await accountOf(client, code.orgId, code.actorId);
      if (known === null) {
        const accountId = randomUUID();
        await insertAccount(client, { accountId, ...body }, { accountId, orgId: code.orgId, actorId: code.actorId }, now());
        return { value: accountId };
      }
      if (known.email !== body.email) return refuse('address-differs');
      // An administrator of one organization must not be able to walk into another through somebody who works in both.
      if (known.organizations > 1) return refuse('account-elsewhere');
      await writePassword(client, { accountId: known.accountId, passwordHash: body.passwordHash }, now());
      return { value: known.accountId };
    });
  }

  return async ({ code, email, password }, address) => {
    const found = await find('account', code, address, email.toLowerCase());
    if ('refused' in found) return found;
    const standing = await program.standing?.(found.value) ?? { state: 'working', name: email };
    if (standing.state === 'gone') return refuse('code-unknown');
    if (isEasyToGuess(password, email)) return refuse('weak-password');
    try {
      const written = await write(found.value, { email: email.toLowerCase(), passwordHash: await hashPassword(password), name: standing.name });
      return 'refused' in written ? written : { value: { accountId: written.value, standing } };
    } catch (error) {
      return addressTaken(error);
    }
  };
}

/** PostgreSQL's own error names the address in its detail, so it goes no further. */
function addressTaken(error: unknown): Refused<'address-taken'> {
  if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return refuse('address-taken');
  throw error;
}
