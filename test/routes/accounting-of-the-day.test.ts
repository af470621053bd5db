/** Acts on the day, run as a day is: whoever an answer names, and nobody else, is in its access row (W21). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accounted } from '../support/accounted.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { enroll, openGroupStage, startGroup } from '../support/groups-stage.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import type { Ask, Reply } from '../support/house.ts';
import { added, who } from './session-day-stage.ts';

type Check = (contract: string, expected: number, ask: Ask, ...words: Parameters<Ask>) => Promise<Reply>;

function checker({ house, clinic }: GroupStage): Check {
  return async (contract, expected, ask, ...words) => {
    let reply: Reply | null = null;
    const shown = await accounted(house, clinic, contract, async () => { reply = await ask(...words); return reply; });
    assert.equal(shown.length, expected, `${contract} shows ${expected}`);
    return reply ?? assert.fail(contract);
  };
}

test('sessions added, handed over, split, booked, held and withdrawn', async (t) => {
  const stage = await openGroupStage(t, 13);
  const { clinic, ask, where } = stage;
  const check = checker(stage);
  const session = clinic.sessionId;
  const own = await check('sessions.add', 1, ask, 'POST', `/sites/${clinic.siteId}/sessions`, added(stage, { sessionType: 'group', capacity: 2 }));
  await check('sessions.book-seat', 1, ask, 'POST', `/sessions/${own.body.sessionId}/bookings`, { participantId: who(stage, 11)[0], isMakeUp: false });
  await check('sessions.withdraw', 2, ask, 'POST', `/sessions/${own.body.sessionId}/withdraw`, {});
  await check('sessions.hand-over', 10, ask, 'POST', `/sessions/${session}/hand-over`, { version: 1, facilitatorId: clinic.staff.counselor.staffId, roomId: clinic.roomId, telehealthLink: '', start: null, reason: 'Sam is ill' });
  const parted = await check('sessions.split', 2, ask, 'POST', `/sessions/${session}/split`, { roomId: where.roomId, telehealthLink: '', facilitatorId: clinic.staff.facilitator.staffId, participantIds: who(stage, 8, 9), reason: 'Two rooms' });
  await check('sessions.withdraw', 2, ask, 'POST', `/sessions/${parted.body.splitId}/withdraw`, {});
});

test('people who walk in, and notes that are signed, reviewed and returned', async (t) => {
  const stage = await openGroupStage(t, 11);
  const { house, clinic } = stage;
  const check = checker(stage);
  const sam = await house.as(clinic, 'facilitator');
  const administrator = await house.as(clinic, 'administrator');
  assert.equal((await administrator('POST', `/staff/${clinic.staff.facilitator.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.supervisor.staffId, from: '2026-11-19' })).status, 200);
  house.clock.set(clinic.start);
  await check('attendance.walk-in', 1, sam, 'POST', `/sessions/${clinic.sessionId}/walk-ins`, { participantId: who(stage, 10)[0], giveAwaySeatOf: null, overCapReason: 'Traveled two hours' });
  const sent = await groupReadyToSign(house, clinic, sam, 3);
  // Three signed; seven of whom nothing was recorded are written down as absent. Who walked in has no sentence yet.
  const signed = await check('notes.sign-group', 10, sam, 'POST', pathOf.sign(clinic), sent);
  const imogen = await house.as(clinic, 'supervisor');
  const [first, second, third] = signed.body.notes.map((note: { noteId: string }) => note.noteId) as [string, string, string];
  await check('notes.review', 2, imogen, 'POST', '/notes/review', { kind: 'co-signed', notes: [first, second].map((noteId) => ({ noteId, addendaSeen: 0 })) });
  await check('notes.return', 1, imogen, 'POST', `/notes/${third}/return`, { addendaSeen: 0, reason: 'Say what was practiced.' });
});

test('tasks that change hands, and an episode that ends and goes on', async (t) => {
  const stage = await openGroupStage(t, 3);
  const { house, clinic } = stage;
  const check = checker(stage);
  const [person] = clinic.people;
  const dana = await house.as(clinic, 'counselor');
  const marked = await check('tasks.mark-danger', 1, dana, 'POST', `/people/${person?.id}/danger`, { concern: 'self', detail: '', sessionId: null, source: 'button' });
  await check('tasks.hand-over', 1, dana, 'POST', `/tasks/${marked.body.taskId}/hand-over`, { version: 0, staffId: clinic.staff.supervisor.staffId });
  await check('tasks.close', 1, dana, 'POST', `/tasks/${marked.body.taskId}/close`, { ends: true, version: 1, endedAs: 'safe-now', done: 'Sat with her until her sister came.' });
  const seriesId = await startGroup(stage);
  assert.equal((await enroll(stage, seriesId, 0)).status, 200);
  const { episodes } = (await dana('GET', `/people/${person?.id}`)).body;
  const ended = await check('placements.discharge', 1, dana, 'POST', `/episodes/${person?.episodeId}/discharge`, { version: episodes[0].version, lastDay: '2026-11-19', reason: 'completed', detail: '' });
  await check('placements.undo-discharge', 1, dana, 'POST', `/episodes/${person?.episodeId}/undo-discharge`, { version: ended.body.version, withoutSeats: [] });
});
