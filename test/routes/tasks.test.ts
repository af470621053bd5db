/** Tasks over HTTP: outreach and craving, taking, taking over, handing over, races, and whose they are to see. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import type { Exchange } from '../../src/platform/http.ts';
import { closeOutreach } from '../../src/modules/tasks/index.ts';
import { openCravingTasks, openOutreachTasks } from '../../src/workflows/tasks/task-facts.ts';
import { firstOpen, mark, openStage, tasks } from './tasks-stage.ts';
import type { Stage } from './tasks-stage.ts';

/** What an act of the facilitator is handed. */
async function inAct<Value>({ house, clinic, staff }: Stage, work: (exchange: Exchange) => Promise<Value>): Promise<Value> {
  const now = house.clock.now();
  return await house.inOrganization(clinic.orgId, (tx) => work({
    tx, now, newId: <Id extends string>() => newId(now) as Id,
    actor: { orgId: clinic.orgId, id: staff('facilitator'), signInId: '', roles: [], permissions: new Set(), placeIds: [clinic.siteId], signature: { name: '', credential: '' } },
  }));
}
const session = ({ clinic }: Stage) => ({ id: clinic.sessionId, siteId: clinic.siteId });

test('TSK-6 people who did not come are the counselor\'s until Friday 17:00; opened twice, also at once, it is one task each', async (t) => {
  const stage = await openStage(t);
  const ids = stage.clinic.people.map((person) => person.id);
  const open = () => inAct(stage, (exchange) => openOutreachTasks(exchange, session(stage), ids));
  await Promise.all([open(), open()]);
  await open();
  const board = await tasks(await stage.as('counselor'), stage.clinic.siteId);
  assert.deepEqual(board.open.map((task) => [task.kind, task.dueAt, task.isMine, task.owners.map((owner) => owner.because).join()]), ids.map(() => ['outreach', '2026-11-20T23:00:00.000Z', true, 'counselor']));
  assert.deepEqual((await (await stage.as('counselor'))('GET', '/boards/tasks/mine')).body, { danger: 0, others: 2, siteId: null });
  assert.deepEqual((await (await stage.as('facilitator'))('GET', '/boards/tasks/mine')).body, { danger: 0, others: 0, siteId: null });
});

test('TSK-6 without a counselor the on-call clinician has it, and a holiday of the site is no working day', async (t) => {
  const stage = await openStage(t, { counselor: null });
  const { house, clinic } = stage;
  await house.inOrganization(clinic.orgId, (tx) => sql`insert into holidays (org_id, id, site_id, date, name, recorded_at) values (${clinic.orgId}, ${newId(house.clock.now())}, ${clinic.siteId}, '2026-11-20', 'Day off', ${house.clock.now()})`.execute(tx));
  await inAct(stage, (exchange) => openOutreachTasks(exchange, session(stage), [stage.person]));
  const task = await firstOpen(await stage.as('supervisor'), clinic.siteId);
  assert.deepEqual([task.dueAt, task.owners.map((owner) => [owner.staffId, owner.because])], ['2026-11-23T23:00:00.000Z', [[stage.staff('supervisor'), 'on-call']]]);
});

test('TSK-6 craving that rose is due today, with the figure', async (t) => {
  const stage = await openStage(t);
  await inAct(stage, (exchange) => openCravingTasks(exchange, session(stage), [{ participantId: stage.person, craving: 8 }]));
  const task = await firstOpen(await stage.as('counselor'), stage.clinic.siteId);
  assert.deepEqual([task.kind, task.detail, task.dueAt], ['craving', '8', '2026-11-19T23:00:00.000Z']);
});

