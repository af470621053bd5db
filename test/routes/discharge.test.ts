/** An episode ends with everything that belongs to it, comes back exactly as it was, and is settled when two act at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertEpisodes } from '../../src/modules/placements/index.ts';
import { insertEnrollments, insertSeries } from '../../src/modules/schedules/index.ts';
import { insertSessions } from '../../src/modules/sessions/index.ts';
import type { LocalTime } from '../../src/values/civil-date.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { PLAIN_GROUP, openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; person: Person; rows(): Promise<string> };
const said = (reply: Reply) => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const TODAY = '2026-11-19';

/** Every row that a discharge may touch, as text, without the history. */
async function rowsOf(house: House, orgId: string): Promise<string> {
  const tables = ['episodes', 'level_segments', 'phase_segments', 'episode_counselors', 'enrollments', 'session_bookings', 'tasks'];
  const parts = await house.inOrganization(orgId, async (tx) => {
    const found: string[] = [];
    for (const name of tables) {
      const { rows } = await sql<{ row: string }>`select to_jsonb(x)::text as row from ${sql.table(name)} x where org_id = ${orgId} order by id`.execute(tx);
      found.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return found;
  });
  return parts.join('\n');
}

async function openStage(t: { after(work: () => Promise<void>): void }, people = 10): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', people);
  return { house, clinic, ask: await house.as(clinic, 'counselor'), person: clinic.people[0] as Person, rows: () => rowsOf(house, clinic.orgId) };
}

const versionOf = async ({ ask, person }: Stage): Promise<number> => (await ask('GET', `/people/${person.id}`)).body.episodes.find((one: { episodeId: string }) => one.episodeId === person.episodeId).version;
const end = async (stage: Stage, more: object = {}): Promise<Reply> =>
  stage.ask('POST', `/episodes/${stage.person.episodeId}/discharge`, { version: await versionOf(stage), lastDay: TODAY, reason: 'completed', detail: '', ...more });
const undo = async (stage: Stage, more: object = {}): Promise<Reply> =>
  stage.ask('POST', `/episodes/${stage.person.episodeId}/undo-discharge`, { version: await versionOf(stage), withoutSeats: [], ...more });

/** The person has a change of level and counselor ahead, a second seat that begins later, a booked session and tasks of each kind. */
async function furnishMore({ house, clinic, person, ask }: Stage): Promise<{ laterSeriesId: string; bookingId: string; bookedSessionId: string }> {
  const now = house.clock.now();
  const { orgId, siteId, programId, sessionId } = clinic;
  const shared = { programId, siteId, roomId: null, name: 'Skills', sessionType: 'group', breaks: [], facilitatorId: clinic.staff.facilitator.staffId, capacity: 10 };
  const [laterSeriesId, bookedSessionId, bookingId] = [newId(now), newId(now), newId(now)];
  const staffId = clinic.staff.counselor.staffId;
  const move = async (verb: string, body: object) => assert.equal((await ask('POST', `/episodes/${person.episodeId}/${verb}`, { version: (await ask('GET', `/people/${person.id}`)).body.episodes[0].version, ...body })).status, 200);
  await move('counselor', { counselorId: staffId, from: '2026-11-01' });
  await move('counselor', { counselorId: clinic.staff.supervisor.staffId, from: '2026-12-01' });
  await move('level', { level: 'outpatient', from: '2026-12-07', reason: 'Steps down' });
  await house.inOrganization(orgId, async (tx) => {
    await insertSeries(tx, orgId, { ...shared, ...PLAIN_GROUP, id: laterSeriesId, startsOn: '2026-10-01' }, now, null);
    await insertEnrollments(tx, orgId, [{ id: newId(now), seriesId: laterSeriesId, episodeId: person.episodeId, participantId: person.id, seatNo: 4, startsOn: '2026-12-01', endedOn: '2026-12-31' }], now, null);
    await insertSessions(tx, orgId, [{ ...shared, id: bookedSessionId, seriesId: null, firstPlannedOn: '2026-11-24', firstPlannedAtLocal: '14:00' as LocalTime, plannedStartAt: new Date('2026-11-24T20:00:00Z'), plannedEndAt: new Date('2026-11-24T21:00:00Z') }], now, null);
    await sql`insert into session_bookings (org_id, id, session_id, participant_id, seat_no, is_make_up, recorded_at, recorded_by) values (${orgId}, ${bookingId}, ${bookedSessionId}, ${person.id}, 2, true, ${now}, ${staffId})`.execute(tx);
    for (const [kind, source, concern] of [['danger', 'button', 'self'], ['outreach', 'absence', null], ['craving', 'craving', null]]) {
      await sql`insert into tasks (org_id, id, site_id, kind, source, concern, detail, participant_id, session_id, due_at, opened_at, opened_by)
        values (${orgId}, ${newId(now)}, ${siteId}, ${kind}, ${source}, ${concern}, '', ${person.id}, ${sessionId}, '2026-11-20T18:00:00Z', ${now}, ${staffId})`.execute(tx);
    }
  });
  return { laterSeriesId, bookingId, bookedSessionId };
}

