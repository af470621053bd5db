/** Whoever was shown or changed stands in an access row of the same transaction, and nobody else does (W21). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openGate } from '../../src/platform/gate.ts';
import { inTransaction } from '../../src/platform/database.ts';
import { FIRST_MAPPING } from '../../src/permissions.ts';
import type { Permission, Role } from '../../src/permissions.ts';
import { DAY_ROUTES } from '../../src/routes/day.ts';
import { PROGRAM_ROUTES } from '../../src/routes.ts';
import { EXAMPLES } from '../sweep/examples.ts';
import { openGround } from '../sweep/ground.ts';
import { draft, groupReadyToSign, partOf, pathOf, SHARED, stampIn } from '../support/day.ts';
import { openGroupStage, sessionsOf, startGroup } from '../support/groups-stage.ts';
import { accesses, accounted, shownIn, tick } from '../support/accounted.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

/** Refused by their examples: edits of an old version, and acts on a day that the examples before them have changed. Those that name people are answered by hand, here and in accounting-of-the-day. */
const ANSWERED_ELSEWHERE: readonly string[] = [
  'attendance.stamp-arrival', 'attendance.stamp-leaving', 'attendance.take-back-stamp', 'attendance.walk-in', 'notes.sign-group', 'notes.review', 'notes.return', 'tasks.hand-over', 'tasks.close',
  'settings.change-organization', 'settings.change-site', 'settings.change-room', 'settings.change-program', 'settings.change-track', 'curricula.change', 'hours-rules.end', 'hours-rules.switch',
  'staff.rename', 'staff.set-roles', 'staff.set-sites', 'staff.end', 'on-call.set', 'on-call.take-back', 'placements.admit', 'placements.set-counselor', 'placements.change-phase', 'placements.change-level',
  'tablets.settle-claim', 'tablets.reopen-claim', 'sessions.hold', 'sessions.hand-over', 'sessions.split', 'sessions.withdraw', 'sessions.book-seat', 'schedules.change-times', 'schedules.enroll',
  'sessions.cancel', 'sessions.move', 'sessions.reinstate', 'placements.discharge', 'placements.undo-discharge', 'placements.transfer',
  'attendance.supporter-came', 'attendance.take-back-visit', 'people.permit-supporter',
  'plans.add-intervention', 'plans.change-goal', 'plans.change-objective', 'plans.change-intervention', 'plans.sign', 'plans.cosign',
];

const atEnd = (clinic: Organization) => new Date(clinic.end.getTime() + 60_000);

/** Contracts of the day need a day that is run for them; all others answer their example of the sweep. */
const ACCOUNTED_BY_HAND = new Set(DAY_ROUTES.map((route) => route.contract.name));

test('for every contract of the day the people in the reply are the people in its access row', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  const [first, second, third] = clinic.people;
  assert.ok(first && second && third);
  const seen = new Set<string>();
  const check = async (contract: string, expected: number, ...words: Parameters<Ask>) => {
    seen.add(contract);
    const shown = await accounted(house, clinic, contract, () => ask(...words));
    assert.equal(shown.length, expected, `${contract} shows ${expected}`);
  };
  await check('people.read-me', 0, 'GET', '/me');
  await check('today.read', 10, 'GET', pathOf.today(clinic));
  await check('group-room.read', 10, 'GET', pathOf.room(clinic));
  await check('hours-ledger.read', 1, 'GET', pathOf.hours(first));
  for (const person of [first, second, third]) await check('attendance.stamp-arrival', 1, 'POST', pathOf.arrival(clinic, person), {});
  await check('attendance.take-back-stamp', 1, 'POST', pathOf.takeBack(clinic, third), {});
  house.clock.set(new Date(clinic.start.getTime() + 20 * 60_000));
  await check('attendance.stamp-leaving', 1, 'POST', pathOf.leaving(clinic, first), {});
  house.clock.set(atEnd(clinic));
  await check('notes.save-shared-draft', 0, 'PUT', pathOf.sharedDraft(clinic), { version: 0, part: SHARED });
  for (const person of [first, second]) await check('notes.save-person-draft', 1, 'PUT', pathOf.personDraft(clinic, person), { version: 0, part: partOf('Said it.') });
  // Two signed, eight recorded as absent.
  await check('notes.sign-group', 10, 'POST', pathOf.sign(clinic), { sharedVersion: 1, people: [first, second].map(({ id }) => ({ participantId: id, version: 1 })) });
  await check('group-room.read', 10, 'GET', pathOf.room(clinic));
  await check('hours-ledger.read', 1, 'GET', pathOf.hours(first));
  for (const name of seen) ACCOUNTED_BY_HAND.delete(name);
  assert.deepEqual([...ACCOUNTED_BY_HAND], []);
  assert.deepEqual([...new Set((await accesses(house, clinic)).map((row) => row.actor))], [clinic.staff.facilitator.staffId]);
});

