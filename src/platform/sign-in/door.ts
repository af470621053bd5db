/** The door's answers: which ways in there are, signing in and out, entering a demo, the first administrator. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { BodyOf, CommonRefusalName, OutputOf, ParamsOf, QueryOf, RefusalOf } from '../contract.ts';
import { isRefused, refuse } from '../outcome.ts';
import type { Outcome, Refused } from '../outcome.ts';
import type { EnterByCode } from './codes.ts';
import type { useCode } from './codes.contract.ts';
import type * as contracts from './contract.ts';
import { clearedCookie, cookieName, headerOf, tokenIn } from './cookie.ts';
import type { RequestHeaders } from './cookie.ts';
import type { MakeFirst } from './first-administrator.ts';
import type { Library, Origin } from './library.ts';
import type { Doors, Program } from './program.ts';
import { deleteStale, endSignIn, firstMemberOf } from './store.ts';
import type { Tries } from './tries.ts';
import type { Limits, WhoIs } from './who-is.ts';

/** What a handler may see of a request and do to its reply. */
export type Exchange = {
  readonly headers: RequestHeaders;
  setHeader(name: string, value: string | string[]): void;
  readonly address: string;
};
export type DoorHandler<C> = (
  input: { params: ParamsOf<C>; query: QueryOf<C>; body: BodyOf<C> }, exchange: Exchange,
) => Promise<Outcome<OutputOf<C>, RefusalOf<C> | CommonRefusalName>>;
export type DoorHandlers = {
  readDoor: DoorHandler<typeof contracts.readDoor>;
  signIn: DoorHandler<typeof contracts.signIn>;
  enterDemo: DoorHandler<typeof contracts.enterDemo>;
  signOut: DoorHandler<typeof contracts.signOut>;
  createFirstAdministrator: DoorHandler<typeof contracts.createFirstAdministrator>;
  useCode: DoorHandler<typeof useCode>;
};

export type DoorNeeds = {
  pool: pg.Pool; secret: string; secureCookies: boolean; loopbackOnly: boolean; now: () => Date; limits: Limits;
  program: Program; library: Library; tries: Tries; whoIs: WhoIs; makeFirst: MakeFirst; enterByCode: EnterByCode;
};

const SWEEP_EVERY_MS = 600_000;
/**
 * A refused password is answered no sooner than this. The library reads one table more for an address that exists (measured: 1.6 ms), and many
 * tries would show it; a floor above the cost of a hash hides the difference.
 */
const REFUSED_AFTER_MS = 250;
/** A browser says who it is at any length it likes. */
const BROWSER_MAX = 300;

function originOf(exchange: Exchange): Origin {
  return { address: exchange.address, browser: (headerOf(exchange.headers, 'user-agent') ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, BROWSER_MAX) };
}

/** What every way in and the way out have in common. */
function openFrame(needs: DoorNeeds) {
  const { pool, tries } = needs;
  let swept = Number.NEGATIVE_INFINITY;

  async function sweep(): Promise<void> {
    const at = needs.now();
    if (at.getTime() - swept < SWEEP_EVERY_MS) return;
    swept = at.getTime();
    await deleteStale(pool, { expired: at, unseen: new Date(at.getTime() - needs.limits.idleMinutes * 60_000), tried: tries.windowStart(at) });
  }

  async function end({ headers }: Pick<Exchange, 'headers'>): Promise<void> {
    const token = tokenIn(headers, cookieName(needs.secureCookies), needs.secret);
    if (token === null) return;
    await endSignIn(pool, token);
    needs.whoIs.forget(token);
  }

  /** The sign-in this browser had before ends: nobody could reach it any more, and it would count as open. */
  async function hand(exchange: Exchange, opened: { cookies: string[] }): Promise<{ value: { signedIn: true } }> {
    await end(exchange);
    exchange.setHeader('set-cookie', opened.cookies);
    await sweep();
    return { value: { signedIn: true } };
  }

  return { end, hand };
}

/** Why somebody with the right password may not come in all the same; the sign-in that was opened is closed again before anybody holds it. */
async function notNow(needs: DoorNeeds, email: string): Promise<Refused<'first-day-ahead' | 'no-organization'> | null> {
  const member = await firstMemberOf(needs.pool, email);
  const standing = member === null ? null : await needs.program.standing?.(member);
  if (standing?.state === 'ahead') return refuse('first-day-ahead', { startsOn: standing.startsOn });
  return standing?.state === 'gone' ? refuse('no-organization') : null;
}

export function openDoor(needs: DoorNeeds): DoorHandlers {
  const { program, library, tries } = needs;
  const { end, hand } = openFrame(needs);
  const isDemo = (doors: Doors) => needs.loopbackOnly && doors.anyOrganization && doors.allDemo;
  return {
    async readDoor() {
      const doors = await program.doors();
      if (!doors.anyOrganization) return { value: { kind: 'first-administrator', organizationName: null, roleCards: [] } };
      const kind = isDemo(doors) ? 'demo' : 'sign-in';
      return { value: { kind, organizationName: doors.organizationName, roleCards: kind === 'demo' ? doors.roleCards : [] } };
    },
    async signIn({ body }, exchange) {
      if (!(await tries.take(exchange.address, body.email))) return refuse('too-many');
      const floor = delay(REFUSED_AFTER_MS);
      const opened = await library.openByPassword(body.email, body.password, originOf(exchange));
      if (!isRefused(opened) || opened.refused === 'no-organization') await tries.giveBack(exchange.address, body.email);
      if (!isRefused(opened)) {
        const no = await notNow(needs, body.email);
        if (no === null) return await hand(exchange, opened.value);
        await end({ headers: { cookie: opened.value.cookies.map((cookie) => cookie.split(';')[0]).join('; ') } });
        return no;
      }
      await floor;
      return opened;
    },
    async enterDemo({ body }, exchange) {
      const doors = await program.doors();
      if (!isDemo(doors)) return refuse('not-demo');
      if (!doors.roleCards.some((card) => card.accountId === body.accountId)) return refuse('not-found');
      const opened = await library.openFor(body.accountId, originOf(exchange));
      return isRefused(opened) ? refuse('not-found') : await hand(exchange, opened.value);
    },
    async signOut(_input, exchange) {
      await end(exchange);
      exchange.setHeader('set-cookie', [clearedCookie(needs.secureCookies)]);
      return { value: { signedIn: false } };
    },
    async createFirstAdministrator({ body }, exchange) {
      const made = await needs.makeFirst(body);
      if (isRefused(made)) return made;
      // All is saved by now: if the cookie cannot be made the person signs in with the new password, which is better than "nothing was saved".
      const opened = await library.openFor(made.value.accountId, originOf(exchange)).catch(() => refuse('no-organization'));
      if (!isRefused(opened)) exchange.setHeader('set-cookie', opened.value.cookies);
      return { value: { organizationId: made.value.orgId } };
    },
    async useCode({ body }, exchange) {
      const entered = await needs.enterByCode(body, exchange.address);
      if (isRefused(entered)) return entered;
      needs.whoIs.forgetAll();
      const { accountId, standing } = entered.value;
      if (standing.state === 'ahead') return { value: { signedIn: false, startsOn: standing.startsOn } };
      const opened = await library.openFor(accountId, originOf(exchange)).catch(() => refuse('no-organization'));
      if (isRefused(opened)) return { value: { signedIn: false, startsOn: null } };
      await hand(exchange, opened.value);
      return { value: { signedIn: true, startsOn: null } };
    },
  };
}
