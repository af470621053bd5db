/** Staff over HTTP: hired, changed, ended and brought back, each refusal by its name, and never an organization without an administrator. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addCredential, endStaff, hireStaff, setStaffRoles, setStaffSites } from '../../src/modules/people/staff.contract.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

type After = { after(work: () => Promise<void>): void };
type Shown = { id: string; version: number; roles: string[]; siteIds: string[]; endedOn: string | null; hasEnded: boolean; familyName: string; credential: string; credentials: { id: string; kind: string; state: string }[]; leads: { name: string }[] };
type Stage = { house: House; clinic: Organization; ask: Ask; otherSiteId: string };

const DAY = '2026-11-19';

async function openStage(t: After): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 2);
  const otherSiteId = newId(house.clock.now());
  await house.inOrganization(clinic.orgId, (tx) => insertSite(tx, clinic.orgId, { id: otherSiteId, name: 'Quarry Lane', timeZone: 'America/Denver' }, house.clock.now()));
  return { house, clinic, ask: await house.as(clinic, 'administrator'), otherSiteId };
}

async function shown(ask: Ask, staffId: string): Promise<Shown> {
  const reply = await ask('GET', '/staff');
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  const found = (reply.body.staff as Shown[]).find((one) => one.id === staffId);
  assert.ok(found);
  return found;
}

const dana = (siteId: string, more: object = {}) => ({ givenName: 'Dana', familyName: 'Whitlock', credential: 'LPC', roles: ['counselor'], siteIds: [siteId], startsOn: DAY, confirmed: false, ...more });
const license = { kind: 'LPC', number: '81234', issuedBy: 'Texas', validFrom: '2026-01-01', expiresOn: '2026-12-31' };

async function hire({ ask, clinic }: Stage, more: object = {}): Promise<string> {
  const reply = await ask('POST', '/staff', dana(clinic.siteId, more));
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body.staffId as string;
}

/** Ends somebody's work as the page does: with the version that is on the screen. */
async function end({ ask }: Stage, staffId: string, lastDay = DAY): Promise<Reply> {
  return await ask('POST', `/staff/${staffId}/end`, { ends: true, version: (await shown(ask, staffId)).version, lastDay });
}

async function onCall({ house, clinic }: Stage, staffId: string, date: string, siteId = clinic.siteId): Promise<void> {
  await house.inOrganization(clinic.orgId, (tx) => sql`
    insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at) values (${clinic.orgId}, ${randomUUID()}, ${siteId}, ${date}, ${staffId}, ${house.clock.now()})`.execute(tx));
}

test('somebody hired stands in the list with roles, sites and letters, and a credential with its state of today', async (t) => {
  const stage = await openStage(t);
  const { ask, clinic } = stage;
  const id = await hire(stage);
  assert.equal((await ask('POST', `/staff/${id}/credentials`, license)).status, 200);
  assert.equal((await ask('POST', `/staff/${id}/credentials`, { ...license, kind: 'RN', expiresOn: null, validFrom: '2026-12-01' })).status, 200);
  const found = await shown(ask, id);
  assert.deepEqual([found.roles, found.siteIds, found.credential, found.hasEnded, found.version], [['counselor'], [clinic.siteId], 'LPC', false, 0]);
  assert.deepEqual(found.credentials.map(({ kind, state }) => [kind, state]), [['LPC', 'expires-soon'], ['RN', 'not-yet']]);
  assert.deepEqual((await shown(ask, clinic.staff.facilitator.staffId)).leads.map(({ name }) => name), ['Relapse prevention']);
});

test('a credential that was taken off the list is brought back by the same act', async (t) => {
  const stage = await openStage(t);
  const { ask } = stage;
  const id = await hire(stage);
  const { body } = await ask('POST', `/staff/${id}/credentials`, license);
  for (const [ends, left] of [[true, 0], [true, 0], [false, 1], [false, 1]] as const) {
    assert.equal((await ask('POST', `/staff/credentials/${body.credentialId}/end`, { ends })).status, 200);
    assert.equal((await shown(ask, id)).credentials.length, left);
  }
});

