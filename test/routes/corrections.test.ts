/** Corrections over HTTP: each refusal by its name, what stands afterwards, and the addendum to a signed note (W14). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { correctTimes } from '../../src/modules/attendance/contract.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { groupReadyToSign, pathOf, stampIn } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; first: Person; eleventh: Person };
const GONE = { reason: 'unknown', excused: false, detail: '' };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 11);
  const [first] = clinic.people;
  const eleventh = clinic.people[10];
  assert.ok(first && eleventh);
  return { house, clinic, ask: await house.as(clinic, 'facilitator'), first, eleventh };
}

const times = (clinic: Organization, person: Person) => `/sessions/${clinic.sessionId}/people/${person.id}/times`;
const stay = (clinic: Organization, from: number, to: number | null) => ({ arrivedAt: addMinutes(clinic.start, from).toISOString(), leftAt: to === null ? null : addMinutes(clinic.start, to).toISOString() });
const body = (over: object) => ({ stays: [], absence: null, reason: 'The clock was wrong', addendum: null, version: null, overCapReason: null, ...over });
const at = (stage: Stage, minutes: number) => stage.house.clock.set(addMinutes(stage.clinic.start, minutes));

async function must(reply: Promise<Reply>): Promise<Reply> {
  const got = await reply;
  assert.equal(got.status, 200, JSON.stringify(got.body));
  return got;
}

async function signed(stage: Stage): Promise<string> {
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 2);
  await must(stage.ask('POST', pathOf.sign(stage.clinic), sent));
  return (await must(stage.ask('GET', times(stage.clinic, stage.first)))).body.attendanceId as string;
}

const REFUSALS: Record<(typeof correctTimes.refusals)[number]['name'] | 'changed-meanwhile', (stage: Stage) => Promise<Reply>> = {
  'session-canceled': async (stage) => {
    const { house, clinic, ask, first } = stage;
    await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set canceled_at = now(), cancel_reason = 'Snow' where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
    return await ask('POST', times(clinic, first), body({ absence: GONE }));
  },
  'not-on-roster': ({ clinic, ask, eleventh }) => ask('POST', times(clinic, eleventh), body({ absence: GONE })),
  'changed-meanwhile': async ({ clinic, ask, first }) => { await stampIn(ask, clinic, [first]); return await ask('POST', times(clinic, first), body({ absence: GONE })); },
  'absence-missing': ({ clinic, ask, first }) => ask('POST', times(clinic, first), body({})),
  'times-in-disorder': (stage) => { at(stage, 50); return stage.ask('POST', times(stage.clinic, stage.first), body({ stays: [stay(stage.clinic, 20, 10)] })); },
  'time-in-the-future': (stage) => { at(stage, 50); return stage.ask('POST', times(stage.clinic, stage.first), body({ stays: [stay(stage.clinic, 0, 51)] })); },
  'far-from-session': (stage) => { at(stage, 50); return stage.ask('POST', times(stage.clinic, stage.first), body({ stays: [stay(stage.clinic, -12 * 60 - 1, 0)] })); },
  'too-early-absent': (stage) => { at(stage, -61); return stage.ask('POST', times(stage.clinic, stage.first), body({ absence: GONE })); },
  'addendum-needed': async (stage) => { const version = await signed(stage); return await stage.ask('POST', times(stage.clinic, stage.first), body({ version, stays: [stay(stage.clinic, 10, null)] })); },
  'seat-given-away': async (stage) => {
    const { clinic, ask, first, eleventh } = stage;
    await must(ask('POST', `/sessions/${clinic.sessionId}/people/${first.id}/absence`, GONE));
    await must(ask('POST', `/sessions/${clinic.sessionId}/walk-ins`, { participantId: eleventh.id, giveAwaySeatOf: null, overCapReason: null }));
    const version = (await must(ask('GET', times(clinic, first)))).body.attendanceId as string;
    at(stage, 50);
    return await ask('POST', times(clinic, first), body({ version, stays: [stay(clinic, 0, null)] }));
  },
  'seats-free': (stage) => { at(stage, 50); return stage.ask('POST', times(stage.clinic, stage.first), body({ stays: [stay(stage.clinic, 0, null)], overCapReason: 'No chair left' })); },
};

test('attendance.correct-times refuses by name, each name of its list', async (t) => {
  assert.deepEqual(Object.keys(REFUSALS).sort(), [...correctTimes.refusals.map((refusal) => refusal.name), 'changed-meanwhile'].sort());
  for (const [name, provoke] of Object.entries(REFUSALS)) {
    await t.test(name, async (t) => {
      const reply = await provoke(await openStage(t));
      const said = correctTimes.refusals.find((refusal) => refusal.name === name);
      assert.deepEqual([reply.status, reply.body.refusal], [said?.status ?? 409, name], JSON.stringify(reply.body));
    });
  }
});

test('ATT-14 a correction takes the place of what was stamped, with its reason; the seat is kept and the ledger reads the newest', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  await stampIn(ask, clinic, [first]);
  at(stage, 55);
  const seen = (await must(ask('GET', times(clinic, first)))).body;
  const corrected = await must(ask('POST', times(clinic, first), body({ version: seen.attendanceId, stays: [stay(clinic, 10, 20), stay(clinic, 25, null)] })));
  const board = (await must(ask('GET', pathOf.today(clinic)))).body.sessions[0].people[0];
  assert.deepEqual([board.standing, board.minutesLate, board.seatNo], ['late', 10, 1]);
  at(stage, 60);
  const room = (await must(ask('GET', pathOf.room(clinic)))).body.people[0];
  assert.deepEqual([room.stays.length, room.minutes.clinical], [2, 45]);
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql`
    select id = ${corrected.body.attendanceId} as newest, correction_reason, superseded_at is null as counts, level from attendances where org_id = ${clinic.orgId} order by id`.execute(tx));
  assert.deepEqual(rows, [{ newest: false, correction_reason: null, counts: false, level: 'iop' }, { newest: true, correction_reason: 'The clock was wrong', counts: true, level: 'iop' }]);
});

test('ATT-14 once signed, a correction writes an addendum with the corrected minutes; the note keeps its own, and who may not sign is refused', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  const version = await signed(stage);
  const said = body({ version, stays: [stay(clinic, 15, null)], addendum: 'Arrived 15 minutes later than stamped.' });
  assert.equal((await (await house.as(clinic, 'front-desk'))('POST', times(clinic, first), said)).body.refusal, 'not-your-role');
  const corrected = await must(ask('POST', times(clinic, first), said));
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql`
    select a.id, a.kind, a.text, a.attendance_id, a.attended_minutes, a.clinical_minutes, a.minutes_rule, n.clinical_minutes as signed
      from note_addenda a join notes n on n.org_id = a.org_id and n.id = a.note_id where a.org_id = ${clinic.orgId}`.execute(tx));
  assert.deepEqual(rows, [{
    id: corrected.body.addendumId, kind: 'correction', text: 'Arrived 15 minutes later than stamped.', attendance_id: corrected.body.attendanceId, attended_minutes: 45, clinical_minutes: 45, minutes_rule: 'minutes-1', signed: 60,
  }]);
});

test('ATT-14 two who correct the same times at once: one is written, the other is told', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, first } = stage;
  await stampIn(ask, clinic, [first]);
  at(stage, 50);
  const version = (await must(ask('GET', times(clinic, first)))).body.attendanceId as string;
  const replies = await Promise.all([5, 10].map((minutes) => ask('POST', times(clinic, first), body({ version, stays: [stay(clinic, minutes, null)] }))));
  assert.deepEqual(replies.map((reply) => reply.body.refusal ?? 'written').sort(), ['changed-meanwhile', 'written']);
});

test('ATT-14 who was recorded absent and was there gets the seat and ends the outreach; who was stamped in and was not there opens it', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  await must(ask('POST', `/sessions/${clinic.sessionId}/people/${first.id}/absence`, GONE));
  at(stage, 50);
  const absent = (await must(ask('GET', times(clinic, first)))).body;
  assert.deepEqual([absent.absence, absent.isFull], [GONE, false]);
  const there = await must(ask('POST', times(clinic, first), body({ version: absent.attendanceId, stays: [stay(clinic, 0, null)] })));
  const open = () => house.inOrganization(clinic.orgId, async (tx) => (await sql<{ ended: string | null }>`select ended_as as ended from tasks where org_id = ${clinic.orgId} order by id`.execute(tx)).rows.map((row) => row.ended));
  assert.deepEqual(await open(), ['came']);
  await must(ask('POST', times(clinic, first), body({ version: there.body.attendanceId, absence: GONE })));
  assert.deepEqual((await open()).filter((ended) => ended === null).length, 1);
  assert.equal((await must(ask('GET', pathOf.today(clinic)))).body.sessions[0].people[0].standing, 'absent');
});
