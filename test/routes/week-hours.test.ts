/** The week of everybody at a site: the same figures as each ledger, what would mend it, in a fixed number of statements; corrected times count. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import type { Tx } from '../../src/platform/database.ts';
import { insertSessions } from '../../src/modules/sessions/index.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { openHouse } from '../support/house.ts';
import type { House, Organization, Person } from '../support/house.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { recordStatements, transactionsOf } from '../support/statements.ts';

type After = { after(work: () => Promise<void>): void };
type Stage = { house: House; clinic: Organization };
type Shown = {
  participantId: string; doneMinutes: number; documentedMinutes: number; provisionalMinutes: number; bookedMinutes: number; forecastMinutes: number; gapMinutes: number; standing: string;
  floor: { minutes: number; isProRata: boolean; days: number } | null; days: { date: string; done: number; unsigned: number; booked: number }[];
  ways: { minutes: number; sessions: { sessionId: string; name: string; minutes: number; freeSeats: number }[] }[];
};

const open = async (t: After, people = 10): Promise<Stage> => {
  const house = await openHouse(t);
  return { house, clinic: await house.furnish('Larkfield House', people) };
};
const pathTo = ({ clinic }: Stage, day = '') => `/boards/week-hours?siteId=${clinic.siteId}${day === '' ? '' : `&day=${day}`}`;
const read = async (stage: Stage, day = '') => {
  const reply = await (await stage.house.as(stage.clinic, 'counselor'))('GET', pathTo(stage, day));
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body as { week: { starts: string; ends: string }; floorMinutes: number | null; people: Shown[] };
};
const within = <Value>({ house, clinic }: Stage, work: (tx: Tx) => Promise<Value>): Promise<Value> => house.inOrganization(clinic.orgId, work);
const one = ({ clinic }: Stage, index: number): Person => clinic.people[index] ?? { id: '', episodeId: '', number: '' };

type Session = { start: string; minutes?: number; type?: string; name?: string; capacity?: number };

/** A session of its own that somebody adds: no group stands behind it. */
async function addSession(stage: Stage, { start, minutes = 60, type = 'group', name = 'Extra', capacity = 10 }: Session): Promise<string> {
  const { clinic, house } = stage;
  const id = newId(house.clock.now());
  const plannedStartAt = new Date(start);
  await within(stage, (tx) => insertSessions(tx, clinic.orgId, [{
    id, seriesId: null, sessionType: type, name, firstPlannedOn: start.slice(0, 10), firstPlannedAtLocal: '10:10', siteId: clinic.siteId, programId: clinic.programId, roomId: null, facilitatorId: clinic.staff.counselor.staffId,
    plannedStartAt, plannedEndAt: addMinutes(plannedStartAt, minutes), breaks: [], capacity,
  }], house.clock.now(), null));
  return id;
}

async function book(stage: Stage, sessionId: string, person: Person, seatNo: number, isMakeUp = true): Promise<void> {
  const { clinic, house } = stage;
  await within(stage, (tx) => sql`insert into session_bookings (org_id, id, session_id, participant_id, seat_no, is_make_up, recorded_at, recorded_by)
    values (${clinic.orgId}, ${newId(house.clock.now())}, ${sessionId}, ${person.id}, ${seatNo}, ${isMakeUp}, ${house.clock.now()}, ${clinic.staff.counselor.staffId})`.execute(tx));
}

type Came = { from: string; to: string; outcome?: 'present' | 'absent'; supersedes?: string; extra?: Partial<Record<'absence_reason' | 'absence_detail' | 'over_cap_reason' | 'correction_reason', string>>; excused?: boolean };

