/** Groups and seats over HTTP: what each act writes, each refusal by its name, and who wins a race. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { enroll, groupBody, mondayTime, openGroupStage, planned, sessionsOf, startGroup } from '../support/groups-stage.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import type { Reply } from '../support/house.ts';

const outcome = (reply: Reply): string => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const post = async (stage: GroupStage, path: string, body: unknown): Promise<string> => outcome(await stage.ask('POST', path, body));

describe('a group is started', () => {
  test('SES-6 with its sessions twelve weeks ahead, each keyed by its own first time; starting is once for one command', async (t) => {
    const stage = await openGroupStage(t);
    const body = groupBody(stage, { times: [mondayTime(stage), mondayTime(stage, { weekday: 3 })] });
    const headers = { 'idempotency-key': '00000000-0000-4000-8000-000000000001' };
    const first = await stage.ask('POST', '/groups', body, headers);
    const second = await stage.ask('POST', '/groups', body, headers);
    assert.deepEqual([first.status, first.body.added], [200, 24]);
    assert.deepEqual(second.body, first.body);
    const sessions = await sessionsOf(stage, first.body.seriesId);
    assert.deepEqual([sessions.length, sessions[0]?.date, sessions.at(-1)?.date], [24, '2026-11-23', '2027-02-10']);
    assert.deepEqual(sessions.map((one) => one.start.toISOString().slice(11, 16)).filter((hour) => hour !== '15:00'), [], '09:00 in Chicago all winter');
  });

  test('SCH-9 in one room, and by one leader, only one thing at a time', async (t) => {
    const stage = await openGroupStage(t);
    await startGroup(stage);
    const free = { roomId: stage.clinic.roomId, facilitatorId: stage.clinic.staff.facilitator.staffId };
    const cases: readonly [what: string, time: object, expected: string][] = [
      ['the same room, half an hour later', { facilitatorId: free.facilitatorId, startsAtLocal: '09:30' }, '409 room-taken'],
      ['the same leader in another room', { roomId: free.roomId, startsAtLocal: '09:59' }, '409 leader-taken'],
      ['room and leader right after', { startsAtLocal: '10:00' }, '200'],
      ['another day', { weekday: 2, startsAtLocal: '09:00' }, '200'],
      ['no room and no leader yet', { roomId: null, facilitatorId: null }, '200'],
    ];
    for (const [what, time, expected] of cases) assert.equal(await post(stage, '/groups', groupBody(stage, { name: what, times: [mondayTime(stage, time)] })), expected, what);
  });

  test('SCH-9 of two who ask for one room at the same moment, one gets it', async (t) => {
    const stage = await openGroupStage(t);
    const got = await Promise.all(['One', 'Two', 'Three'].map((name) => post(stage, '/groups', groupBody(stage, { name, times: [mondayTime(stage, { facilitatorId: null })] }))));
    assert.deepEqual(got.sort(), ['200', '409 room-taken', '409 room-taken']);
  });

  test('SCH-10 by somebody who holds what it asks for, on its first day', async (t) => {
    const stage = await openGroupStage(t);
    const asks = (credentialRequired: string, facilitatorId: string | null) => post(stage, '/groups', groupBody(stage, { credentialRequired, times: [mondayTime(stage, { facilitatorId, roomId: null })] }));
    assert.equal(await asks('LCSW', stage.where.staffId), '422 credential-missing');
    assert.equal(await asks('l.p.c.', stage.where.staffId), '200', 'the same credential however it is written');
    assert.equal(await asks('LCSW', null), '200', 'nobody named yet');
  });

  test('SCH-8 and with times that fit', async (t) => {
    const stage = await openGroupStage(t);
    const cases: readonly [what: string, times: readonly object[], expected: string][] = [
      ['two that overlap', [mondayTime(stage), mondayTime(stage, { startsAtLocal: '09:30' })], '422 times-collide'],
      ['past midnight', [mondayTime(stage, { startsAtLocal: '23:30' })], '422 times-collide'],
      ['a break outside', [mondayTime(stage, { breaks: [{ startMinute: 55, minutes: 10 }] })], '422 times-collide'],
      ['none', [], '400 malformed'],
      ['a link that is no web address', [mondayTime(stage, { telehealthLink: 'javascript:alert(1)' })], '400 malformed'],
      ['eleven seats', [], '400 malformed'],
    ];
    for (const [what, times, expected] of cases) assert.equal(await post(stage, '/groups', groupBody(stage, { times })), expected, what);
    for (const odd of [{ capacity: 11 }, { capacity: 3, minimum: 4 }, { startsOn: '1800-01-01' }, { name: '\u200b\u2060' }, { name: 'two\nlines' }]) assert.equal(await post(stage, '/groups', groupBody(stage, odd)), '400 malformed', JSON.stringify(odd));
    assert.equal(await post(stage, '/groups', groupBody(stage, { endedOn: '2026-11-22' })), '409 group-ended');
  });
});

describe('a seat is given', () => {
  test('SCH-1 the lowest free one; the eleventh is told from when there is one', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    for (let person = 0; person < 9; person += 1) assert.equal((await enroll(stage, seriesId, person)).body.seatNo, person + 1);
    assert.equal((await enroll(stage, seriesId, 9, { lastDay: '2026-12-18' })).body.seatNo, 10);
    const full = await enroll(stage, seriesId, 10);
    assert.deepEqual([outcome(full), full.body.facts], ['409 group-full', { firstFree: '2026-12-19' }]);
    assert.equal((await enroll(stage, seriesId, 10, { startsOn: '2026-12-19' })).body.seatNo, 10);
    assert.deepEqual((await enroll(stage, seriesId, 11)).body.facts, { firstFree: null });
  });

  test('SCH-1 fourteen desks at once fill ten seats, each once', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    const got = await Promise.all(stage.clinic.people.map((_, person) => enroll(stage, seriesId, person)));
    assert.deepEqual(got.filter((reply) => reply.status === 200).map((reply) => reply.body.seatNo).sort((a, b) => a - b), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.deepEqual([...new Set(got.filter((reply) => reply.status !== 200).map(outcome))], ['409 group-full']);
  });

  test('SCH-2 one person, one seat, however often it is asked', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    const got = await Promise.all([1, 2, 3].map(() => enroll(stage, seriesId, 0)));
    assert.deepEqual(got.map(outcome).sort(), ['200', '409 already-enrolled', '409 already-enrolled']);
  });

  test('SCH-6 never in two places, and the other place is named', async (t) => {
    const stage = await openGroupStage(t);
    const first = await startGroup(stage);
    const second = await startGroup(stage, { name: 'Movement', times: [mondayTime(stage, { startsAtLocal: '09:30', roomId: null, facilitatorId: null })] });
    assert.equal(outcome(await enroll(stage, first, 0)), '200');
    const refused = await enroll(stage, second, 0);
    assert.deepEqual([outcome(refused), refused.body.facts], ['409 elsewhere-then', { group: 'Coping skills' }]);
  });

  test('SCH-6 not even when two groups that overlap ask at the same moment', async (t) => {
    const stage = await openGroupStage(t);
    const first = await startGroup(stage);
    const second = await startGroup(stage, { name: 'Movement', times: [mondayTime(stage, { startsAtLocal: '09:30', roomId: null, facilitatorId: null })] });
    for (const person of [0, 1, 2, 3]) {
      const got = await Promise.all([enroll(stage, first, person), enroll(stage, second, person)]);
      assert.deepEqual(got.map(outcome).sort(), ['200', '409 elsewhere-then']);
    }
  });

  test('only to somebody of the program, on days that are to come and on which the group meets', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage, { endedOn: '2026-12-31' });
    const cases: readonly [what: string, other: object, expected: string][] = [
      ['yesterday', { startsOn: '2026-11-18' }, '422 day-passed'],
      ['before its first day', { startsOn: '2026-11-19' }, '409 group-ended'],
      ['after its last day', { startsOn: '2027-01-01' }, '409 group-ended'],
      ['until after its last day', { lastDay: '2027-01-01' }, '409 group-ended'],
      ['backwards', { lastDay: '2026-11-20' }, '422 day-passed'],
      ['somebody unknown', { participantId: '00000000-0000-4000-8000-000000000009' }, '422 no-episode'],
    ];
    for (const [what, other, expected] of cases) assert.equal(outcome(await enroll(stage, seriesId, 0, other)), expected, what);
    assert.equal(outcome(await enroll(stage, seriesId, 0)), '200');
  });
});

describe('a seat ends', () => {
  const end = (stage: GroupStage, enrollmentId: string, lastDay: string | null) => post(stage, `/seats/${enrollmentId}/end`, { lastDay });

  test('SCH-3 with its last day, is free on the next, and the end can be taken back until somebody else has it', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage, { capacity: 1, minimum: 1 });
    const { enrollmentId } = (await enroll(stage, seriesId, 0)).body;
    assert.equal(await end(stage, enrollmentId, '2026-12-04'), '200');
    assert.equal(await end(stage, enrollmentId, null), '200', 'taken back');
    assert.equal(outcome(await enroll(stage, seriesId, 1)), '409 group-full');
    assert.equal(await end(stage, enrollmentId, '2026-12-04'), '200');
    assert.equal(outcome(await enroll(stage, seriesId, 1, { startsOn: '2026-12-05' })), '200');
    assert.equal(await end(stage, enrollmentId, null), '409 seat-taken');
  });

  test('a seat that never began is taken back as if it had not been, and comes back', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    const { enrollmentId } = (await enroll(stage, seriesId, 0)).body;
    assert.equal(await end(stage, enrollmentId, '2026-11-22'), '200');
    assert.deepEqual((await stage.ask('GET', `/groups/${seriesId}`)).body.seats, []);
    assert.equal((await enroll(stage, seriesId, 1)).body.seatNo, 1);
    assert.equal(await end(stage, enrollmentId, null), '409 seat-taken');
  });

  test('a seat above the number of seats the group has by now does not come back', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage, { capacity: 2, minimum: 1 });
    await enroll(stage, seriesId, 0);
    const { enrollmentId } = (await enroll(stage, seriesId, 1)).body;
    assert.equal(await end(stage, enrollmentId, '2026-11-22'), '200');
    assert.equal(await post(stage, `/groups/${seriesId}`, { version: 0, name: 'Skills', topic: '', trackId: null, curriculumId: null, credentialRequired: '', capacity: 1, minimum: 1, coFacilitatorIds: [] }), '200');
    assert.equal(await end(stage, enrollmentId, null), '409 seat-taken');
  });

  test('no day that has passed can be its last', async (t) => {
    const stage = await openGroupStage(t);
    assert.equal(await end(stage, stage.where.enrollmentId, '2026-11-17'), '422 day-passed');
    assert.equal(await end(stage, stage.where.enrollmentId, '2026-11-18'), '200', 'yesterday: from today on the seat is free');
  });
});

describe('weekly times change from a day on', () => {
  test('SCH-7 everybody keeps the seat, what was stays, and sessions ahead follow with the same ids where the hour stays', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    await enroll(stage, seriesId, 0);
    const before = await sessionsOf(stage, seriesId);
    const reply = await stage.ask('POST', `/groups/${seriesId}/times`, { from: '2026-12-07', times: [mondayTime(stage, { roomId: stage.clinic.roomId })] });
    assert.deepEqual([reply.status, reply.body.changed, reply.body.added, reply.body.withdrawn], [200, 10, 0, 0]);
    const after = await sessionsOf(stage, seriesId);
    assert.deepEqual(after.map((one) => one.id), before.map((one) => one.id));
    assert.deepEqual(after.map((one) => one.roomId === stage.clinic.roomId), after.map((one) => one.date >= '2026-12-07'));
    const { seats, group } = (await stage.ask('GET', `/groups/${seriesId}`)).body;
    assert.deepEqual([seats.length, group.times.map((time: { startsOn: string; endedOn: string | null }) => [time.startsOn, time.endedOn])], [1, [['2026-11-23', '2026-12-06'], ['2026-12-07', null]]]);
  });

  test('another weekday withdraws what nobody touched and keeps what somebody did', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    const canceled = (await sessionsOf(stage, seriesId))[3];
    assert.equal(await post(stage, `/sessions/${canceled?.id}/cancel`, { reason: 'Snow' }), '200');
    const reply = await stage.ask('POST', `/groups/${seriesId}/times`, { from: '2026-12-07', times: [mondayTime(stage, { weekday: 2 })] });
    assert.deepEqual([reply.body.added, reply.body.withdrawn], [10, 9]);
    const dates = planned(await sessionsOf(stage, seriesId));
    assert.ok(dates.includes('2026-12-14') && dates.includes('2026-12-08') && !dates.includes('2026-12-07'));
    const back = await stage.ask('POST', `/groups/${seriesId}/times`, { from: '2026-12-07', times: [mondayTime(stage)] });
    assert.deepEqual([back.body.added, back.body.changed, back.body.withdrawn], [0, 9, 10], 'the withdrawn ones come back');
  });

  test('not from today on, not into a taken room, and nobody is sent to two places', async (t) => {
    const stage = await openGroupStage(t);
    const first = await startGroup(stage);
    const second = await startGroup(stage, { name: 'Movement', times: [mondayTime(stage, { startsAtLocal: '11:00', facilitatorId: null })] });
    await enroll(stage, first, 0);
    await enroll(stage, second, 0);
    const times = (other: object) => [mondayTime(stage, { facilitatorId: null, ...other })];
    assert.equal(await post(stage, `/groups/${second}/times`, { from: '2026-11-19', times: times({}) }), '422 too-soon');
    assert.equal(await post(stage, `/groups/${second}/times`, { from: '2026-12-07', times: times({ startsAtLocal: '09:30' }) }), '409 people-elsewhere');
    await post(stage, `/seats/${(await stage.ask('GET', `/groups/${second}`)).body.seats[0].enrollmentId}/end`, { lastDay: '2026-11-22' });
    assert.equal(await post(stage, `/groups/${second}/times`, { from: '2026-12-07', times: times({ startsAtLocal: '09:30' }) }), '409 room-taken');
    assert.equal(await post(stage, `/groups/${second}/times`, { from: '2026-12-07', times: times({ startsAtLocal: '10:00' }) }), '200');
  });
});

describe('a group changes and ends', () => {
  const attributes = (other: object) => ({ name: 'Skills', topic: '', trackId: null, curriculumId: null, credentialRequired: '', capacity: 10, minimum: 2, coFacilitatorIds: [], ...other });

  test('a stale edit is told, and of two at once one is', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    const change = (version: number, name: string) => post(stage, `/groups/${seriesId}`, { version, ...attributes({ name }) });
    assert.deepEqual((await Promise.all([change(0, 'One'), change(0, 'Two')])).sort(), ['200', '409 changed-meanwhile']);
    assert.equal(await change(0, 'Three'), '409 changed-meanwhile');
    assert.equal(await change(1, 'Three'), '200');
    const names = await stage.house.inOrganization(stage.clinic.orgId, async (tx) => (await sql<{ name: string }>`select distinct name from sessions where org_id = ${stage.clinic.orgId} and series_id = ${seriesId}`.execute(tx)).rows);
    assert.deepEqual(names, [{ name: 'Three' }], 'sessions ahead take the new name');
  });

  test('seats that are held are not taken away', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    await enroll(stage, seriesId, 0);
    await enroll(stage, seriesId, 1);
    assert.equal(await post(stage, `/groups/${seriesId}`, { version: 0, ...attributes({ capacity: 1, minimum: 1 }) }), '409 seats-in-use');
    assert.equal(await post(stage, `/groups/${seriesId}`, { version: 0, ...attributes({ capacity: 2 }) }), '200');
  });

  test('SCH-11 its end ends times and sessions ahead, seats keep their own days, and it is taken back whole; a room given away meanwhile is said', async (t) => {
    const stage = await openGroupStage(t);
    const seriesId = await startGroup(stage);
    await enroll(stage, seriesId, 0);
    const end = (lastDay: string | null) => stage.ask('POST', `/groups/${seriesId}/end`, { lastDay });
    assert.equal(outcome(await end('2026-11-18')), '422 day-passed');
    const ended = await end('2026-12-04');
    assert.deepEqual([ended.body.withdrawn, planned(await sessionsOf(stage, seriesId)).at(-1)], [10, '2026-11-30']);
    assert.equal(outcome(await enroll(stage, seriesId, 1, { startsOn: '2026-12-05' })), '409 group-ended');
    assert.equal(outcome(await enroll(stage, seriesId, 1)), '200', 'until then there is room');
    const back = await end(null);
    assert.deepEqual([back.body.changed, planned(await sessionsOf(stage, seriesId)).at(-1)], [10, '2027-02-08']);
    const { seats, group } = (await stage.ask('GET', `/groups/${seriesId}`)).body;
    assert.deepEqual([seats.map((seat: { endedOn: string | null }) => seat.endedOn), group.endedOn, group.version], [[null, null], null, 2]);
    await end('2026-12-04');
    await startGroup(stage, { name: 'Movement', startsOn: '2026-12-07', times: [mondayTime(stage, { facilitatorId: null })] });
    assert.equal(outcome(await end(null)), '409 room-taken');
  });
});
