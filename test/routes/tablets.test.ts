/** Shared tablets and what is claimed at them: the same answer to every name, no person's id, and presence only when staff say so (W8, W20, W23). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; director: Ask; desk: Ask };
type Tablet = { id: string; cookie: string; frame(): Promise<Reply>; claim(body: object): Promise<Reply> };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  return { house, clinic, director: await house.as(clinic, 'director'), desk: await house.as(clinic, 'front-desk') };
}

const outcome = ({ status, body }: Reply) => `${status} ${body.refusal ?? 'done'}`;
const outside = { name: 'Entrance', roomId: null, listsNames: false };
const inside = ({ clinic }: Stage) => ({ name: 'Alder', roomId: clinic.roomId, listsNames: true });
const add = ({ director, clinic }: Stage, said: object = outside): Promise<Reply> => director('POST', `/sites/${clinic.siteId}/tablets`, said);
const codeFor = async ({ director }: Stage, tabletId: string): Promise<string> => (await director('POST', `/tablets/${tabletId}/code`, {})).body.code;
const list = async ({ director, clinic }: Stage): Promise<Record<string, unknown>[]> => (await director('GET', `/boards/tablets?siteId=${clinic.siteId}`)).body.tablets;
const board = async ({ desk, clinic }: Stage) => (await desk('GET', `/boards/claims?siteId=${clinic.siteId}`)).body as {
  claims: { id: string; typed: string; meant: { participantId: string; displayName: string; sessionId: string } | null }[]; mayBe: { participantId: string }[];
};
const settle = (ask: Ask, claimId: string, body: object): Promise<Reply> => ask('POST', `/claims/${claimId}/settle`, body);

async function enroll({ house }: Stage, code: string): Promise<Reply> {
  return await house.stranger('POST', '/tablet/enroll', { code });
}

function holding({ house }: Stage, id: string, cookie: string): Tablet {
  return { id, cookie, frame: () => house.stranger('GET', '/tablet/frame', undefined, { cookie }), claim: (body) => house.stranger('POST', '/tablet/claim', body, { cookie }) };
}

async function setUp(stage: Stage, said: object = outside): Promise<Tablet> {
  const { body: { tabletId } } = await add(stage, said);
  const reply = await enroll(stage, await codeFor(stage, tabletId));
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return holding(stage, tabletId, String(reply.headers['set-cookie']).split(';')[0] ?? '');
}

async function claimsOf({ house, clinic }: Stage) {
  return await house.inOrganization(clinic.orgId, async (tx) => (await sql<{ typed: string; participantId: string | null; sessionId: string | null; settledAs: string | null }>`
    select typed, participant_id as "participantId", session_id as "sessionId", settled_as as "settledAs" from arrival_claims where org_id = ${clinic.orgId} order by claimed_at, id`.execute(tx)).rows);
}

async function standingOf({ desk, clinic }: Stage, participantId: string): Promise<string> {
  const { body } = await desk('GET', `/boards/today?siteId=${clinic.siteId}`);
  return body.sessions[0].people.find((one: { participantId: string }) => one.participantId === participantId).standing;
}

test('a tablet is set up with its code once, its cookie is closed to scripts, and it can ask nothing of the program', async (t) => {
  const stage = await openStage(t);
  const { body: { tabletId } } = await add(stage);
  assert.equal(outcome(await enroll(stage, 'AAAA-AAAA')), '403 code-unknown');
  const code = await codeFor(stage, tabletId);
  const used = await stage.house.stranger('POST', '/door/use-code', { code, email: 'nia@larkfield.example', password: 'a river of plain words' });
  assert.equal(outcome(used), '403 code-unknown', 'a code for a tablet makes no account');
  const answers = await Promise.all(Array.from({ length: 5 }, () => enroll(stage, code)));
  assert.deepEqual(answers.map(outcome).sort(), ['200 done', ...Array.from({ length: 4 }, () => '409 code-used')]);
  const cookie = String(answers.find(({ status }) => status === 200)?.headers['set-cookie']);
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Strict/);
  const tablet = holding(stage, tabletId, cookie.split(';')[0] ?? '');
  assert.deepEqual((await tablet.frame()).body, { isSetUp: true, siteName: 'Maple Street', timeZone: 'America/Chicago', asOf: stage.house.clock.now().toISOString(), list: null });
  for (const path of ['/me', '/staff', `/boards/today?siteId=${stage.clinic.siteId}`, `/boards/claims?siteId=${stage.clinic.siteId}`]) {
    assert.equal((await stage.house.stranger('GET', path, undefined, { cookie: tablet.cookie })).status, 401, path);
  }
  const [row] = await list(stage);
  assert.deepEqual([row?.['isSetUp'], row?.['seenAt'], row?.['codeOpenUntil']], [true, stage.house.clock.now().toISOString(), null]);
});

test('TAB-4 a known name, an unknown one and half of one get the same answer, as late as each other, and it never says more', async (t) => {
  const stage = await openStage(t);
  const tablet = await setUp(stage);
  const times: number[] = [];
  const texts = new Set<string>();
  for (const typed of ['Given1 Family1', 'Nobody Atall', 'Given', 'N-2']) {
    const before = performance.now();
    const reply = await tablet.claim({ typed });
    times.push(performance.now() - before);
    texts.add(JSON.stringify([reply.status, reply.body]));
  }
  assert.deepEqual([...texts], ['[200,{"thanked":true}]']);
  assert.ok(Math.min(...times) >= 390, String(times));
  const [first, second] = stage.clinic.people;
  assert.deepEqual((await claimsOf(stage)).map((one) => [one.typed, one.participantId]), [['Given1 Family1', first?.id], ['Nobody Atall', null], ['Given', null], ['N-2', second?.id]]);
});

test('TAB-4 the same claim waits once, and beyond twenty a minute nothing is written and nobody is told', async (t) => {
  const stage = await openStage(t);
  const tablet = await setUp(stage);
  await Promise.all(Array.from({ length: 4 }, () => tablet.claim({ typed: 'Given1 Family1' })));
  assert.equal((await claimsOf(stage)).length, 1);
  const answers = await Promise.all(Array.from({ length: 30 }, (_, turn) => tablet.claim({ typed: `Nobody ${turn}` })));
  assert.deepEqual(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))), new Set(['[200,{"thanked":true}]']));
  assert.equal((await claimsOf(stage)).length, 20);
  stage.house.clock.set(new Date(stage.house.clock.now().getTime() + 61_000));
  await tablet.claim({ typed: 'Given2 Family2' });
  assert.equal((await claimsOf(stage)).length, 21);
});

test('TAB-2 only a tablet in a room lists first name and initial of that room’s session, from 15 minutes before it to its end, and never an id', async (t) => {
  const stage = await openStage(t);
  const quiet = await setUp(stage, { ...inside(stage), name: 'Quiet', listsNames: false });
  const tablet = await setUp(stage, inside(stage));
  const at = async (time: string) => {
    stage.house.clock.set(new Date(`2026-11-19T${time}:00Z`));
    return (await tablet.frame()).body.list as { roomName: string; startsAt: string; people: { token: string; name: string }[] } | null;
  };
  assert.equal(await at('15:54'), null);
  const shown = await at('15:55');
  assert.deepEqual([shown?.roomName, shown?.people.length, shown?.people[0]?.name], ['Alder', 10, 'Given1 F.']);
  assert.equal((await quiet.frame()).body.list, null);
  assert.equal((await at('17:10'))?.people.length, 10);
  assert.equal(await at('17:11'), null);
  const text = JSON.stringify(shown);
  for (const { id, number } of stage.clinic.people) assert.ok(!text.includes(id) && !text.includes(number));
  assert.ok(!text.includes('Family') && !text.includes(stage.clinic.sessionId));
});

test('TAB-2 a list of names is accounted for: one row for each change of the people and for each session, naming the tablet (W21)', async (t) => {
  const stage = await openStage(t);
  const tablet = await setUp(stage, inside(stage));
  for (let turn = 0; turn < 3; turn += 1) await tablet.frame();
  const rows = await stage.house.inOrganization(stage.clinic.orgId, async (tx) => (await sql<{ actor: string; signIn: string; people: string[] }>`
    select actor_id as actor, sign_in_id as "signIn", participant_ids as people from accesses where org_id = ${stage.clinic.orgId} and contract = 'tablet.read-frame'`.execute(tx)).rows);
  assert.deepEqual(rows.map(({ actor, signIn, people }) => [actor, signIn, people.toSorted()]), [[stage.clinic.staff.director.staffId, `tablet ${tablet.id}`, stage.clinic.people.map(({ id }) => id).sort()]]);
  const next = new Date('2026-11-26T16:00:00Z');
  await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`
    insert into sessions (org_id, id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, room_id, planned_start_at, planned_end_at, capacity, recorded_at)
    select org_id, gen_random_uuid(), series_id, session_type, name, first_planned_on + 7, first_planned_at_local, site_id, program_id, room_id, planned_start_at + interval '7 days', planned_end_at + interval '7 days', capacity, recorded_at
      from sessions where org_id = ${stage.clinic.orgId} and id = ${stage.clinic.sessionId}`.execute(tx));
  stage.house.clock.set(next);
  assert.equal((await tablet.frame()).body.list.people.length, 10);
  const looks = await stage.house.inOrganization(stage.clinic.orgId, async (tx) => (await sql`select 1 from accesses where org_id = ${stage.clinic.orgId} and contract = 'tablet.read-frame'`.execute(tx)).rows.length);
  assert.equal(looks, 2, 'the same people a week later are another look');
});

test('TAB-2 a tapped name is a claim of that person; a token of another tablet or made up is thanked and means nobody', async (t) => {
  const stage = await openStage(t);
  const [tablet, other] = [await setUp(stage, inside(stage)), await setUp(stage, inside(stage))];
  const tokens = async (one: Tablet): Promise<string[]> => (await one.frame()).body.list.people.map(({ token }: { token: string }) => token);
  const [mine, theirs] = [await tokens(tablet), await tokens(other)];
  assert.equal(mine.filter((token) => theirs.includes(token)).length, 0);
  for (const token of [theirs[0], randomUUID(), stage.clinic.people[0]?.id]) assert.deepEqual((await tablet.claim({ token })).body, { thanked: true });
  assert.deepEqual(await claimsOf(stage), []);
  await tablet.claim({ token: mine[2] });
  assert.deepEqual((await claimsOf(stage)).map(({ typed, participantId, sessionId }) => [typed, participantId, sessionId]), [['Given3 F.', stage.clinic.people[2]?.id, stage.clinic.sessionId]]);
});

test('TAB-3 an ended tablet is dead with its next request, comes back whole when undone at once, and later only with a new code', async (t) => {
  const stage = await openStage(t);
  const tablet = await setUp(stage);
  const end = (ends: boolean) => stage.director('POST', `/tablets/${tablet.id}/end`, { ends });
  const open = await codeFor(stage, tablet.id);
  assert.equal(outcome(await end(true)), '200 done');
  assert.equal((await tablet.frame()).body.isSetUp, false);
  assert.equal((await tablet.frame()).body.siteName, '');
  await tablet.claim({ typed: 'Given1 Family1' });
  assert.deepEqual(await claimsOf(stage), []);
  assert.equal(outcome(await enroll(stage, open)), '403 code-unknown', 'its open code is dead as well');
  assert.equal(outcome(await stage.director('POST', `/tablets/${tablet.id}/code`, {})), '409 tablet-ended');
  assert.equal(outcome(await stage.director('POST', `/tablets/${tablet.id}`, { ...outside, version: 0 })), '409 tablet-ended');
  assert.equal(outcome(await end(false)), '200 done');
  assert.equal((await tablet.frame()).body.isSetUp, true);
  await end(true);
  stage.house.clock.set(new Date(stage.house.clock.now().getTime() + 180_000));
  await end(false);
  assert.equal((await tablet.frame()).body.isSetUp, false);
  assert.equal(outcome(await enroll(stage, await codeFor(stage, tablet.id))), '200 done');
});

test('a new code that is used takes the tablet from whoever held it; forged, bent and foreign cookies show nothing', async (t) => {
  const stage = await openStage(t);
  const first = await setUp(stage);
  const other = await stage.house.furnish('Fernhill Center');
  const again = await enroll(stage, await codeFor(stage, first.id));
  const second = holding(stage, first.id, String(again.headers['set-cookie']).split(';')[0] ?? '');
  assert.deepEqual([(await first.frame()).body.isSetUp, (await second.frame()).body.isSetUp], [false, true]);
  const foreign = second.cookie.replace(stage.clinic.orgId, other.orgId);
  for (const cookie of ['stepdown_tablet=', 'stepdown_tablet=x.y.z', `${second.cookie}x`, second.cookie.slice(0, -1), foreign, `stepdown_tablet=${'a'.repeat(500)}`]) {
    assert.deepEqual((await holding(stage, first.id, cookie).frame()).body, { isSetUp: false, siteName: '', timeZone: null, asOf: stage.house.clock.now().toISOString(), list: null }, cookie);
  }
  assert.equal(outcome(await stage.house.stranger('POST', '/tablet/claim', { typed: 'Given1 Family1' })), '401 not-signed-in');
  for (const body of [{}, { typed: '' }, { typed: ' ' }, { typed: 'x'.repeat(81) }, { typed: 'nul \u0000' }, { token: '' }, [], 'text']) assert.equal(outcome(await second.claim(body as object)), '400 malformed', JSON.stringify(body));
});

test('where a tablet stands: its own site’s rooms only, a list only in a room, and an edit of what is no more the newest is told', async (t) => {
  const stage = await openStage(t);
  const other = await stage.house.furnish('Fernhill Center');
  assert.equal(outcome(await add(stage, { ...outside, listsNames: true })), '422 list-needs-room');
  assert.equal(outcome(await add(stage, { ...outside, roomId: other.roomId })), '422 room-gone');
  assert.equal(outcome(await stage.director('POST', `/sites/${other.siteId}/tablets`, outside)), '404 not-found');
  assert.equal(outcome(await stage.desk('POST', `/sites/${stage.clinic.siteId}/tablets`, outside)), '403 not-your-role');
  const { body: { tabletId } } = await add(stage);
  const change = (version: number, said: object) => stage.director('POST', `/tablets/${tabletId}`, { ...outside, version, ...said });
  const both = await Promise.all([change(0, { name: 'One' }), change(0, { name: 'Two' })]);
  assert.deepEqual(both.map(outcome).sort(), ['200 done', '409 changed-meanwhile']);
  assert.equal(outcome(await change(1, { listsNames: true })), '422 list-needs-room');
  assert.equal(outcome(await change(1, inside(stage))), '200 done');
  const [row] = await list(stage);
  assert.deepEqual([row?.['name'], row?.['roomName'], row?.['listsNames'], row?.['version']], ['Alder', 'Alder', true, 2]);
});

test('TAB-5 staff confirm a claim: the person is here from then on, once, whoever of two confirms first (W8)', async (t) => {
  const stage = await openStage(t);
  const tablet = await setUp(stage);
  const [first] = stage.clinic.people;
  await tablet.claim({ typed: 'given1 family1' });
  assert.equal(await standingOf(stage, first?.id ?? ''), 'expected', 'a claim is no presence');
  stage.house.clock.set(new Date('2026-11-19T16:07:00Z'));
  const [claim] = (await board(stage)).claims;
  assert.deepEqual([claim?.typed, claim?.meant?.displayName, claim?.meant?.sessionId], ['given1 family1', 'Given1 F.', stage.clinic.sessionId]);
  const counselor = await stage.house.as(stage.clinic, 'counselor');
  const both = await Promise.all([settle(stage.desk, claim?.id ?? '', { as: 'arrived' }), settle(counselor, claim?.id ?? '', { as: 'arrived' })]);
  assert.deepEqual(both.map(outcome).sort(), ['200 done', '409 claim-settled']);
  assert.equal(both.find(({ status }) => status === 200)?.body.at, '2026-11-19T16:07:00.000Z', 'presence begins when it is confirmed');
  assert.equal(await standingOf(stage, first?.id ?? ''), 'here');
  assert.deepEqual((await board(stage)).claims, []);
  assert.deepEqual((await claimsOf(stage)).map(({ settledAs }) => settledAs), ['arrived']);
});

test('TAB-5 a claim that nobody or several fit waits until staff choose who it is; what cannot be stamped leaves it waiting', async (t) => {
  const stage = await openStage(t);
  const tablet = await setUp(stage);
  await tablet.claim({ typed: 'Jay' });
  const shown = await board(stage);
  const claimId = shown.claims[0]?.id ?? '';
  assert.deepEqual([shown.claims[0]?.meant, shown.mayBe.length], [null, 10]);
  assert.equal(outcome(await settle(stage.desk, claimId, { as: 'arrived' })), '422 claim-unmatched');
  const who = { sessionId: stage.clinic.sessionId, participantId: stage.clinic.people[3]?.id };
  assert.equal(outcome(await settle(stage.desk, claimId, { as: 'arrived', who: { ...who, participantId: randomUUID() } })), '422 not-on-roster');
  assert.equal(outcome(await settle(stage.desk, claimId, { as: 'arrived', who: { ...who, sessionId: randomUUID() } })), '404 not-found');
  assert.equal(outcome(await settle(stage.desk, claimId, { as: 'arrived', who, at: '2026-11-19T16:30:00.000Z' })), '422 time-in-the-future');
  assert.deepEqual((await claimsOf(stage)).map(({ settledAs }) => settledAs), [null]);
  assert.equal(outcome(await settle(stage.desk, claimId, { as: 'arrived', who, at: '2026-11-19T15:55:00.000Z' })), '200 done');
  assert.equal(await standingOf(stage, who.participantId ?? ''), 'here');
});

test('TAB-5 not here and known already settle without a stamp, and can be taken back; whoever is stamped in by hand waits no more', async (t) => {
  const stage = await openStage(t);
  const tablet = await setUp(stage);
  for (const typed of ['N-1', 'N-2', 'N-3']) await tablet.claim({ typed });
  const [one, two] = (await board(stage)).claims;
  assert.equal(outcome(await settle(stage.desk, one?.id ?? '', { as: 'not-here' })), '200 done');
  assert.equal(outcome(await settle(stage.desk, two?.id ?? '', { as: 'known' })), '200 done');
  assert.equal((await board(stage)).claims.length, 1);
  assert.equal(await standingOf(stage, stage.clinic.people[0]?.id ?? ''), 'expected');
  const reopen = () => stage.desk('POST', `/claims/${one?.id}/reopen`, {});
  assert.equal(outcome(await reopen()), '200 done');
  assert.equal(outcome(await reopen()), '409 claim-open');
  assert.equal((await board(stage)).claims.length, 2);
  await stage.desk('POST', `/sessions/${stage.clinic.sessionId}/people/${stage.clinic.people[2]?.id}/arrival`, {});
  assert.deepEqual((await board(stage)).claims.map(({ typed }) => typed), ['N-1']);
});

test('claims are of today and of one’s own site: another site and another organization see none of them', async (t) => {
  const stage = await openStage(t);
  const other = await stage.house.furnish('Fernhill Center');
  const tablet = await setUp(stage);
  await tablet.claim({ typed: 'N-1' });
  const [claim] = (await board(stage)).claims;
  const elsewhere = await stage.house.as(other, 'front-desk');
  assert.equal(outcome(await elsewhere('GET', `/boards/claims?siteId=${stage.clinic.siteId}`)), '404 not-found');
  for (const [path, body] of [['settle', { as: 'arrived' }], ['reopen', {}]] as const) assert.equal(outcome(await elsewhere('POST', `/claims/${claim?.id}/${path}`, body)), '404 not-found', path);
  assert.equal(outcome(await (await stage.house.as(stage.clinic, 'biller'))('GET', `/boards/claims?siteId=${stage.clinic.siteId}`)), '403 not-your-role');
  stage.house.clock.set(new Date('2026-11-20T16:00:00Z'));
  assert.deepEqual((await board({ ...stage, desk: await stage.house.as(stage.clinic, 'front-desk') })).claims, []);
});
