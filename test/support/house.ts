/** A furnished organization behind a real server on a real database: what most tests start from. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { ROLES } from '../../src/permissions.ts';
import type { Role } from '../../src/permissions.ts';
import { setClock } from '../../src/platform/clock.ts';
import { inTransaction, openDatabase } from '../../src/platform/database.ts';
import type { Database, Tx } from '../../src/platform/database.ts';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import { openSignIn } from '../../src/platform/sign-in/index.ts';
import type { SignIn } from '../../src/platform/sign-in/index.ts';
import { openDoors } from '../../src/doors.ts';
import { buildServer } from '../../src/server.ts';
import { furnishDemo } from '../../src/seed/demo.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertRoom } from '../../src/modules/program/index.ts';
import { insertEpisodes } from '../../src/modules/placements/index.ts';
import { insertEnrollments, insertSeries, insertWeeklyTime } from '../../src/modules/schedules/index.ts';
import { insertSessions } from '../../src/modules/sessions/index.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { addDays, dateIn, weekdayOf } from '../../src/values/civil-date.ts';
import type { LocalTime } from '../../src/values/civil-date.ts';
import { furnishOrganization, hireColleague } from '../../src/workflows/program/furnish-organization.ts';
import { testDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';

type After = { after(work: () => Promise<void>): void };
const SECRET = 'a secret of the tests, long enough to be one';
/** Thursday 2026-11-19, 10:00 in Chicago: a plain winter day. */
export const TEN_O_CLOCK = new Date('2026-11-19T16:00:00Z');
const ZONE = 'America/Chicago';
const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url));

