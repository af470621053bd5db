/** Who is on call over HTTP: set for a span, never taken off a day with sessions, settled when two set at once, taken back shortly after. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { readOnCall } from '../../src/boards/staff/staff.contract.ts';
import { clearOnCall, setOnCall, takeBackOnCall } from '../../src/modules/program/on-call.contract.ts';
import { newId } from '../../src/platform/ids.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

type After = { after(work: () => Promise<void>): void };
type Stage = { house: House; clinic: Organization; ask: Ask; path: string; dana: string; theo: string };
type Day = { date: string; onCall: string | null; sessions: number; holiday: string | null };

const EVERY = [1, 2, 3, 4, 5, 6, 7];
/** Thursday, on which the furnished session is planned, to Wednesday. */
const SPAN = { from: '2026-11-19', to: '2026-11-25', weekdays: EVERY };

async function openStage(t: After): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 2);
  return { house, clinic, ask: await house.as(clinic, 'supervisor'), path: `/sites/${clinic.siteId}/on-call`, dana: clinic.staff.counselor.staffId, theo: clinic.staff.facilitator.staffId };
}

async function days({ ask, path }: Stage, from = SPAN.from, to = SPAN.to): Promise<Day[]> {
  const reply = await ask('GET', `${path}?from=${from}&to=${to}`);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body.days as Day[];
}
const onCallOn = async (stage: Stage) => (await days(stage)).map((day) => (day.onCall === stage.dana ? 'dana' : day.onCall === stage.theo ? 'theo' : '-')).join(' ');

async function set({ ask, path }: Stage, staffId: string, span: object = {}): Promise<Reply> {
  return await ask('POST', path, { ...SPAN, ...span, staffId });
}

test('PRO-6 each day says who is on call, how many sessions stand and which holiday it is', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, dana } = stage;
  await house.inOrganization(clinic.orgId, (tx) => sql`insert into holidays (org_id, id, date, name, recorded_at) values (${clinic.orgId}, ${newId(house.clock.now())}, '2026-11-20', 'Day off', ${house.clock.now()})`.execute(tx));
  assert.equal((await set(stage, dana, { weekdays: [4, 5] })).body.written.length, 2);
  assert.deepEqual((await days(stage, '2026-11-18', '2026-11-20')).map((day) => [day.date, day.onCall === dana, day.sessions, day.holiday]), [
    ['2026-11-18', false, 0, null], ['2026-11-19', true, 1, null], ['2026-11-20', true, 0, 'Day off'],
  ]);
  const people = (await ask('GET', `${stage.path}?from=${SPAN.from}&to=${SPAN.to}`)).body.people as { staffId: string; mayBeOnCall: boolean }[];
  assert.deepEqual(people.map((one) => one.staffId).sort(), (['director', 'supervisor', 'facilitator', 'counselor'] as const).map((role) => clinic.staff[role].staffId).sort());
});

test('PRO-6 a session that is canceled or no longer planned is not counted', async (t) => {
  const stage = await openStage(t);
  const change = (column: 'canceled_at' | 'withdrawn_at', value: string | null) => stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`update sessions set ${sql.ref(column)} = ${value} where org_id = ${stage.clinic.orgId}`.execute(tx));
  const count = async () => (await days(stage))[0]?.sessions;
  assert.equal(await count(), 1);
  await change('canceled_at', '2026-11-19T12:00:00Z');
  assert.equal(await count(), 0);
  await change('canceled_at', null);
  await change('withdrawn_at', '2026-11-19T12:00:00Z');
  assert.equal(await count(), 0);
});

test('PRO-6 whoever is set takes the place of whoever was, and a day that is theirs already is left alone', async (t) => {
  const stage = await openStage(t);
  const { dana, theo } = stage;
  assert.equal((await set(stage, dana)).body.written.length, 7);
  const { written, ended } = (await set(stage, theo, { weekdays: [6, 7] })).body;
  assert.deepEqual([written.length, ended.length, await onCallOn(stage)], [2, 2, 'dana dana theo theo dana dana dana']);
  const again = (await set(stage, dana)).body;
  assert.deepEqual([again.written.length, again.ended.length, await onCallOn(stage)], [2, 2, 'dana dana dana dana dana dana dana']);
  const same = (await set(stage, dana)).body;
  assert.deepEqual([same.written.length, same.ended.length], [0, 0]);
});

