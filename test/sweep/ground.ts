/** Two organizations and two sites of one, with a sign-in for every role, and all that a reply must never show. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { ROLES } from '../../src/permissions.ts';
import type { Role } from '../../src/permissions.ts';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import type { Tx } from '../../src/platform/database.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertEpisodes } from '../../src/modules/placements/index.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import { insertEnrollments, insertSeries } from '../../src/modules/schedules/index.ts';
import { insertSessions } from '../../src/modules/sessions/index.ts';
import type { LocalTime } from '../../src/values/civil-date.ts';
import { PASSWORD, PLAIN_GROUP, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import type { Where } from './example.ts';
import { furnishEverything, furnishOrganizationRows, furnishRows } from '../support/rows.ts';

export type Sent = { cookie: string | null; method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown; commandId?: string | null; address: string };
export type Got = { status: number; text: string; refusal: string | null; facts: Record<string, unknown> };
export type Ground = {
  house: House; here: Organization; cookies: Readonly<Record<Role, string>>;
  /** One of several sign-ins of a role, in turn: a browser may ask only so often in a minute, and the sweep asks more. */
  cookieAt(role: Role, turn: number): string;
  own: Where; otherSite: Where; otherOrganization: Where;
  /** Ids and names of the other organization, and of the other site. */
  foreign: readonly string[]; ofOtherSite: readonly string[];
  send(sent: Sent): Promise<Got>;
};

/** A second site where none of the furnished staff works, with a session and a person of its own. */
async function openOtherSite(tx: Tx, clinic: Organization, common: Awaited<ReturnType<typeof furnishOrganizationRows>>, now: Date): Promise<Where> {
  const { orgId, programId } = clinic;
  const [siteId, seriesId, sessionId, episodeId, participantId] = [newId(now), newId(now), newId(now), newId(now), newSilentId()];
  await insertSite(tx, orgId, { id: siteId, name: 'Quarry Lane', timeZone: 'America/Chicago' }, now);
  await insertParticipants(tx, orgId, [{ id: participantId, participantNumber: 'Q-1', legalGivenName: 'Thessaly', legalFamilyName: 'Quarryman', chosenName: null, pronouns: null, birthDate: null, language: 'en' }], now, null);
  await insertEpisodes(tx, orgId, [{ id: episodeId, participantId, programId, siteId, admittedOn: '2026-10-01', segmentId: newId(now), level: 'iop' }], now, null);
  const shared = { programId, siteId, roomId: null, name: 'Quarry evening', sessionType: 'group', breaks: [], facilitatorId: null, capacity: 10 };
  await insertSeries(tx, orgId, { ...shared, ...PLAIN_GROUP, id: seriesId, startsOn: '2026-10-01' }, now, null);
  await insertSessions(tx, orgId, [{
    ...shared, id: sessionId, seriesId, firstPlannedOn: '2026-11-19', firstPlannedAtLocal: '10:10' as LocalTime, plannedStartAt: clinic.start, plannedEndAt: clinic.end,
  }], now, null);
  const enrollmentId = newId(now);
  await insertEnrollments(tx, orgId, [{ id: enrollmentId, seriesId, episodeId, participantId, seatNo: 1, startsOn: '2026-10-01' }], now, null);
  return await furnishRows(tx, { orgId, siteId, sessionId, participantId, programId, episodeId, seriesId, enrollmentId, name: 'Quarry' }, common, now);
}