test('TSK-3 outreach closes as reached without a word, as something else only with one; what the program saw itself cannot be undone by anybody', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  await inAct(stage, (exchange) => openOutreachTasks(exchange, session(stage), stage.clinic.people.map((person) => person.id)));
  const [one, other] = (await tasks(counselor, stage.clinic.siteId)).open;
  const close = (id: string | undefined, endedAs: string, done = '') => counselor('POST', `/tasks/${id}/close`, { ends: true, version: 0, endedAs, done });
  assert.equal((await close(one?.id, 'other')).body.refusal, 'done-missing');
  assert.equal((await close(one?.id, 'safe-now', 'All well.')).body.refusal, 'end-does-not-fit');
  assert.equal((await close(one?.id, 'reached')).status, 200);
  await inAct(stage, (exchange) => closeOutreach(exchange.tx, stage.clinic.orgId, stage.clinic.sessionId, [other?.participantId ?? ''], { endedAs: 'came', at: exchange.now, by: stage.staff('facilitator') }));
  assert.equal((await counselor('POST', `/tasks/${other?.id}/close`, { ends: false, version: 0 })).body.refusal, 'reopen-passed');
});

test('TSK-13 not reached is tried again on the next working day, in the same act and once; what is not outreach is not', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const counselor = await stage.as('counselor');
  await house.inOrganization(clinic.orgId, (tx) => sql`insert into holidays (org_id, id, site_id, date, name, recorded_at) values (${clinic.orgId}, ${newId(house.clock.now())}, ${clinic.siteId}, '2026-11-20', 'Day off', ${house.clock.now()})`.execute(tx));
  await inAct(stage, (exchange) => openOutreachTasks(exchange, session(stage), [stage.person]));
  const { id } = await firstOpen(counselor, clinic.siteId);
  const close = (endedAs: string) => counselor('POST', `/tasks/${id}/close`, { ends: true, version: 0, endedAs, done: '', triesAgain: true });
  assert.equal((await close('reached')).body.refusal, 'end-does-not-fit');
  const both = await Promise.all([close('not-reached'), close('not-reached')]);
  assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 409]);
  const { open, closed } = await tasks(counselor, clinic.siteId);
  assert.deepEqual(open.map((task) => [task.kind, task.dueAt, task.isMine, task.owners.map((owner) => owner.because).join()]), [['outreach', '2026-11-23T23:00:00.000Z', true, 'counselor']]);
  assert.deepEqual(closed.map((task) => [task.id, task.closed?.endedAs]), [[id, 'not-reached']]);
  const next = both.find((reply) => reply.status === 200)?.body['next'];
  assert.deepEqual(next, { taskId: open[0]?.id, dueAt: '2026-11-23T23:00:00.000Z' });
  assert.equal((await counselor('POST', `/tasks/${id}/close`, { ends: false, version: 1 })).body.refusal, 'opened-anew');

  const craving = (await inAct(stage, (exchange) => openCravingTasks(exchange, session(stage), [{ participantId: stage.person, craving: 8 }])), (await tasks(counselor, clinic.siteId)).open.find((task) => task.kind === 'craving'));
  assert.equal((await counselor('POST', `/tasks/${craving?.id}/close`, { ends: true, version: 0, endedAs: 'not-reached', done: '', triesAgain: true })).body.refusal, 'end-does-not-fit');
});

test('TSK-4 a closed task is not brought back beside a new one for the same absence', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const open = () => inAct(stage, (exchange) => openOutreachTasks(exchange, session(stage), [stage.person]));
  await open();
  const { id } = await firstOpen(counselor, stage.clinic.siteId);
  await counselor('POST', `/tasks/${id}/close`, { ends: true, version: 0, endedAs: 'reached', done: '' });
  await open();
  assert.equal((await counselor('POST', `/tasks/${id}/close`, { ends: false, version: 1 })).body.refusal, 'opened-anew');
});