/** Writes that somebody came, or did not, as the acts of the day write it. */
async function record(stage: Stage, sessionId: string, person: Person, { from, to, outcome = 'present', supersedes, extra = {}, excused }: Came): Promise<string> {
  const { clinic, house } = stage;
  const id = newId(house.clock.now());
  const by = clinic.staff.facilitator.staffId;
  await within(stage, async (tx) => {
    if (supersedes !== undefined) await sql`update attendances set superseded_at = ${house.clock.now()}, superseded_by = ${by} where org_id = ${clinic.orgId} and id = ${supersedes}`.execute(tx);
    await sql`insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, supersedes_id, correction_reason, absence_reason, excused, absence_detail, over_cap_reason, recorded_at, recorded_by)
      values (${clinic.orgId}, ${id}, ${sessionId}, ${person.id}, ${clinic.programId}, ${outcome}, ${supersedes ?? null}, ${extra.correction_reason ?? null}, ${extra.absence_reason ?? null}, ${excused ?? null},
        ${extra.absence_detail ?? ''}, ${extra.over_cap_reason ?? null}, ${house.clock.now()}, ${by})`.execute(tx);
    if (outcome === 'present') await sql`insert into stays (org_id, id, attendance_id, arrived_at, ended_at, recorded_at, recorded_by) values (${clinic.orgId}, ${newId(house.clock.now())}, ${id}, ${from}, ${to}, ${house.clock.now()}, ${by})`.execute(tx);
  });
  return id;
}

const MONDAY = { start: '2026-11-16T15:00:00Z', end: '2026-11-16T18:00:00Z' };

/** A week with a little of everything: signed, unsigned, absent, late, booked, canceled, a change of level, an end. */
async function furnishWeek(stage: Stage): Promise<void> {
  const { house, clinic } = stage;
  const facilitator = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, facilitator, 6);
  await facilitator('POST', pathOf.sign(clinic), { ...sent, people: sent.people.slice(0, 4) });
  const monday = await addSession(stage, { start: MONDAY.start, minutes: 180, name: 'Morning block' });
  for (const index of [0, 1, 2]) await record(stage, monday, one(stage, index), { from: `2026-11-16T15:0${index}:30Z`, to: '2026-11-16T17:40:00Z' });
  await record(stage, monday, one(stage, 3), { from: '', to: '', outcome: 'absent', extra: { absence_reason: 'court' }, excused: true });
  const friday = await addSession(stage, { start: '2026-11-20T15:00:00Z', minutes: 200, name: 'Friday block' });
  for (const [seat, index] of [0, 3, 5].entries()) await book(stage, friday, one(stage, index), seat + 1);
  const peers = await addSession(stage, { start: '2026-11-18T15:00:00Z', type: 'peer-support', name: 'Peers' });
  await record(stage, peers, one(stage, 0), { from: '2026-11-18T15:00:00Z', to: '2026-11-18T16:00:00Z' });
  await within(stage, async (tx) => {
    await sql`update level_segments set ended_on = '2026-11-17' where org_id = ${clinic.orgId} and episode_id = ${one(stage, 8).episodeId}`.execute(tx);
    await sql`update episodes set ended_on = '2026-11-18', ended_at = ${house.clock.now()}, ended_by = ${clinic.staff.director.staffId} where org_id = ${clinic.orgId} and id = ${one(stage, 9).episodeId}`.execute(tx);
  });
}

describe('the week of everybody', () => {
  test('ATT-21 the board says of every person what that person’s own ledger says, in this week and the one before', async (t) => {
    const stage = await open(t);
    await furnishWeek(stage);
    const ask = await stage.house.as(stage.clinic, 'counselor');
    for (const day of ['', '2026-11-11']) {
      const { people } = await read(stage, day);
      assert.equal(people.length, 10);
      for (const person of people) {
        const { body } = await ask('GET', `${pathOf.hours({ id: person.participantId })}${day === '' ? '' : `?day=${day}`}`);
        const { done, documentedMinutes, provisionalMinutes, forecastMinutes, floor } = body;
        assert.deepEqual(
          [person.doneMinutes, person.documentedMinutes, person.provisionalMinutes, person.forecastMinutes, person.floor?.minutes, person.floor?.isProRata],
          [done.clinical, documentedMinutes, provisionalMinutes, forecastMinutes, floor?.minutes, floor?.isProRata], person.participantId,
        );
        assert.equal(person.days.reduce((sum, date) => sum + date.done, 0), person.doneMinutes);
        assert.equal(person.days.reduce((sum, date) => sum + date.booked, 0), person.bookedMinutes);
      }
    }
    const figures = (await read(stage)).people.find((person) => person.participantId === one(stage, 0).id);
    assert.deepEqual([figures?.doneMinutes, figures?.documentedMinutes, figures?.bookedMinutes, figures?.gapMinutes, figures?.standing], [60 + 159, 60, 200, 540 - 60 - 159 - 200, 'short'], 'peers do not count');
  });

  test('ATT-21 as many statements for sixty people as for ten', async (t) => {
    const count = async (people: number): Promise<number> => {
      const stage = await open(t, people);
      await addSession(stage, { start: '2026-11-20T15:00:00Z' });
      const ask = await stage.house.as(stage.clinic, 'counselor');
      const { value, sent } = await recordStatements(() => ask('GET', pathTo(stage)));
      assert.equal(value.body.people.length, people);
      return (transactionsOf(sent).at(-1) ?? []).length;
    };
    // begin; site, people placed, segments, rules, holidays, rows, sessions, notes, sessions ahead, their seats; access; commit
    assert.deepEqual([await count(10), await count(60)], [13, 13]);
  });

  test('ATT-11 a week with an admission, an end or a change of level is shown pro rata and never alarms', async (t) => {
    const stage = await open(t);
    await furnishWeek(stage);
    const { people } = await read(stage);
    for (const index of [8, 9]) {
      const person = people.find(({ participantId }) => participantId === one(stage, index).id);
      assert.deepEqual([person?.standing, person?.gapMinutes, person?.ways], ['pro-rata', 0, []]);
    }
    assert.deepEqual(people.slice(-2).map(({ standing }) => standing), ['pro-rata', 'pro-rata']);
  });
});

