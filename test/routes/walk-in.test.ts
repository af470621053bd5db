/** Make-ups who walk in, over HTTP: each refusal by its name, seats given away, the eleventh who sits in anyway, and races for the last seat. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { walkIn } from '../../src/modules/attendance/contract.ts';
import { newId } from '../../src/platform/ids.ts';
import { insertEnrollments, insertSeries } from '../../src/modules/schedules/index.ts';
import { insertSessions } from '../../src/modules/sessions/index.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { pathOf, stampIn } from '../support/day.ts';
import { PLAIN_GROUP, openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; /** Ten in the group, six more of the program. */ group: Person[]; others: Person[] };
const GONE = { reason: 'unknown', excused: false, detail: '' };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 16);
  return { house, clinic, ask: await house.as(clinic, 'facilitator'), group: clinic.people.slice(0, 10), others: clinic.people.slice(10) };
}

/** A second room of the program at the same hour, with these people in it. */
async function secondRoom({ house, clinic }: Stage, people: readonly Person[], minutesLater = 0): Promise<Organization> {
  const now = house.clock.now();
  const [seriesId, sessionId] = [newId(now), newId(now)];
  const start = addMinutes(clinic.start, minutesLater);
  const shared = { programId: clinic.programId, siteId: clinic.siteId, roomId: null, name: 'Skills', sessionType: 'group', breaks: [], facilitatorId: null, capacity: 10 };
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertSeries(tx, clinic.orgId, { ...shared, ...PLAIN_GROUP, id: seriesId, startsOn: '2026-11-01' }, now, null);
    await insertSessions(tx, clinic.orgId, [{ ...shared, id: sessionId, seriesId, firstPlannedOn: '2026-11-19', firstPlannedAtLocal: '10:10', plannedStartAt: start, plannedEndAt: addMinutes(start, 60) }], now, null);
    await insertEnrollments(tx, clinic.orgId, people.map((person, index) => ({ id: newId(now), seriesId, episodeId: person.episodeId, participantId: person.id, seatNo: index + 1, startsOn: '2026-11-01' })), now, null);
  });
  return { ...clinic, seriesId, sessionId, start, end: addMinutes(start, 60) };
}

const enter = (ask: Ask, clinic: Organization, person: Person | undefined, over: object = {}) =>
  ask('POST', `/sessions/${clinic.sessionId}/walk-ins`, { participantId: person?.id, giveAwaySeatOf: null, overCapReason: null, ...over });
const absent = (ask: Ask, clinic: Organization, person: Person | undefined, said = GONE) => ask('POST', `/sessions/${clinic.sessionId}/people/${person?.id}/absence`, said);
async function must(reply: Promise<Reply>): Promise<Reply> {
  const got = await reply;
  assert.equal(got.status, 200, JSON.stringify(got.body));
  return got;
}
type OnBoard = { participantId: string; standing: string; seatNo: number | null; isMakeUp: boolean; overCapReason: string | null };
async function sessionOn(ask: Ask, clinic: Organization): Promise<{ people: OnBoard[]; seatsFree: number; graceUntil: string }> {
  const board = await must(ask('GET', pathOf.today(clinic)));
  return board.body.sessions.find((one: { id: string }) => one.id === clinic.sessionId);
}
const personOn = async (ask: Ask, clinic: Organization, person: Person | undefined) => (await sessionOn(ask, clinic)).people.find((one) => one.participantId === person?.id);

