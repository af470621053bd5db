/** Sign-in: who stands behind a cookie, the accounts that may have one, and the answers of the door. */
import type pg from 'pg';
import { refuse } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { cookieName, tokenIn } from './cookie.ts';
import type { RequestHeaders } from './cookie.ts';
import { codeFinder, codeUser } from './codes.ts';
import type { FindCode } from './codes.ts';
import { openDoor } from './door.ts';
import type { DoorHandlers } from './door.ts';
import { firstAdministratorMaker } from './first-administrator.ts';
import { openLibrary } from './library.ts';
import { makeOneTimeCode } from './one-time-code.ts';
import { isEasyToGuess } from './passwords.ts';
import type { Program } from './program.ts';
import { deleteMember, endSignInsOf, joinStatement } from './store.ts';
import type { Member } from './store.ts';
import { openTries } from './tries.ts';
import { openWhoIs } from './who-is.ts';

export { CODE_HOURS, handOutCode } from './codes.ts';
export type { FindCode } from './codes.ts';
export { cookieValue, headerOf } from './cookie.ts';
export { CODE_KINDS, listMembers, useCodeStatement, withdrawCodes } from './store.ts';
export type { RequestHeaders } from './cookie.ts';
export type { DoorHandler, DoorHandlers, Exchange } from './door.ts';
export type { Doors, FirstAdministrator, Program, RoleCard, Seated, Standing } from './program.ts';
export type { CodeFor, CodeKind, HandedCode, Member, Statement } from './store.ts';

export type SignInOptions = {
  /** As the application's role. Not closed by us. */
  pool: pg.Pool;
  /** At least 32 characters. A new one ends every sign-in. */
  secret: string;
  /** The browser reaches us by https, directly or through a proxy. */
  secureCookies: boolean;
  /** Nobody but this machine reaches us; false behind a proxy, even one on this machine (W24). */
  loopbackOnly: boolean;
  now: () => Date;
  program: Program;
  /** From the start of a sign-in; 12 hours unless said. */
  absoluteMinutes?: number;
  /** Without a request; 60 minutes unless said. */
  idleMinutes?: number;
};

export type WhoSignedIn = { signInId: string; accountId: string; orgId: string; actorId: string };

export type SignIn = {
  /** Say `attended: false` for what a page asks by itself, or a board that refreshes each minute keeps an empty room signed in. */
  whoIs(headers: RequestHeaders, options?: { attended?: boolean }): Promise<WhoSignedIn | null>;
  /** Without a password (null) an account can be entered by a demo's role card only. */
  createAccount(account: { email: string; password: string | null; name: string }): Promise<Outcome<{ accountId: string }, 'weak-password' | 'address-taken'>>;
  /** Again for the same two: acts as the new row from now on. */
  joinOrganization(member: Member): Promise<void>;
  /** Takes the account out, and ends its sign-ins there. */
  leaveOrganization(member: { accountId: string; orgId: string }): Promise<void>;
  endSignIns(accountId: string): Promise<void>;
  /** For the terminal to print while the door is `first-administrator`; null once used. */
  firstAdministratorCode(): string | null;
  /** Looks up a code that was handed out, throttled; using it up is the caller's, in the transaction of what it is used for. */
  findCode: FindCode;
  readonly handlers: DoorHandlers;
};

const SECRET_MIN = 32;

export function openSignIn(options: SignInOptions): SignIn {
  const { pool, secret, now, program } = options;
  if (secret.length < SECRET_MIN) throw new Error(`the sign-in secret has fewer than ${SECRET_MIN} characters`);
  const limits = { absoluteMinutes: options.absoluteMinutes ?? 12 * 60, idleMinutes: options.idleMinutes ?? 60 };
  const name = cookieName(options.secureCookies);
  const whoIs = openWhoIs(pool, limits, now);
  const library = openLibrary({ pool, secret, secureCookies: options.secureCookies, limits, now });
  const code = makeOneTimeCode(now);
  const tries = openTries(pool, secret, now);
  const findCode = codeFinder({ pool, tries, now });
  const enterByCode = codeUser({ pool, program, findCode, now });
  const makeFirst = firstAdministratorMaker({ pool, library, program, code, now });
  return {
    async whoIs(headers, { attended = true } = {}) {
      const token = tokenIn(headers, name, secret);
      const found = token === null ? null : await whoIs.find(token, attended);
      return found === null ? null : { signInId: found.signInId, accountId: found.accountId, orgId: found.orgId, actorId: found.actorId };
    },
    async createAccount(account) {
      if (account.password !== null && isEasyToGuess(account.password, account.email)) return refuse('weak-password');
      return await library.createAccount(account);
    },
    async joinOrganization(member) {
      const { sql, parameters } = joinStatement(member, now());
      await pool.query(sql, [...parameters]);
      whoIs.forgetAll();
    },
    async leaveOrganization({ accountId, orgId }) {
      await deleteMember(pool, accountId, orgId);
      whoIs.forgetAll();
    },
    async endSignIns(accountId) {
      await endSignInsOf(pool, accountId);
      whoIs.forgetAll();
    },
    firstAdministratorCode: () => code.shown(),
    findCode,
    handlers: openDoor({ ...options, limits, library, tries, whoIs, makeFirst, enterByCode }),
  };
}