test('TSK-4 a task is taken, taken over and given back; whoever looked at an older state is told', async (t) => {
  const stage = await openStage(t);
  const { clinic } = stage;
  const [counselor, supervisor] = [await stage.as('counselor'), await stage.as('supervisor')];
  const { taskId } = (await mark(counselor, stage.person)).body;
  const take = (ask: typeof counselor, version: number, takes = true) => ask('POST', `/tasks/${taskId}/take`, { version, takes });
  const both = await Promise.all([take(counselor, 0), take(supervisor, 0)]);
  assert.deepEqual(both.map((reply) => reply.body.refusal ?? 'taken').sort(), ['changed-meanwhile', 'taken']);
  const first = both[0]?.status === 200 ? counselor : supervisor;
  const second = first === counselor ? supervisor : counselor;
  assert.equal((await take(first, 1)).status, 200, 'taking what one has changes nothing');
  assert.equal((await take(second, 1, false)).body.refusal, 'not-taken');
  assert.equal((await take(second, 1)).status, 200);
  assert.equal((await take(first, 2, false)).body.refusal, 'not-taken');
  assert.equal((await take(second, 2, false)).status, 200);
  assert.equal((await firstOpen(counselor, clinic.siteId)).taken, null);
  const { rows } = await stage.house.inOrganization(clinic.orgId, (tx) => sql<{ count: number }>`select count(*)::integer as count from changes where org_id = ${clinic.orgId} and row_id = ${taskId}`.execute(tx));
  assert.deepEqual(rows, [{ count: 3 }]);
});

test('TSK-4 a task is handed to a colleague who can act at the site today, and to nobody else', async (t) => {
  const stage = await openStage(t);
  const { clinic } = stage;
  const counselor = await stage.as('counselor');
  const { taskId } = (await mark(counselor, stage.person)).body;
  await counselor('POST', `/tasks/${taskId}/take`, { version: 0, takes: true });
  const hand = (staffId: string, version = 1) => counselor('POST', `/tasks/${taskId}/hand-over`, { version, staffId });
  assert.equal((await hand(stage.staff('front-desk'))).body.refusal, 'not-theirs-to-take');
  assert.equal((await hand(clinic.sessionId)).body.refusal, 'not-theirs-to-take');
  assert.equal((await hand(stage.staff('facilitator'), 0)).body.refusal, 'changed-meanwhile');
  assert.equal((await hand(stage.staff('facilitator'))).status, 200);
  const task = await firstOpen(await stage.as('facilitator'), clinic.siteId);
  assert.deepEqual([task.isMine, task.taken?.staffId, task.owners.at(-1)?.because], [true, stage.staff('counselor'), 'handed-over']);
  const { takers } = await tasks(counselor, clinic.siteId);
  assert.deepEqual(takers.map((one) => one.staffId).sort(), (['counselor', 'director', 'facilitator', 'supervisor'] as const).map(stage.staff).sort());
  await counselor('POST', `/tasks/${taskId}/close`, { ends: true, version: 2, endedAs: 'safe-now', done: 'Walked them home.' });
  assert.equal((await hand(stage.staff('director'), 3)).body.refusal, 'task-closed');
  assert.equal((await counselor('POST', `/tasks/${taskId}/take`, { version: 3, takes: true })).body.refusal, 'task-closed');
});

test('W20 the number of a person stands on the board only where their own rule lets it be used; other organizations see nothing', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const counselor = await stage.as('counselor');
  const { taskId } = (await mark(counselor, stage.person)).body;
  const reach = async (contactBy: string) => {
    await house.inOrganization(clinic.orgId, (tx) => sql`update participants set telephone = '555-0142', contact_by = ${contactBy} where org_id = ${clinic.orgId} and id = ${stage.person}`.execute(tx));
    return (await firstOpen(counselor, clinic.siteId)).reach.telephone;
  };
  assert.deepEqual([await reach('phone'), await reach('text'), await reach('mail'), await reach('none')], ['555-0142', '555-0142', '', '']);
  const other = await house.furnish('Fernhill Center', 1);
  const stranger = await house.as(other, 'counselor');
  assert.equal((await stranger('POST', `/tasks/${taskId}/take`, { version: 0, takes: true })).status, 404);
  assert.equal((await stranger('GET', `/boards/tasks?siteId=${clinic.siteId}`)).status, 404);
  assert.equal((await (await stage.as('front-desk'))('GET', `/boards/tasks?siteId=${clinic.siteId}`)).status, 403);
});
