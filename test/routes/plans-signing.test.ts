/** A plan is signed as it was seen, under one name, once; what changed since is told; a supervised signature waits for the other one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; person: Person; goalId: string };
const said = (reply: Reply) => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 2);
  const ask = await house.as(clinic, 'counselor');
  const person = clinic.people[0] as Person;
  const { goalId } = (await ask('POST', `/episodes/${person.episodeId}/goals`, { problem: 'Drinks alone after work', ownWords: 'I want my evenings back.' })).body;
  return { house, clinic, ask, person, goalId };
}
const add = ({ ask, goalId }: Stage, text: string, targetOn: string | null = null) => ask('POST', `/goals/${goalId}/objectives`, { text, targetOn });
const planOf = async ({ person }: Stage, ask: Ask) => (await ask('GET', `/people/${person.id}/plan`)).body.plans[0];
const SAID = { nextReviewOn: '2026-12-19', agreement: 'agrees', agreementWords: 'That is what I said.' };
const sign = async (stage: Stage, more: object = {}) => stage.ask('POST', `/episodes/${stage.person.episodeId}/plan/sign`, { version: (await planOf(stage, stage.ask)).version, ...SAID, ...more });

test('PLN-8 signing freezes what holds, with names and target days, under the signer’s name, and writes the review of today', async (t) => {
  const stage = await openStage(t);
  const { clinic, ask, goalId } = stage;
  await add(stage, 'Calls somebody first', '2026-12-10');
  await ask('POST', `/goals/${goalId}/interventions`, { text: 'Refusal practice', frequency: 'weekly', staffId: clinic.staff.facilitator.staffId });
  const reply = await sign(stage);
  assert.deepEqual([said(reply), reply.body.no, reply.body.cosignBy], ['200', 1, null]);
  const plan = await planOf(stage, ask);
  const [signed] = plan.signed;
  assert.deepEqual([plan.reviewedOn, plan.dueOn, plan.changes], ['2026-11-19', '2026-12-19', []]);
  assert.deepEqual({ no: signed.no, on: signed.signedOn, by: signed.author.name, credential: signed.author.credential, agreement: signed.agreement, words: signed.agreementWords, next: signed.nextReviewOn, state: signed.state },
    { no: 1, on: '2026-11-19', by: 'Sam counselor', credential: 'LPC', agreement: 'agrees', words: 'That is what I said.', next: '2026-12-19', state: 'final' });
  await ask('POST', `/goals/${goalId}`, { version: 0, problem: 'Drinks', ownWords: 'I want my nights back.' });
  const { content, person } = (await ask('GET', `/signed-plans/${signed.signedPlanId}`)).body;
  assert.deepEqual(content, {
    goals: [{
      number: '1', problem: 'Drinks alone after work', ownWords: 'I want my evenings back.', objectives: [{ number: '1.1', text: 'Calls somebody first', targetOn: '2026-12-10' }],
      interventions: [{ number: '1a', text: 'Refusal practice', frequency: 'weekly', staffId: clinic.staff.facilitator.staffId, staffName: 'Sam facilitator, LPC' }],
    }],
  });
  assert.deepEqual(person, { name: 'Given1 Family1', participantNumber: 'N-1', birthDate: '1990-01-01' });
});

test('PLN-8 what cannot be signed is refused by name, and nothing is written', async (t) => {
  const stage = await openStage(t);
  assert.equal(said(await sign(stage)), '422 goal-bare');
  await stage.ask('POST', `/goals/${stage.goalId}/end`, { ends: true });
  assert.equal(said(await sign(stage)), '422 plan-empty');
  await stage.ask('POST', `/goals/${stage.goalId}/end`, { ends: false });
  const before = (await planOf(stage, stage.ask)).version;
  await add(stage, 'Calls somebody first');
  assert.equal(said(await sign(stage, { version: before })), '409 changed-meanwhile');
  for (const nextReviewOn of ['2026-11-19', '2026-11-18']) assert.equal(said(await sign(stage, { nextReviewOn })), '422 next-too-early');
  assert.equal(said(await sign(stage, { agreement: 'not-asked' })), '400 malformed');
  const plan = await planOf(stage, stage.ask);
  assert.deepEqual([plan.signed, plan.reviewedOn], [[], null]);
});

test('PLN-8 a plan ends with its placement: it is not signed any more, and what was signed stays readable for 90 days', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, person } = stage;
  await add(stage, 'Calls somebody first');
  const { signedPlanId } = (await sign(stage)).body;
  await stage.ask('POST', `/episodes/${person.episodeId}/discharge`, { version: 0, lastDay: '2026-11-19', reason: 'completed', detail: '' });
  house.clock.advance(24 * 60);
  stage.ask = await house.as(clinic, 'counselor');
  assert.equal(said(await sign(stage)), '422 placement-ended');
  assert.equal(said(await stage.ask('GET', `/signed-plans/${signedPlanId}`)), '200');
  house.clock.advance(91 * 24 * 60);
  assert.equal(said(await (await house.as(clinic, 'counselor'))('GET', `/signed-plans/${signedPlanId}`)), '404 not-found');
});

test('PLN-9 of two signatures at once one counts; the same plan is signed again only once something in it, or in what the person says to it, changed', async (t) => {
  const stage = await openStage(t);
  await add(stage, 'Calls somebody first');
  const both = await Promise.all([sign(stage), sign(stage)]);
  assert.deepEqual(both.map(said).sort(), ['200', '409 signed-already']);
  assert.equal(said(await sign(stage)), '409 signed-already');
  const other = await sign(stage, { agreement: 'agrees-in-part', agreementWords: 'Not the evenings.' });
  assert.deepEqual([said(other), other.body.no], ['200', 2]);
  await add(stage, 'Walks home another way');
  const again = await sign(stage, { agreement: 'does-not-agree', agreementWords: 'Too much at once.' });
  assert.deepEqual([said(again), again.body.no], ['200', 3]);
  const { signed } = await planOf(stage, stage.ask);
  assert.deepEqual(signed.map((one: { no: number; agreement: string }) => `${one.no} ${one.agreement}`), ['3 does-not-agree', '2 agrees-in-part', '1 agrees']);
});

test('PLN-9 an edit and a signature at once: the signature holds what stood, or is refused because the plan changed', async (t) => {
  const stage = await openStage(t);
  const { objectiveId } = (await add(stage, 'Calls somebody first')).body;
  const { version } = await planOf(stage, stage.ask);
  const [signed, edited] = await Promise.all([sign(stage, { version }), stage.ask('POST', `/objectives/${objectiveId}`, { version: 0, text: 'Calls Ana first', targetOn: null })]);
  assert.equal(said(edited), '200');
  if (said(signed) !== '200') return assert.equal(said(signed), '409 changed-meanwhile');
  const { content } = (await stage.ask('GET', `/signed-plans/${signed.body.signedPlanId}`)).body;
  assert.equal(content.goals[0].objectives[0].text, 'Calls somebody first');
});

test('PLN-10 what changed since the signature is told by number, and brought back it is no change', async (t) => {
  const stage = await openStage(t);
  const { ask, goalId } = stage;
  const { objectiveId } = (await add(stage, 'Calls somebody first')).body;
  const second = (await add(stage, 'Sleeps at home')).body.objectiveId;
  await sign(stage);
  await ask('POST', `/objectives/${objectiveId}`, { version: 0, text: 'Calls Ana first', targetOn: null });
  await ask('POST', `/objectives/${second}/end`, { ends: true });
  await ask('POST', `/goals/${goalId}/interventions`, { text: 'A call', frequency: '', staffId: null });
  await ask('POST', `/episodes/${stage.person.episodeId}/goals`, { problem: 'Sleep', ownWords: 'I want to sleep.' });
  const told = async () => (await planOf(stage, ask)).changes.map(({ number, how }: { number: string; how: string }) => `${number} ${how}`);
  assert.deepEqual(await told(), ['1.1 changed', '1.2 ended', '1a added', '2 added']);
  await ask('POST', `/objectives/${second}/end`, { ends: false });
  await ask('POST', `/objectives/${objectiveId}`, { version: 1, text: 'Calls somebody first', targetOn: null });
  assert.deepEqual(await told(), ['1a added', '2 added']);
});

/** The counselor's signatures wait for the supervisor's from today on. */
async function supervise({ house, clinic }: Stage): Promise<void> {
  const administrator = await house.as(clinic, 'administrator');
  assert.equal(said(await administrator('POST', `/staff/${clinic.staff.counselor.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.supervisor.staffId, from: '2026-11-19' })), '200');
}

test('PLN-11 a plan signed under supervision waits for the one who was wanted; it is co-signed once, never by its author', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask } = stage;
  await add(stage, 'Calls somebody first');
  await supervise(stage);
  assert.equal((await planOf(stage, ask)).wouldCoSign, 'Sam supervisor');
  const { signedPlanId, cosignBy } = (await sign(stage)).body;
  assert.equal(cosignBy, clinic.staff.supervisor.staffId);
  const supervisor = await house.as(clinic, 'supervisor');
  const director = await house.as(clinic, 'director');
  const waiting = async (who: Ask) => (await who('GET', `/boards/cosign-plans?siteId=${clinic.siteId}`)).body.plans.map((one: { displayName: string; no: number }) => `${one.displayName} ${one.no}`);
  assert.deepEqual([await waiting(supervisor), await waiting(director)], [['Given1 F. 1'], []]);
  const [seen] = (await planOf(stage, supervisor)).signed;
  assert.deepEqual([seen.state, seen.isMine, seen.coSigner.name, seen.coSigner.can], ['awaiting', true, 'Sam supervisor', true]);
  assert.equal(said(await ask('POST', `/signed-plans/${signedPlanId}/cosign`, {})), '403 not-your-role');
  assert.equal(said(await director('POST', `/signed-plans/${signedPlanId}/cosign`, {})), '422 plan-waits-for-another');
  const both = await Promise.all([1, 2].map(() => supervisor('POST', `/signed-plans/${signedPlanId}/cosign`, {})));
  assert.deepEqual(both.map(said).sort(), ['200', '409 plan-co-signed-before']);
  const [after] = (await planOf(stage, ask)).signed;
  assert.deepEqual([after.state, after.isMine, after.coSigned], ['co-signed', false, { name: 'Sam supervisor', credential: 'LPC', on: '2026-11-19' }]);
  assert.deepEqual(await waiting(supervisor), []);
});

test('PLN-11 when the one who was wanted cannot any more, whoever may does; what is replaced or waits for nobody is refused', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  await add(stage, 'Calls somebody first');
  const plain = (await sign(stage)).body.signedPlanId;
  await supervise(stage);
  await add(stage, 'Walks home another way');
  const older = (await sign(stage)).body.signedPlanId;
  await add(stage, 'Sleeps at home');
  const newest = (await sign(stage)).body.signedPlanId;
  await house.inOrganization(clinic.orgId, (tx) => sql`update staff_roles set ended_at = now() where org_id = ${clinic.orgId} and staff_id = ${clinic.staff.supervisor.staffId}`.execute(tx));
  const director = await house.as(clinic, 'director');
  assert.equal(said(await director('POST', `/signed-plans/${plain}/cosign`, {})), '409 plan-not-awaiting');
  assert.equal(said(await director('POST', `/signed-plans/${older}/cosign`, {})), '409 plan-replaced');
  assert.equal((await director('GET', `/boards/cosign-plans?siteId=${clinic.siteId}`)).body.plans.length, 1);
  assert.equal(said(await director('POST', `/signed-plans/${newest}/cosign`, {})), '200');
});

test('PLN-11 nobody co-signs a plan of their own, also where the one who was wanted cannot', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  await add(stage, 'Calls somebody first');
  const administrator = await house.as(clinic, 'administrator');
  await administrator('POST', `/staff/${clinic.staff.supervisor.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.director.staffId, from: '2026-11-19' });
  stage.ask = await house.as(clinic, 'supervisor');
  const { signedPlanId } = (await sign(stage)).body;
  assert.equal(said(await stage.ask('POST', `/signed-plans/${signedPlanId}/cosign`, {})), '422 own-plan');
});

test('a signed plan is read by clinical roles of its site; another organization’s is not there to read or to sign', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, person } = stage;
  await add(stage, 'Calls somebody first');
  const { signedPlanId } = (await sign(stage)).body;
  for (const role of ['front-desk', 'admissions', 'administrator', 'biller'] as const) assert.equal(said(await (await house.as(clinic, role))('GET', `/signed-plans/${signedPlanId}`)), '403 not-your-role', role);
  assert.equal(said(await (await house.as(clinic, 'facilitator'))('GET', `/signed-plans/${signedPlanId}`)), '200');
  const other = await house.furnish('Fernhill Center', 1);
  const [counselor, supervisor] = [await house.as(other, 'counselor'), await house.as(other, 'supervisor')];
  for (const reply of [
    await counselor('GET', `/signed-plans/${signedPlanId}`), await supervisor('POST', `/signed-plans/${signedPlanId}/cosign`, {}), await supervisor('GET', `/boards/cosign-plans?siteId=${clinic.siteId}`),
    await counselor('POST', `/episodes/${person.episodeId}/plan/sign`, { version: '0'.repeat(64), ...SAID }),
  ]) assert.equal(said(reply), '404 not-found');
});