/** Each refusal of each contract, and what provokes it. */
const REFUSALS: Record<string, (stage: Stage) => Promise<Reply>> = {
  'hire colleague-looks-known': async (stage) => {
    await hire(stage);
    const again = await stage.ask('POST', '/staff', dana(stage.clinic.siteId, { givenName: 'DANA', familyName: ' whitlock ' }));
    assert.equal((await stage.ask('POST', '/staff', dana(stage.clinic.siteId, { confirmed: true }))).status, 200, 'somebody else of the same name is taken when it is said');
    return again;
  },
  'roles last-administrator': async ({ ask, clinic }) => await ask('POST', `/staff/${clinic.staff.administrator.staffId}/roles`, { version: 0, roles: ['director'] }),
  'sites still-leads': async ({ ask, clinic }) => await ask('POST', `/staff/${clinic.staff.facilitator.staffId}/sites`, { version: 0, siteIds: [] }),
  'sites still-on-call': async (stage) => {
    await onCall(stage, stage.clinic.staff.counselor.staffId, DAY);
    return await stage.ask('POST', `/staff/${stage.clinic.staff.counselor.staffId}/sites`, { version: 0, siteIds: [stage.otherSiteId] });
  },
  'end last-administrator': async (stage) => await end(stage, stage.clinic.staff.administrator.staffId),
  'end still-leads': async (stage) => await end(stage, stage.clinic.staff.facilitator.staffId),
  'end still-on-call': async (stage) => {
    await onCall(stage, stage.clinic.staff.counselor.staffId, '2026-11-20');
    return await end(stage, stage.clinic.staff.counselor.staffId);
  },
  'end ends-before-start': async (stage) => await end(stage, stage.clinic.staff.biller.staffId, '2026-11-18'),
  'credential credential-ends-before-start': async (stage) => await stage.ask('POST', `/staff/${await hire(stage)}/credentials`, { ...license, expiresOn: '2025-12-31' }),
};

for (const [name, provoke] of Object.entries(REFUSALS)) {
  test(`refused by name: ${name}`, async (t) => {
    const reply = await provoke(await openStage(t));
    assert.equal(reply.body.refusal, name.split(' ')[1], JSON.stringify(reply.body));
  });
}

test('every refusal of these contracts is provoked above', () => {
  const all = ([['hire', hireStaff], ['roles', setStaffRoles], ['sites', setStaffSites], ['end', endStaff], ['credential', addCredential]] as const).flatMap(([verb, contract]) => contract.refusals.map((refusal) => `${verb} ${refusal.name}`));
  assert.deepEqual(Object.keys(REFUSALS).sort(), all.sort());
});

test('a refused end names the groups that are left behind, and holds once they are handed over', async (t) => {
  const stage = await openStage(t);
  const { clinic, house, ask } = stage;
  const { staffId } = clinic.staff.facilitator;
  assert.deepEqual((await end(stage, staffId)).body.facts, { groups: ['Relapse prevention'] });
  await house.inOrganization(clinic.orgId, (tx) => sql`update weekly_times set ended_on = '2026-11-26' where org_id = ${clinic.orgId}`.execute(tx));
  assert.equal((await end(stage, staffId, '2026-11-25')).body.refusal, 'still-leads', 'they are led until the 26th');
  assert.equal((await end(stage, staffId, '2026-11-26')).status, 200);
  assert.deepEqual([(await shown(ask, staffId)).endedOn, (await shown(ask, staffId)).hasEnded], ['2026-11-26', false]);
});

test('an edit of an older version is refused, and a list of roles that is already so changes nothing', async (t) => {
  const stage = await openStage(t);
  const { ask } = stage;
  const id = await hire(stage);
  const rename = (version: number) => ask('POST', `/staff/${id}/names`, { version, givenName: 'Dana', familyName: 'Moss', credential: 'LPC' });
  assert.equal((await ask('POST', `/staff/${id}/roles`, { version: 0, roles: ['counselor'] })).status, 200);
  assert.equal((await shown(ask, id)).version, 0);
  assert.equal((await rename(0)).status, 200);
  assert.equal((await shown(ask, id)).familyName, 'Moss');
  for (const [verb, body] of [['names', { givenName: 'Dana', familyName: 'Vale', credential: '' }], ['roles', { roles: [] }], ['sites', { siteIds: [] }], ['end', { ends: true, lastDay: DAY }], ['end', { ends: false }]] as const) {
    assert.equal((await ask('POST', `/staff/${id}/${verb}`, { version: 0, ...body })).body.refusal, 'changed-meanwhile', verb);
  }
});

test('of two edits of one version at once, one is kept and the other is told', async (t) => {
  const stage = await openStage(t);
  const id = await hire(stage);
  const replies = await Promise.all(['Moss', 'Vale'].map((familyName) => stage.ask('POST', `/staff/${id}/names`, { version: 0, givenName: 'Dana', familyName, credential: '' })));
  assert.deepEqual(replies.map((reply) => reply.body.refusal ?? 'kept').sort(), ['changed-meanwhile', 'kept']);
});

