/** Danger over HTTP: who is told at once, what a second mark does, who takes it, how it ends, and where it goes when nobody takes it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { escalateAll } from '../../src/escalate.ts';
import { newId } from '../../src/platform/ids.ts';
import { firstOpen, mark, openStage, tasks } from './tasks-stage.ts';
import type { Stage } from './tasks-stage.ts';

const failed = (orgId: string, error: unknown): void => { throw new Error(`${orgId}: ${String(error)}`); };
const reasons = (told: readonly { staffId: string; because: string }[], { clinic }: Stage): string[] => told.map((one) => {
  const role = Object.entries(clinic.staff).find(([, { staffId }]) => staffId === one.staffId)?.[0] ?? '?';
  return `${role} ${one.because}`;
});

test('TSK-1 the counselor and whoever is on call have the task at once, before anything is signed; the outbox knows ids only', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, person } = stage;
  const reply = await mark(await stage.as('front-desk'), person, { detail: 'said so at the desk', sessionId: clinic.sessionId });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  assert.deepEqual(reasons(reply.body.told, stage), ['counselor counselor', 'supervisor on-call']);
  assert.ok(reply.body.told.every((one: { reads: boolean; name: string }) => one.reads && one.name.startsWith('Sam ')));
  const { open } = await tasks(await stage.as('counselor'), clinic.siteId);
  assert.deepEqual(open.map((task) => [task.kind, task.concern, task.detail, task.session?.name, task.isMine, task.dueAt]), [['danger', 'self', 'said so at the desk', 'Relapse prevention', true, '2026-11-19T16:15:00.000Z']]);
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql<{ topic: string; body: object }>`select topic, body from outbox where org_id = ${clinic.orgId}`.execute(tx));
  assert.deepEqual(rows, [{ topic: 'danger-marked', body: { taskId: reply.body.taskId, participantId: person, siteId: clinic.siteId } }]);
});

test('TSK-1 without anybody on call the director has it too; without a counselor either, the director alone; without any director, an administrator', async (t) => {
  const nobody = await openStage(t, { counselor: null, onCall: null });
  const desk = await nobody.as('front-desk');
  assert.deepEqual(reasons((await mark(desk, nobody.person)).body.told, nobody), ['director director']);
  await nobody.house.inOrganization(nobody.clinic.orgId, (tx) => sql`update staff_roles set ended_at = ${nobody.house.clock.now()} where org_id = ${nobody.clinic.orgId} and role = 'director'`.execute(tx));
  const last = await mark(desk, nobody.person, { concern: 'medical' });
  assert.deepEqual(reasons(last.body.told, nobody), ['administrator director']);
  assert.deepEqual(last.body.told.map((one: { reads: boolean }) => one.reads), [false]);
  const counselorOnly = await openStage(t, { onCall: null });
  assert.deepEqual(reasons((await mark(await counselorOnly.as('front-desk'), counselorOnly.person)).body.told, counselorOnly), ['counselor counselor', 'director director']);
});

test('TSK-8 before the first question the page knows who would be told, and whether anybody is on call', async (t) => {
  const stage = await openStage(t);
  const got = await (await stage.as('front-desk'))('GET', `/people/${stage.person}/danger`);
  assert.equal(got.body.isAnybodyOnCall, true);
  assert.deepEqual(reasons(got.body.readers, stage), ['counselor counselor', 'supervisor on-call']);
  assert.equal(got.body.site.name, 'Maple Street');
  const nobody = await openStage(t, { onCall: null, counselor: null });
  assert.equal((await (await nobody.as('front-desk'))('GET', `/people/${nobody.person}/danger`)).body.isAnybodyOnCall, false);
});

test('TSK-2 the same mark twice, or by two people at once, is one task; another danger is another', async (t) => {
  const stage = await openStage(t);
  const [desk, facilitator] = [await stage.as('front-desk'), await stage.as('facilitator')];
  const both = await Promise.all([mark(desk, stage.person), mark(facilitator, stage.person), mark(desk, stage.person)]);
  assert.deepEqual(both.map((reply) => reply.status), [200, 200, 200]);
  assert.equal(new Set(both.map((reply) => reply.body.taskId)).size, 1);
  assert.equal(both.filter((reply) => reply.body.opened).length, 1);
  assert.deepEqual(reasons(both[1].body.told, stage), ['counselor counselor', 'supervisor on-call']);
  assert.notEqual((await mark(desk, stage.person, { concern: 'others' })).body.taskId, both[0].body.taskId);
  assert.notEqual((await mark(desk, stage.person, { detail: 'has left the building' })).body.taskId, both[0].body.taskId);
  assert.equal((await tasks(facilitator, stage.clinic.siteId)).open.length, 3);
});

test('TSK-2 a mark never waits for a session that is gone, and is never made about somebody who is not there to see', async (t) => {
  const stage = await openStage(t);
  const other = await stage.house.furnish('Fernhill Center', 1);
  const desk = await stage.as('front-desk');
  assert.equal((await mark(desk, stage.person, { sessionId: other.sessionId })).status, 200);
  assert.equal((await firstOpen(await stage.as('counselor'), stage.clinic.siteId)).session, null);
  assert.equal((await mark(desk, other.people[0]?.id ?? '')).status, 404);
});

test('TSK-2 somebody who sits in a session here without an episode here is marked from that session', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const guest = clinic.people[1]?.id ?? '';
  await house.inOrganization(clinic.orgId, (tx) => sql`update episodes set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and participant_id = ${guest}`.execute(tx));
  house.clock.set(new Date('2027-03-01T16:00:00Z'));
  const facilitator = await stage.as('facilitator');
  assert.equal((await mark(facilitator, guest)).status, 404);
  assert.equal((await mark(facilitator, guest, { sessionId: clinic.sessionId, source: 'group-room' })).status, 200);
});

test('TSK-3 danger cannot be put away: it ends by what was done, as its kind ends, and not before', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const { taskId } = (await mark(counselor, stage.person)).body;
  const close = (more: object) => counselor('POST', `/tasks/${taskId}/close`, { ends: true, version: 0, endedAs: 'safe-now', done: 'Sat with them until their sister came.', ...more });
  assert.deepEqual([(await close({ done: '' })).body.refusal, (await close({ done: '..' })).body.refusal, (await close({ endedAs: 'reached' })).body.refusal, (await close({ endedAs: 'came' })).body.refusal],
    ['done-missing', 'done-missing', 'end-does-not-fit', 'end-does-not-fit']);
  assert.equal((await counselor('GET', '/boards/tasks/mine')).body.danger, 1);
  assert.equal((await close({})).status, 200);
  assert.deepEqual((await counselor('GET', '/boards/tasks/mine')).body, { danger: 0, others: 0, siteId: null });
  const { open, closed } = await tasks(counselor, stage.clinic.siteId);
  assert.deepEqual([open.length, closed.map((task) => [task.closed?.endedAs, task.closed?.done, task.closed?.staffId])], [0, [['safe-now', 'Sat with them until their sister came.', stage.staff('counselor')]]]);
});

test('TSK-4 two close at once: one holds, the other is told by whom and when', async (t) => {
  const stage = await openStage(t);
  const [counselor, supervisor] = [await stage.as('counselor'), await stage.as('supervisor')];
  const { taskId } = (await mark(counselor, stage.person)).body;
  const body = { ends: true, version: 0, endedAs: 'safety-plan', done: 'Wrote a safety plan.' };
  const both = await Promise.all([counselor('POST', `/tasks/${taskId}/close`, body), supervisor('POST', `/tasks/${taskId}/close`, body)]);
  assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 409]);
  const loser = both.find((reply) => reply.status === 409);
  assert.equal(loser?.body.refusal, 'task-closed');
  assert.match(loser?.body.facts.by, /^Sam (counselor|supervisor)$/);
  assert.equal(loser?.body.facts.at, '2026-11-19T16:00:00.000Z');
});

test('TSK-4 whoever closed danger brings it back for ten minutes; nobody else, and not later', async (t) => {
  const stage = await openStage(t);
  const { house } = stage;
  const [counselor, supervisor] = [await stage.as('counselor'), await stage.as('supervisor')];
  const { taskId } = (await mark(counselor, stage.person)).body;
  assert.equal((await counselor('POST', `/tasks/${taskId}/close`, { ends: false, version: 0 })).body.refusal, 'task-open');
  const close = (version: number) => counselor('POST', `/tasks/${taskId}/close`, { ends: true, version, endedAs: 'safe-now', done: 'Called their sister.' });
  assert.equal((await close(0)).status, 200);
  assert.equal((await supervisor('POST', `/tasks/${taskId}/close`, { ends: false, version: 1 })).body.refusal, 'reopen-passed');
  assert.equal((await counselor('POST', `/tasks/${taskId}/close`, { ends: false, version: 0 })).body.refusal, 'changed-meanwhile');
  assert.equal((await counselor('POST', `/tasks/${taskId}/close`, { ends: false, version: 1 })).status, 200);
  assert.equal((await firstOpen(counselor, stage.clinic.siteId)).id, taskId);
  assert.equal((await close(2)).status, 200);
  house.clock.advance(11);
  assert.equal((await counselor('POST', `/tasks/${taskId}/close`, { ends: false, version: 3 })).body.refusal, 'reopen-passed');
});

test('TSK-5 danger that nobody takes in time goes to the director by name, once, also by two servers; taken in time it does not', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const counselor = await stage.as('counselor');
  await mark(counselor, stage.person);
  const taken = (await mark(counselor, clinic.people[1]?.id ?? '')).body.taskId;
  assert.equal((await counselor('POST', `/tasks/${taken}/take`, { version: 0, takes: true })).status, 200);
  await counselor('GET', '/me');
  house.clock.advance(14);
  assert.equal(await escalateAll(house.kysely, house.clock, failed), 0);
  house.clock.advance(1);
  await Promise.all([escalateAll(house.kysely, house.clock, failed), escalateAll(house.kysely, house.clock, failed)]);
  assert.equal(await escalateAll(house.kysely, house.clock, failed), 0);
  const { open } = await tasks(await stage.as('director'), clinic.siteId);
  const late = open.find((task) => task.id !== taken);
  assert.deepEqual([reasons(late?.owners ?? [], stage), late?.isOverdue, late?.isMine], [['counselor counselor', 'supervisor on-call', 'director not-taken'], true, true]);
  assert.deepEqual(reasons(open.find((task) => task.id === taken)?.owners ?? [], stage), ['counselor counselor', 'supervisor on-call']);
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql<{ by: string | null }>`select recorded_by as by from task_owners where org_id = ${clinic.orgId} and because = 'not-taken'`.execute(tx));
  assert.deepEqual(rows, [{ by: null }]);
});

test('TSK-5 a site without a director passes danger on to a director of the organization, who then sees it wherever they look', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const otherSite = newId(house.clock.now());
  await house.inOrganization(clinic.orgId, async (tx) => {
    await sql`insert into sites (org_id, id, name, time_zone, grace_minutes, recorded_at) values (${clinic.orgId}, ${otherSite}, 'Quarry Lane', 'America/Chicago', 20, ${house.clock.now()})`.execute(tx);
    await sql`insert into site_staff (org_id, id, site_id, staff_id, starts_on, recorded_at) values (${clinic.orgId}, ${newId(house.clock.now())}, ${otherSite}, ${stage.staff('director')}, '2026-01-01', ${house.clock.now()})`.execute(tx);
    await sql`update site_staff set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and site_id = ${clinic.siteId} and staff_id = ${stage.staff('director')}`.execute(tx);
  });
  const { taskId } = (await mark(await stage.as('counselor'), stage.person)).body;
  const director = await stage.as('director');
  assert.equal((await director('GET', '/boards/tasks/mine')).body.danger, 0);
  assert.equal((await director('POST', `/tasks/${taskId}/take`, { version: 0, takes: true })).status, 404);
  house.clock.advance(15);
  assert.equal(await escalateAll(house.kysely, house.clock, failed), 1);
  assert.equal((await director('GET', '/boards/tasks/mine')).body.danger, 1);
  const [task] = (await director('GET', `/boards/tasks?siteId=${otherSite}`)).body.open;
  assert.deepEqual([task.id, task.otherSiteName], [taskId, 'Maple Street']);
  assert.equal((await director('POST', `/tasks/${taskId}/take`, { version: 0, takes: true })).status, 200);
});

test('TSK-2 a mark that joins an open task changes it: whoever was about to close what they saw before is told', async (t) => {
  const stage = await openStage(t);
  const [desk, counselor] = [await stage.as('front-desk'), await stage.as('counselor')];
  await mark(desk, stage.person);
  const seen = await firstOpen(counselor, stage.clinic.siteId);
  const again = await mark(await stage.as('facilitator'), stage.person);
  assert.deepEqual([again.body.taskId, again.body.opened], [seen.id, false]);
  const close = (version: number) => counselor('POST', `/tasks/${seen.id}/close`, { ends: true, version, endedAs: 'by-mistake', done: 'Tapped the wrong name.' });
  assert.equal((await close(seen.version)).body.refusal, 'changed-meanwhile');
  const now = await firstOpen(counselor, stage.clinic.siteId);
  assert.equal((await close(now.version)).status, 200);
});