/** Somebody new in the same program with no seat yet. */
async function newcomer({ house, clinic }: Stage): Promise<string> {
  const now = house.clock.now();
  const id = newSilentId();
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertParticipants(tx, clinic.orgId, [{ id, participantNumber: 'N-99', legalGivenName: 'Newly', legalFamilyName: 'Come', chosenName: null, pronouns: null, birthDate: '1992-02-02', language: 'en' }], now, null);
    await insertEpisodes(tx, clinic.orgId, [{ id: newId(now), participantId: id, programId: clinic.programId, siteId: clinic.siteId, admittedOn: '2026-11-18', segmentId: newId(now), level: 'iop' }], now, null);
  });
  return id;
}
const seat = (stage: Stage, participantId: string, startsOn = '2026-11-20') => stage.ask('POST', `/groups/${stage.clinic.seriesId}/seats`, { participantId, startsOn, lastDay: null });

test('PLA-9 a discharge ends level, counselor, seats, booked sessions and calls on its day, leaves danger open, and says all of it in numbers', async (t) => {
  const stage = await openStage(t);
  await furnishMore(stage);
  const ended = await end(stage, { detail: 'Finished the path' });
  assert.equal(ended.status, 200, JSON.stringify(ended.body));
  const { seats, bookings, tasks, notesToSign, dangerOpen, undoUntil } = ended.body;
  assert.deepEqual([seats.length, bookings, tasks, notesToSign, dangerOpen, undoUntil], [2, 1, 2, 0, 1, TODAY]);
  const [episode] = (await stage.ask('GET', `/people/${stage.person.id}`)).body.episodes;
  assert.deepEqual([episode.endedOn, episode.levels.at(-1).level, episode.levels.at(-1).endedOn, episode.counselors.at(-1).endedOn], [TODAY, 'iop', TODAY, TODAY]);
  assert.deepEqual(episode.seats.map((one: { endedOn: string }) => one.endedOn), [TODAY], 'the seat ahead is withdrawn');
  assert.deepEqual([episode.discharge.reason, episode.discharge.detail, episode.discharge.undoUntil], ['completed', 'Finished the path', TODAY]);
});

test('PLA-9 whose place is free is taken by the next person from the next day on, not on the last one', async (t) => {
  const stage = await openStage(t);
  const next = await newcomer(stage);
  assert.equal(said(await seat(stage, next)), '409 group-full');
  assert.equal(said(await end(stage)), '200');
  assert.equal(said(await seat(stage, next, TODAY)), '409 group-full');
  const taken = await seat(stage, next);
  assert.deepEqual([said(taken), taken.body.seatNo], ['200', 1]);
  const clash = await undo(stage);
  assert.equal(said(clash), '409 seat-taken-meanwhile');
  assert.deepEqual(clash.body.facts.seats.map((one: { group: string }) => one.group), ['Relapse prevention']);
  const back = await undo(stage, { withoutSeats: clash.body.facts.seats.map((one: { id: string }) => one.id) });
  assert.deepEqual([said(back), back.body.seats], ['200', 0]);
  assert.equal((await stage.ask('GET', `/people/${stage.person.id}`)).body.episodes[0].endedOn, null);
});

test('PLA-11 a discharge that is taken back leaves every row as it was', async (t) => {
  const stage = await openStage(t);
  await furnishMore(stage);
  const before = await stage.rows();
  for (const lastDay of [TODAY, '2026-11-22', '2026-12-03', '2026-12-20']) {
    assert.equal(said(await end(stage, { lastDay })), '200', lastDay);
    assert.notEqual(await stage.rows(), before);
    assert.equal(said(await undo(stage)), '200', lastDay);
    assert.equal(await stage.rows(), before, `discharged on ${lastDay}`);
  }
});

test('PLA-10 the day is refused by name: before the admission, too far ahead, before the person was last here, and when it is over already', async (t) => {
  const stage = await openStage(t);
  assert.equal(said(await end(stage, { lastDay: '2026-10-19' })), '422 day-outside-episode');
  assert.equal(said(await end(stage, { lastDay: '2027-01-19' })), '422 day-too-far');
  stage.house.clock.advance(10);
  const stamped = await stage.ask('POST', `/sessions/${stage.clinic.sessionId}/people/${stage.person.id}/arrival`, {});
  assert.equal(stamped.status, 200, JSON.stringify(stamped.body));
  const early = await end(stage, { lastDay: '2026-11-18' });
  assert.deepEqual([said(early), early.body.facts.day], ['422 was-here-after', TODAY]);
  const ended = await end(stage);
  assert.deepEqual([said(ended), ended.body.notesToSign], ['200', 1]);
  assert.equal(said(await end(stage)), '409 already-discharged');
  assert.equal(said(await end({ ...stage, person: stage.clinic.people[1] as Person }, { version: 7 })), '409 changed-meanwhile');
});