export type Person = { id: string; episodeId: string; number: string };
export type Organization = {
  orgId: string; siteId: string; programId: string; roomId: string; seriesId: string; sessionId: string;
  /** The session: 10:10 to 11:10 on the day of TEN_O_CLOCK, no break. */
  start: Date; end: Date; people: Person[]; staff: Record<Role, { staffId: string }>;
};
export type Reply = { status: number; body: any; headers: Record<string, unknown> }; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into replies of every shape
export type Ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
export type House = {
  database: TestDatabase; app: FastifyInstance; /** Empty unless `pages` was asked for. */ address: string; clock: ReturnType<typeof setClock>; kysely: Database; signIn: SignIn;
  furnish(name: string, people?: number): Promise<Organization>;
  /** Signs in as a role of an organization; acts get a fresh command id unless the headers carry one. */
  as(organization: Organization, role: Role): Promise<Ask>;
  stranger: Ask;
  /** The address under which a role signs in, with PASSWORD; the account is made when it is first asked for. */
  emailOf(organization: Organization, role: Role): Promise<string>;
  inOrganization<Value>(orgId: string, work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /** What the terminal of a new server prints (W24). */
  firstAdministratorCode(): string | null;
};

/** `pages`: serve the built web app on a port of its own, for a browser. `demo`: furnished as `npm start -- --demo` does it. */
export async function openHouse(t: After, now: Date = TEN_O_CLOCK, { pages = false, demo = false } = {}): Promise<House> {
  // Hooks run in the order in which they were registered, and a database drops only once nobody is connected: so one hook does both.
  const drops: (() => Promise<void>)[] = [];
  const database = await testDatabase({ after: (drop) => void drops.push(drop) });
  const clock = setClock(now);
  if (demo) await furnishDemo(database, clock);
  const { app, firstAdministratorCode } = await buildServer({
    connections: database, host: '127.0.0.1', port: 0, behindProxy: false, demo, secretsFolder: null, webFolder: pages ? WEB : '/nowhere', say: () => undefined, clock, secret: SECRET, log: false, idleMinutes: 12 * 60,
  });
  const kysely = openDatabase(database.app, { max: 10 });
  const signIn = openSignIn({ pool: kysely.pool, secret: SECRET, secureCookies: false, loopbackOnly: true, now: clock.now, program: openDoors(kysely, clock) });
  t.after(async () => {
    await app.close();
    await kysely.close();
    for (const drop of drops) await drop();
  });
  const address = pages ? await app.listen({ host: '127.0.0.1', port: 0 }) : '';
  await app.ready();
  const ask = (cookie: string | null): Ask => (method, path, body, headers = {}) => inject(app, cookie, method, path, body, headers);
  return {
    database, app, address, clock, kysely, signIn,
    furnish: (name, people = 10) => furnish({ kysely, now: clock.now() }, name, people),
    as: async (organization, role) => ask(await cookieFor(app, signIn, organization, role)),
    stranger: ask(null),
    emailOf: (organization, role) => accountFor(signIn, organization, role),
    inOrganization: (orgId, work) => inTransaction(kysely, orgId, work),
    firstAdministratorCode,
  };
}

async function inject(app: FastifyInstance, cookie: string | null, method: 'GET' | 'POST' | 'PUT', path: string, body: unknown, headers: Record<string, string>): Promise<Reply> {
  const reply = await app.inject({
    method, url: path.startsWith('/openapi') ? path : `/api${path}`,
    headers: { ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }), ...(cookie === null ? {} : { cookie }), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json(), headers: reply.headers };
}

export const PASSWORD = 'four plain words together';

/** An account is made when a role is first used: hashing a password takes a moment, by design. */
async function accountFor(signIn: SignIn, { orgId, staff }: Organization, role: Role): Promise<string> {
  const email = `${role}.${orgId.slice(0, 8)}@example.org`;
  const made = await signIn.createAccount({ email, password: PASSWORD, name: `Sam ${role}` });
  if (!('refused' in made)) await signIn.joinOrganization({ accountId: made.value.accountId, orgId, actorId: staff[role].staffId });
  return email;
}

async function cookieFor(app: FastifyInstance, signIn: SignIn, organization: Organization, role: Role): Promise<string> {
  const email = await accountFor(signIn, organization, role);
  const reply = await app.inject({ method: 'POST', url: '/api/door/sign-in', payload: { email, password: PASSWORD } });
  if (reply.statusCode !== 200) throw new Error(`sign-in failed: ${reply.body}`);
  return String(reply.headers['set-cookie']).split(';')[0] ?? '';
}

/** A group with nothing said of it but what every group has. */
export const PLAIN_GROUP = { trackId: null, topic: '', curriculumId: null, credentialRequired: '', minimum: 2, endedOn: null };

type Ground = { kysely: Database; now: Date };

async function furnish({ kysely, now }: Ground, name: string, count: number): Promise<Organization> {
  const orgId = newSilentId();
  const made = await inTransaction(kysely, orgId, async (tx) => {
    const first = { givenName: 'Ada', familyName: 'Administrator', credential: '', roles: ['administrator' as Role] };
    const ground = await furnishOrganization(tx, { orgId, name, kind: 'real', siteName: 'Maple Street', timeZone: ZONE, first }, now);
    const staffIds = new Map<Role, string>([['administrator', ground.firstStaffId]]);
    for (const role of ROLES.filter((one) => one !== 'administrator')) {
      staffIds.set(role, await hireColleague(tx, orgId, { siteId: ground.siteId, timeZone: ZONE }, { givenName: 'Sam', familyName: role, credential: 'LPC', roles: [role] }, now));
    }
    return { ground, staffIds, plan: await planGroup(tx, orgId, ground, staffIds.get('facilitator') ?? '', count, now) };
  });
  const staff = {} as Organization['staff'];
  for (const [role, staffId] of made.staffIds) staff[role] = { staffId };
  return { orgId, siteId: made.ground.siteId, programId: made.ground.programId, staff, ...made.plan };
}

async function planGroup(tx: Tx, orgId: string, ground: { siteId: string; programId: string }, facilitatorId: string, count: number, now: Date) {
  const today = dateIn(ZONE, now);
  const [roomId, seriesId, sessionId] = [newId(now), newId(now), newId(now)];
  await insertRoom(tx, orgId, { id: roomId, siteId: ground.siteId, name: 'Alder' }, now);
  const people = Array.from({ length: count }, (_, index) => ({ id: newSilentId(), episodeId: newId(now), number: `N-${index + 1}` }));
  await insertParticipants(tx, orgId, people.map((person, index) => ({
    id: person.id, participantNumber: person.number, legalGivenName: `Given${index + 1}`, legalFamilyName: `Family${index + 1}`, chosenName: null, pronouns: null, birthDate: '1990-01-01', language: 'en',
  })), now, null);
  await insertEpisodes(tx, orgId, people.map((person) => ({
    id: person.episodeId, participantId: person.id, programId: ground.programId, siteId: ground.siteId, admittedOn: addDays(today, -30), segmentId: newId(now), level: 'iop',
  })), now, null);
  const start = addMinutes(now, 10);
  const shared = { programId: ground.programId, siteId: ground.siteId, roomId, name: 'Relapse prevention', sessionType: 'group', breaks: [], facilitatorId, capacity: 10 };
  await insertSeries(tx, orgId, { ...shared, id: seriesId, ...PLAIN_GROUP, startsOn: addDays(today, -28) }, now, null);
  await insertWeeklyTime(tx, orgId, {
    id: newId(now), seriesId, weekday: weekdayOf(today), startsAtLocal: '10:10' as LocalTime, minutes: 60, breaks: [], roomId, telehealthLink: '', facilitatorId, startsOn: addDays(today, -28), endedOn: null,
  }, now, null);
  await insertSessions(tx, orgId, [{
    ...shared, id: sessionId, seriesId, firstPlannedOn: today, firstPlannedAtLocal: '10:10' as LocalTime, plannedStartAt: start, plannedEndAt: addMinutes(start, 60),
  }], now, null);
  const seats = people.slice(0, 10).map((person, index) => ({ id: newId(now), seriesId, episodeId: person.episodeId, participantId: person.id, seatNo: index + 1, startsOn: addDays(today, -28) }));
  await insertEnrollments(tx, orgId, seats, now, null);
  return { roomId, seriesId, sessionId, start, end: addMinutes(start, 60), people };
}
