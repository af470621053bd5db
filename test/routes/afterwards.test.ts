/** Sessions entered after the fact over HTTP: the room asks who came, a note that nobody owes yet is not hidden, and one standing holds on every page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes } from '../../src/values/minutes.ts';
import { pathOf } from '../support/day.ts';
import { openGroupStage } from '../support/groups-stage.ts';
import { add, at, outcome, who } from './session-day-stage.ts';

type Shown = { participantId: string; standing: string; stays: unknown[] };

test('SES-15 the room of a session that was written down once it had begun says so, and one planned ahead does not', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic, ask, house } = stage;
  const later = (await add(stage, { startsAtLocal: '14:00' })).body.sessionId as string;
  house.clock.set(addMinutes(clinic.end, 30));
  const after = (await add(stage, { startsAtLocal: '08:00', participantIds: who(stage, 1) })).body.sessionId as string;
  const flagOf = async (id: string): Promise<boolean> => (await ask('GET', `/sessions/${id}/room`)).body.session.isEnteredAfterwards;
  assert.deepEqual([await flagOf(after), await flagOf(later), await flagOf(clinic.sessionId)], [true, false, false]);
});

test('W17 of a session that is over and of which nobody has said who came, the person’s page says so until it is said', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic, ask, house } = stage;
  const [first = ''] = who(stage, 0);
  house.clock.set(addMinutes(clinic.start, -5));
  const look = async () => (await ask('GET', `/people/${first}/look`)).body;
  const sessionId = (await add(stage, { startsAtLocal: '08:00' })).body.sessionId as string;
  assert.deepEqual({ ...(await look()).unsaid, name: '' }, { sessions: 1, sessionId, name: '', startsAt: at('08:00'), timeZone: 'America/Chicago', siteId: clinic.siteId });
  assert.equal((await look()).unsigned, null);
  const times = { stays: [{ arrivedAt: at('08:00'), leftAt: at('08:50') }], absence: null, reason: 'Entered after the session', addendum: null, version: null, overCapReason: null };
  assert.equal(outcome(await ask('POST', `/sessions/${sessionId}/people/${first}/times`, times)), '200');
  const said = await look();
  assert.deepEqual([said.unsaid, said.unsigned.sessionId], [null, sessionId]);
});

test('a room or a leader that is taken is refused with the session in the way', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic } = stage;
  for (const taken of [{ roomId: clinic.roomId }, { facilitatorId: clinic.staff.facilitator.staffId }]) assert.deepEqual((await add(stage, { startsAtLocal: '10:30', ...taken })).body.facts, { sessionId: clinic.sessionId });
});

test('ATT-6 a stay within one instant is no presence: the board, the room and the papers say missing alike, and no note is owed', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic, ask, house } = stage;
  house.clock.set(addMinutes(clinic.end, 5));
  const [first = '', second = ''] = who(stage, 0, 1);
  const times = (arrived: string, left: string) => ({ stays: [{ arrivedAt: at(arrived), leftAt: at(left) }], absence: null, reason: 'As it was', addendum: null, version: null, overCapReason: null });
  assert.equal(outcome(await ask('POST', `/sessions/${clinic.sessionId}/people/${first}/times`, times('10:20', '10:20'))), '200');
  assert.equal(outcome(await ask('POST', `/sessions/${clinic.sessionId}/people/${second}/times`, times('10:10', '11:10'))), '200');
  const standingIn = (people: Shown[]): unknown => people.find((one) => one.participantId === first)?.standing;
  const room = (await ask('GET', pathOf.room(clinic))).body;
  const today = (await ask('GET', pathOf.today(clinic))).body.sessions.find((one: { id: string }) => one.id === clinic.sessionId);
  const next = (await ask('GET', `/people/${first}/next`)).body.sessions.find((one: { sessionId: string }) => one.sessionId === clinic.sessionId);
  assert.deepEqual([standingIn(room.people), standingIn(today.people), next.standing, today.notesToSign], ['missing', 'missing', 'missing', 1]);
  assert.equal((await ask('GET', `/people/${first}/look`)).body.unsigned, null);
});

test('W17 absences that closing recorded are taken back one by one: everybody is expected again and no call is left open', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic, ask, house } = stage;
  const counselor = await house.as(clinic, 'facilitator');
  house.clock.set(addMinutes(clinic.end, 5));
  const closed = await counselor('POST', `/sessions/${clinic.sessionId}/sign`, { sharedVersion: 0, people: [] });
  assert.equal(closed.status, 200, JSON.stringify(closed.body));
  assert.deepEqual([closed.body.absences.length, closed.body.tasks], [10, 10]);
  assert.equal(outcome(await ask('POST', `/sessions/${clinic.sessionId}/cancel`, { version: 1, reason: 'Nobody came' })), '409 session-began');
  for (const id of closed.body.absences as string[]) assert.equal(outcome(await counselor('POST', `/sessions/${clinic.sessionId}/people/${id}/absence/take-back`)), '200');
  const room = (await ask('GET', pathOf.room(clinic))).body;
  assert.deepEqual([...new Set(room.people.map((one: Shown) => one.standing))], ['missing']);
  const [first = ''] = who(stage, 0);
  assert.deepEqual((await counselor('GET', `/people/${first}/look`)).body.tasks.filter((one: { kind: string; openedAt: string }) => one.kind === 'outreach' && one.openedAt > clinic.end.toISOString()), []);
});
