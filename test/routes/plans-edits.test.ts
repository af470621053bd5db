/** A plan is worded anew over what was seen, its interventions are lettered, and signed notes keep the words that they were signed with. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; person: Person; goalId: string; objectiveId: string; interventionId: string };
const said = (reply: Reply) => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const GOAL = { problem: 'Drinks alone after work', ownWords: 'I want my evenings back.' };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 2);
  const ask = await house.as(clinic, 'counselor');
  const person = clinic.people[0] as Person;
  const { goalId } = (await ask('POST', `/episodes/${person.episodeId}/goals`, GOAL)).body;
  const { objectiveId } = (await ask('POST', `/goals/${goalId}/objectives`, { text: 'Calls somebody before the first drink', targetOn: '2026-12-10' })).body;
  const { interventionId } = (await ask('POST', `/goals/${goalId}/interventions`, { text: 'Refusal practice', frequency: 'weekly', staffId: clinic.staff.facilitator.staffId })).body;
  return { house, clinic, ask, person, goalId, objectiveId, interventionId };
}
const planOf = async ({ ask, person }: Stage) => (await ask('GET', `/people/${person.id}/plan`)).body.plans[0];
const changesOf = ({ house, clinic }: Stage, id: string) => house.inOrganization(clinic.orgId, async (tx) =>
  (await sql<{ was: object; became: object }>`select was, became from changes where org_id = ${clinic.orgId} and row_id = ${id} order by recorded_at, id`.execute(tx)).rows);

test('PLN-6 goal, objective and intervention are worded anew over the version that was seen; what they said before is kept', async (t) => {
  const stage = await openStage(t);
  const { ask, goalId, objectiveId, interventionId } = stage;
  assert.equal(said(await ask('POST', `/goals/${goalId}`, { version: 0, problem: GOAL.problem, ownWords: 'I want my evenings and my sleep back.' })), '200');
  assert.equal(said(await ask('POST', `/objectives/${objectiveId}`, { version: 0, text: 'Calls Ana first', targetOn: null })), '200');
  assert.equal(said(await ask('POST', `/interventions/${interventionId}`, { version: 0, text: 'Refusal practice', frequency: 'twice a week', staffId: null })), '200');
  const [goal] = (await planOf(stage)).goals;
  assert.deepEqual([goal.ownWords, goal.version], ['I want my evenings and my sleep back.', 1]);
  assert.deepEqual([goal.objectives[0].text, goal.objectives[0].targetOn, goal.objectives[0].version], ['Calls Ana first', null, 1]);
  assert.deepEqual([goal.interventions[0].frequency, goal.interventions[0].staffName, goal.interventions[0].version], ['twice a week', null, 1]);
  assert.deepEqual(await changesOf(stage, goalId), [{ was: { ownWords: GOAL.ownWords }, became: { ownWords: 'I want my evenings and my sleep back.' } }]);
  assert.deepEqual(await changesOf(stage, objectiveId), [{ was: { text: 'Calls somebody before the first drink', targetOn: '2026-12-10' }, became: { text: 'Calls Ana first', targetOn: null } }]);
  assert.deepEqual(await changesOf(stage, interventionId), [{ was: { frequency: 'weekly', staffId: stage.clinic.staff.facilitator.staffId }, became: { frequency: 'twice a week', staffId: null } }]);
  assert.equal(said(await ask('POST', `/goals/${goalId}`, { version: 1, problem: GOAL.problem, ownWords: 'I want my evenings and my sleep back.' })), '200');
  assert.equal((await changesOf(stage, goalId)).length, 1, 'a change that changes nothing is none');
});

test('PLN-6 of two who edit the same version at once one goes through, and the other is told', async (t) => {
  const { ask, objectiveId } = await openStage(t);
  const both = await Promise.all(['Calls Ana first', 'Calls Ben first'].map((text) => ask('POST', `/objectives/${objectiveId}`, { version: 0, text, targetOn: null })));
  assert.deepEqual(both.map(said).sort(), ['200', '409 changed-meanwhile']);
});

test('PLN-6 what has ended is not worded anew, and a target day that is said now lies ahead', async (t) => {
  const stage = await openStage(t);
  const { ask, goalId, objectiveId, interventionId, house } = stage;
  const objective = (version: number, targetOn: string | null) => ask('POST', `/objectives/${objectiveId}`, { version, text: 'Calls Ana first', targetOn });
  assert.equal(said(await objective(0, '2026-11-18')), '422 target-passed');
  assert.equal(said(await ask('POST', `/goals/${goalId}/objectives`, { text: 'Sleeps', targetOn: '2026-11-18' })), '422 target-passed');
  house.clock.advance(30 * 24 * 60);
  stage.ask = await house.as(stage.clinic, 'counselor');
  assert.equal(said(await stage.ask('POST', `/objectives/${objectiveId}`, { version: 0, text: 'Calls Ana first', targetOn: '2026-12-10' })), '200', 'a day that was said before may have passed');
  await stage.ask('POST', `/objectives/${objectiveId}/end`, { ends: true });
  await stage.ask('POST', `/interventions/${interventionId}/end`, { ends: true });
  assert.equal(said(await stage.ask('POST', `/objectives/${objectiveId}`, { version: 2, text: 'x', targetOn: null })), '409 objective-ended');
  assert.equal(said(await stage.ask('POST', `/interventions/${interventionId}`, { version: 1, text: 'x', frequency: '', staffId: null })), '409 intervention-ended');
  await stage.ask('POST', `/goals/${goalId}/end`, { ends: true });
  assert.equal(said(await stage.ask('POST', `/goals/${goalId}`, { version: 1, ...GOAL })), '409 goal-ended');
  assert.equal(said(await stage.ask('POST', `/goals/${goalId}/interventions`, { text: 'x', frequency: '', staffId: null })), '409 goal-ended');
  assert.equal(said(await stage.ask('POST', `/interventions/${interventionId}/end`, { ends: false })), '409 goal-ended');
});

test('PLN-7 interventions are lettered in order, twelve hold at most, and what ended comes back while there is room', async (t) => {
  const stage = await openStage(t);
  const { ask, goalId, interventionId } = stage;
  const add = (text: string) => ask('POST', `/goals/${goalId}/interventions`, { text, frequency: '', staffId: null });
  const more = await Promise.all(Array.from({ length: 12 }, (_, index) => add(`More ${index}`)));
  assert.deepEqual(more.map(said).filter((one) => one !== '200'), ['422 interventions-full']);
  assert.equal(said(await ask('POST', `/interventions/${interventionId}/end`, { ends: true })), '200');
  assert.equal((await add('One more')).body.position, 13);
  assert.equal(said(await ask('POST', `/interventions/${interventionId}/end`, { ends: false })), '422 interventions-full');
  const [goal] = (await planOf(stage)).goals;
  assert.deepEqual(goal.interventions.map((one: { number: string }) => one.number), ['1a', '1b', '1c', '1d', '1e', '1f', '1g', '1h', '1i', '1j', '1k', '1l', '1m']);
  assert.deepEqual([goal.interventions[0].hasEnded, goal.interventions[0].staffName], [true, 'Sam facilitator, LPC']);
});

test('PLN-7 whoever answers for an intervention works at the site today and may read plans; whoever answered before may have left', async (t) => {
  const stage = await openStage(t);
  const { ask, goalId, interventionId, house, clinic } = stage;
  const add = (staffId: string) => ask('POST', `/goals/${goalId}/interventions`, { text: 'A call', frequency: '', staffId });
  const other = await house.furnish('Fernhill Center', 1);
  for (const staffId of [clinic.staff['front-desk'].staffId, clinic.staff.biller.staffId, other.staff.counselor.staffId]) assert.equal(said(await add(staffId)), '422 staff-not-here');
  assert.equal(said(await add(clinic.staff.director.staffId)), '200');
  await house.inOrganization(clinic.orgId, (tx) => sql`update site_staff set ended_on = '2026-11-01' where org_id = ${clinic.orgId} and staff_id = ${clinic.staff.facilitator.staffId}`.execute(tx));
  const change = (version: number, staffId: string, text: string) => ask('POST', `/interventions/${interventionId}`, { version, text, frequency: '', staffId });
  assert.equal(said(await change(0, clinic.staff.facilitator.staffId, 'Refusal practice in pairs')), '200');
  assert.equal(said(await change(1, clinic.staff.biller.staffId, 'x')), '422 staff-not-here');
  assert.equal(said(await change(1, clinic.staff.supervisor.staffId, 'x')), '200');
  assert.equal(said(await change(2, clinic.staff.facilitator.staffId, 'x')), '422 staff-not-here');
  const { answerable } = await planOf(stage);
  assert.deepEqual(answerable.map((one: { name: string }) => one.name), ['Sam counselor', 'Sam director', 'Sam supervisor']);
  const reader = await house.as(clinic, 'director');
  assert.deepEqual((await reader('GET', `/people/${stage.person.id}/plan`)).body.plans[0].answerable, [], 'only for those who may change the plan');
});

test('NOT-23 a note keeps the number and the words of its objective as they stood at signing, wherever it is shown', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, person, ask, objectiveId } = stage;
  const facilitator = await house.as(clinic, 'facilitator');
  house.clock.advance(10);
  assert.equal(said(await facilitator('POST', `/sessions/${clinic.sessionId}/people/${person.id}/arrival`, {})), '200');
  house.clock.set(new Date(clinic.end.getTime() + 60_000));
  const part = { chips: ['took-part'], ownSentence: 'Said it aloud.', craving: null, practice: '', objectiveId };
  const draft = await facilitator('PUT', `/sessions/${clinic.sessionId}/people/${person.id}/draft`, { version: 0, part });
  assert.equal(said(draft), '200');
  const signed = await facilitator('POST', `/sessions/${clinic.sessionId}/sign`, { sharedVersion: 0, people: [{ participantId: person.id, version: draft.body.version }] });
  assert.equal(said(signed), '200');
  assert.equal(said(await ask('POST', `/objectives/${objectiveId}`, { version: 0, text: 'Calls Ana first', targetOn: null })), '200');
  const room = (await facilitator('GET', `/sessions/${clinic.sessionId}/room`)).body.people.find((one: { participantId: string }) => one.participantId === person.id);
  assert.deepEqual(room.note.objective, { number: '1.1', text: 'Calls somebody before the first drink' });
  assert.equal(room.objectives[0].text, 'Calls Ana first');
  const { note } = (await facilitator('GET', `/notes/${signed.body.notes[0].noteId}`)).body;
  assert.equal(note.objective, '1.1 Calls somebody before the first drink');
});