test('PEO-9 two administrators who take each other’s role away at once leave one', async (t) => {
  const house = await openHouse(t);
  for (let round = 0; round < 5; round += 1) {
    const clinic = await house.furnish(`Clinic ${round}`, 1);
    const [first, second] = [clinic.staff.administrator.staffId, clinic.staff.director.staffId];
    const [asFirst, asSecond] = [await house.as(clinic, 'administrator'), await house.as(clinic, 'director')];
    assert.equal((await asFirst('POST', `/staff/${second}/roles`, { version: 0, roles: ['director', 'administrator'] })).status, 200);
    const replies = await Promise.all([
      asFirst('POST', `/staff/${second}/roles`, { version: 1, roles: ['director'] }),
      round % 2 === 0 ? asSecond('POST', `/staff/${first}/roles`, { version: 0, roles: ['director'] }) : asSecond('POST', `/staff/${first}/end`, { ends: true, version: 0, lastDay: DAY }),
    ]);
    assert.deepEqual(replies.map((reply) => reply.body.refusal ?? 'done').sort(), ['done', 'last-administrator']);
  }
});

test('PEO-12 whoever’s work ends is signed out within five seconds, and comes back as before', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask } = stage;
  const { staffId } = clinic.staff.counselor;
  const counselor = await house.as(clinic, 'counselor');
  assert.equal((await counselor('GET', '/me')).status, 200);
  assert.equal((await end(stage, staffId)).status, 200);
  house.clock.set(new Date(house.clock.now().getTime() + 5_000));
  assert.equal((await counselor('GET', '/me')).body.refusal, 'not-signed-in');
  assert.equal((await shown(ask, staffId)).hasEnded, true);
  assert.equal((await ask('POST', `/staff/${staffId}/end`, { ends: false, version: 1 })).status, 200);
  house.clock.set(new Date(house.clock.now().getTime() + 5_000));
  assert.deepEqual((await counselor('GET', '/me')).body.roles, ['counselor']);
});

test('PEO-11 whoever’s last day lies ahead works until it is over at the site', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const counselor = await house.as(clinic, 'counselor');
  assert.equal((await end(stage, clinic.staff.counselor.staffId, '2026-11-20')).status, 200);
  for (const [at, status] of [['2026-11-19T16:01:00Z', 200], ['2026-11-21T05:59:00Z', 401], ['2026-11-21T06:00:00Z', 401]] as const) {
    house.clock.set(new Date(at));
    /* A sign-in of the tests lasts twelve hours, so the last minute of the day is asked with a new one. */
    const asker = at === '2026-11-21T05:59:00Z' ? await house.as(clinic, 'counselor') : counselor;
    assert.equal((await asker('GET', '/me')).status, at === '2026-11-21T05:59:00Z' ? 200 : status, at);
  }
});

test('PEO-12 this server forgets at once what it remembered of who may do what', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, otherSiteId } = stage;
  const { staffId } = clinic.staff.biller;
  const biller = await house.as(clinic, 'biller');
  assert.equal((await biller('GET', '/staff')).body.refusal, 'not-your-role');
  assert.equal((await ask('POST', `/staff/${staffId}/roles`, { version: 0, roles: ['biller', 'front-desk'] })).status, 200);
  assert.equal((await biller('GET', '/staff')).status, 200, 'a role is felt without the clock moving');
  assert.equal((await ask('POST', `/staff/${staffId}/sites`, { version: 1, siteIds: [otherSiteId] })).status, 200);
  assert.equal((await biller('GET', `/boards/today?siteId=${clinic.siteId}`)).status, 404, 'a site left is felt too');
  assert.equal((await biller('GET', `/boards/today?siteId=${otherSiteId}`)).status, 200);
  assert.equal((await ask('POST', `/staff/${staffId}/sites`, { version: 2, siteIds: [clinic.siteId, otherSiteId] })).status, 200);
  assert.deepEqual((await shown(ask, staffId)).siteIds.length, 2);
});

test('a refused act leaves what is remembered alone, and another organization’s staff are not there', async (t) => {
  const stage = await openStage(t);
  const elsewhere = await stage.house.furnish('Fernhill Center', 1);
  const foreign = elsewhere.staff.counselor.staffId;
  for (const [verb, body] of [['names', { version: 0, givenName: 'A', familyName: 'B', credential: '' }], ['roles', { version: 0, roles: [] }], ['sites', { version: 0, siteIds: [] }], ['end', { ends: false, version: 0 }], ['credentials', license]] as const) {
    assert.equal((await stage.ask('POST', `/staff/${foreign}/${verb}`, body)).status, 404, verb);
  }
  assert.equal((await stage.ask('POST', `/staff/${stage.clinic.staff.biller.staffId}/sites`, { version: 0, siteIds: [elsewhere.siteId] })).status, 404);
  assert.equal((await stage.ask('POST', '/staff', dana(elsewhere.siteId))).status, 404);
  const listed = (await stage.ask('GET', '/staff')).body.staff as Shown[];
  assert.ok(listed.every((one) => one.id !== foreign));
});
