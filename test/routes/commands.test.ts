/** An act runs once whatever is repeated, reused or lost on the way (W26). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '../../src/platform/database.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { groupReadyToSign, pathOf, stampIn } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; first: Person; second: Person };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const [first, second] = clinic.people;
  assert.ok(first && second);
  return { house, clinic, ask: await house.as(clinic, 'facilitator'), first, second };
}

const command = (id: string = randomUUID()) => ({ 'idempotency-key': id });
const outcome = (reply: Reply) => `${reply.status} ${reply.body.refusal ?? 'value'}`;

async function count({ house, clinic }: Stage, table: string): Promise<number> {
  return await house.inOrganization(clinic.orgId, async (tx) => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where org_id = ${clinic.orgId}`.execute(tx)).rows[0]?.n ?? -1);
}

test('the same command twice answers the same and acts once, even when the world has moved on', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  const key = command();
  const one = await ask('POST', pathOf.arrival(clinic, first), {}, key);
  house.clock.advance(5);
  assert.equal((await ask('POST', pathOf.leaving(clinic, first), {})).status, 200);
  const two = await ask('POST', pathOf.arrival(clinic, first), {}, key);
  assert.deepEqual([two.status, two.body], [200, one.body]);
  assert.equal(await count(stage, 'stays'), 1);
});

test('ten of the same command at once act once and all answer the same', async (t) => {
  const stage = await openStage(t);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask);
  const key = command();
  const replies = await Promise.all(Array.from({ length: 10 }, () => stage.ask('POST', pathOf.sign(stage.clinic), sent, key)));
  assert.deepEqual(replies.map((reply) => reply.status), Array.from({ length: 10 }, () => 200));
  assert.equal(new Set(replies.map((reply) => JSON.stringify(reply.body))).size, 1);
  assert.equal(await count(stage, 'notes'), 10);
});

test('a command id that was used for something else is refused: other body, other person, other act, other colleague', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first, second } = stage;
  const colleague = await house.as(clinic, 'counselor');
  const key = command();
  assert.equal((await ask('POST', pathOf.arrival(clinic, first), {}, key)).status, 200);
  for (const reply of [
    await ask('POST', pathOf.arrival(clinic, first), { at: clinic.start.toISOString() }, key), await ask('POST', pathOf.arrival(clinic, second), {}, key),
    await ask('POST', pathOf.leaving(clinic, first), {}, key), await colleague('POST', pathOf.arrival(clinic, first), {}, key),
  ]) assert.equal(outcome(reply), '409 command-reused');
  assert.equal(await count(stage, 'stays'), 1);
});

test('the same command id in two organizations is two commands', async (t) => {
  const stage = await openStage(t);
  const other = await stage.house.furnish('Fernhill Center');
  const ask = await stage.house.as(other, 'facilitator');
  const key = command();
  assert.equal((await stage.ask('POST', pathOf.arrival(stage.clinic, stage.first), {}, key)).status, 200);
  assert.equal((await ask('POST', pathOf.arrival(other, other.people[0] ?? { id: '' }), {}, key)).status, 200);
});

test('a command that was refused was not carried out, and may be sent again', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask, first } = stage;
  const key = command();
  house.clock.set(addMinutes(clinic.start, -90));
  assert.equal(outcome(await ask('POST', pathOf.arrival(clinic, first), {}, key)), '422 too-early-to-stamp');
  assert.equal(await count(stage, 'commands'), 0);
  house.clock.set(clinic.start);
  assert.equal(outcome(await ask('POST', pathOf.arrival(clinic, first), {}, key)), '200 value');
});

test('the order in which a body names its fields makes no other command', async (t) => {
  const stage = await openStage(t);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 2);
  const key = command();
  const turned = { people: sent.people.map(({ participantId, version }) => ({ version, participantId })), sharedVersion: sent.sharedVersion };
  assert.equal((await stage.ask('POST', pathOf.sign(stage.clinic), sent, key)).status, 200);
  assert.equal((await stage.ask('POST', pathOf.sign(stage.clinic), turned, key)).status, 200);
});

test('what is kept of a command holds ids, counts and times only', async (t) => {
  const stage = await openStage(t);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 2);
  await stage.ask('POST', pathOf.sign(stage.clinic), sent, command());
  const { rows } = await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql<{ reply: string }>`select reply::text from commands where org_id = ${stage.clinic.orgId}`.execute(tx));
  const kept = rows.map((row) => row.reply).join('\n');
  assert.equal(rows.length, 3);
  assert.doesNotMatch(kept, /Given|Family|Named the hour|Pairs rehearsed/);
  const texts = [...kept.matchAll(/: "([^"]*)"/g)].map((match) => match[1] ?? '');
  assert.deepEqual(texts.filter((text) => !/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/.test(text)), []);
});

test('two facilitators who sign at once: one signs, the other hears by whom and when', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const sent = await groupReadyToSign(house, clinic, stage.ask);
  const askers = [stage.ask, await house.as(clinic, 'supervisor')];
  const replies = await Promise.all(askers.map((ask) => ask('POST', pathOf.sign(clinic), sent)));
  assert.deepEqual(replies.map(outcome).sort(), ['200 value', '409 signed-before']);
  const lost = replies.find((reply) => reply.status === 409);
  const winner = replies.findIndex((reply) => reply.status === 200) === 0 ? 'Sam facilitator' : 'Sam supervisor';
  assert.deepEqual([lost?.body.facts.by, lost?.body.facts.at, lost?.body.facts.participantIds.length], [winner, house.clock.now().toISOString(), 10]);
  assert.equal(await count(stage, 'notes'), 10);
});

test('two desks that stamp ten people at once make one attendance and one stay for each', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const desks = [stage.ask, await house.as(clinic, 'front-desk'), await house.as(clinic, 'counselor'), await house.as(clinic, 'supervisor')];
  const replies = await Promise.all(clinic.people.flatMap((person) => desks.map((ask) => ask('POST', pathOf.arrival(clinic, person), {}))));
  assert.deepEqual([...new Set(replies.map(outcome))], ['200 value']);
  assert.deepEqual([await count(stage, 'attendances'), await count(stage, 'stays')], [10, 10]);
});

test('two desks that stamp the same person out at once end one stay, and a stamp taken back twice is taken back once', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, first } = stage;
  const desks = [stage.ask, await house.as(clinic, 'front-desk')];
  await stampIn(stage.ask, clinic, [first]);
  const out = await Promise.all(desks.map((ask) => ask('POST', pathOf.leaving(clinic, first), {})));
  assert.deepEqual(out.map(outcome).sort(), ['200 value', '422 not-here']);
  const back = await Promise.all(desks.map((ask) => ask('POST', pathOf.takeBack(clinic, first), {})));
  assert.ok(back.some((reply) => reply.status === 200) && back.every((reply) => [200, 422].includes(reply.status)), back.map(outcome).join());
  assert.ok(await count(stage, 'stays') <= 2);
});

test('a stamp and a signing at once: the note carries either the stamp or none of it', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, first } = stage;
  const sent = await groupReadyToSign(house, clinic, stage.ask);
  const desk = await house.as(clinic, 'front-desk');
  const [signed, left] = await Promise.all([
    stage.ask('POST', pathOf.sign(clinic), sent), desk('POST', pathOf.leaving(clinic, first), { at: addMinutes(clinic.start, 30).toISOString() }),
  ]);
  assert.equal(outcome(signed), '200 value');
  const minutes = signed.body.notes.find((note: { participantId: string }) => note.participantId === first.id).clinicalMinutes as number;
  assert.deepEqual([outcome(left), minutes], left.status === 200 ? ['200 value', 30] : ['409 already-signed', 60]);
});

test('an act without a command id is told so before anything else happens', async (t) => {
  const stage = await openStage(t);
  for (const id of ['', 'x', 'not-a-uuid']) assert.equal(outcome(await stage.ask('POST', pathOf.arrival(stage.clinic, stage.first), {}, command(id))), '400 command-missing');
  assert.equal(await count(stage, 'attendances'), 0);
});

test('a transaction that PostgreSQL asks to repeat is tried three times, then given up', async (t) => {
  const { house, clinic } = await openStage(t);
  for (const code of ['40001', '40P01']) {
    let tries = 0;
    const fail = (until: number) => inTransaction(house.kysely, clinic.orgId, async (tx) => {
      tries += 1;
      if (tries < until) await sql.raw(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`).execute(tx);
      return tries;
    });
    assert.equal(await fail(3), 3);
    tries = 0;
    await assert.rejects(fail(9), { code });
    assert.equal(tries, 3);
  }
});
