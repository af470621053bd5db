/** Contact notes over HTTP: signed at once, with danger that opens its task and a task that closes with them (W17). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { firstOpen, mark, openStage, tasks } from './tasks-stage.ts';

const CALL = { kind: 'phone', withWhom: 'Their sister', happenedAt: '2026-11-19T15:40:00Z', minutes: 12, text: 'The bus was cut; comes on Monday.', risk: 'none', concern: null, taskId: null, closes: null };

test('TSK-7 a contact note is signed under the name and letters of whoever wrote it, and the newest stands first', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const path = `/people/${stage.person}/contact-notes`;
  assert.equal((await counselor('POST', path, CALL)).status, 200);
  assert.equal((await counselor('POST', path, { ...CALL, kind: 'crisis', happenedAt: '2026-11-19T15:50:00Z', minutes: 0, risk: 'watch' })).status, 200);
  const { notes, older, openTasks } = (await counselor('GET', path)).body;
  assert.deepEqual(notes.map((note: { kind: string; risk: string; authorName: string; authorCredential: string; signedAt: string; danger: unknown }) => [note.kind, note.risk, note.authorName, note.authorCredential, note.signedAt, note.danger]),
    [['crisis', 'watch', 'Sam counselor', 'LPC', '2026-11-19T16:00:00.000Z', null], ['phone', 'none', 'Sam counselor', 'LPC', '2026-11-19T16:00:00.000Z', null]]);
  assert.deepEqual([older, openTasks], [0, []]);
  assert.equal((await (await stage.as('front-desk'))('GET', path)).status, 403);
});

test('TSK-7 danger in a note says what it is about, and opens its task in the same act', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const write = (more: object) => counselor('POST', `/people/${stage.person}/contact-notes`, { ...CALL, ...more });
  assert.equal((await write({ risk: 'danger' })).body.refusal, 'concern-missing');
  assert.equal((await write({ happenedAt: '2026-11-19T18:00:00Z' })).body.refusal, 'contact-ahead');
  assert.deepEqual((await tasks(counselor, stage.clinic.siteId)).open, []);
  const reply = await write({ risk: 'danger', concern: 'self' });
  assert.equal(reply.body.told.length, 2);
  const task = await firstOpen(counselor, stage.clinic.siteId);
  assert.deepEqual([task.id, task.kind, task.concern], [reply.body.dangerTaskId, 'danger', 'self']);
  const [note] = (await counselor('GET', `/people/${stage.person}/contact-notes`)).body.notes;
  assert.deepEqual(note.danger, { taskId: task.id, endedAs: null });
});

test('TSK-7 the task that a note answers closes with it, once, and only when it is about the same person', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const { taskId } = (await mark(counselor, stage.person)).body;
  const write = (more: object, person = stage.person) => counselor('POST', `/people/${person}/contact-notes`, { ...CALL, taskId, ...more });
  assert.equal((await write({}, stage.clinic.people[1]?.id)).status, 404);
  assert.equal((await write({ closes: 'reached' })).body.refusal, 'end-does-not-fit');
  assert.equal((await write({ closes: 'safe-now', text: '...' })).body.refusal, 'done-missing');
  assert.equal((await write({})).status, 200, 'a note may stand beside a task that stays open');
  const both = await Promise.all([write({ closes: 'safe-now' }), write({ closes: 'safe-now' })]);
  assert.deepEqual(both.map((reply) => reply.body.refusal ?? 'signed').sort(), ['signed', 'task-closed']);
  const [closed] = (await tasks(counselor, stage.clinic.siteId)).closed;
  assert.deepEqual([closed?.closed?.endedAs, closed?.closed?.done], ['safe-now', CALL.text]);
  assert.equal((await counselor('GET', `/people/${stage.person}/contact-notes`)).body.notes.length, 2);
});

test('TSK-7 nothing of a refused note is kept: neither a task nor an end', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const { taskId } = (await mark(counselor, stage.person)).body;
  const reply = await counselor('POST', `/people/${stage.person}/contact-notes`, { ...CALL, taskId, closes: 'reached', risk: 'danger', concern: 'medical' });
  assert.equal(reply.body.refusal, 'end-does-not-fit');
  assert.deepEqual((await tasks(counselor, stage.clinic.siteId)).open.map((task) => task.id), [taskId]);
});

test('W17 a contact note adds nothing to the hours of the week', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const read = async () => JSON.stringify((await counselor('GET', `/people/${stage.person}/hours`)).body);
  const before = await read();
  await counselor('POST', `/people/${stage.person}/contact-notes`, { ...CALL, minutes: 600 });
  assert.equal(await read(), before);
});

test('W20 a person of another organization, or long discharged, has no contact notes to see', async (t) => {
  const stage = await openStage(t);
  const { house, clinic } = stage;
  const counselor = await stage.as('counselor');
  const other = await house.furnish('Fernhill Center', 1);
  assert.equal((await counselor('GET', `/people/${other.people[0]?.id}/contact-notes`)).status, 404);
  assert.equal((await counselor('POST', `/people/${other.people[0]?.id}/contact-notes`, CALL)).status, 404);
  await house.inOrganization(clinic.orgId, (tx) => sql`update episodes set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and participant_id = ${stage.person}`.execute(tx));
  house.clock.set(new Date('2027-03-01T16:00:00Z'));
  assert.equal((await (await stage.as('counselor'))('GET', `/people/${stage.person}/contact-notes`)).status, 404);
});
