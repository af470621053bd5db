/** Open danger goes along with a person to another site: who has it there, who sees it there, and who may take and close it (W18). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { escalateAll } from '../../src/escalate.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import type { Role } from '../../src/permissions.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Reply } from '../support/house.ts';
import { mark, openStage, tasks } from './tasks-stage.ts';
import type { Shown, Stage } from './tasks-stage.ts';

const failed = (orgId: string, error: unknown): void => { throw new Error(`${orgId}: ${String(error)}`); };
const said = (reply: Reply): string => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
type There = Stage & { there: string; move(counselor: Role | null): Promise<Reply> };

const because = ({ clinic }: Stage, owners: readonly { staffId: string; because: string }[]): string[] =>
  owners.map((one) => `${Object.entries(clinic.staff).find(([, { staffId }]) => staffId === one.staffId)?.[0] ?? '?'} ${one.because}`).sort();

/** Two sites: the counselor works at both and moves people; supervisor, front desk and a second director (the facilitator) work at the other site only. */
async function openSites(t: Parameters<typeof openStage>[0], onCallThere: Role | null = null, onCallHere: Role = 'director'): Promise<There> {
  const stage = await openStage(t, { onCall: onCallHere });
  const { house, clinic, staff } = stage;
  const { orgId } = clinic;
  const now = house.clock.now();
  const [there, programId] = [newId(now), newId(now)];
  await house.inOrganization(orgId, async (tx) => {
    await insertSite(tx, orgId, { id: there, name: 'Quarry Lane', timeZone: 'America/Chicago' }, now);
    await sql`insert into programs (org_id, id, name, population, specialty, level, recorded_at) select org_id, ${programId}, 'Evening program', population, specialty, 'outpatient', ${now} from programs where org_id = ${orgId} limit 1`.execute(tx);
    for (const role of ['counselor', 'supervisor', 'front-desk', 'facilitator'] as const) {
      if (role !== 'counselor') await sql`update site_staff set ended_on = '2026-11-18' where org_id = ${orgId} and staff_id = ${staff(role)}`.execute(tx);
      await sql`insert into site_staff (org_id, id, site_id, staff_id, starts_on, recorded_at) values (${orgId}, ${newId(now)}, ${there}, ${staff(role)}, '2026-01-01', ${now})`.execute(tx);
    }
    await sql`insert into staff_roles (org_id, id, staff_id, role, granted_at) values (${orgId}, ${newId(now)}, ${staff('facilitator')}, 'director', ${now})`.execute(tx);
    if (onCallThere !== null) await sql`insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at) values (${orgId}, ${newId(now)}, ${there}, '2026-11-19', ${staff(onCallThere)}, ${now})`.execute(tx);
  });
  const move = async (counselor: Role | null): Promise<Reply> => (await stage.as('counselor'))('POST', `/episodes/${clinic.people[0]?.episodeId}/transfer`, {
    version: 0, lastDay: '2026-11-19', detail: '', to: { siteId: there, programId, trackId: null, pathId: null, level: null, counselorId: counselor === null ? null : staff(counselor) },
  });
  return { ...stage, there, move };
}

test('TSK-12 open danger goes along with a transfer: the counselor there and whoever is on call there have it with those who had it, and take and close it', async (t) => {
  const stage = await openSites(t, 'facilitator');
  const { person, there, clinic, house } = stage;
  const { taskId } = (await mark(await stage.as('counselor'), person, { detail: 'said so after the group' })).body;
  const counselor = await stage.as('supervisor');
  assert.equal((await tasks(counselor, there)).open.length, 0);
  assert.equal(said(await counselor('POST', `/tasks/${taskId}/take`, { version: 0, takes: true })), '404 not-found');
  const moved = await stage.move('supervisor');
  assert.deepEqual([said(moved), moved.body.dangerOpen], ['200', 1]);
  const [task] = (await tasks(counselor, there)).open as (Shown & { otherSiteName: string })[];
  assert.deepEqual([task?.id, task?.isMine, task?.otherSiteName, because(stage, task?.owners ?? [])], [taskId, true, 'Maple Street', ['counselor counselor', 'director on-call', 'facilitator on-call', 'supervisor counselor']]);
  assert.deepEqual((await counselor('GET', '/boards/tasks/mine')).body, { danger: 1, others: 0, siteId: there });
  const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql<{ body: { siteId: string } }>`select body from outbox where org_id = ${clinic.orgId} and topic = 'danger-marked' order by id`.execute(tx));
  assert.deepEqual(rows.map((row) => row.body.siteId), [clinic.siteId, there]);
  assert.equal(said(await counselor('POST', `/tasks/${taskId}/take`, { version: 0, takes: true })), '409 changed-meanwhile');
  assert.equal(said(await counselor('POST', `/tasks/${taskId}/take`, { version: task?.version, takes: true })), '200');
  assert.equal(said(await counselor('POST', `/tasks/${taskId}/close`, { ends: true, version: (task?.version ?? 0) + 1, endedAs: 'safe-now', done: 'Called, with the sister tonight.' })), '200');
  assert.deepEqual((await tasks(counselor, there)).closed.map((one) => one.id), [taskId]);
  assert.equal((await stage.move('supervisor')).status, 409);
});