describe('what mends it', () => {
  test('ATT-20 fewest sessions with a free seat, then earliest; not what the person is in, what overlaps, what is full, canceled, over or of a kind that does not count', async (t) => {
    const stage = await open(t, 12);
    const { house, clinic } = stage;
    const first = await addSession(stage, { start: '2026-11-20T15:00:00Z', minutes: 480, name: 'Friday' });
    await addSession(stage, { start: '2026-11-20T15:00:00Z', minutes: 540, name: 'Medication', type: 'medication-visit' });
    await addSession(stage, { start: '2026-11-18T15:00:00Z', minutes: 540, name: 'Wednesday' });
    await addSession(stage, { start: '2026-11-24T15:00:00Z', minutes: 540, name: 'Next week' });
    await addSession(stage, { start: '2026-11-19T16:30:00Z', minutes: 540, name: 'At the same time' });
    const full = await addSession(stage, { start: '2026-11-21T15:00:00Z', minutes: 540, name: 'Full', capacity: 1 });
    await book(stage, full, one(stage, 11), 1);
    const others = await addSession(stage, { start: '2026-11-21T15:00:00Z', minutes: 540, name: 'Individual of another', type: 'individual', capacity: 2 });
    await book(stage, others, one(stage, 11), 1);
    const canceled = await addSession(stage, { start: '2026-11-22T15:00:00Z', minutes: 540, name: 'Canceled' });
    await within(stage, (tx) => sql`update sessions set canceled_at = ${house.clock.now()}, canceled_by = ${clinic.staff.director.staffId}, cancel_reason = 'Snow' where org_id = ${clinic.orgId} and id = ${canceled}`.execute(tx));
    const waysOf = async (index: number) => (await read(stage)).people.find(({ participantId }) => participantId === one(stage, index).id)?.ways.map((way) => `${way.sessions.map(({ name }) => name).join(' + ')} ${way.minutes}`);
    assert.deepEqual(await waysOf(0), ['Friday 480']);
    await book(stage, first, one(stage, 0), 1);
    const person = (await read(stage)).people.find(({ participantId }) => participantId === one(stage, 0).id);
    assert.deepEqual([person?.standing, person?.gapMinutes, person?.ways, person?.bookedMinutes], ['open', 0, [], 540], 'a seat booked mends it');
    assert.deepEqual((await waysOf(1))?.length, 1);
    assert.equal((await read(stage)).people.find(({ participantId }) => participantId === one(stage, 1).id)?.ways[0]?.sessions[0]?.freeSeats, 9);
    for (let seat = 2; seat <= 10; seat += 1) await book(stage, first, one(stage, seat), seat);
    assert.deepEqual(await waysOf(1), [], 'no way is left, and the board says so by none');
  });

  test('ATT-20 what is offered can be booked, mends the week, and given back leaves it as it was; of two who take the last seat one is told', async (t) => {
    const stage = await open(t, 3);
    const ask = await stage.house.as(stage.clinic, 'counselor');
    await addSession(stage, { start: '2026-11-20T15:00:00Z', minutes: 480, name: 'Friday', capacity: 1 });
    const before = (await read(stage)).people;
    const offers = before.map((person) => ({ participantId: person.participantId, sessionId: person.ways[0]?.sessions[0]?.sessionId ?? '' }));
    assert.ok(offers.every(({ sessionId }) => sessionId !== ''));
    const replies = await Promise.all(offers.map(({ participantId, sessionId }) => ask('POST', `/sessions/${sessionId}/bookings`, { participantId, isMakeUp: true })));
    assert.deepEqual(replies.map(({ status, body }) => (status === 200 ? 'booked' : body.refusal)).sort(), ['booked', 'seats-taken', 'seats-taken']);
    const after = (await read(stage)).people;
    assert.deepEqual(after.map(({ standing, ways }) => `${standing} ${ways.length}`), ['short 0', 'short 0', 'open 0']);
    const bookingId = replies.find(({ status }) => status === 200)?.body.bookingId;
    assert.equal((await ask('POST', `/bookings/${bookingId}/withdraw`, { ends: true })).status, 200);
    assert.deepEqual((await read(stage)).people, before);
  });

  test('those in trouble stand first: no way left, then what can be mended, then open', async (t) => {
    const stage = await open(t, 3);
    const friday = await addSession(stage, { start: '2026-11-20T15:00:00Z', minutes: 480, name: 'Friday' });
    const same = await addSession(stage, { start: '2026-11-20T16:00:00Z', minutes: 30, name: 'At the same time', type: 'peer-support' });
    await book(stage, friday, one(stage, 1), 1);
    await book(stage, same, one(stage, 2), 1);
    const { people, floorMinutes } = await read(stage);
    assert.deepEqual(people.map((person) => [person.participantId, person.standing, person.ways.length]), [[one(stage, 2).id, 'short', 0], [one(stage, 0).id, 'short', 1], [one(stage, 1).id, 'open', 0]]);
    assert.equal(floorMinutes, 540);
  });
});