test('PLA-11 it is taken back on the day it was written, or while the last day is ahead; later the way is to admit again', async (t) => {
  const stage = await openStage(t);
  assert.equal(said(await undo(stage)), '409 not-discharged');
  await end(stage);
  stage.house.clock.advance(24 * 60);
  stage.ask = await stage.house.as(stage.clinic, 'counselor');
  assert.equal(said(await undo(stage)), '422 undo-day-passed');
  const other = { ...stage, person: stage.clinic.people[1] as Person };
  await end(other, { lastDay: '2026-11-27' });
  stage.house.clock.advance(5 * 24 * 60);
  other.ask = await stage.house.as(stage.clinic, 'counselor');
  assert.equal(said(await undo(other)), '200');
});

test('PLA-10 PLA-11 of two discharges, or two that take it back, at the same time one is told', async (t) => {
  const stage = await openStage(t);
  await furnishMore(stage);
  const before = await stage.rows();
  const version = await versionOf(stage);
  assert.deepEqual((await Promise.all([1, 2].map(() => end(stage, { version })))).map(said).sort(), ['200', '409 already-discharged']);
  const later = await versionOf(stage);
  assert.deepEqual((await Promise.all([1, 2].map(() => undo(stage, { version: later })))).map(said).sort(), ['200', '409 not-discharged']);
  assert.equal(await stage.rows(), before);
});

test('PLA-9 nobody keeps a seat that was given while the person was discharged, and no seat outlasts the episode', async (t) => {
  const stage = await openStage(t, 3);
  const { laterSeriesId } = await furnishMore(stage);
  const [person] = [stage.person];
  const version = await versionOf(stage);
  await sqlWithdrawLater(stage, laterSeriesId);
  await Promise.all([end(stage, { version }), stage.ask('POST', `/groups/${laterSeriesId}/seats`, { participantId: person.id, startsOn: '2026-11-20', lastDay: null })]);
  const [episode] = (await stage.ask('GET', `/people/${person.id}`)).body.episodes;
  assert.equal(episode.endedOn, TODAY);
  assert.ok(episode.seats.every((one: { endedOn: string | null }) => one.endedOn !== null && one.endedOn <= TODAY), JSON.stringify(episode.seats));
  const seatId = episode.seats[0].enrollmentId;
  assert.equal(said(await stage.ask('POST', `/seats/${seatId}/end`, { lastDay: null })), '422 no-episode');
});

test('PLA-11 a booked seat that somebody else got meanwhile is named, and can be left', async (t) => {
  const stage = await openStage(t, 3);
  const { bookedSessionId, bookingId } = await furnishMore(stage);
  const { orgId } = stage.clinic;
  const book = (index: number) => stage.house.inOrganization(orgId, (tx) => sql`insert into session_bookings (org_id, id, session_id, participant_id, seat_no, is_make_up, recorded_at, recorded_by)
    values (${orgId}, ${newId(stage.house.clock.now())}, ${bookedSessionId}, ${stage.clinic.people[index]?.id}, 2, true, ${stage.house.clock.now()}, ${stage.clinic.staff.counselor.staffId})`.execute(tx));
  await end(stage);
  stage.house.clock.advance(1);
  await book(1);
  const clash = await undo(stage);
  assert.deepEqual([said(clash), clash.body.facts.seats], ['409 seat-taken-meanwhile', [{ id: bookingId, group: 'Skills' }]]);
  const back = await undo(stage, { withoutSeats: [bookingId] });
  assert.deepEqual([said(back), back.body.bookings, back.body.seats], ['200', 0, 2]);
});

test('PLA-9 under a last day that is ahead a seat is given up to that day only', async (t) => {
  const stage = await openStage(t, 3);
  const { laterSeriesId } = await furnishMore(stage);
  await sqlWithdrawLater(stage, laterSeriesId);
  await end(stage, { lastDay: '2026-11-27' });
  const give = (lastDay: string | null) => stage.ask('POST', `/groups/${laterSeriesId}/seats`, { participantId: stage.person.id, startsOn: '2026-11-20', lastDay });
  assert.deepEqual([said(await give(null)), said(await give('2026-11-28')), said(await give('2026-11-27'))], ['422 no-episode', '422 no-episode', '200']);
});

