/** Sessions on their day over HTTP: held ends, handing over, one-off sessions; and who wins when two ask at once. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { ROLES } from '../../src/permissions.ts';
import type { Role } from '../../src/permissions.ts';
import { planAll } from '../../src/planner.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { groupReadyToSign, pathOf, stampIn } from '../support/day.ts';
import { openGroupStage } from '../support/groups-stage.ts';
import { add, at, day, handOver, hold, held, minutesOf, outcome, who } from './session-day-stage.ts';

describe('a session is held', () => {
  test('SES-12 an early end and a break that was not taken change the minutes, and nobody’s stay', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(0, 2));
    house.clock.set(addMinutes(clinic.end, 5));
    assert.equal(await minutesOf(stage, 0), 60);
    const reply = await hold(stage);
    assert.deepEqual([reply.status, reply.body.endsAt, reply.body.clinicalMinutes], [200, at('11:00'), 50]);
    assert.equal(await minutesOf(stage, 0), 50);
    assert.equal((await hold(stage, { version: 2, endsAt: at('11:10'), breaks: [{ startMinute: 20, minutes: 10, taken: true }] })).body.clinicalMinutes, 50);
    assert.equal(await minutesOf(stage, 0), 50);
    const stands = await day(stage);
    assert.deepEqual([stands.session.version, stands.session.wasHeld, stands.session.heldEndsAt, stands.session.endsAt, stands.people[0].recorded], [3, true, at('11:10'), at('11:10'), 'here']);
    const plan = (await stage.ask('GET', `/sessions/${clinic.sessionId}/plan`)).body;
    assert.deepEqual(plan.changes.slice(0, 2).map((one: { kind: string; reason: string }) => [one.kind, one.reason]), [['end-moved', 'Fire drill'], ['end-moved', 'Fire drill']]);
  });

  test('W2 an end after the planned one is written once it has passed, and then its minutes count', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(0, 1));
    house.clock.set(addMinutes(clinic.end, 10));
    assert.equal(outcome(await hold(stage, { endsAt: at('11:40') })), '422 end-outside');
    house.clock.set(addMinutes(clinic.end, 30));
    assert.equal(outcome(await hold(stage, { endsAt: at('11:40') })), '200');
    assert.equal(await minutesOf(stage, 0), 90);
  });

  test('is refused before the start, outside the session, by an old page, once a note is signed, and when canceled', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    assert.equal(outcome(await hold(stage)), '422 session-not-begun');
    house.clock.set(addMinutes(clinic.start, 10));
    assert.equal(outcome(await hold(stage, { endsAt: at('10:10') })), '422 end-outside');
    assert.equal(outcome(await hold(stage, { breaks: [{ startMinute: 50, minutes: 20, taken: true }] })), '422 breaks-outside');
    const [one, other] = await Promise.all([hold(stage), hold(stage, { endsAt: at('11:05') })]);
    assert.deepEqual([outcome(one), outcome(other)].sort(), ['200', '409 changed-meanwhile']);
    const facilitator = await house.as(clinic, 'facilitator');
    const sent = await groupReadyToSign(house, clinic, facilitator, 1);
    assert.equal(outcome(await facilitator('POST', pathOf.sign(clinic), sent)), '200');
    assert.equal(outcome(await hold(stage, { version: 2 })), '409 times-signed');
    const elsewhere = await add(stage);
    await stage.ask('POST', `/sessions/${elsewhere.body.sessionId}/cancel`, { reason: 'Ill' });
    assert.equal(outcome(await stage.ask('POST', `/sessions/${elsewhere.body.sessionId}/held`, held({ version: 2 }))), '409 session-canceled');
  });
});

describe('a session is handed over', () => {
  test('by link, the day and the group room say where to meet; in a room they say nothing of it', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic } = stage;
    const links = async (): Promise<string[]> => {
      const today = (await stage.ask('GET', `/boards/today?siteId=${clinic.siteId}`)).body.sessions.find((one: { id: string }) => one.id === clinic.sessionId);
      return [today.telehealthLink, (await stage.ask('GET', pathOf.room(clinic))).body.session.telehealthLink];
    };
    assert.deepEqual(await links(), ['', '']);
    const link = 'https://video.example/morning';
    assert.equal(outcome(await handOver(stage, { roomId: null, telehealthLink: link })), '200');
    assert.deepEqual(await links(), [link, link]);
  });

  test('only clinicians are offered as leaders, and whoever leads already', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    const idOf = (role: Role): string => clinic.staff[role].staffId;
    const clinicians = ['director', 'supervisor', 'facilitator', 'counselor'] as const;
    const offered = async (): Promise<string[][]> => {
      const replies = [await day(stage), (await stage.ask('GET', `/group-choices?siteId=${clinic.siteId}`)).body];
      return replies.map(({ staff }) => staff.map((one: { id: string }) => ROLES.find((role) => idOf(role) === one.id) ?? 'no role').sort());
    };
    await house.inOrganization(clinic.orgId, (tx) => sql`update co_facilitators set ended_on = '2026-11-18', ended_at = now() where org_id = ${clinic.orgId}`.execute(tx));
    assert.deepEqual(await offered(), [[...clinicians].sort(), [...clinicians].sort()]);
    await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set facilitator_id = ${idOf('biller')} where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
    assert.deepEqual(await offered(), [[...clinicians, 'biller'].sort(), [...clinicians, 'biller'].sort()]);
  });

  test('SES-13 also while people are in it; handing it back is the way back, and everybody in it is written down', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(0, 3));
    const reply = await handOver(stage, { roomId: stage.where.roomId });
    assert.deepEqual([reply.status, reply.body.participantIds.length], [200, 10]);
    const now = (await stage.ask('GET', `/boards/today?siteId=${clinic.siteId}`)).body.sessions.find((one: { id: string }) => one.id === clinic.sessionId);
    assert.deepEqual([now.facilitatorName, now.roomName], ['Sam counselor', 'Larkfield room']);
    assert.equal(outcome(await handOver(stage)), '409 changed-meanwhile');
    assert.equal(outcome(await handOver(stage, { version: 2, facilitatorId: clinic.staff.facilitator.staffId })), '200');
    assert.equal(outcome(await stage.ask('POST', `/sessions/${clinic.sessionId}/reinstate`)), '409 session-began');
  });

  test('is refused when the room or the leader is taken then, and when the leader lacks what the group asks for', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic, house } = stage;
    assert.equal(outcome(await add(stage, { startsAtLocal: '10:30' , participantIds: [] })), '200');
    assert.equal(outcome(await handOver(stage)), '409 leader-busy');
    assert.equal(outcome(await handOver(stage, { facilitatorId: null, roomId: stage.where.roomId })), '409 room-busy');
    assert.equal(outcome(await handOver(stage, { facilitatorId: clinic.orgId })), '404 not-found');
    await house.inOrganization(clinic.orgId, (tx) => sql`update series set credential_required = 'LCADC' where org_id = ${clinic.orgId} and id = ${clinic.seriesId}`.execute(tx));
    assert.equal(outcome(await handOver(stage, { facilitatorId: clinic.staff.supervisor.staffId })), '422 credential-missing');
    assert.equal(outcome(await handOver(stage, { facilitatorId: clinic.staff.facilitator.staffId })), '200');
  });

  test('two who hand two sessions into one room at once: one has it', async (t) => {
    const stage = await openGroupStage(t);
    const first = await add(stage, { startsAtLocal: '10:20', roomId: null, facilitatorId: null, participantIds: [] });
    const into = (sessionId: string, version: number) => stage.ask('POST', `/sessions/${sessionId}/hand-over`, { version, facilitatorId: null, roomId: stage.where.roomId, telehealthLink: '', start: null, reason: 'Quiet room' });
    const got = await Promise.all([into(stage.clinic.sessionId, 1), into(first.body.sessionId, 1)]);
    assert.deepEqual(got.map(outcome).sort(), ['200', '409 room-busy']);
  });

  test('SES-14 a start is put off after people were stamped in: minutes before it do not count; never earlier, never longer, never after signing', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    const start = (startsAtLocal: string, minutes: number) => ({ facilitatorId: clinic.staff.facilitator.staffId, start: { startsAtLocal, minutes } });
    house.clock.set(addMinutes(clinic.start, -5));
    await stampIn(stage.ask, clinic, clinic.people.slice(0, 1));
    house.clock.set(addMinutes(clinic.start, 5));
    for (const [time, minutes] of [['10:00', 60], ['10:10', 60], ['10:25', 30], ['10:25', 61], ['11:10', 10]] as const) assert.equal(outcome(await handOver(stage, start(time, minutes))), '422 start-settled', `${time} for ${minutes}`);
    const reply = await handOver(stage, start('10:25', 45));
    assert.deepEqual([reply.status, reply.body.startsAt, reply.body.endsAt], [200, at('10:25'), at('11:10')]);
    assert.equal(outcome(await handOver(stage, { version: 2, ...start('10:10', 60) })), '200');
    assert.equal(outcome(await handOver(stage, { version: 3, ...start('10:25', 45) })), '200');
    house.clock.set(addMinutes(clinic.end, 5));
    assert.equal(await minutesOf(stage, 0), 45);
    assert.equal(outcome(await hold(stage, { version: 4, endsAt: at('11:05') })), '200');
    assert.equal(outcome(await handOver(stage, { version: 5, ...start('10:30', 40) })), '422 start-settled');
    const facilitator = await house.as(clinic, 'facilitator');
    const sent = await groupReadyToSign(house, clinic, facilitator, 1);
    assert.equal(outcome(await facilitator('POST', pathOf.sign(clinic), sent)), '200');
    assert.equal(outcome(await handOver(stage, { version: 5 })), '409 session-signed');
  });
});

describe('a session is added', () => {
  test('SES-15 with seats for its people, shown on its day and in their weeks; taken back it is nowhere', async (t) => {
    const stage = await openGroupStage(t);
    const reply = await add(stage);
    assert.deepEqual([reply.status, reply.body.participantIds, reply.body.bookingIds.length, reply.body.startsAt], [200, who(stage, 0), 1, at('14:00')]);
    const { sessionId } = reply.body;
    const today = async () => (await stage.ask('GET', `/boards/today?siteId=${stage.clinic.siteId}`)).body.sessions.map((one: { name: string; people: unknown[] }) => [one.name, one.people.length]);
    assert.deepEqual(await today(), [['Relapse prevention', 10], ['Individual hour', 1]]);
    await planAll(stage.house.kysely, stage.house.clock, (orgId, error) => { throw new Error(orgId, { cause: error }); });
    assert.equal((await today()).length, 2);
    assert.equal(outcome(await stage.ask('POST', `/sessions/${stage.clinic.sessionId}/withdraw`)), '409 not-one-off');
    assert.equal(outcome(await stage.ask('POST', `/sessions/${sessionId}/withdraw`)), '200');
    assert.deepEqual(await today(), [['Relapse prevention', 10]]);
    assert.equal(outcome(await stage.ask('POST', `/sessions/${sessionId}/withdraw`)), '404 not-found');
  });

  test('what was held unplanned this week can be written down, and its people stamped', async (t) => {
    const stage = await openGroupStage(t);
    const reply = await add(stage, { date: '2026-11-18', startsAtLocal: '09:00' });
    assert.equal(reply.status, 200);
    assert.equal(outcome(await stage.ask('POST', `/sessions/${reply.body.sessionId}/held`, held({ version: 1, endsAt: '2026-11-18T15:40:00.000Z' }))), '200');
  });

  test('is refused when anything stands against it, by name', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic } = stage;
    assert.equal(outcome(await add(stage, { date: '2026-11-11' })), '422 day-out-of-reach');
    assert.equal(outcome(await add(stage, { date: '2027-01-19' })), '422 day-out-of-reach');
    assert.equal(outcome(await add(stage, { date: '2026-12-25' })), '409 holiday-then');
    assert.equal(outcome(await add(stage, { breaks: [{ startMinute: 45, minutes: 10 }] })), '422 breaks-outside');
    assert.equal(outcome(await add(stage, { startsAtLocal: '10:30', roomId: clinic.roomId })), '409 room-busy');
    assert.equal(outcome(await add(stage, { startsAtLocal: '10:30', facilitatorId: clinic.staff.facilitator.staffId })), '409 leader-busy');
    const elsewhere = await add(stage, { startsAtLocal: '10:30' });
    assert.deepEqual([outcome(elsewhere), elsewhere.body.facts], ['409 people-elsewhere', { participantIds: who(stage, 0) }]);
    assert.equal(outcome(await add(stage, { participantIds: [clinic.orgId] })), '404 not-found');
    assert.equal(outcome(await add(stage, { programId: clinic.orgId })), '404 not-found');
    const { rows } = await stage.house.inOrganization(clinic.orgId, (tx) => sql<{ id: string }>`update episodes set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and participant_id = ${who(stage, 13)[0]} returning id`.execute(tx));
    assert.equal(rows.length, 1);
    assert.equal(outcome(await add(stage, { participantIds: who(stage, 13) })), '422 no-episode');
  });

  test('two sessions added for one person at one hour at once: one holds', async (t) => {
    const stage = await openGroupStage(t);
    const got = await Promise.all([add(stage, { roomId: null, facilitatorId: null }), add(stage, { roomId: null, facilitatorId: null, startsAtLocal: '14:30' })]);
    assert.deepEqual(got.map(outcome).sort(), ['200', '409 people-elsewhere']);
  });
});