/** Whoever may do most comes first, so that most contracts are answered rather than refused. */
const ASKERS: readonly Role[] = ['supervisor', 'director', 'administrator'];

test('for every other contract too: each answers its example, and whoever it names, and nobody else, is in its access row', async (t) => {
  const ground = await openGround(t);
  const { orgId } = ground.here;
  const written = () => ground.house.inOrganization(orgId, async (tx) => (await sql<{ contract: string; participants: string[] }>`
    select contract, participant_ids::text[] as participants from accesses where org_id = ${orgId} order by at, id`.execute(tx)).rows);
  const ids = () => ground.house.inOrganization(orgId, async (tx) => (await sql<{ id: string }>`select id from participants where org_id = ${orgId}`.execute(tx)).rows.map((row) => row.id));
  const refused: string[] = [];
  for (const { contract } of PROGRAM_ROUTES.filter((route) => !DAY_ROUTES.includes(route))) {
    const example = EXAMPLES[contract.name];
    const role = ASKERS.find((one) => FIRST_MAPPING[one].includes(contract.may as Permission));
    assert.ok(example && role, contract.name);
    const before = (await written()).length;
    tick(ground.house);
    const got = await ground.send({ cookie: ground.cookies[role], method: contract.method, path: example.path(ground.own), ...(example.body === undefined ? {} : { body: example.body(ground.own) }), address: '192.0.2.9' });
    const rows = (await written()).slice(before);
    const shown = got.status === 200 ? (await ids()).filter((id) => got.text.includes(id)).sort() : [];
    assert.deepEqual(rows.map((row) => row.contract), shown.length === 0 ? [] : [contract.name], `${contract.name} ${got.text.slice(0, 200)}`);
    assert.deepEqual(rows.flatMap((row) => row.participants).sort(), shown, contract.name);
    if (got.status !== 200) refused.push(contract.name);
  }
  assert.deepEqual(refused.sort(), [...ANSWERED_ELSEWHERE].sort(), 'what refuses its example is answered, and looked at, in the test of its area');
});

test('seats given and sessions moved name everybody they concern, in the reply and in the access row', async (t) => {
  const stage = await openGroupStage(t, 12);
  const { house, clinic, ask } = stage;
  const seriesId = await startGroup(stage);
  const check = async (contract: string, expected: number, ...words: Parameters<Ask>) => assert.equal((await accounted(house, clinic, contract, () => ask(...words))).length, expected, contract);
  for (const person of clinic.people.slice(10)) await check('schedules.enroll', 1, 'POST', `/groups/${seriesId}/seats`, { participantId: person.id, startsOn: '2026-11-23', lastDay: null });
  const [session] = await sessionsOf(stage, seriesId);
  const move = { date: '2026-11-24', startsAtLocal: '16:00', minutes: 60, roomId: null, telehealthLink: '', facilitatorId: null, reason: 'Room is painted' };
  await check('sessions.move', 2, 'POST', `/sessions/${session?.id}/move`, move);
  await check('sessions.reinstate', 2, 'POST', `/sessions/${session?.id}/reinstate`, {});
});

test('a live board asked ten times writes one row, and one more when somebody is added or goes', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 11);
  const ask = await house.as(clinic, 'facilitator');
  const boards = async () => (await accesses(house, clinic)).filter((row) => row.contract === 'today.read').map((row) => row.participants.length);
  for (let time = 0; time < 10; time += 1) await ask('GET', pathOf.today(clinic));
  assert.deepEqual(await boards(), [10]);
  const [eleventh] = clinic.people.slice(10);
  assert.ok(eleventh);
  tick(house);
  await house.inOrganization(clinic.orgId, (tx) => sql`
    insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, recorded_at, recorded_by)
    values (${clinic.orgId}, ${randomUUID()}, ${clinic.sessionId}, ${eleventh.id}, ${clinic.programId}, 'present', ${clinic.start}, ${clinic.staff.facilitator.staffId})`.execute(tx));
  for (let time = 0; time < 10; time += 1) await ask('GET', pathOf.today(clinic));
  assert.deepEqual(await boards(), [10, 11]);
  tick(house);
  await house.inOrganization(clinic.orgId, (tx) => sql`update attendances set superseded_at = now() where org_id = ${clinic.orgId} and participant_id = ${eleventh.id}`.execute(tx));
  for (let time = 0; time < 10; time += 1) await ask('GET', pathOf.today(clinic));
  assert.deepEqual(await boards(), [10, 11, 10]);
});

