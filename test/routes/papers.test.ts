/** Papers of the day over HTTP: who stands on them, what they never say, and that each is accounted for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { accounted } from '../support/accounted.ts';
import { stampIn } from '../support/day.ts';
import { openGroupStage } from '../support/groups-stage.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import type { Reply } from '../support/house.ts';
import { recordStatements, transactionsOf } from '../support/statements.ts';
import { add, handOver, split, who } from './session-day-stage.ts';

const TELLING = 'Missed the bus after court';
const slipsOf = ({ clinic }: GroupStage, sessionId = clinic.sessionId): string => `/sessions/${sessionId}/slips`;
const rosterOf = ({ clinic }: GroupStage, sessionId = clinic.sessionId): string => `/sessions/${sessionId}/roster`;
const dayOf = ({ clinic }: GroupStage, date?: string): string => `/papers/day?siteId=${clinic.siteId}${date === undefined ? '' : `&date=${date}`}`;
const namesOf = (people: readonly { displayName: string }[]): string[] => people.map((one) => one.displayName);

/** Two in the room, one recorded not to come, in words that are nobody's but the readers' of notes. */
async function anHour(t: Parameters<typeof openGroupStage>[0], people?: number): Promise<GroupStage> {
  const stage = await openGroupStage(t, people);
  const { house, clinic } = stage;
  house.clock.set(clinic.start);
  await stampIn(stage.ask, clinic, clinic.people.slice(0, 2));
  const absent = await stage.ask('POST', `/sessions/${clinic.sessionId}/people/${who(stage, 2)[0]}/absence`, { reason: 'court', excused: true, detail: TELLING });
  assert.equal(absent.status, 200, JSON.stringify(absent.body));
  house.clock.advance(15);
  return stage;
}