test('PRO-5 days on which the person does not work at the site are named', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, dana } = stage;
  await house.inOrganization(clinic.orgId, (tx) => sql`update staff set ended_on = '2026-11-23' where org_id = ${clinic.orgId} and id = ${dana}`.execute(tx));
  assert.deepEqual((await set(stage, dana)).body.facts, { days: ['2026-11-24', '2026-11-25'] });
  assert.equal((await set(stage, dana, { to: '2026-11-23' })).status, 200);
});

/** Each refusal of each contract, and what provokes it. */
const REFUSALS: Record<string, (stage: Stage) => Promise<Reply>> = {
  'read span-backwards': ({ ask, path }) => ask('GET', `${path}?from=2026-11-20&to=2026-11-19`),
  'read span-too-long': ({ ask, path }) => ask('GET', `${path}?from=2026-11-01&to=2027-02-01`),
  'set span-backwards': (stage) => set(stage, stage.dana, { to: '2026-11-18' }),
  'set span-too-long': (stage) => set(stage, stage.dana, { to: '2027-11-20' }),
  'set no-day-in-span': (stage) => set(stage, stage.dana, { to: '2026-11-20', weekdays: [1] }),
  'set day-is-over': (stage) => set(stage, stage.dana, { from: '2026-11-18' }),
  'set not-a-clinician-here': (stage) => set(stage, stage.clinic.staff.biller.staffId),
  'set on-call-changed': async (stage) => {
    const { house, clinic, dana, theo } = stage;
    /* Somebody else's row is written and not yet committed while this one asks: the index lets it wait, and then refuses it. */
    const waiting = await house.inOrganization(clinic.orgId, async (tx) => {
      await sql`insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at) values (${clinic.orgId}, ${newId(house.clock.now())}, ${clinic.siteId}, '2026-11-21', ${dana}, ${house.clock.now()})`.execute(tx);
      const asked = set(stage, theo);
      await delay(300);
      return { asked };
    });
    const reply = await waiting.asked;
    assert.equal(await onCallOn(stage), '- - dana - - - -', 'nothing of it was written');
    return reply;
  },
  'clear span-backwards': ({ ask, path }) => ask('POST', `${path}/clear`, { ...SPAN, to: '2026-11-18' }),
  'clear span-too-long': ({ ask, path }) => ask('POST', `${path}/clear`, { ...SPAN, to: '2027-11-20' }),
  'clear no-day-in-span': ({ ask, path }) => ask('POST', `${path}/clear`, { ...SPAN, to: '2026-11-20', weekdays: [1] }),
  'clear day-is-over': ({ ask, path }) => ask('POST', `${path}/clear`, { ...SPAN, from: '2026-11-18' }),
  'clear on-call-needed': async (stage) => {
    await set(stage, stage.dana);
    return await stage.ask('POST', `${stage.path}/clear`, SPAN);
  },
  'take-back on-call-changed': async (stage) => {
    const { body } = await set(stage, stage.dana);
    await set(stage, stage.theo);
    return await stage.ask('POST', `${stage.path}/take-back`, body);
  },
  'take-back take-back-passed': async (stage) => {
    const { body } = await set(stage, stage.dana);
    return await (await stage.house.as(stage.clinic, 'director'))('POST', `${stage.path}/take-back`, { written: body.written, ended: [] });
  },
};

for (const [name, provoke] of Object.entries(REFUSALS)) {
  test(`refused by name: ${name}`, async (t) => {
    const reply = await provoke(await openStage(t));
    assert.equal(reply.body.refusal, name.split(' ')[1], JSON.stringify(reply.body));
  });
}