test('each viewer, each sign-in and each board is accounted for on its own', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const askers = [await house.as(clinic, 'facilitator'), await house.as(clinic, 'front-desk'), await house.as(clinic, 'facilitator')];
  for (const ask of [...askers, ...askers]) await ask('GET', pathOf.today(clinic));
  for (const ask of askers) await ask('GET', `${pathOf.today(clinic)}&date=2026-11-19`);
  assert.equal((await accesses(house, clinic)).length, 6);
});

test('what was refused writes no access row, and neither does a board that shows nobody', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  const [first] = clinic.people;
  assert.ok(first);
  const refusals = [
    await ask('POST', pathOf.leaving(clinic, first), {}), await ask('POST', pathOf.takeBack(clinic, first), {}), await ask('POST', pathOf.arrival(clinic, { id: randomUUID() }), {}),
    await ask('POST', pathOf.sign(clinic), { sharedVersion: 0, people: [{ participantId: first.id, version: 1 }] }), await ask('GET', pathOf.hours({ id: randomUUID() })),
  ];
  assert.deepEqual(refusals.map((reply) => reply.body.refusal), ['not-here', 'not-here', 'not-on-roster', 'session-not-ended', 'not-found']);
  assert.equal((await ask('GET', `${pathOf.today(clinic)}&date=2026-11-18`)).status, 200);
  assert.deepEqual(await accesses(house, clinic), []);
});

test('an act whose access row cannot be written is undone, and an answer that cannot be accounted for is not given', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  const [first] = clinic.people;
  assert.ok(first);
  const root = await import('pg').then(({ default: pg }) => new pg.Client(house.database.root));
  await root.connect();
  try {
    await root.query('revoke insert on accesses from stepdown_app');
    for (const reply of [await ask('GET', pathOf.room(clinic)), await ask('GET', pathOf.today(clinic)), await ask('POST', pathOf.arrival(clinic, first), {})]) {
      assert.equal(reply.body.refusal, 'broken');
      assert.deepEqual(shownIn(reply, clinic), []);
    }
    await root.query('grant insert on accesses to stepdown_app');
    const { rows } = await root.query('select (select count(*)::int from attendances) as attendances, (select count(*)::int from commands) as commands, (select count(*)::int from accesses) as accesses');
    assert.deepEqual(rows, [{ attendances: 0, commands: 0, accesses: 0 }]);
  } finally {
    await root.end();
  }
  assert.equal((await ask('GET', pathOf.today(clinic))).status, 200);
  assert.equal((await accesses(house, clinic)).length, 1, 'a board that was never shown is not remembered as shown');
});

test('a repeat of an act is accounted for again, since it shows the same people again', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, ask, 3);
  const command = { 'idempotency-key': randomUUID() };
  for (let time = 0; time < 2; time += 1) assert.equal((await ask('POST', pathOf.sign(clinic), sent, command)).status, 200);
  assert.deepEqual((await accesses(house, clinic)).filter((row) => row.contract === 'notes.sign-group').map((row) => row.participants.length), [10, 10], 'three signed, seven absent');
});

test('an access row that was rolled back is not remembered, so that the next answer writes it', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const gate = openGate();
  const actor = { orgId: clinic.orgId, id: clinic.staff.facilitator.staffId, signInId: 'one', roles: [], permissions: new Set<string>(), placeIds: [], signature: { name: '', credential: '' } };
  const seen = { actor, contract: 'today.read', accounting: 'each-change' as const, participantIds: clinic.people.map((person) => person.id), board: '[]', address: '::1', now: clinic.start };
  await assert.rejects(inTransaction(house.kysely, clinic.orgId, async (tx) => {
    assert.notEqual(await gate.account(tx, seen), null);
    throw new Error('after the row');
  }));
  const remember = await inTransaction(house.kysely, clinic.orgId, (tx) => gate.account(tx, seen));
  remember?.();
  assert.equal(await inTransaction(house.kysely, clinic.orgId, (tx) => gate.account(tx, { ...seen, participantIds: [...seen.participantIds].reverse() })), null);
  assert.equal((await accesses(house, clinic)).length, 1);
});

test('drafts of ten people are ten rows, one for each save', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const ask = await house.as(clinic, 'facilitator');
  house.clock.set(clinic.start);
  await stampIn(ask, clinic, clinic.people);
  await draft(ask, clinic, clinic.people);
  assert.deepEqual((await accesses(house, clinic)).filter((row) => row.contract === 'notes.save-person-draft').map((row) => row.participants[0]).sort(), clinic.people.map((person) => person.id).sort());
});