describe('slips', () => {
  test('W23 there is one for each person who may come, in roster order, by safe name and with what was stamped', async (t) => {
    const stage = await anHour(t);
    const { body } = await (await stage.house.as(stage.clinic, 'front-desk'))('GET', slipsOf(stage));
    assert.deepEqual(namesOf(body.people), ['Given1 F.', 'Given2 F.', 'Given4 F.', 'Given5 F.', 'Given6 F.', 'Given7 F.', 'Given8 F.', 'Given9 F.', 'Given10 F.']);
    assert.deepEqual([body.people[0].arrivedAt, body.people[2].arrivedAt, body.away, body.withoutSlips], [stage.clinic.start.toISOString(), null, 1, null]);
    assert.deepEqual([body.session.roomName, body.session.leaderName, body.session.leaderCredential, body.session.date], ['Alder', 'Sam facilitator', 'LPC', '2026-11-19']);
  });

  test('they hold no family name, number, birth date, level or reason', async (t) => {
    const stage = await anHour(t);
    const text = JSON.stringify((await stage.ask('GET', slipsOf(stage))).body);
    for (const telling of ['Family', 'N-1', '1990', 'iop', 'Intensive', 'court', TELLING]) assert.ok(!text.includes(telling), telling);
  });

  test('what is taught stands on them where it is planned, else what the group is about', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic, where } = stage;
    const topic = async (): Promise<string> => (await stage.ask('GET', slipsOf(stage))).body.session.topic as string;
    assert.equal(await topic(), '');
    await house.inOrganization(clinic.orgId, (tx) => sql`update series set topic = 'Saying no' where org_id = ${clinic.orgId} and id = ${clinic.seriesId}`.execute(tx));
    assert.equal(await topic(), 'Saying no');
    await house.inOrganization(clinic.orgId, (tx) => sql`
      update sessions set curriculum_module_id = (select id from curriculum_modules where org_id = ${clinic.orgId} and curriculum_id = ${where.curriculumId}) where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
    assert.equal(await topic(), 'Larkfield module');
  });

  test('a session by link alone has none, and shows nobody', async (t) => {
    const stage = await openGroupStage(t);
    assert.equal((await handOver(stage, { roomId: null, telehealthLink: 'https://meet.example/r' })).status, 200);
    const { body } = await stage.ask('GET', slipsOf(stage));
    assert.deepEqual([body.withoutSlips, body.people, JSON.stringify(body).includes('meet.example')], ['by-link', [], false]);
  });

  test('a session with a room and a link has them for those who sit in the room', async (t) => {
    const stage = await openGroupStage(t);
    assert.equal((await handOver(stage, { telehealthLink: 'https://meet.example/r' })).status, 200);
    const { body } = await stage.ask('GET', slipsOf(stage));
    assert.deepEqual([body.withoutSlips, body.people.length, body.session.isByLink], [null, 10, true]);
  });

  test('a canceled session has none', async (t) => {
    const stage = await openGroupStage(t);
    await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`update sessions set canceled_at = ${stage.house.clock.now()}, cancel_reason = 'Ill' where org_id = ${stage.clinic.orgId} and id = ${stage.clinic.sessionId}`.execute(tx));
    const { body } = await stage.ask('GET', slipsOf(stage));
    assert.deepEqual([body.withoutSlips, body.people], ['canceled', []]);
  });

  test('whoever was moved when a group was split has one in the other room only', async (t) => {
    const stage = await openGroupStage(t);
    const parted = await split(stage, who(stage, 8, 9));
    assert.equal(parted.status, 200, JSON.stringify(parted.body));
    assert.equal((await stage.ask('GET', slipsOf(stage))).body.people.length, 8);
    assert.deepEqual(namesOf((await stage.ask('GET', slipsOf(stage, parted.body.splitId))).body.people), ['Given9 F.', 'Given10 F.']);
  });
});

describe('the roster', () => {
  test('shows numbers, stamps and standing, and the seats that are free', async (t) => {
    const stage = await anHour(t);
    const { body } = await stage.ask('GET', rosterOf(stage));
    assert.deepEqual(body.people.slice(0, 4).map((one: Record<string, unknown>) => [one['seatNo'], one['displayName'], one['number'], one['standing']]), [
      [1, 'Given1 F.', 'N-1', 'here'], [2, 'Given2 F.', 'N-2', 'here'], [3, 'Given3 F.', 'N-3', 'excused'], [4, 'Given4 F.', 'N-4', 'missing'],
    ]);
    assert.deepEqual([body.session.freeSeats, body.session.capacity, body.session.state], [[3], 10, 'running']);
  });

  test('tells why somebody did not come to those who read notes, and the front desk never', async (t) => {
    const stage = await anHour(t);
    const reader = (await stage.ask('GET', rosterOf(stage))).body.people[2];
    assert.deepEqual(reader.absence, { reason: 'court', detail: TELLING });
    for (const role of ['front-desk', 'admissions'] as const) {
      const { body } = await (await stage.house.as(stage.clinic, role))('GET', rosterOf(stage));
      assert.deepEqual([body.people[2].standing, body.people[2].absence], ['excused', null], role);
      assert.ok(!/court|bus/.test(JSON.stringify(body)), role);
    }
  });

  test('marks a make-up visit and whoever sits in beyond the seats', async (t) => {
    const stage = await openGroupStage(t);
    stage.house.clock.set(stage.clinic.start);
    const walkIn = await stage.ask('POST', `/sessions/${stage.clinic.sessionId}/walk-ins`, { participantId: who(stage, 10)[0], giveAwaySeatOf: null, overCapReason: 'Traveled two hours' });
    assert.equal(walkIn.status, 200, JSON.stringify(walkIn.body));
    const last = (await stage.ask('GET', rosterOf(stage))).body.people.at(-1);
    assert.deepEqual([last.displayName, last.seatNo, last.standing, last.isMakeUp, last.isBeyond], ['Given11 F.', null, 'make-up', true, true]);
  });
});

describe('the day sheet', () => {
  test('lists the sessions by time with who is expected, holidays, and who is on call', async (t) => {
    const stage = await anHour(t);
    assert.equal((await add(stage)).status, 200);
    const { body } = await (await stage.house.as(stage.clinic, 'front-desk'))('GET', dayOf(stage));
    assert.deepEqual(body.sessions.map((one: Record<string, unknown>) => [one['name'], one['capacity'], one['seatsFree'], one['state']]), [['Relapse prevention', 10, 1, 'running'], ['Individual hour', 1, 0, 'planned']]);
    assert.deepEqual([body.date, body.isToday, body.holidays, body.onCall], ['2026-11-19', true, [], null]);
    const friday = (await stage.ask('GET', dayOf(stage, '2026-11-20'))).body;
    assert.deepEqual([friday.isToday, friday.onCall], [false, { name: 'Larkfieldgiven Larkfieldfamily', credential: '' }]);
    const christmas = (await stage.ask('GET', dayOf(stage, '2026-12-25'))).body;
    assert.deepEqual([christmas.holidays, christmas.sessions], [['Larkfield day'], []]);
  });

  test('holds no number, birth date or reason', async (t) => {
    const stage = await anHour(t);
    const text = JSON.stringify((await stage.ask('GET', dayOf(stage))).body);
    for (const telling of ['N-1"', '1990', 'court', TELLING, 'Family1']) assert.ok(!text.includes(telling), telling);
  });

  test('a canceled session stays on it and says so', async (t) => {
    const stage = await openGroupStage(t);
    await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`update sessions set canceled_at = ${stage.house.clock.now()}, cancel_reason = 'Ill' where org_id = ${stage.clinic.orgId} and id = ${stage.clinic.sessionId}`.execute(tx));
    assert.equal((await stage.ask('GET', dayOf(stage))).body.sessions[0].state, 'canceled');
  });

  test('sends as many statements for two people and one session as for ten and three', async (t) => {
    const counts: number[] = [];
    for (const people of [2, 10]) {
      const stage = await openGroupStage(t, people);
      if (people > 2) for (const startsAtLocal of ['14:00', '16:00']) assert.equal((await add(stage, { startsAtLocal })).status, 200);
      const { value: reply, sent } = await recordStatements(() => stage.ask('GET', dayOf(stage)));
      assert.equal(reply.status, 200);
      counts.push((transactionsOf(sent).at(-1) ?? []).length);
    }
    // begin, site, sessions, people, on call, holidays, access, commit
    assert.deepEqual(counts, [8, 8]);
  });
});

test('W21 whoever stands on a paper, and nobody else, is in its access row', async (t) => {
  const stage = await anHour(t);
  const { house, clinic, ask } = stage;
  const shown = (contract: string, path: string): Promise<string[]> => accounted(house, clinic, contract, () => ask('GET', path));
  assert.equal((await shown('papers.read-slips', slipsOf(stage))).length, 9);
  assert.equal((await shown('papers.read-roster', rosterOf(stage))).length, 10);
  assert.equal((await shown('papers.read-day', dayOf(stage))).length, 10);
  // Paper leaves the screen: each print is a row of its own, also when nobody new stands on it.
  assert.equal((await shown('papers.read-day', dayOf(stage))).length, 10);
});

test('another organization, and a role without it, gets no paper', async (t) => {
  const stage = await openGroupStage(t);
  const other = await stage.house.furnish('Fernhill Center');
  const stranger = await stage.house.as(other, 'supervisor');
  const biller = await stage.house.as(stage.clinic, 'biller');
  const told = (reply: Reply): string => `${reply.status} ${reply.body.refusal}`;
  for (const path of [slipsOf(stage), rosterOf(stage), dayOf(stage)]) {
    assert.equal(told(await stranger('GET', path)), '404 not-found', path);
    assert.equal(told(await biller('GET', path)), '403 not-your-role', path);
  }
  assert.equal(told(await (await stage.house.as(stage.clinic, 'admissions'))('GET', slipsOf(stage))), '403 not-your-role');
});
