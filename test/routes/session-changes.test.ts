/** Sessions canceled, moved and planned ahead over HTTP: who is concerned, what it does to their week, and what the plan leaves alone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { planAll } from '../../src/planner.ts';
import { enroll, groupBody, mondayTime, openGroupStage, planned, sessionsOf, startGroup } from '../support/groups-stage.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import { openHouse } from '../support/house.ts';
import type { Reply } from '../support/house.ts';

const outcome = (reply: Reply): string => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const post = async (stage: GroupStage, path: string, body: unknown = {}): Promise<string> => outcome(await stage.ask('POST', path, body));
const first = async (stage: GroupStage, seriesId: string) => (await sessionsOf(stage, seriesId))[0] ?? { id: '' };

async function modules(stage: GroupStage, titles: readonly string[]): Promise<void> {
  const { orgId } = stage.clinic;
  await stage.house.inOrganization(orgId, (tx) => sql`
    insert into curriculum_modules (org_id, id, curriculum_id, position, title, is_entry_point, recorded_at)
    select ${orgId}, gen_random_uuid(), ${stage.where.curriculumId}, 1 + t.n, t.title, t.n = 1, ${stage.house.clock.now()} from unnest(${titles}::text[]) with ordinality as t (title, n)`.execute(tx));
}

describe('a session is canceled', () => {
  test('SES-10 with a reason; everybody with a seat that day is named, and told what their week comes to', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic } = stage;
    const before = (await stage.ask('GET', `/sessions/${clinic.sessionId}/plan`)).body;
    assert.deepEqual([before.people.length, before.people[0].minutesWith, before.people[0].minutesWithout, before.people[0].floorMinutes], [10, 60, 0, 540]);
    const reply = await stage.ask('POST', `/sessions/${clinic.sessionId}/cancel`, { reason: 'Burst pipe in Alder' });
    assert.deepEqual([...reply.body.participantIds].sort(), clinic.people.slice(0, 10).map((person) => person.id).sort());
    const after = (await stage.ask('GET', `/sessions/${clinic.sessionId}/plan`)).body;
    assert.deepEqual([after.session.isCanceled, after.people[0].minutesWith, after.changes[0].kind, after.changes[0].reason], [true, 0, 'canceled', 'Burst pipe in Alder']);
    const today = (await stage.ask('GET', `/boards/today?siteId=${clinic.siteId}`)).body;
    assert.equal(today.sessions[0].state, 'canceled');
    assert.equal(await post(stage, `/sessions/${clinic.sessionId}/cancel`, { reason: 'Again' }), '409 session-canceled');
    assert.equal(await post(stage, `/sessions/${clinic.sessionId}/cancel`, { reason: ' ' }), '400 malformed');
  });

  test('SES-11 not once somebody has been stamped in; a stamp against a cancellation: one of the two', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic, house } = stage;
    const desk = await house.as(clinic, 'front-desk');
    const stamp = () => desk('POST', `/sessions/${clinic.sessionId}/people/${clinic.people[0]?.id}/arrival`, {});
    const [canceled, stamped] = await Promise.all([stage.ask('POST', `/sessions/${clinic.sessionId}/cancel`, { reason: 'Snow' }), stamp()]);
    const got = [outcome(canceled), outcome(stamped)];
    assert.ok(['200 / 409 session-canceled', '409 session-began / 200'].includes(got.join(' / ')), got.join(' / '));
  });

  test('taken back it stands again, once; the second desk is told', async (t) => {
    const stage = await openGroupStage(t);
    const id = stage.clinic.sessionId;
    assert.equal(await post(stage, `/sessions/${id}/cancel`, { reason: 'Snow' }), '200');
    assert.deepEqual((await Promise.all([post(stage, `/sessions/${id}/reinstate`), post(stage, `/sessions/${id}/reinstate`)])).sort(), ['200', '409 nothing-to-reinstate']);
    const plan = (await stage.ask('GET', `/sessions/${id}/plan`)).body;
    assert.deepEqual([plan.session.isCanceled, plan.changes.map((one: { kind: string }) => one.kind)], [false, ['reinstated', 'canceled']]);
  });

  test('SES-8 what it would have taught, the next session teaches; taken back, the course is as it was', async (t) => {
    const stage = await openGroupStage(t);
    await modules(stage, ['Second', 'Third']);
    const seriesId = await startGroup(stage, { curriculumId: stage.where.curriculumId });
    const taught = async () => (await sessionsOf(stage, seriesId)).slice(0, 4).map((one) => (one.canceled ? '-' : one.module));
    assert.deepEqual(await taught(), ['Larkfield module', 'Second', 'Third', 'Larkfield module']);
    const second = (await sessionsOf(stage, seriesId))[1];
    await post(stage, `/sessions/${second?.id}/cancel`, { reason: 'Snow' });
    assert.deepEqual(await taught(), ['Larkfield module', '-', 'Second', 'Third']);
    await post(stage, `/sessions/${second?.id}/reinstate`);
    assert.deepEqual(await taught(), ['Larkfield module', 'Second', 'Third', 'Larkfield module']);
  });
});

describe('a session is moved', () => {
  const to = (stage: GroupStage, other: object = {}) => ({ date: '2026-11-24', startsAtLocal: '14:00', minutes: 90, roomId: stage.clinic.roomId, telehealthLink: '', facilitatorId: null, reason: 'Room is painted', ...other });

  test('W11 in time and place; its key stays, planning ahead makes no second, and those who are elsewhere then are named', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    const other = await startGroup(stage, { name: 'Movement', times: [mondayTime(stage, { weekday: 2, startsAtLocal: '14:30' })] });
    await enroll(stage, seriesId, 10);
    await enroll(stage, seriesId, 11);
    await enroll(stage, other, 11);
    const { id } = await first(stage, seriesId);
    const reply = await stage.ask('POST', `/sessions/${id}/move`, to(stage));
    assert.deepEqual([reply.status, reply.body.startsAt, reply.body.participantIds.length, reply.body.elsewhereIds], [200, '2026-11-24T20:00:00.000Z', 2, [stage.clinic.people[11]?.id]]);
    await post(stage, `/sites/${stage.clinic.siteId}/plan-ahead`);
    assert.deepEqual((await stage.ask('POST', `/sites/${stage.clinic.siteId}/plan-ahead`, {})).body, { added: 0, changed: 0, withdrawn: 0 });
    const sessions = await sessionsOf(stage, seriesId);
    assert.deepEqual([sessions[0]?.date, sessions[0]?.start.toISOString(), sessions.filter((one) => one.date === '2026-11-23').length], ['2026-11-23', '2026-11-24T20:00:00.000Z', 1]);
    assert.equal(await post(stage, `/sessions/${id}/reinstate`), '200');
    assert.equal((await first(stage, seriesId) as { start: Date }).start.toISOString(), '2026-11-23T15:00:00.000Z');
  });

  test('not into a room or to a leader that is busy then, not into the past; of two into one room one gets it', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage, { times: [mondayTime(stage), mondayTime(stage, { startsAtLocal: '14:00' })] });
    const [morning, afternoon] = await sessionsOf(stage, seriesId);
    const third = (await sessionsOf(stage, seriesId))[2];
    const cases: readonly [what: string, other: object, expected: string][] = [
      ['the room is taken', { date: '2026-11-23', startsAtLocal: '14:30', roomId: stage.where.roomId }, '409 room-busy'],
      ['the leader is taken', { date: '2026-11-23', startsAtLocal: '14:30', facilitatorId: stage.facilitatorId }, '409 leader-busy'],
      ['it has passed', { date: '2026-11-19', startsAtLocal: '09:00' }, '422 time-passed'],
      ['a day without sessions', { date: '2026-12-25' }, '409 holiday-then'],
      ['a room of nowhere', { roomId: '00000000-0000-4000-8000-000000000009' }, '404 not-found'],
    ];
    for (const [what, other, expected] of cases) assert.equal(await post(stage, `/sessions/${morning?.id}/move`, to(stage, other)), expected, what);
    const both = await Promise.all([afternoon, third].map((one) => post(stage, `/sessions/${one?.id}/move`, to(stage))));
    assert.deepEqual(both.sort(), ['200', '409 room-busy']);
  });
});

describe('sessions are planned ahead', () => {
  test('SES-9 as often as one likes: nothing changes; the next day adds the next day', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage, { times: [1, 2, 3, 4, 5].map((weekday) => mondayTime(stage, { weekday, facilitatorId: null })) });
    const before = await sessionsOf(stage, seriesId);
    await Promise.all([1, 2, 3].map(() => post(stage, `/sites/${stage.clinic.siteId}/plan-ahead`)));
    assert.deepEqual(await sessionsOf(stage, seriesId), before);
    stage.house.clock.set(new Date('2026-11-20T13:00:00Z'));
    await stage.house.as(stage.clinic, 'supervisor');
    const failures: unknown[] = [];
    await planAll(stage.house.kysely, stage.house.clock, (_, error) => void failures.push(error));
    const after = await sessionsOf(stage, seriesId);
    assert.deepEqual([failures, after.length - before.length, after.at(-1)?.date], [[], 1, '2027-02-12']);
  });

  test('SES-6 a day without sessions has none, at its site or at all, and gets them when it is taken back', async (t) => {
    const stage = await openGroupStage(t);
    const { orgId, siteId } = stage.clinic;
    const seriesId = await startGroup(stage);
    const holiday = (site: string | null, date: string) => stage.house.inOrganization(orgId, (tx) => sql`
      insert into holidays (org_id, id, site_id, date, name, recorded_at) values (${orgId}, gen_random_uuid(), ${site}, ${date}, 'A day', now())`.execute(tx));
    await holiday(null, '2026-11-30');
    await holiday(siteId, '2026-12-07');
    const reply = await stage.ask('POST', `/sites/${siteId}/plan-ahead`, {});
    assert.equal(reply.body.withdrawn, 2);
    assert.deepEqual(planned(await sessionsOf(stage, seriesId)).slice(0, 3), ['2026-11-23', '2026-12-14', '2026-12-21']);
    assert.deepEqual((await stage.ask('GET', `/groups/${seriesId}`)).body.holidays.map((one: { date: string }) => one.date), ['2026-11-30', '2026-12-07']);
    await stage.house.inOrganization(orgId, (tx) => sql`update holidays set ended_at = now() where org_id = ${orgId}`.execute(tx));
    await post(stage, `/sites/${siteId}/plan-ahead`);
    assert.deepEqual(planned(await sessionsOf(stage, seriesId)).slice(0, 3), ['2026-11-23', '2026-11-30', '2026-12-07']);
  });

  test('every organization is planned, and one that fails keeps no other waiting', async (t) => {
    const house = await openHouse(t);
    const [one, two] = [await house.furnish('Larkfield House', 1), await house.furnish('Fernhill Center', 1)];
    for (const clinic of [one, two]) await house.emailOf(clinic, 'supervisor');
    await house.inOrganization(one.orgId, (tx) => sql`update sites set time_zone = 'Nowhere/Nothing' where org_id = ${one.orgId}`.execute(tx));
    const failed: string[] = [];
    const added = await planAll(house.kysely, house.clock, (orgId) => void failed.push(orgId));
    assert.deepEqual([failed, added], [[one.orgId], 12]);
  });
});

describe('the boards of groups', () => {
  test('say seats, troubles and the first free day, and name nobody to whoever may not see people', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage, { capacity: 1, minimum: 1, credentialRequired: 'LPC', times: [mondayTime(stage, { roomId: null, facilitatorId: null })] });
    await enroll(stage, seriesId, 0, { lastDay: '2026-12-31' });
    const administrator = await stage.house.as(stage.clinic, 'administrator');
    const { groups, plannedUntil } = (await administrator('GET', `/groups?siteId=${stage.clinic.siteId}`)).body;
    const shown = groups.find((one: { id: string }) => one.id === seriesId);
    assert.deepEqual([shown.seatsTaken, shown.nextFree, shown.troubles, plannedUntil], [1, '2027-01-01', ['no-leader', 'no-place'], '2027-02-08']);
    const board = (await administrator('GET', `/groups/${seriesId}`)).body;
    assert.deepEqual([board.showsPeople, board.seats, board.group.seatsTaken, board.sessions.length > 0], [false, [], 1, true]);
    assert.equal((await stage.ask('GET', `/groups/${seriesId}`)).body.seats.length, 1);
  });

  test('a reason, which may name people, is told to whoever may see people and to nobody else', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    await post(stage, `/sessions/${(await first(stage, seriesId)).id}/cancel`, { reason: 'Agnes called' });
    const reasonFor = async (role: 'supervisor' | 'administrator') => (await (await stage.house.as(stage.clinic, role))('GET', `/groups/${seriesId}`)).body.sessions[0].reason;
    assert.deepEqual([await reasonFor('supervisor'), await reasonFor('administrator')], ['Agnes called', '']);
  });

  test('candidates are of the program, without a seat, each with what else they do then', async (t) => {
    const stage = await openGroupStage(t, 3);
    const seriesId = await startGroup(stage);
    const other = await startGroup(stage, { name: 'Movement', times: [mondayTime(stage, { startsAtLocal: '09:30', roomId: null, facilitatorId: null })] });
    await enroll(stage, seriesId, 0);
    await enroll(stage, other, 1);
    const { people } = (await stage.ask('GET', `/groups/${seriesId}/candidates`)).body;
    assert.deepEqual(people.map((one: { displayName: string; elsewhere: string | null }) => [one.displayName, one.elsewhere]), [['Given2 F.', 'Movement'], ['Given3 F.', null]]);
  });

  test('a form chooses only from what is current and of this site', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic } = stage;
    await stage.house.inOrganization(clinic.orgId, (tx) => sql`update rooms set ended_at = now() where org_id = ${clinic.orgId} and id = ${clinic.roomId}`.execute(tx));
    const choices = (await stage.ask('GET', `/group-choices?siteId=${clinic.siteId}`)).body;
    assert.deepEqual(choices.rooms.map((room: { id: string }) => room.id), [stage.where.roomId]);
    assert.equal(outcome(await stage.ask('POST', '/groups', groupBody(stage, { times: [mondayTime(stage, { roomId: clinic.roomId })] }))), '404 not-found');
  });
});