const REFUSALS: Record<(typeof walkIn.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'session-canceled': async ({ house, clinic, ask, others }) => {
    await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set canceled_at = now(), cancel_reason = 'Snow' where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
    return await enter(ask, clinic, others[0]);
  },
  'too-early-to-stamp': ({ house, clinic, ask, others }) => { house.clock.set(addMinutes(clinic.start, -61)); return enter(ask, clinic, others[0]); },
  'session-over': ({ house, clinic, ask, others }) => { house.clock.set(clinic.end); return enter(ask, clinic, others[0]); },
  'on-roster-already': ({ clinic, ask, group }) => enter(ask, clinic, group[3]),
  'no-open-episode': async ({ house, clinic, ask, others }) => {
    await house.inOrganization(clinic.orgId, (tx) => sql`update episodes set ended_on = '2026-11-18', ended_at = now() where org_id = ${clinic.orgId} and participant_id = ${others[0]?.id}`.execute(tx));
    return await enter(ask, clinic, others[0]);
  },
  'elsewhere-now': async (stage) => {
    const second = await secondRoom(stage, stage.others.slice(0, 1));
    await stampIn(stage.ask, second, stage.others.slice(0, 1));
    await must(absent(stage.ask, stage.clinic, stage.group[0]));
    return await enter(stage.ask, stage.clinic, stage.others[0]);
  },
  'session-full': ({ clinic, ask, others }) => enter(ask, clinic, others[0]),
  'seats-free': async ({ clinic, ask, group, others }) => { await must(absent(ask, clinic, group[0])); return await enter(ask, clinic, others[0], { overCapReason: 'Insists' }); },
  'grace-time': ({ house, clinic, ask, group, others }) => { house.clock.set(addMinutes(clinic.start, 19)); return enter(ask, clinic, others[0], { giveAwaySeatOf: group[0]?.id }); },
  'seat-not-theirs': ({ house, clinic, ask, others }) => { house.clock.set(addMinutes(clinic.start, 20)); return enter(ask, clinic, others[0], { giveAwaySeatOf: others[1]?.id }); },
  'came-meanwhile': async ({ house, clinic, ask, group, others }) => { await stampIn(ask, clinic, group); house.clock.set(addMinutes(clinic.start, 20)); return await enter(ask, clinic, others[0], { giveAwaySeatOf: group[0]?.id }); },
  'already-signed': async ({ house, clinic, ask, group, others }) => {
    await must(absent(ask, clinic, group[0]));
    await house.inOrganization(clinic.orgId, async (tx) => {
      const id = newId(house.clock.now());
      await sql`insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, seat_no, recorded_at, recorded_by, superseded_at)
        values (${clinic.orgId}, ${id}, ${clinic.sessionId}, ${others[0]?.id}, ${clinic.programId}, 'present', 1, now(), ${clinic.staff.facilitator.staffId}, now())`.execute(tx);
      await sql`insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
        values (${clinic.orgId}, ${newId(house.clock.now())}, ${clinic.sessionId}, ${others[0]?.id}, ${id}, '{}', '{}', 'A sentence.', '', 60, 60, 60, 'minutes-1', ${clinic.staff.facilitator.staffId}, 'Sam', 'LPC', now())`.execute(tx);
    });
    return await enter(ask, clinic, others[0]);
  },
};

test('attendance.walk-in refuses by name, each name of its list, and seats nobody', async (t) => {
  assert.deepEqual(Object.keys(REFUSALS).sort(), walkIn.refusals.map((refusal) => refusal.name).sort());
  for (const [name, provoke] of Object.entries(REFUSALS)) {
    await t.test(name, async (t) => {
      const stage = await openStage(t);
      const reply = await provoke(stage);
      const said = walkIn.refusals.find((refusal) => refusal.name === name);
      assert.deepEqual([reply.status, reply.body.refusal], [said?.status, name], JSON.stringify(reply.body));
      assert.equal(await personOn(stage.ask, stage.clinic, stage.others[0]), undefined);
    });
  }
});

test('ATT-15 a full room names where there are free seats, and nobody by name', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, others } = stage;
  const second = await secondRoom(stage, stage.group.slice(0, 7), 60);
  await secondRoom(stage, [], 24 * 60);
  const reply = await enter(ask, clinic, others[0]);
  assert.deepEqual(reply.body.facts, { offers: [{ sessionId: second.sessionId, name: 'Skills', roomName: null, startsAt: second.start.toISOString(), endsAt: second.end.toISOString(), free: 3 }] });
});

test('ATT-15 a recorded absence frees a seat for a make-up; a latecomer then gets the lowest other seat, or is offered the other room', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, group, others } = stage;
  assert.equal((await sessionOn(ask, clinic)).seatsFree, 0);
  await must(absent(ask, clinic, group[4]));
  await must(absent(ask, clinic, group[6]));
  const entered = await must(enter(ask, clinic, others[0]));
  assert.deepEqual([entered.body.seatNo, entered.body.absentId], [5, null]);
  const shown = await personOn(ask, clinic, others[0]);
  assert.deepEqual([shown?.standing, shown?.isMakeUp, shown?.seatNo], ['make-up', true, 5]);
  await must(ask('POST', pathOf.arrival(clinic, group[4] as Person), {}));
  assert.equal((await personOn(ask, clinic, group[4]))?.seatNo, 7);
  const late = await ask('POST', pathOf.arrival(clinic, group[6] as Person), {});
  assert.deepEqual([late.body.refusal, late.body.facts], ['seat-given-away', { offers: [] }]);
  await must(ask('POST', pathOf.arrival(clinic, group[6] as Person), { overCapReason: 'Drove two hours' }));
  assert.deepEqual([(await personOn(ask, clinic, group[6]))?.seatNo, (await personOn(ask, clinic, group[6]))?.overCapReason], [null, 'Drove two hours']);
});

