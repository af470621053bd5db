/** However somebody comes to belong to a session, they belong once, hold one seat, and no minute of theirs counts twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draft, pathOf } from '../support/day.ts';
import { enroll, openGroupStage } from '../support/groups-stage.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import { add, added, at, book, hold, outcome, rosterOf, who } from './session-day-stage.ts';

const documented = async (stage: GroupStage, person: number): Promise<number> => (await stage.ask('GET', `/people/${who(stage, person)[0]}/hours`)).body.documentedMinutes as number;

async function sign(stage: GroupStage, sessionId: string, ...people: number[]): Promise<void> {
  const sam = await stage.house.as(stage.clinic, 'facilitator');
  const clinic = { ...stage.clinic, sessionId };
  const persons = stage.clinic.people.filter((_, index) => people.includes(index));
  const sent = await draft(sam, clinic, persons);
  const signed = await sam('POST', pathOf.sign(clinic), sent);
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
}

test('SES-15 somebody with a booked seat who is then enrolled stands once on the roster, and the minutes count once', async (t) => {
  const stage = await openGroupStage(t, 3);
  const { house, clinic, ask } = stage;
  const [person] = who(stage, 0);
  const { rows } = await (async () => ({ rows: (await ask('GET', `/people/${person}`)).body.episodes[0].seats as { enrollmentId: string }[] }))();
  assert.equal((await ask('POST', `/seats/${rows[0]?.enrollmentId}/end`, { lastDay: '2026-11-18' })).status, 200, 'the seat ends yesterday');
  assert.equal((await book(stage, clinic.sessionId, 0)).status, 200);
  assert.equal((await enroll(stage, clinic.seriesId, 0, { startsOn: '2026-11-19' })).status, 200);
  const roster = await rosterOf(stage, clinic.sessionId);
  assert.equal(roster.filter((one) => one.startsWith('1@')).length, 1);
  assert.equal(new Set(roster.map((one) => one.split('@')[1])).size, roster.length, 'each seat once');
  house.clock.set(clinic.start);
  assert.equal((await ask('POST', pathOf.arrival(clinic, { id: person ?? '' }), {})).status, 200);
  house.clock.set(new Date(clinic.end.getTime() + 60_000));
  await sign(stage, clinic.sessionId, 0);
  assert.equal(await documented(stage, 0), 60);
});

test('W9 a seat of the group goes around a seat that is booked in one of its sessions', async (t) => {
  const stage = await openGroupStage(t, 12);
  const { clinic, ask } = stage;
  const seats = (await ask('GET', `/people/${who(stage, 9)[0]}`)).body.episodes[0].seats as { enrollmentId: string }[];
  assert.equal((await ask('POST', `/seats/${seats[0]?.enrollmentId}/end`, { lastDay: '2026-11-18' })).status, 200);
  assert.equal((await book(stage, clinic.sessionId, 10)).status, 200, 'the tenth seat is booked for today');
  assert.equal(outcome(await enroll(stage, clinic.seriesId, 11, { startsOn: '2026-11-19' })), '409 group-full');
  assert.equal(outcome(await ask('POST', `/seats/${seats[0]?.enrollmentId}/end`, { lastDay: null })), '409 seat-taken');
  assert.equal((await enroll(stage, clinic.seriesId, 11, { startsOn: '2026-11-20' })).status, 200, 'from the day after it is free');
  assert.equal((await rosterOf(stage, clinic.sessionId)).length, 10);
});

test('W1 whoever was never stamped out of one room and comes into another left the first at its end, also when that end is moved later', async (t) => {
  const stage = await openGroupStage(t, 2);
  const { house, clinic, ask } = stage;
  const [person] = who(stage, 0);
  const next = await add(stage, added(stage, { startsAtLocal: '11:10', minutes: 60, facilitatorId: null }));
  assert.equal(next.status, 200, JSON.stringify(next.body));
  const second = String(next.body.sessionId);
  house.clock.set(clinic.start);
  assert.equal((await ask('POST', pathOf.arrival(clinic, { id: person ?? '' }), {})).status, 200);
  house.clock.set(new Date(at('11:05')));
  assert.equal(outcome(await ask('POST', pathOf.arrival({ ...clinic, sessionId: second }, { id: person ?? '' }), {})), '200', 'early for what begins when this is over');
  house.clock.set(new Date(at('12:15')));
  assert.equal((await hold(stage, { version: 1, endsAt: at('12:09') })).status, 200);
  await sign(stage, clinic.sessionId, 0);
  await sign(stage, second, 0);
  assert.equal(await documented(stage, 0), 120, '10:10 to 12:10, each minute once');
});

test('a session that began last night stands on the board for as long as it runs, and no longer', async (t) => {
  const stage = await openGroupStage(t, 1);
  const { house, clinic } = stage;
  const late = await add(stage, added(stage, { startsAtLocal: '23:30', minutes: 60 }));
  assert.equal(late.status, 200, JSON.stringify(late.body));
  house.clock.set(new Date('2026-11-20T00:10:00-06:00'));
  // The sign-in of yesterday morning is over.
  const fresh = await house.as(clinic, 'supervisor');
  const shown = async (): Promise<string[]> => (await fresh('GET', pathOf.today(clinic))).body.sessions.map((one: { id: string }) => one.id);
  assert.equal((await fresh('GET', pathOf.today(clinic))).body.date, '2026-11-20');
  assert.deepEqual(await shown(), [late.body.sessionId]);
  house.clock.set(new Date('2026-11-20T00:31:00-06:00'));
  assert.deepEqual(await shown(), []);
});

test('W1 an arrival set back to an earlier session leaves a later stay as it is, and each minute counts once', async (t) => {
  const stage = await openGroupStage(t, 1);
  const { house, clinic, ask } = stage;
  const [person = ''] = who(stage, 0);
  const staysIn = async (sessionId: string): Promise<string[]> => (await ask('GET', `/sessions/${sessionId}/room`)).body.people
    .flatMap((one: { stays: { arrivedAt: string; leftAt: string | null }[] }) => one.stays.map((stay) => `${stay.arrivedAt.slice(11, 16)}-${stay.leftAt?.slice(11, 16) ?? ''}`));
  house.clock.set(new Date(at('10:20')));
  assert.equal((await ask('POST', pathOf.arrival(clinic, { id: person }), {})).status, 200);
  house.clock.set(new Date(at('11:40')));
  const overlapping = await add(stage, added(stage, { startsAtLocal: '09:30', minutes: 60, facilitatorId: null, participantIds: [person] }));
  assert.equal(outcome(overlapping), '409 people-elsewhere');
  const earlier = await add(stage, added(stage, { startsAtLocal: '09:00', minutes: 60, facilitatorId: null, participantIds: [person] }));
  assert.equal(earlier.status, 200, JSON.stringify(earlier.body));
  const arrived = await ask('POST', pathOf.arrival({ ...clinic, sessionId: earlier.body.sessionId }, { id: person }), { at: at('09:00') });
  assert.equal(outcome(arrived), '200');
  assert.deepEqual(await staysIn(clinic.sessionId), ['16:20-'], 'nobody stamped this stay out, and nobody does now');
  assert.deepEqual(await staysIn(earlier.body.sessionId), ['15:00-'], 'its end is the end of the session');
  await sign(stage, clinic.sessionId, 0);
  await sign(stage, earlier.body.sessionId, 0);
  assert.equal(await documented(stage, 0), 110, '9:00 to 10:00 and 10:20 to 11:10');
});
