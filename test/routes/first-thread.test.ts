/** One thread through everything: stamp ten in, write ten sentences, sign, read the ledger. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/house.ts';

test('a group of ten is stamped in, written, signed, and stands in the ledger as documented minutes', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  const facilitator = await house.as(clinic, 'facilitator');
  house.clock.advance(10);
  for (const person of clinic.people) {
    const stamp = await facilitator('POST', `/sessions/${clinic.sessionId}/people/${person.id}/arrival`, {});
    assert.equal(stamp.status, 200, JSON.stringify(stamp.body));
  }
  house.clock.advance(60);
  const shared = await facilitator('PUT', `/sessions/${clinic.sessionId}/draft`, { version: 0, part: { topic: 'High-risk situations', interventions: ['role-play'], happened: 'Pairs rehearsed.', practice: '' } });
  assert.equal(shared.status, 200, JSON.stringify(shared.body));
  const people = [];
  for (const [index, person] of clinic.people.entries()) {
    const part = { chips: ['took-part'], ownSentence: `Own sentence number ${index}.`, craving: null, practice: '' };
    const draft = await facilitator('PUT', `/sessions/${clinic.sessionId}/people/${person.id}/draft`, { version: 0, part });
    assert.equal(draft.status, 200, JSON.stringify(draft.body));
    people.push({ participantId: person.id, version: draft.body.version });
  }
  const signed = await facilitator('POST', `/sessions/${clinic.sessionId}/sign`, { sharedVersion: shared.body.version, people });
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
  assert.equal(signed.body.notes.length, 10);
  const ledger = await facilitator('GET', `/people/${clinic.people[0]?.id}/hours`);
  assert.equal(ledger.body.documentedMinutes, 60);
  assert.equal(ledger.body.floor.minutes, 540);
});