test('PLA-10 of a discharge for yesterday and a stamp of today at the same time one is refused', async (t) => {
  const stage = await openStage(t);
  stage.house.clock.advance(10);
  const people = stage.clinic.people.slice(0, 5);
  for (const person of people) {
    const at = { ...stage, person };
    const version = await versionOf(at);
    const both = await Promise.all([end(at, { version, lastDay: '2026-11-18' }), stage.ask('POST', `/sessions/${stage.clinic.sessionId}/people/${person.id}/arrival`, {})]);
    assert.equal(both.filter((reply) => reply.status === 200).length, 1, both.map(said).join(', '));
  }
});

async function sqlWithdrawLater({ house, clinic }: Stage, seriesId: string): Promise<void> {
  await house.inOrganization(clinic.orgId, (tx) => sql`update enrollments set withdrawn_at = now() where org_id = ${clinic.orgId} and series_id = ${seriesId}`.execute(tx));
}

test('PLA-11 what was changed after the discharge, and who was admitted again, is not overwritten when it is taken back', async (t) => {
  const stage = await openStage(t);
  await end(stage, { lastDay: '2026-11-27' });
  const moved = await stage.ask('POST', `/episodes/${stage.person.episodeId}/level`, { version: await versionOf(stage), level: 'php', from: '2026-11-23', reason: 'More days' });
  assert.equal(said(moved), '200');
  assert.equal(said(await undo(stage)), '409 changed-since-discharge');
  assert.equal(said(await stage.ask('POST', `/episodes/${stage.person.episodeId}/level`, { version: await versionOf(stage), level: 'iop', from: '2026-11-23', reason: 'Back' })), '200');
  assert.equal(said(await undo(stage)), '200', 'changed back leaves no seam');
  const other = { ...stage, person: stage.clinic.people[1] as Person };
  await end(other);
  const body = { siteId: stage.clinic.siteId, programId: stage.clinic.programId, trackId: null, pathId: null, level: null, counselorId: null, admittedOn: '2026-11-20' };
  assert.equal(said(await stage.ask('POST', `/people/${other.person.id}/episodes`, body)), '200');
  assert.equal(said(await undo(other)), '409 admitted-again');
});

test('PLA-9 after a discharge the group room still shows the people of the session that was, their notes are signed, and they are seen for 90 days (W20)', async (t) => {
  const stage = await openStage(t, 3);
  const { house, clinic, person } = stage;
  let facilitator = await house.as(clinic, 'facilitator');
  const toSign = await groupReadyToSign(house, clinic, facilitator, 2);
  const ask = await house.as(clinic, 'counselor');
  assert.deepEqual((await end({ ...stage, ask })).body.notesToSign, 1);
  house.clock.advance(24 * 60);
  facilitator = await house.as(clinic, 'facilitator');
  const room = await facilitator('GET', `/sessions/${clinic.sessionId}/room`);
  assert.ok(room.body.people.some((one: { participantId: string }) => one.participantId === person.id), said(room));
  assert.equal(said(await facilitator('POST', pathOf.sign(clinic), toSign)), '200');
  house.clock.advance(89 * 24 * 60);
  assert.equal(said(await (await house.as(clinic, 'facilitator'))('GET', `/people/${person.id}`)), '200');
  house.clock.advance(24 * 60);
  assert.equal(said(await (await house.as(clinic, 'facilitator'))('GET', `/people/${person.id}`)), '404 not-found');
});

test('a discharge is for those whose role it is, and another site’s or organization’s placement is not there', async (t) => {
  const stage = await openStage(t, 2);
  const body = { version: 0, lastDay: TODAY, reason: 'left', detail: '' };
  for (const role of ['front-desk', 'facilitator', 'admissions', 'administrator'] as const) {
    assert.equal(said(await (await stage.house.as(stage.clinic, role))('POST', `/episodes/${stage.person.episodeId}/discharge`, body)), '403 not-your-role', role);
  }
  const other = await stage.house.furnish('Fernhill Center', 1);
  assert.equal(said(await (await stage.house.as(other, 'counselor'))('POST', `/episodes/${stage.person.episodeId}/discharge`, body)), '404 not-found');
  assert.equal(said(await stage.ask('POST', `/episodes/${stage.person.episodeId}/discharge`, { ...body, reason: 'transferred' })), '400 malformed');
  const seen = (await (await stage.house.as(stage.clinic, 'front-desk'))('GET', `/people/${stage.person.id}`)).body.episodes[0];
  assert.equal(seen.discharge, null);
  await end(stage, { reason: 'incarcerated', detail: 'County' });
  const desk = (await (await stage.house.as(stage.clinic, 'front-desk'))('GET', `/people/${stage.person.id}`)).body.episodes[0];
  assert.deepEqual([desk.endedOn, desk.discharge.reason, desk.discharge.detail], [TODAY, null, null], 'the front desk sees the day, not why');
});
