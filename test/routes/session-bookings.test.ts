/** Seats in one session over HTTP: groups split into two rooms, seats booked and taken back; and who wins when two, or ten, ask at once. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { planAll } from '../../src/planner.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { stampIn } from '../support/day.ts';
import { enroll, mondayTime, openGroupStage, sessionsOf, startGroup } from '../support/groups-stage.ts';
import { add, added, book, day, held, outcome, rosterOf, split, who } from './session-day-stage.ts';

describe('a group is split into two rooms', () => {
  test('SES-16 both rosters say who is where; taken back, everybody is in the first room again', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic } = stage;
    const reply = await split(stage, who(stage, 7, 8, 9));
    assert.deepEqual([reply.status, reply.body.participantIds], [200, who(stage, 7, 8, 9)]);
    const { splitId } = reply.body;
    assert.deepEqual([await rosterOf(stage, clinic.sessionId), await rosterOf(stage, splitId)], [['1@1', '2@2', '3@3', '4@4', '5@5', '6@6', '7@7'], ['8@1', '9@2', '10@3']]);
    await planAll(stage.house.kysely, stage.house.clock, (orgId, error) => { throw new Error(orgId, { cause: error }); });
    assert.deepEqual(await rosterOf(stage, splitId), ['8@1', '9@2', '10@3']);
    assert.equal(outcome(await stage.ask('POST', `/sessions/${splitId}/withdraw`)), '200');
    assert.equal((await rosterOf(stage, clinic.sessionId)).length, 10);
  });

  test('whoever is stamped in stays; whoever was moved is stamped in the second room, which then stands', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(8, 9));
    const refused = await split(stage, who(stage, 8, 9));
    assert.deepEqual([outcome(refused), refused.body.facts], ['409 recorded-already', { participantIds: who(stage, 8) }]);
    const { splitId } = (await split(stage, who(stage, 9))).body;
    assert.equal(outcome(await stage.ask('POST', `/sessions/${splitId}/people/${who(stage, 9)[0]}/arrival`, {})), '200');
    assert.equal(outcome(await stage.ask('POST', `/sessions/${splitId}/withdraw`)), '409 session-began');
    assert.deepEqual(await rosterOf(stage, splitId), ['10@1']);
  });

  test('is refused for a room or leader that is taken, for people of other groups, after signing and when canceled', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic, house } = stage;
    assert.equal(outcome(await split(stage, who(stage, 9), { roomId: clinic.roomId })), '409 room-busy');
    assert.equal(outcome(await split(stage, who(stage, 9), { facilitatorId: clinic.staff.facilitator.staffId })), '409 leader-busy');
    assert.equal(outcome(await split(stage, who(stage, 10))), '422 not-on-this-roster');
    await house.inOrganization(clinic.orgId, (tx) => sql`update series set credential_required = 'LCADC' where org_id = ${clinic.orgId} and id = ${clinic.seriesId}`.execute(tx));
    assert.equal(outcome(await split(stage, who(stage, 9))), '422 credential-missing');
    assert.equal(outcome(await split(stage, who(stage, 9), { facilitatorId: null })), '200');
    await stage.ask('POST', `/sessions/${clinic.sessionId}/cancel`, { reason: 'Snow' });
    assert.equal(outcome(await split(stage, who(stage, 8))), '409 session-canceled');
  });

  test('a booked seat moves along and comes back; a seat given away meanwhile keeps the second room standing', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic, house } = stage;
    await house.inOrganization(clinic.orgId, (tx) => sql`update enrollments set withdrawn_at = now() where org_id = ${clinic.orgId} and participant_id = any(${who(stage, 9)}::uuid[])`.execute(tx));
    assert.equal((await book(stage, clinic.sessionId, 10, true)).body.seatNo, 10);
    const { splitId } = (await split(stage, who(stage, 8, 10))).body;
    assert.deepEqual(await rosterOf(stage, splitId), ['9@1', '11@2']);
    assert.equal((await book(stage, clinic.sessionId, 11)).body.seatNo, 9);
    assert.equal(outcome(await stage.ask('POST', `/sessions/${splitId}/withdraw`)), '409 seats-taken');
    const booking = (await day(stage)).people.find((one: { bookingId: string | null }) => one.bookingId !== null);
    assert.equal(outcome(await stage.ask('POST', `/bookings/${booking.bookingId}/withdraw`, { ends: true })), '200');
    assert.equal(outcome(await stage.ask('POST', `/sessions/${splitId}/withdraw`)), '200');
    assert.deepEqual((await rosterOf(stage, clinic.sessionId)).slice(-2), ['9@9', '11@10']);
  });

  test('two who split the same person off at once: one does', async (t) => {
    const stage = await openGroupStage(t);
    const got = await Promise.all([split(stage, who(stage, 9)), split(stage, who(stage, 9), { roomId: null, facilitatorId: null })]);
    assert.deepEqual(got.map(outcome).sort(), ['200', '422 not-on-this-roster']);
  });

  test('SES-9 a session that was handed over, split or has a seat booked in it is left alone by the plan', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    await enroll(stage, seriesId, 10);
    const ahead = (await sessionsOf(stage, seriesId)).map((one) => one.id);
    const [first, second, third] = [ahead[0] ?? '', ahead[1] ?? '', ahead[2] ?? ''];
    assert.equal(outcome(await stage.ask('POST', `/sessions/${first}/hand-over`, { version: 0, facilitatorId: null, roomId: stage.where.roomId, telehealthLink: '', start: null, reason: 'Away' })), '200');
    assert.equal(outcome(await stage.ask('POST', `/sessions/${second}/split`, { roomId: null, telehealthLink: '', facilitatorId: null, participantIds: who(stage, 10), reason: 'Two topics' })), '200');
    assert.equal(outcome(await book(stage, third, 11, true)), '200');
    const times = await stage.ask('POST', `/groups/${seriesId}/times`, { from: '2026-11-23', times: [mondayTime(stage, { startsAtLocal: '13:00' })] });
    assert.equal(outcome(times), '200');
    const after = (await sessionsOf(stage, seriesId)).filter((one) => !one.withdrawn);
    assert.deepEqual([first, second, third].map((id) => after.find((one) => one.id === id)?.start.toISOString().slice(11, 16)), ['15:00', '15:00', '15:00']);
  });
});

describe('a seat is booked in one session', () => {
  test('SES-17 the lowest free one; a make-up is told; taken back it is free, and comes back under its own id', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    await enroll(stage, seriesId, 0);
    const session = (await sessionsOf(stage, seriesId))[0]?.id ?? '';
    const reply = await book(stage, session, 1, true);
    assert.deepEqual([reply.status, reply.body.seatNo], [200, 2]);
    const { bookingId } = reply.body;
    const shown = (await day(stage, session)).people[1];
    assert.deepEqual([shown.isMakeUp, shown.bookingId, shown.isMoved], [true, bookingId, false]);
    assert.equal(outcome(await book(stage, session, 1)), '409 already-there');
    assert.equal(outcome(await book(stage, session, 0)), '409 already-there');
    const settle = (ends: boolean) => stage.ask('POST', `/bookings/${bookingId}/withdraw`, { ends });
    assert.equal(outcome(await settle(true)), '200');
    assert.deepEqual(await rosterOf(stage, session), ['1@1']);
    assert.equal((await book(stage, session, 2)).body.seatNo, 2);
    assert.equal(outcome(await settle(false)), '409 seats-taken');
  });

  test('an enrollment that begins later leaves the booked seat standing and goes around it', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    const session = (await sessionsOf(stage, seriesId))[0]?.id ?? '';
    assert.equal((await book(stage, session, 0)).body.seatNo, 1);
    assert.equal((await enroll(stage, seriesId, 1)).body.seatNo, 2);
    assert.deepEqual((await rosterOf(stage, session)).sort(), ['1@1', '2@2']);
    assert.equal((await book(stage, session, 2)).body.seatNo, 3);
  });

  test('is refused when the person is elsewhere, not in the program, not to be seen, or the session is over or full; a full one names others', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic } = stage;
    const full = await book(stage, clinic.sessionId, 10);
    assert.equal(outcome(full), '409 seats-taken');
    assert.deepEqual(full.body.facts.sessionIds, []);
    const parallel = (await add(stage, { sessionType: 'group', capacity: 3, participantIds: [], startsAtLocal: '10:20', roomId: null })).body.sessionId;
    assert.deepEqual((await book(stage, clinic.sessionId, 10)).body.facts.sessionIds, [parallel]);
    assert.equal(outcome(await book(stage, parallel, 0)), '409 elsewhere-then');
    assert.equal(outcome(await stage.ask('POST', `/sessions/${parallel}/bookings`, { participantId: clinic.orgId, isMakeUp: false })), '404 not-found');
    const other = await stage.house.furnish('Elsewhere');
    assert.equal(outcome(await stage.ask('POST', `/sessions/${parallel}/bookings`, { participantId: other.people[0]?.id, isMakeUp: false })), '404 not-found');
    stage.house.clock.set(addMinutes(clinic.end, 30));
    assert.equal(outcome(await book(stage, clinic.sessionId, 10)), '422 time-passed');
    assert.equal(outcome(await book(stage, parallel, 10)), '200');
  });

  test('W9 ten who ask for the last seat at once: one gets it', async (t) => {
    const stage = await openGroupStage(t);
    const reply = await add(stage, { sessionType: 'group', capacity: 3, participantIds: who(stage, 10, 11), startsAtLocal: '15:00' });
    const got = await Promise.all(Array.from({ length: 10 }, (_, person) => book(stage, reply.body.sessionId, person)));
    assert.deepEqual([got.filter((one) => one.status === 200).length, new Set(got.filter((one) => one.status !== 200).map(outcome))], [1, new Set(['409 seats-taken'])]);
    assert.equal((await rosterOf(stage, reply.body.sessionId)).length, 3);
  });

  test('a recorded arrival keeps its seat; a recorded absence frees one for somebody else', async (t) => {
    const stage = await openGroupStage(t);
    const { clinic, house } = stage;
    house.clock.set(clinic.start);
    const reply = await add(stage, { startsAtLocal: '10:20', sessionType: 'couple', capacity: 2, participantIds: who(stage, 10, 11), roomId: null });
    const [kept, free] = reply.body.bookingIds as string[];
    assert.equal(outcome(await stage.ask('POST', `/sessions/${reply.body.sessionId}/people/${who(stage, 10)[0]}/arrival`, {})), '200');
    assert.equal(outcome(await stage.ask('POST', `/bookings/${kept}/withdraw`, { ends: true })), '409 recorded-already');
    assert.equal(outcome(await book(stage, reply.body.sessionId, 12)), '409 seats-taken');
    await house.inOrganization(clinic.orgId, (tx) => sql`
      insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, absence_reason, excused, recorded_at, recorded_by)
      values (${clinic.orgId}, gen_random_uuid(), ${reply.body.sessionId}, ${who(stage, 11)[0]}, ${clinic.programId}, 'absent', 'ill', true, ${clinic.start}, ${stage.facilitatorId})`.execute(tx));
    assert.equal((await book(stage, reply.body.sessionId, 12)).body.seatNo, 3);
    assert.equal(outcome(await stage.ask('POST', `/bookings/${free}/withdraw`, { ends: true })), '409 recorded-already');
  });

  test('another organization finds nothing', async (t) => {
    const stage = await openGroupStage(t);
    const other = await stage.house.furnish('Elsewhere');
    const ask = await stage.house.as(other, 'supervisor');
    const { sessionId } = stage.clinic;
    const booking = (await add(stage)).body.bookingIds[0];
    const got = await Promise.all([
      ask('GET', `/sessions/${sessionId}/day`), ask('GET', `/sessions/${sessionId}/seat-candidates`), ask('POST', `/sessions/${sessionId}/held`, held()), ask('POST', `/sites/${stage.clinic.siteId}/sessions`, added(stage)),
      ask('POST', `/sessions/${sessionId}/withdraw`, {}), ask('POST', `/sessions/${sessionId}/bookings`, { participantId: other.people[0]?.id, isMakeUp: false }), ask('POST', `/bookings/${booking}/withdraw`, { ends: true }),
    ]);
    assert.deepEqual(new Set(got.map(outcome)), new Set(['404 not-found']));
  });
});

test('whoever may take a seat is listed with what they do then; those who are there are not', async (t) => {
  const stage = await openGroupStage(t);
  const parallel = (await add(stage, { sessionType: 'group', capacity: 3, participantIds: who(stage, 10), startsAtLocal: '10:20', roomId: null })).body.sessionId;
  const { people } = (await stage.ask('GET', `/sessions/${parallel}/seat-candidates`)).body;
  assert.deepEqual([people.length, people.filter((one: { elsewhere: string | null }) => one.elsewhere === 'Relapse prevention').length], [13, 10]);
  const site = (await stage.ask('GET', `/session-people?siteId=${stage.clinic.siteId}&programId=${stage.clinic.programId}&date=2026-11-19`)).body;
  assert.equal(site.people.length, 14);
});