test('ATT-15 after the grace time the seat of somebody missing is given away, and that person gets an outreach task', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, group, others } = stage;
  house.clock.set(addMinutes(clinic.start, 20));
  await stampIn(ask, clinic, group.slice(1));
  const entered = await must(enter(ask, clinic, others[0], { giveAwaySeatOf: group[0]?.id }));
  assert.deepEqual([entered.body.seatNo, entered.body.absentId], [1, group[0]?.id]);
  assert.equal((await personOn(ask, clinic, group[0]))?.standing, 'absent');
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql`select participant_id as id, kind, source from tasks where org_id = ${clinic.orgId}`.execute(tx));
  assert.deepEqual(rows, [{ id: group[0]?.id, kind: 'outreach', source: 'absence' }]);
  const { rows: accesses } = await house.inOrganization(clinic.orgId, (tx) => sql<{ people: string[] }>`select participant_ids::text[] as people from accesses where org_id = ${clinic.orgId} and contract = 'attendance.walk-in'`.execute(tx));
  assert.deepEqual(accesses.map(({ people }) => people.sort()), [[others[0]?.id, group[0]?.id].sort()], 'both are accounted for');
  assert.equal((await enter(ask, clinic, others[1])).body.refusal, 'session-full');
  const beyond = await must(enter(ask, clinic, others[1], { overCapReason: 'Only session this week' }));
  assert.equal(beyond.body.seatNo, null);
});

test('ATT-15 a make-up stamped in by mistake is taken back and stands on no roster', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, group, others } = stage;
  await must(absent(ask, clinic, group[0]));
  await must(enter(ask, clinic, others[0]));
  await must(ask('POST', pathOf.takeBack(clinic, others[0] as Person), {}));
  assert.equal(await personOn(ask, clinic, others[0]), undefined);
  assert.equal((await sessionOn(ask, clinic)).seatsFree, 1);
  await must(enter(ask, clinic, others[1]));
});

test('ATT-15 six make-ups and a latecomer at once for two seats: two sit, and nobody is the eleventh', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, group, others } = stage;
  house.clock.set(addMinutes(clinic.start, 25));
  await stampIn(ask, clinic, group.slice(2));
  await must(absent(ask, clinic, group[0]));
  const desk = await house.as(clinic, 'front-desk');
  const replies = await Promise.all([
    ...others.map((person, index) => enter(index % 2 === 0 ? ask : desk, clinic, person)), ask('POST', pathOf.arrival(clinic, group[0] as Person), {}),
    enter(desk, clinic, others[5], { giveAwaySeatOf: group[1]?.id }), ask('POST', pathOf.arrival(clinic, group[1] as Person), {}),
  ]);
  assert.ok(replies.every((reply) => reply.status < 500), JSON.stringify(replies.map((reply) => reply.body)));
  const { people } = await sessionOn(ask, clinic);
  const inside = people.filter((one) => one.standing !== 'absent' && one.standing !== 'missing');
  assert.equal(inside.length, 10, JSON.stringify(replies.map((reply) => reply.body.refusal ?? 'seated')));
  assert.equal(new Set(inside.map((one) => one.seatNo)).size, 10);
});

test('ATT-15 one person let into two rooms at once sits in one of them', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, group, others } = stage;
  const second = await secondRoom(stage, []);
  await must(absent(ask, clinic, group[0]));
  const replies = await Promise.all([enter(ask, clinic, others[0]), enter(ask, second, others[0])]);
  assert.deepEqual(replies.map((reply) => reply.body.refusal ?? 'seated').sort(), ['elsewhere-now', 'seated']);
});

test('people of the site are found by the first letters of any name, without accents, eight at most, and the search is accounted for', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, others } = stage;
  await house.inOrganization(clinic.orgId, (tx) => sql`update participants set chosen_name = 'Íñigo', legal_family_name = 'Muñoz-Peña' where org_id = ${clinic.orgId} and id = ${others[0]?.id}`.execute(tx));
  const find = async (typed: string) => (await must(ask('POST', '/boards/walk-in-candidates', { siteId: clinic.siteId, typed }))).body.people as { participantId: string; displayName: string; programIds: string[] }[];
  for (const typed of ['ini', 'INIGO mun', 'pena', 'muñoz-p', 'given11 p']) assert.deepEqual((await find(typed)).map((one) => one.participantId), [others[0]?.id], typed);
  assert.deepEqual((await find('pena')).map(({ displayName, programIds }) => [displayName, programIds]), [['Íñigo M.', [clinic.programId]]]);
  assert.equal((await find('given')).length, 8);
  assert.deepEqual(await find('nobody'), []);
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql<{ count: number }>`
    select count(*)::integer as count from accesses where org_id = ${clinic.orgId} and contract = 'attendance.walk-in-candidates' and ${others[0]?.id} = any(participant_ids)`.execute(tx));
  assert.ok((rows[0]?.count ?? 0) >= 6);
});