test('every refusal of these contracts is provoked above', () => {
  const all = ([['read', readOnCall], ['set', setOnCall], ['clear', clearOnCall], ['take-back', takeBackOnCall]] as const).flatMap(([verb, contract]) => contract.refusals.map((refusal) => `${verb} ${refusal.name}`));
  assert.deepEqual(Object.keys(REFUSALS).sort(), all.sort());
});

test('PRO-6 a day with sessions is named and kept; a day without is cleared', async (t) => {
  const stage = await openStage(t);
  await set(stage, stage.dana);
  assert.deepEqual((await stage.ask('POST', `${stage.path}/clear`, SPAN)).body.facts, { days: ['2026-11-19'] });
  assert.equal((await stage.ask('POST', `${stage.path}/clear`, { ...SPAN, from: '2026-11-20' })).body.ended.length, 6);
  assert.equal(await onCallOn(stage), 'dana - - - - - -');
});

test('PRO-6 of two who set the same days at once, free or taken, one is kept and the other is told', async (t) => {
  const stage = await openStage(t);
  for (const before of ['free', 'taken']) {
    const replies = await Promise.all([set(stage, stage.dana), set(stage, stage.theo), set(stage, stage.clinic.staff.director.staffId)]);
    assert.equal(replies.filter((reply) => reply.status === 200).length >= 1, true, before);
    for (const reply of replies.filter((one) => one.status !== 200)) assert.equal(reply.body.refusal, 'on-call-changed');
    assert.ok((await days(stage)).every((day) => day.onCall !== null), before);
    assert.equal(new Set((await days(stage)).map((day) => day.onCall)).size, 1, 'nobody got half a week');
  }
});

test('PRO-7 what was set is taken back: those who were on call are again, and days that were free are free', async (t) => {
  const stage = await openStage(t);
  await set(stage, stage.theo, { to: '2026-11-20' });
  const { body } = await set(stage, stage.dana);
  assert.equal(await onCallOn(stage), 'dana dana dana dana dana dana dana');
  const back = await stage.ask('POST', `${stage.path}/take-back`, { written: body.written, ended: body.ended });
  assert.deepEqual([back.status, await onCallOn(stage)], [200, 'theo theo - - - - -']);
  const forth = await stage.ask('POST', `${stage.path}/take-back`, { written: back.body.written, ended: back.body.ended });
  assert.deepEqual([forth.status, await onCallOn(stage)], [200, 'dana dana dana dana dana dana dana'], 'and taking that back carries it out again');
});

test('PRO-7 after two minutes, or from another site or organization, nothing is taken back', async (t) => {
  const stage = await openStage(t);
  const { body } = await set(stage, stage.dana);
  const elsewhere = await stage.house.furnish('Fernhill Center', 1);
  const there = await stage.house.as(elsewhere, 'supervisor');
  assert.equal((await there('POST', `${stage.path}/take-back`, { written: body.written, ended: [] })).status, 404);
  assert.equal((await there('POST', `/sites/${elsewhere.siteId}/on-call/take-back`, { written: body.written, ended: [] })).status, 404);
  assert.equal((await there('GET', `${stage.path}?from=${SPAN.from}&to=${SPAN.to}`)).status, 404);
  assert.equal((await there('POST', `/sites/${elsewhere.siteId}/on-call`, { ...SPAN, staffId: stage.dana })).body.refusal, 'not-a-clinician-here');
  stage.house.clock.set(new Date(stage.house.clock.now().getTime() + 120_001));
  assert.equal((await stage.ask('POST', `${stage.path}/take-back`, { written: body.written, ended: [] })).body.refusal, 'take-back-passed');
});

test('a day counts as the site’s wall calendar has it: late evening belongs to the day on which it begins there', async (t) => {
  const stage = await openStage(t);
  await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`update sessions set planned_start_at = '2026-11-20T05:30:00Z', planned_end_at = '2026-11-20T06:30:00Z' where org_id = ${stage.clinic.orgId}`.execute(tx));
  assert.deepEqual((await days(stage)).filter((day) => day.sessions > 0).map((day) => day.date), ['2026-11-19']);
});