/** Names that nobody here has, so that one of them in a reply could only have come from there. */
async function rename(house: House, there: Organization): Promise<void> {
  await house.inOrganization(there.orgId, async (tx) => {
    await sql`update participants set legal_given_name = 'Zebulon' || participant_number, legal_family_name = 'Elsewhere' where org_id = ${there.orgId}`.execute(tx);
    await sql`update staff set given_name = 'Ottoline', family_name = 'Yonder' where org_id = ${there.orgId}`.execute(tx);
    await sql`update sites set name = 'Farthing Road' where org_id = ${there.orgId}`.execute(tx);
  });
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Every id in any row of an organization, whatever the column. */
async function idsOf(client: pg.Client, orgId: string): Promise<Set<string>> {
  const { rows: tables } = await client.query<{ name: string }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  const ids = new Set<string>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select to_jsonb(x)::text as row from ${name} x where org_id = $1`, [orgId]);
    for (const { row } of rows) for (const id of row.match(UUID) ?? []) ids.add(id);
  }
  return ids;
}

const SIGN_INS = 4;

async function cookiesOf(house: House, clinic: Organization, role: Role): Promise<string[]> {
  const email = `${role}@sweep.example`;
  const made = await house.signIn.createAccount({ email, password: PASSWORD, name: role });
  if ('refused' in made) throw new Error(made.refused);
  await house.signIn.joinOrganization({ accountId: made.value.accountId, orgId: clinic.orgId, actorId: clinic.staff[role].staffId });
  const cookies: string[] = [];
  for (let turn = 0; turn < SIGN_INS; turn += 1) {
    const reply = await house.app.inject({ method: 'POST', url: '/api/door/sign-in', payload: { email, password: PASSWORD }, remoteAddress: `192.0.2.${100 + turn}` });
    cookies.push(String(reply.headers['set-cookie']).split(';')[0] ?? '');
  }
  return cookies;
}

async function send(house: House, sent: Sent): Promise<Got> {
  const reply = await house.app.inject({
    method: sent.method, url: `/api${sent.path}`, remoteAddress: sent.address,
    headers: {
      ...(sent.cookie === null ? {} : { cookie: sent.cookie }), ...(sent.method === 'POST' && sent.commandId !== null ? { 'idempotency-key': sent.commandId ?? randomUUID() } : {}),
      ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(sent.body === undefined ? {} : { payload: JSON.stringify(sent.body) }),
  });
  const body = (reply.body.startsWith('{') ? reply.json() : {}) as { refusal?: string; facts?: Record<string, unknown> };
  return { status: reply.statusCode, text: reply.body, refusal: body.refusal ?? null, facts: body.facts ?? {} };
}

export async function openGround(t: { after(work: () => Promise<void>): void }): Promise<Ground> {
  const house = await openHouse(t);
  const here = await house.furnish('Larkfield House');
  const there = await house.furnish('Fernhill Center');
  await rename(house, there);
  const own = await furnishEverything(house, here, 'Larkfield');
  const otherOrganization = await furnishEverything(house, there, 'Farthing');
  const signIns = {} as Record<Role, string[]>;
  for (const role of ROLES) signIns[role] = await cookiesOf(house, here, role);
  const cookieAt = (role: Role, turn: number): string => signIns[role][turn % SIGN_INS] ?? '';
  const cookies = Object.fromEntries(ROLES.map((role) => [role, cookieAt(role, 0)])) as Record<Role, string>;
  const common = await house.inOrganization(here.orgId, (tx) => furnishOrganizationRows(tx, { ...here, name: 'Common' }, house.clock.now()));
  const client = new pg.Client(house.database.root);
  await client.connect();
  const mine = await idsOf(client, here.orgId);
  const otherSite = await house.inOrganization(here.orgId, (tx) => openOtherSite(tx, here, common, house.clock.now()));
  const ofOtherSite = [...await idsOf(client, here.orgId)].filter((id) => !mine.has(id));
  const foreign = [...await idsOf(client, there.orgId)].filter((id) => !mine.has(id));
  await client.end();
  // After the end, so that signing looks at who was there and not at the clock.
  house.clock.set(new Date(here.end.getTime() + 60_000));
  return {
    house, here, cookies, cookieAt, own, otherSite, otherOrganization, foreign: [...foreign, 'Fernhill', 'Zebulon', 'Elsewhere', 'Ottoline', 'Yonder', 'Farthing'],
    ofOtherSite: [...ofOtherSite, 'Quarry', 'Thessaly'], send: (sent) => send(house, sent),
  };
}