describe('corrections and absences in the ledger', () => {
  test('ATT-22 corrected times of a signed note count, and the row keeps the signed ones, the reason and who corrected; without note.read the words stay unsaid', async (t) => {
    const stage = await open(t, 2);
    const { house, clinic } = stage;
    const facilitator = await house.as(clinic, 'facilitator');
    await facilitator('POST', pathOf.sign(clinic), await groupReadyToSign(house, clinic, facilitator, 2));
    await within(stage, async (tx) => {
      for (const [minutes, at] of [[10, '2026-11-19T18:00:00Z'], [45, '2026-11-19T19:00:00Z']] as const) {
        await sql`insert into note_addenda (org_id, id, note_id, kind, text, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
          select ${clinic.orgId}, ${newId(house.clock.now())}, n.id, 'correction', ${`Left after ${minutes}`}, 60, ${minutes}, ${minutes}, 'minutes-1', n.author_id, 'Sam facilitator', 'LPC', ${at}
            from notes n where n.org_id = ${clinic.orgId} and n.participant_id = ${one(stage, 0).id}`.execute(tx);
      }
    });
    const { body } = await facilitator('GET', pathOf.hours(one(stage, 0)));
    const [row] = body.rows;
    assert.deepEqual([body.done.clinical, body.documentedMinutes, row.minutes.clinical, row.standing], [45, 45, 45, 'documented']);
    assert.deepEqual(row.correction, { was: { scheduled: 60, attended: 60, clinical: 60 }, minutesRule: 'minutes-1', reason: 'Left after 45', authorName: 'Sam facilitator', recordedAt: '2026-11-19T19:00:00.000Z' });
    assert.equal((await read(stage)).people.find(({ participantId }) => participantId === one(stage, 0).id)?.doneMinutes, 45);
    const forBiller = await (await house.as(clinic, 'biller'))('GET', pathOf.hours(one(stage, 0)));
    assert.deepEqual([forBiller.body.rows[0].correction.reason, forBiller.body.rows[0].correction.was.clinical], [null, 60]);
  });

  test('ATT-22 a correction before signing is read from the newest attendance; absences say why, make-ups and seats over the cap say so', async (t) => {
    const stage = await open(t, 1);
    const { house, clinic } = stage;
    const person = one(stage, 0);
    const monday = await addSession(stage, { start: MONDAY.start, minutes: 180, name: 'Block' });
    const wrong = await record(stage, monday, person, { from: MONDAY.start, to: MONDAY.end });
    await record(stage, monday, person, { from: '2026-11-16T16:00:00Z', to: MONDAY.end, supersedes: wrong, extra: { correction_reason: 'Came with the second bus' } });
    const tuesday = await addSession(stage, { start: '2026-11-17T15:00:00Z', name: 'Missed' });
    await record(stage, tuesday, person, { from: '', to: '', outcome: 'absent', extra: { absence_reason: 'court', absence_detail: 'Hearing moved up' }, excused: true });
    const crowded = await addSession(stage, { start: '2026-11-18T15:00:00Z', name: 'Crowded' });
    await record(stage, crowded, person, { from: '2026-11-18T15:00:00Z', to: '2026-11-18T16:00:00Z', extra: { over_cap_reason: 'Came for a sister’s seat' } });
    const friday = await addSession(stage, { start: '2026-11-20T15:00:00Z', name: 'Make-up' });
    await book(stage, friday, person, 1);
    const read = async (role: 'counselor' | 'biller') => (await (await house.as(clinic, role))('GET', pathOf.hours(person))).body.rows as Record<string, unknown>[];
    const rows = await read('counselor');
    assert.deepEqual(rows.map((row) => [row['name'], row['isMakeUp'], (row['minutes'] as { clinical: number }).clinical]), [['Block', true, 120], ['Missed', false, 0], ['Crowded', false, 60], ['Relapse prevention', false, 0], ['Make-up', true, 0]]);
    assert.deepEqual(rows[0]?.['correction'], { was: null, minutesRule: null, reason: 'Came with the second bus', authorName: 'Sam facilitator', recordedAt: '2026-11-19T16:00:00.000Z' });
    assert.deepEqual([rows[1]?.['absence'], rows[2]?.['overCap']], [{ reason: 'court', isExcused: true, detail: 'Hearing moved up' }, { reason: 'Came for a sister’s seat' }]);
    const bare = await read('biller');
    assert.deepEqual([bare[1]?.['absence'], bare[2]?.['overCap'], (bare[0]?.['correction'] as { reason: unknown }).reason], [{ reason: 'court', isExcused: true, detail: null }, { reason: null }, null]);
  });

  test('ATT-10 every test names the sessions it counts, so that each of its figures opens them', async (t) => {
    const stage = await open(t, 1);
    await addSession(stage, { start: MONDAY.start, name: 'Of nobody' });
    const { body } = await (await stage.house.as(stage.clinic, 'counselor'))('GET', pathOf.hours(one(stage, 0)));
    assert.deepEqual(body.tests.map((shown: { rows: string[] }) => shown.rows), [[stage.clinic.sessionId]]);
  });
});

test('whoever may not read hours is told so; another site, organization or one unknown is not found; an episode that ended 90 days ago is nobody’s to see', async (t) => {
  const stage = await open(t, 2);
  const { house, clinic } = stage;
  assert.equal((await (await house.as(clinic, 'front-desk'))('GET', pathTo(stage))).body.refusal, 'not-your-role');
  const elsewhere = await house.furnish('Fernhill Center', 1);
  assert.equal((await (await house.as(elsewhere, 'counselor'))('GET', pathTo(stage))).body.refusal, 'not-found');
  await within(stage, (tx) => sql`update episodes set ended_on = '2026-11-02', ended_at = ${house.clock.now()}, ended_by = ${clinic.staff.director.staffId} where org_id = ${clinic.orgId} and id = ${one(stage, 0).episodeId}`.execute(tx));
  assert.deepEqual((await read(stage, '2026-11-04')).people.length, 2, 'its last day is in that week');
  assert.deepEqual((await read(stage)).people.map(({ participantId }) => participantId), [one(stage, 1).id]);
  house.clock.set(new Date('2027-02-01T16:00:00Z'));
  assert.deepEqual((await read(stage, '2026-11-04')).people.map(({ participantId }) => participantId), [one(stage, 1).id]);
});