test('TSK-12 everybody of the site where the person is now sees it, on the boards and on the page of the person, and may take it without being named', async (t) => {
  const stage = await openSites(t);
  const { person, there } = stage;
  const { taskId } = (await mark(await stage.as('counselor'), person)).body;
  assert.equal((await (await stage.as('front-desk'))('GET', `/people/${person}/danger-standing`)).status, 404);
  assert.equal(said(await stage.move(null)), '200');
  const [desk, other] = [await stage.as('front-desk'), await stage.as('supervisor')];
  assert.deepEqual((await desk('GET', `/people/${person}/danger-standing`)).body.marks.map((one: { taskId: string }) => one.taskId), [taskId]);
  assert.deepEqual((await desk('GET', `/boards/danger?siteId=${there}`)).body.marks.map((one: { taskId: string; participantId: string }) => [one.taskId, one.participantId]), [[taskId, person]]);
  assert.deepEqual((await other('GET', `/people/${person}/look`)).body.tasks.map((one: { taskId: string }) => one.taskId), [taskId]);
  assert.deepEqual((await other('GET', `/people/${person}/tasks`)).body.open.map((one: Shown) => one.id), [taskId]);
  assert.deepEqual((await other('GET', `/people/${person}/contact-notes`)).body.openTasks.map((one: { id: string }) => one.id), [taskId]);
  assert.deepEqual((await other('GET', `/people/${person}/timeline?kind=contacts`)).body.entries.map((one: { is: string }) => one.is), ['task-opened']);
  const [task] = (await tasks(other, there)).open;
  assert.deepEqual([task?.id, task?.isMine, because(stage, task?.owners ?? [])], [taskId, false, ['counselor counselor', 'director on-call', 'facilitator director']]);
  assert.deepEqual((await other('GET', '/boards/tasks/mine')).body, { danger: 1, others: 0, siteId: there });
  assert.equal(said(await other('POST', `/tasks/${taskId}/hand-over`, { version: task?.version, staffId: stage.staff('facilitator') })), '200');
  assert.equal(said(await other('POST', `/tasks/${taskId}/take`, { version: (task?.version ?? 0) + 1, takes: true })), '200');
});

test('TSK-12 what is no danger stays at its site, and danger about somebody who is not here stays unseen', async (t) => {
  const stage = await openSites(t);
  const { clinic, house, there } = stage;
  const now = house.clock.now();
  const elsewhere = (await mark(await stage.as('counselor'), clinic.people[1]?.id ?? '')).body.taskId;
  const outreach = newId(now);
  await house.inOrganization(clinic.orgId, (tx) => sql`insert into tasks (org_id, id, site_id, kind, source, detail, participant_id, due_at, opened_at, opened_by)
    values (${clinic.orgId}, ${outreach}, ${clinic.siteId}, 'craving', 'craving', '7', ${stage.person}, ${now}, ${now}, ${stage.staff('counselor')})`.execute(tx));
  await house.inOrganization(clinic.orgId, (tx) => sql`update tasks set due_at = '2026-11-19T15:00:00Z' where org_id = ${clinic.orgId} and id = ${outreach}`.execute(tx));
  assert.equal((await stage.move('supervisor')).body.dangerOpen, 0);
  const other = await stage.as('supervisor');
  assert.deepEqual([(await tasks(other, there)).open, (await other('GET', `/people/${stage.person}/tasks`)).body.open], [[], []]);
  for (const id of [elsewhere, outreach]) assert.equal(said(await other('POST', `/tasks/${id}/take`, { version: 0, takes: true })), '404 not-found');
  assert.equal(said(await other('GET', `/people/${clinic.people[1]?.id}/danger-standing`)), '404 not-found');
});

test('TSK-5 danger that nobody takes goes to directors of the site of the mark and of the site where the person is now, whichever came first', async (t) => {
  for (const moves of ['before', 'after'] as const) {
    const stage = await openSites(t, 'supervisor', 'counselor');
    const { house, person, there } = stage;
    await mark(await stage.as('counselor'), person);
    const supervisor = await stage.as('supervisor');
    if (moves === 'before') assert.equal(said(await stage.move('supervisor')), '200');
    house.clock.advance(15);
    await escalateAll(house.kysely, house.clock, failed);
    if (moves === 'after') assert.equal(said(await stage.move('supervisor')), '200');
    assert.equal(await escalateAll(house.kysely, house.clock, failed), 0);
    const [task] = (await tasks(supervisor, there)).open;
    assert.deepEqual(because(stage, task?.owners ?? []), ['counselor counselor', 'director not-taken', 'facilitator not-taken', 'supervisor counselor']);
  }
});
