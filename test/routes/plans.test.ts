/** A plan holds what a person works on, in the person's words, under numbers that stay true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { listOpenObjectives } from '../../src/modules/plans/index.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; person: Person };
const said = (reply: Reply) => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const GOAL = { problem: 'Drinks alone after work', ownWords: 'I want my evenings back.' };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 2);
  return { house, clinic, ask: await house.as(clinic, 'counselor'), person: clinic.people[0] as Person };
}
const goal = ({ ask, person }: Stage, more: object = {}) => ask('POST', `/episodes/${person.episodeId}/goals`, { ...GOAL, ...more });
const objective = ({ ask }: Stage, goalId: string, text = 'Calls somebody before the first drink') => ask('POST', `/goals/${goalId}/objectives`, { text });
const planOf = async ({ ask, person }: Stage) => (await ask('GET', `/people/${person.id}/plan`)).body.plans[0];
const end = ({ ask }: Stage, kind: 'goals' | 'objectives', id: string, ends: boolean) => ask('POST', `/${kind}/${id}/end`, { ends });

test('PLN-1 goals and objectives are numbered in order, also when two write at once, and a number is never used again', async (t) => {
  const stage = await openStage(t);
  const both = await Promise.all([goal(stage), goal(stage, { ownWords: 'I want to sleep.' })]);
  assert.deepEqual(both.map((reply) => reply.body.position).sort(), [1, 2]);
  const [first] = both.map((reply) => reply.body).filter((one) => one.position === 1);
  const under = await Promise.all([1, 2, 3].map(() => objective(stage, first.goalId)));
  assert.deepEqual(under.map((reply) => reply.body.position).sort(), [1, 2, 3]);
  const third = under.find((reply) => reply.body.position === 3)?.body.objectiveId;
  assert.equal(said(await end(stage, 'objectives', third, true)), '200');
  assert.equal((await objective(stage, first.goalId, 'Walks home another way')).body.position, 4);
  const second = both.find((reply) => reply.body.position === 2)?.body.goalId;
  await end(stage, 'goals', second, true);
  assert.equal((await goal(stage)).body.position, 3);
  const plan = await planOf(stage);
  assert.deepEqual(plan.goals.map((one: { number: string; hasEnded: boolean }) => `${one.number} ${one.hasEnded}`), ['1 false', '2 true', '3 false']);
  assert.deepEqual(plan.goals[0].objectives.map((one: { number: string; hasEnded: boolean }) => `${one.number} ${one.hasEnded}`), ['1.1 false', '1.2 false', '1.3 true', '1.4 false']);
});

test('PLN-2 twelve goals hold at most, and twelve objectives under one; what has ended makes room and comes back only while there is some', async (t) => {
  const stage = await openStage(t);
  const made = await Promise.all(Array.from({ length: 13 }, (_, index) => goal(stage, { ownWords: `Goal ${index}` })));
  assert.deepEqual(made.map(said).filter((one) => one !== '200'), ['422 goals-full']);
  const goalId = made.find((reply) => reply.body.position === 1)?.body.goalId;
  assert.equal(said(await end(stage, 'goals', goalId, true)), '200');
  assert.equal(said(await goal(stage)), '200');
  assert.equal(said(await end(stage, 'goals', goalId, false)), '422 goals-full');
  const other = made.find((reply) => reply.body.position === 2)?.body.goalId;
  const under = await Promise.all(Array.from({ length: 13 }, () => objective(stage, other)));
  assert.deepEqual(under.map(said).filter((one) => one !== '200'), ['422 objectives-full']);
  const one = under.find((reply) => reply.body.position === 1)?.body.objectiveId;
  await end(stage, 'objectives', one, true);
  await objective(stage, other);
  assert.equal(said(await end(stage, 'objectives', one, false)), '422 objectives-full');
});

test('PLN-2 what ends is brought back; under a goal that has ended nothing is added, and notes are offered none of it', async (t) => {
  const stage = await openStage(t);
  const { goalId } = (await goal(stage)).body;
  const { objectiveId } = (await objective(stage, goalId)).body;
  const open = async () => (await stage.house.inOrganization(stage.clinic.orgId, (tx) => listOpenObjectives(tx, stage.clinic.orgId, [stage.person.id]))).map((one) => one.number);
  assert.deepEqual(await open(), ['1.1']);
  assert.deepEqual([said(await end(stage, 'objectives', objectiveId, true)), await open()], ['200', []]);
  assert.deepEqual([said(await end(stage, 'objectives', objectiveId, false)), await open()], ['200', ['1.1']]);
  assert.deepEqual([said(await end(stage, 'goals', goalId, true)), said(await end(stage, 'goals', goalId, true)), await open()], ['200', '200', []]);
  assert.equal(said(await objective(stage, goalId)), '409 goal-ended');
  await end(stage, 'objectives', objectiveId, true);
  assert.equal(said(await end(stage, 'objectives', objectiveId, false)), '409 goal-ended');
  assert.equal(said(await end(stage, 'goals', goalId, false)), '200');
});

test('PLN-3 the plan says by when it is looked at: first by the site’s figures, then as the last review said; a review that cannot be is refused by name', async (t) => {
  const stage = await openStage(t);
  const review = (reviewedOn: string, nextOn: string) => stage.ask('POST', `/episodes/${stage.person.episodeId}/plan-reviews`, { reviewedOn, nextOn });
  const before = await planOf(stage);
  assert.deepEqual([before.reviewedOn, before.dueOn, before.suggestedOn], [null, '2026-11-03', '2026-12-19'], 'admitted 30 days ago, due 14 days after that');
  assert.equal(said(await review('2026-11-20', '2026-12-19')), '422 review-ahead');
  assert.equal(said(await review('2026-10-19', '2026-12-19')), '422 review-outside-episode');
  assert.equal(said(await review('2026-11-19', '2026-11-19')), '422 next-too-early');
  assert.equal(said(await review('2026-11-19', '2026-12-10')), '200');
  stage.house.clock.advance(1);
  assert.equal(said(await review('2026-11-18', '2026-12-17')), '200');
  const after = await planOf(stage);
  assert.deepEqual([after.reviewedOn, after.dueOn], ['2026-11-18', '2026-12-17'], 'the one written last counts');
});

test('PLN-4 an objective says when a signed note last spoke to it', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, person } = stage;
  const { goalId } = (await goal(stage)).body;
  const { objectiveId } = (await objective(stage, goalId)).body;
  assert.equal((await planOf(stage)).goals[0].objectives[0].lastSpokenOn, null);
  await house.inOrganization(clinic.orgId, async (tx) => {
    const { rows: [kept] } = await sql<{ id: string }>`insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, seat_no, recorded_at, recorded_by)
      values (${clinic.orgId}, gen_random_uuid(), ${clinic.sessionId}, ${person.id}, ${clinic.programId}, 'present', 1, now(), ${clinic.staff.counselor.staffId}) returning id`.execute(tx);
    await sql`insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at, objective_id)
      values (${clinic.orgId}, gen_random_uuid(), ${clinic.sessionId}, ${person.id}, ${kept?.id}, '{}', '{}', 'Said it aloud.', '', 60, 60, 60, 'minutes-1', ${clinic.staff.counselor.staffId}, 'Sam', 'LPC', '2026-11-19T05:30:00Z', ${objectiveId})`.execute(tx);
  });
  assert.equal((await planOf(stage)).goals[0].objectives[0].lastSpokenOn, '2026-11-18', 'the local day of the site');
});

test('PLN-5 a plan ends with its placement: it stays readable, nothing is written into it, and the notes of the last days may still name its objectives', async (t) => {
  const stage = await openStage(t);
  const { goalId } = (await goal(stage)).body;
  await objective(stage, goalId);
  await stage.ask('POST', `/episodes/${stage.person.episodeId}/discharge`, { version: 0, lastDay: '2026-11-19', reason: 'completed', detail: '' });
  assert.equal(said(await goal(stage)), '200', 'on the last day it can still be written');
  stage.house.clock.advance(24 * 60);
  stage.ask = await stage.house.as(stage.clinic, 'counselor');
  assert.equal(said(await goal(stage)), '422 placement-ended');
  assert.equal(said(await objective(stage, goalId)), '422 placement-ended');
  const plan = await planOf(stage);
  assert.deepEqual([plan.isOpen, plan.dueOn, plan.goals.length], [false, null, 2]);
  const open = await stage.house.inOrganization(stage.clinic.orgId, (tx) => listOpenObjectives(tx, stage.clinic.orgId, [stage.person.id]));
  assert.deepEqual(open.map((one) => one.number), ['1.1']);
});

test('a plan is read by clinical roles and changed by counselors and supervisors; another organization’s is not there', async (t) => {
  const stage = await openStage(t);
  const { clinic, house, person } = stage;
  const { goalId } = (await goal(stage)).body;
  for (const role of ['front-desk', 'admissions', 'administrator', 'biller'] as const) assert.equal(said(await (await house.as(clinic, role))('GET', `/people/${person.id}/plan`)), '403 not-your-role', role);
  const facilitator = await house.as(clinic, 'facilitator');
  assert.equal(said(await facilitator('GET', `/people/${person.id}/plan`)), '200');
  assert.equal(said(await facilitator('POST', `/goals/${goalId}/end`, { ends: true })), '403 not-your-role');
  const other = await house.as(await house.furnish('Fernhill Center', 1), 'counselor');
  for (const reply of [await other('GET', `/people/${person.id}/plan`), await other('POST', `/goals/${goalId}/end`, { ends: true }), await other('POST', `/goals/${goalId}/objectives`, { text: 'x' }), await other('POST', `/episodes/${person.episodeId}/goals`, GOAL)]) {
    assert.equal(said(reply), '404 not-found');
  }
});
