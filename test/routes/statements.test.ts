/** Acts and boards are set-based: how many statements they send depends on neither people nor sessions, and the number is known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';
import { recordStatements, transactionsOf } from '../support/statements.ts';

/** BEGIN with the organization, and COMMIT. */
const FRAME = 2;
/** The claim of the command id and the reply that is kept under it. */
const COMMAND = 2;
const ACCESS = 1;

/** Messages of the transaction that answered; who is asking is looked up in a transaction of its own, and not each time. */
async function messagesOf(ask: () => Promise<Reply>): Promise<number> {
  const { value: reply, sent } = await recordStatements(ask);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  const answered = transactionsOf(sent).at(-1) ?? [];
  assert.match(answered.at(-1)?.text ?? '', /^commit$/i);
  assert.ok(answered.some((one) => /insert into accesses/.test(one.text)), 'the last transaction is the one that answers');
  return answered.length;
}

async function attend(house: House, clinic: Organization, facilitator: Ask): Promise<void> {
  house.clock.advance(10);
  for (const person of clinic.people) await facilitator('POST', `/sessions/${clinic.sessionId}/people/${person.id}/arrival`, {});
  house.clock.advance(60);
  for (const person of clinic.people) {
    await facilitator('PUT', `/sessions/${clinic.sessionId}/people/${person.id}/draft`, { version: 0, part: { chips: [], ownSentence: 'Practiced one sentence.', craving: null, practice: '' } });
  }
}

/** One house for each size, so that nothing is shared but the schema. */
async function countIn(house: House, people: number) {
  const clinic = await house.furnish(`House of ${people}`, people);
  const facilitator = await house.as(clinic, 'facilitator');
  await attend(house, clinic, facilitator);
  const today = await messagesOf(() => facilitator('GET', `/boards/today?siteId=${clinic.siteId}`));
  const groupRoom = await messagesOf(() => facilitator('GET', `/sessions/${clinic.sessionId}/room`));
  const body = { sharedVersion: 0, people: clinic.people.map((person) => ({ participantId: person.id, version: 1 })) };
  const sign = await messagesOf(() => facilitator('POST', `/sessions/${clinic.sessionId}/sign`, body));
  return { today, groupRoom, sign };
}

test('signing, the today board and the group room send as many statements for ten people as for one', async (t) => {
  const house = await openHouse(t);
  const one = await countIn(house, 1);
  house.clock.advance(-70);
  const ten = await countIn(house, 10);
  assert.deepEqual(ten, one);
  assert.deepEqual(ten, {
    // load: session, site, stays, drafts, notes, shared draft, roster, modules, objectives, notes before, figures, supervisor, danger, visits; save: notes, drafts gone
    sign: FRAME + COMMAND + 16 + ACCESS,
    // site, sessions, people, figures
    today: FRAME + 4 + ACCESS,
    // session, site, people, drafts, notes, shared draft, notes before, modules, figures, objectives, counselors, co-signer
    groupRoom: FRAME + 12 + ACCESS,
  });
});

test('signing sends as many statements whether one did not come or nine', async (t) => {
  const house = await openHouse(t);
  const counts = [];
  for (const people of [2, 10]) {
    const clinic = await house.furnish(`Half house of ${people}`, people);
    const facilitator = await house.as(clinic, 'facilitator');
    house.clock.set(clinic.start);
    await attend(house, { ...clinic, people: clinic.people.slice(0, 1) }, facilitator);
    const body = { sharedVersion: 0, people: [{ participantId: clinic.people[0]?.id, version: 1 }] };
    counts.push(await messagesOf(() => facilitator('POST', `/sessions/${clinic.sessionId}/sign`, body)));
    house.clock.advance(-80);
  }
  assert.equal(counts[0], counts[1]);
});
