/** Absences over HTTP: each refusal by its name, the outreach that follows, what an arrival makes of it, and races. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { recordAbsence, takeBackAbsence } from '../../src/modules/attendance/contract.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; first: Person; second: Person; eleventh: Person };
const ILL = { reason: 'ill', excused: true, detail: 'Flu since Tuesday' };
const GONE = { reason: 'unknown', excused: false, detail: '' };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 11);
  const [first, second] = clinic.people;
  const eleventh = clinic.people[10];
  assert.ok(first && second && eleventh);
  return { house, clinic, ask: await house.as(clinic, 'facilitator'), first, second, eleventh };
}

const absence = (clinic: Organization, person: Person) => `/sessions/${clinic.sessionId}/people/${person.id}/absence`;
const takeBack = (clinic: Organization, person: Person) => `${absence(clinic, person)}/take-back`;
async function must(reply: Promise<Reply>): Promise<Reply> {
  const got = await reply;
  assert.equal(got.status, 200, JSON.stringify(got.body));
  return got;
}

async function rowsOf({ house, clinic }: Stage, person: Person): Promise<{ outcome: string; why: string | null; counts: boolean; seat: number | null }[]> {
  return await house.inOrganization(clinic.orgId, async (tx) => {
    const { rows } = await sql<{ outcome: string; why: string | null; counts: boolean; seat: number | null }>`
      select outcome, correction_reason as why, superseded_at is null as counts, seat_no as seat from attendances
       where org_id = ${clinic.orgId} and participant_id = ${person.id} order by id`.execute(tx);
    return rows;
  });
}

/** How each outreach task of a person ended; null while it is open. */
async function outreachOf({ house, clinic }: Stage, person: Person): Promise<(string | null)[]> {
  return await house.inOrganization(clinic.orgId, async (tx) => {
    const { rows } = await sql<{ ended: string | null }>`select ended_as as ended from tasks where org_id = ${clinic.orgId} and participant_id = ${person.id} and kind = 'outreach' order by id`.execute(tx);
    return rows.map((row) => row.ended);
  });
}

async function onBoard({ clinic }: Stage, ask: Ask, person: Person) {
  const board = await must(ask('GET', pathOf.today(clinic)));
  return board.body.sessions[0].people.find((one: { participantId: string }) => one.participantId === person.id);
}

async function cancel({ house, clinic }: Stage): Promise<void> {
  await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set canceled_at = now(), cancel_reason = 'Snow' where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
}

async function sign({ house, clinic, ask }: Stage): Promise<void> {
  await must(ask('POST', pathOf.sign(clinic), await groupReadyToSign(house, clinic, ask, 2)));
}

const RECORD: Record<(typeof recordAbsence.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'session-canceled': async (stage) => { await cancel(stage); return await stage.ask('POST', absence(stage.clinic, stage.first), GONE); },
  'already-signed': async (stage) => { await sign(stage); return await stage.ask('POST', absence(stage.clinic, stage.first), GONE); },
  'not-on-roster': ({ clinic, ask, eleventh }) => ask('POST', absence(clinic, eleventh), GONE),
  'was-here': async ({ clinic, ask, first }) => { await must(ask('POST', pathOf.arrival(clinic, first), {})); return await ask('POST', absence(clinic, first), GONE); },
  'too-early-absent': ({ house, clinic, ask, first }) => { house.clock.set(addMinutes(clinic.start, -61)); return ask('POST', absence(clinic, first), GONE); },
};

const TAKE_BACK: Record<(typeof takeBackAbsence.refusals)[number]['name'], (stage: Stage) => Promise<Reply>> = {
  'already-signed': async (stage) => { await sign(stage); return await stage.ask('POST', takeBack(stage.clinic, stage.first)); },
  'not-absent': ({ clinic, ask, first }) => ask('POST', takeBack(clinic, first)),
  'undo-passed': async ({ house, clinic, ask, first }) => {
    const came = await must(ask('POST', pathOf.arrival(clinic, first), {}));
    house.clock.set(clinic.start);
    await must(ask('POST', `/sessions/${clinic.sessionId}/people/${first.id}/times`, { stays: [], absence: GONE, reason: 'Wrong person', addendum: null, version: came.body.attendanceId, overCapReason: null }));
    return await ask('POST', takeBack(clinic, first));
  },
  'seat-given-away': async ({ clinic, ask, first, eleventh }) => {
    await must(ask('POST', absence(clinic, first), GONE));
    await must(ask('POST', `/sessions/${clinic.sessionId}/walk-ins`, { participantId: eleventh.id, giveAwaySeatOf: null, overCapReason: null }));
    return await ask('POST', takeBack(clinic, first));
  },
};

