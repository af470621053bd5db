/** Furnishes the demo program: one site, one group, its people, sessions of this week, and the one that has just ended, ready to sign. */
import { randomBytes } from 'node:crypto';
import { systemClock } from '../platform/clock.ts';
import type { Clock } from '../platform/clock.ts';
import { inTransaction, openDatabase } from '../platform/database.ts';
import type { Database, Tx } from '../platform/database.ts';
import { listMembers, openSignIn } from '../platform/sign-in/index.ts';
import { openDoors } from '../doors.ts';
import { newId, newSilentId } from '../platform/ids.ts';
import { findOrganization, insertParticipants, listStaff } from '../modules/people/index.ts';
import { insertRoom, listSites, switchOnTests } from '../modules/program/index.ts';
import { insertEpisodes } from '../modules/placements/index.ts';
import { addDays, dateIn } from '../values/civil-date.ts';
import { furnishOrganization, hireColleague } from '../workflows/program/furnish-organization.ts';
import type { Furnished } from '../workflows/program/furnish-organization.ts';
import type { Connections } from '../server.ts';
import { COLLEAGUES, PEOPLE, SITE_NAME, waking } from './demo-people.ts';
import { furnishCare } from './demo-care.ts';
import { furnishDay } from './demo-day.ts';
import { furnishStanding } from './demo-standing.ts';
import { furnishSupporters } from './demo-supporters.ts';

/** The one organization of a demo database; a fixed id, so that a second start finds it. */
export const DEMO_ORG = 'de300000-0000-4000-8000-000000000001';

/** The tests that the demo shows beside its floor: of a plan, of days, and of days without a session. */
const TESTS_APPLIED = [
  { name: 'Plan calls for nine hours', saidBy: 'Medicare' },
  { name: 'Three hours on three days', saidBy: 'Maryland, per diem H0015' },
  { name: 'Nine hours, three days, no long gap', saidBy: 'Wyoming' },
] as const;

/** Idempotent: the program is furnished once, its role cards where they are missing, and each day its sessions. */
export async function furnishDemo(connections: Connections, clock: Clock = systemClock): Promise<void> {
  const database = openDatabase(connections.app, { max: 4 });
  try {
    await inTransaction(database, DEMO_ORG, async (tx) => {
      if (await findOrganization(tx, DEMO_ORG) === null) await furnishProgram(tx, clock.now());
    });
    await makeRoleCards(database, clock);
    await inTransaction(database, DEMO_ORG, (tx) => furnishDay(tx, DEMO_ORG, clock.now()));
  } finally {
    await database.close();
  }
}

/** No password goes with these accounts: they are entered by a role card only, and only while everything here is a demo (W24). */
async function makeRoleCards(database: Database, clock: Clock): Promise<void> {
  const seated = new Set((await listMembers(database.pool)).filter((member) => member.orgId === DEMO_ORG).map((member) => member.actorId));
  const staff = await inTransaction(database, DEMO_ORG, (tx) => listStaff(tx, DEMO_ORG));
  const signIn = openSignIn({ pool: database.pool, secret: randomBytes(32).toString('hex'), secureCookies: false, loopbackOnly: true, now: clock.now, program: openDoors(database, clock) });
  for (const colleague of COLLEAGUES) {
    const row = staff.find((one) => one.givenName === colleague.givenName && one.familyName === colleague.familyName);
    if (row === undefined || seated.has(row.id)) continue;
    const account = await signIn.createAccount({ email: `${row.id}@larkfield.example`, password: null, name: `${row.givenName} ${row.familyName}` });
    if ('refused' in account) throw new Error(`demo account refused: ${account.refused}`);
    await signIn.joinOrganization({ accountId: account.value.accountId, orgId: DEMO_ORG, actorId: row.id });
  }
}

async function furnishProgram(tx: Tx, now: Date): Promise<void> {
  const timeZone = waking(now);
  const [first, ...others] = COLLEAGUES;
  if (first === undefined) throw new Error('a demo has colleagues');
  const made = await furnishOrganization(tx, { orgId: DEMO_ORG, name: 'Larkfield House', kind: 'demo', siteName: SITE_NAME, timeZone, first }, now);
  for (const one of others) await hireColleague(tx, DEMO_ORG, { siteId: made.siteId, timeZone }, one, now);
  await switchOnTests(tx, DEMO_ORG, TESTS_APPLIED);
  await insertRoom(tx, DEMO_ORG, { id: newId(now), siteId: made.siteId, name: 'Alder' }, now);
  await enterPeople(tx, made, timeZone, now);
  await furnishStanding(tx, DEMO_ORG, made, timeZone, now);
  const [site] = await listSites(tx, DEMO_ORG);
  if (site === undefined) return;
  await furnishCare(tx, DEMO_ORG, site, now);
  await furnishSupporters(tx, DEMO_ORG, site, now);
}

async function enterPeople(tx: Tx, { siteId, programId }: Furnished, timeZone: string, now: Date): Promise<void> {
  const people = PEOPLE.map((person, index) => ({ ...person, id: newSilentId(), participantNumber: `LH-${String(index + 101)}`, language: 'en' }));
  await insertParticipants(tx, DEMO_ORG, people, now, null);
  const today = dateIn(timeZone, now);
  const episodes = people.map((person, index) => ({
    id: newId(now), participantId: person.id, programId, siteId, admittedOn: addDays(today, -20 - index * 4), segmentId: newId(now), level: 'iop',
  }));
  await insertEpisodes(tx, DEMO_ORG, episodes, now, null);
}
