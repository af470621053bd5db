/** For the tests beside this file: a door over a database of its own, and browsers that keep their cookie. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { testDatabase } from './database.ts';
import { openSignIn } from '../../src/platform/sign-in/index.ts';
import type { Doors, Exchange, FirstAdministrator, Member, Program, Seated, SignIn, SignInOptions, Statement } from '../../src/platform/sign-in/index.ts';

export const SECRET = 'a secret for tests, long enough to be taken';
export const EMAIL = 'ada.field@example.org';
export const PASSWORD = 'lamp river orange walk';
export const DEMO = { orgId: '01900000-0000-7000-8000-00000000000d', actorId: '01900000-0000-7000-8000-0000000000ac' };

type Furnish = (first: FirstAdministrator, seat: (seated: Seated) => Statement) => Promise<Seated>;
export type TestDoor = { signIn: SignIn; pool: pg.Pool; again(pool?: pg.Pool, other?: Partial<SignInOptions>): SignIn };

/** `again` opens another one over the same database, as a second server would. */
export async function openTestDoor(
  t: { after(work: () => Promise<void>): void },
  other: Partial<SignInOptions> & { doors?: Doors; furnish?: Furnish } = {},
): Promise<TestDoor> {
  // Hooks run in the order they were registered, and a database can only be dropped once its pools are closed.
  let drop: () => Promise<void> = () => Promise.resolve();
  const database = await testDatabase({ after: (work) => { drop = work; } });
  const { doors = { allDemo: false, anyOrganization: true, organizationName: 'Real program', roleCards: [] }, furnish, ...options } = other;
  const program: Program = { doors: () => Promise.resolve(doors), furnish: furnish ?? (() => Promise.reject(new Error('not here'))) };
  const pools = [new pg.Pool({ ...database.app, max: 5 })];
  t.after(async () => {
    for (const each of pools) await each.end();
    await drop();
  });
  const [pool] = pools as [pg.Pool];
  const again = (over = pool, more: Partial<SignInOptions> = {}) => {
    if (!pools.includes(over)) pools.push(over);
    return openSignIn({ secret: SECRET, secureCookies: false, loopbackOnly: true, now: () => new Date(), program, ...options, ...more, pool: over });
  };
  return { signIn: again(), pool, again };
}

/** An account with the usual password, in an organization. */
export async function person(door: TestDoor): Promise<Member> {
  const made = await door.signIn.createAccount({ email: EMAIL, password: PASSWORD, name: 'Ada Field' });
  if (!('value' in made)) throw new Error(made.refused);
  const member = { accountId: made.value.accountId, orgId: randomUUID(), actorId: randomUUID() };
  await door.signIn.joinOrganization(member);
  return member;
}

export type Browser = {
  exchange: Exchange & { headers: Record<string, string> };
  /** Every Set-Cookie so far. */
  cookies: string[];
  cookie(): string;
  input<Body>(body: Body): { params: Record<string, never>; query: Record<string, never>; body: Body };
};

export function browser(address = '192.0.2.7'): Browser {
  const cookies: string[] = [];
  // A forwarded address that nobody vouches for must not be believed.
  const headers: Record<string, string> = { 'user-agent': 'Test browser', 'x-forwarded-for': '203.0.113.99', 'x-stepdown-address': '203.0.113.98', origin: 'https://elsewhere.example' };
  const setHeader = (name: string, value: string | string[]) => {
    if (name !== 'set-cookie') throw new Error(name);
    cookies.push(...[value].flat());
    headers['cookie'] = cookies.at(-1)?.split(';')[0] ?? '';
  };
  return { exchange: { headers, setHeader, address }, cookies, cookie: () => headers['cookie'] ?? '', input: (body) => ({ params: {}, query: {}, body }) };
}