for (const [contract, cases] of [[recordAbsence, RECORD], [takeBackAbsence, TAKE_BACK]] as const) {
  test(`${contract.name} refuses by name, each name of its list`, async (t) => {
    assert.deepEqual(Object.keys(cases).sort(), contract.refusals.map((refusal) => refusal.name).sort());
    for (const [name, provoke] of Object.entries(cases)) {
      await t.test(name, async (t) => {
        const reply = await provoke(await openStage(t));
        const said = contract.refusals.find((refusal) => refusal.name === name);
        assert.deepEqual([reply.status, reply.body.refusal, reply.body.sentence, reply.body.way], [said?.status, name, said?.sentence, said?.way], JSON.stringify(reply.body));
      });
    }
  });
}

test('ATT-13 an unexcused absence opens outreach, said again as excused it ends, and taken back the person is expected', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  await must(ask('POST', absence(clinic, first), GONE));
  assert.deepEqual([(await onBoard(stage, ask, first)).standing, await outreachOf(stage, first)], ['absent', [null]]);
  await must(ask('POST', absence(clinic, first), GONE));
  assert.equal((await rowsOf(stage, first)).length, 1, 'the same again writes nothing');
  await must(ask('POST', absence(clinic, first), ILL));
  const shown = await onBoard(stage, ask, first);
  assert.deepEqual([shown.standing, shown.absence, await outreachOf(stage, first)], ['excused', ILL, ['taken-back']]);
  assert.deepEqual((await onBoard(stage, await house.as(clinic, 'front-desk'), first)).absence, { ...ILL, detail: null }, 'the words are for those who read notes');
  await must(ask('POST', takeBack(clinic, first)));
  assert.deepEqual([(await onBoard(stage, ask, first)).standing, (await onBoard(stage, ask, first)).absence], ['expected', null]);
  assert.deepEqual((await rowsOf(stage, first)).map(({ outcome, counts }) => [outcome, counts]), [['absent', false], ['absent', false]]);
});

test('ATT-13 an absence told days ahead is kept, and the session can still be canceled', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set planned_start_at = planned_start_at + interval '3 days', planned_end_at = planned_end_at + interval '3 days' where org_id = ${clinic.orgId}`.execute(tx));
  assert.equal((await ask('POST', absence(clinic, first), GONE)).body.refusal, 'too-early-absent');
  await must(ask('POST', absence(clinic, first), ILL));
  const day = await must(ask('GET', `${pathOf.today(clinic)}&date=2026-11-22`));
  assert.equal(day.body.sessions[0].people[0].standing, 'excused');
  await must(ask('POST', `/sessions/${clinic.sessionId}/cancel`, { reason: 'Snow' }));
});

test('ATT-13 who comes after all takes the place of the absence, and outreach ends; taken back, both stand again', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  house.clock.set(addMinutes(clinic.start, 5));
  await must(ask('POST', absence(clinic, first), GONE));
  await must(ask('POST', pathOf.arrival(clinic, first), {}));
  assert.deepEqual([(await onBoard(stage, ask, first)).standing, await outreachOf(stage, first)], ['late', ['came']]);
  assert.deepEqual(await rowsOf(stage, first), [{ outcome: 'absent', why: null, counts: false, seat: null }, { outcome: 'present', why: 'Came after all', counts: true, seat: 1 }]);
  await must(ask('POST', pathOf.takeBack(clinic, first), {}));
  assert.deepEqual([(await onBoard(stage, ask, first)).standing, (await outreachOf(stage, first)).filter((ended) => ended === null).length], ['absent', 1]);
  await must(ask('POST', takeBack(clinic, first)));
  assert.equal((await onBoard(stage, ask, first)).standing, 'missing');
});

test('ATT-9 two desks at once, one saying here and one saying absent, leave one attendance that counts', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask } = stage;
  for (const person of clinic.people.slice(0, 5)) {
    const replies = await Promise.all([ask('POST', absence(clinic, person), GONE), ask('POST', pathOf.arrival(clinic, person), {}), ask('POST', absence(clinic, person), ILL), ask('POST', pathOf.arrival(clinic, person), {})]);
    assert.deepEqual(replies.filter((reply) => reply.status !== 200).map((reply) => reply.body.refusal).filter((name) => name !== 'was-here'), []);
    const counting = (await rowsOf(stage, person)).filter((row) => row.counts);
    assert.equal(counting.length, 1);
    assert.equal(counting[0]?.outcome, 'present', 'whoever was stamped in was here');
  }
});
