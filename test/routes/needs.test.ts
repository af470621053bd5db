/** What needs somebody at a site: individual sessions, plans and reviews, notes, who is on call, who sat in beyond the seats; each with its day and age. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { insertDayRules } from '../../src/modules/program/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Tx } from '../../src/platform/database.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';
import type { Role } from '../../src/permissions.ts';
import { groupReadyToSign, pathOf, stampIn } from '../support/day.ts';
import { recordStatements, transactionsOf } from '../support/statements.ts';

type After = { after(work: () => Promise<void>): void };
type Stage = { house: House; clinic: Organization };
type Board = {
  withoutIndividual: { participantId: string; counselorName: string | null }[]; documents: { participantId: string; kind: string; dueOn: string; daysLate: number }[];
  notes: { unsigned: number; overdue: number; oldestEndedAt: string | null }; figures: Record<string, number>;
  cosign: { notes: number; since: string | null }; returned: number; onCall: { name: string | null; hasSessions: boolean };
  overCap: { participantId: string; displayName: string; sessionId: string; sessionName: string; startsAt: string; reason: string }[];
};

const open = async (t: After, people = 10): Promise<Stage> => {
  const house = await openHouse(t);
  return { house, clinic: await house.furnish('Larkfield House', people) };
};
const must = (reply: Reply): Reply => {
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply;
};
const read = async ({ house, clinic }: Stage, role: Role = 'counselor'): Promise<Board> => must(await (await house.as(clinic, role))('GET', `/boards/needs?siteId=${clinic.siteId}`)).body as Board;
const within = <Value>({ house, clinic }: Stage, work: (tx: Tx) => Promise<Value>): Promise<Value> => house.inOrganization(clinic.orgId, work);
const one = ({ clinic }: Stage, index: number) => clinic.people[index] ?? { id: '', episodeId: '', number: '' };
const indexOf = (stage: Stage, id: string): number => stage.clinic.people.findIndex((person) => person.id === id);

/** What only time changes: the program itself may not rewrite when somebody was admitted, or at which level. */
async function rewrite({ house }: Stage, text: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client(house.database.root);
  await client.connect();
  await client.query(text, [...values]);
  await client.end();
}

/** An individual session with somebody booked in it. */
async function individual(stage: Stage, index: number, start: string, canceled = false): Promise<string> {
  const { clinic, house } = stage;
  const [id, now, by] = [newId(house.clock.now()), house.clock.now(), clinic.staff.counselor.staffId];
  await within(stage, async (tx) => {
    await sql`insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, facilitator_id, planned_start_at, planned_end_at, capacity, recorded_at, canceled_at, canceled_by, cancel_reason)
      values (${clinic.orgId}, ${id}, 'individual', 'One to one', ${start.slice(0, 10)}, '09:00', ${clinic.siteId}, ${clinic.programId}, ${by}, ${start}, ${start}::timestamptz + interval '50 minutes', 1, ${now},
        ${canceled ? now : null}, ${canceled ? by : null}, ${canceled ? 'Ill' : null})`.execute(tx);
    await sql`insert into session_bookings (org_id, id, session_id, participant_id, seat_no, is_make_up, recorded_at, recorded_by) values (${clinic.orgId}, ${newId(now)}, ${id}, ${one(stage, index).id}, 1, false, ${now}, ${by})`.execute(tx);
  });
  return id;
}

async function come(stage: Stage, sessionId: string, index: number, outcome: 'present' | 'absent'): Promise<void> {
  const { clinic, house } = stage;
  const [id, now, by] = [newId(house.clock.now()), house.clock.now(), clinic.staff.counselor.staffId];
  await within(stage, async (tx) => {
    await sql`insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, recorded_at, recorded_by) values (${clinic.orgId}, ${id}, ${sessionId}, ${one(stage, index).id}, ${clinic.programId}, ${outcome}, ${now}, ${by})`.execute(tx);
    if (outcome === 'present') await sql`insert into stays (org_id, id, attendance_id, arrived_at, ended_at, recorded_at, recorded_by) select ${clinic.orgId}, ${newId(now)}, ${id}, planned_start_at, planned_end_at, ${now}, ${by} from sessions where org_id = ${clinic.orgId} and id = ${sessionId}`.execute(tx);
  });
}

test('no individual session: neither attended nor booked this week; canceled, missed and recorded absences are none, last week’s neither; outpatient is not asked', async (t) => {
  const stage = await open(t, 9);
  await come(stage, await individual(stage, 0, '2026-11-17T15:00:00Z'), 0, 'present');
  await individual(stage, 1, '2026-11-20T15:00:00Z');
  await individual(stage, 2, '2026-11-20T15:00:00Z', true);
  await individual(stage, 3, '2026-11-17T15:00:00Z');
  await come(stage, await individual(stage, 4, '2026-11-20T15:00:00Z'), 4, 'absent');
  await come(stage, await individual(stage, 5, '2026-11-13T15:00:00Z'), 5, 'present');
  await individual(stage, 6, '2026-11-23T06:30:00Z');
  await individual(stage, 7, '2026-11-23T05:30:00Z');
  const { clinic, house } = stage;
  await within(stage, async (tx) => {
    await sql`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at) values (${clinic.orgId}, ${newId(house.clock.now())}, ${one(stage, 2).episodeId}, ${clinic.staff.counselor.staffId}, '2026-11-01', ${house.clock.now()})`.execute(tx);
  });
  await rewrite(stage, `update level_segments set level = 'outpatient' where episode_id = $1`, [one(stage, 8).episodeId]);
  const { withoutIndividual } = await read(stage);
  assert.deepEqual(withoutIndividual.map((person) => [indexOf(stage, person.participantId), person.counselorName]), [[3, null], [4, null], [5, null], [6, null], [2, 'Sam counselor']], 'the week ends at midnight in Chicago; whoever has no counselor first');
});

test('documents: a plan is due until it is signed, written or not, then its reviews on their day; by the figures of the site', async (t) => {
  const stage = await open(t, 5);
  const { clinic, house } = stage;
  const now = house.clock.now();
  const by = clinic.staff.counselor.staffId;
  await within(stage, async (tx) => {
    const goal = (index: number, at: string) => sql`insert into plan_goals (org_id, id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)
      values (${clinic.orgId}, ${newId(now)}, ${one(stage, index).episodeId}, ${one(stage, index).id}, 1, 'A problem', 'In own words', ${at}, ${by})`.execute(tx);
    await goal(1, '2026-10-21T15:00:00Z');
    await goal(2, '2026-10-21T15:00:00Z');
    await goal(3, '2026-11-15T15:00:00Z');
    // Person 3 has a goal and no signature: that plan stays due by the day by which it had to be written.
    for (const index of [1, 2]) {
      await sql`insert into signed_plans (org_id, id, episode_id, participant_id, no, content, next_review_on, agreement, agreement_words, cosign_by, author_id, author_name, author_credential, signed_at)
        values (${clinic.orgId}, ${newId(now)}, ${one(stage, index).episodeId}, ${one(stage, index).id}, 1, '{"goals":[]}'::jsonb, '2026-11-20', 'agrees', '', null, ${by}, 'Sam Counselor', 'LCSW', '2026-10-21T15:00:00Z')`.execute(tx);
    }
    for (const [reviewed, next, at] of [['2026-11-01', '2026-11-10', '2026-11-01T15:00:00Z'], ['2026-11-09', '2026-11-25', '2026-11-09T15:00:00Z']]) {
      await sql`insert into plan_reviews (org_id, id, episode_id, reviewed_on, next_on, recorded_at, recorded_by) values (${clinic.orgId}, ${newId(now)}, ${one(stage, 2).episodeId}, ${reviewed}, ${next}, ${at}, ${by})`.execute(tx);
    }
  });
  await rewrite(stage, `update episodes set admitted_on = '2026-11-16' where id = $1`, [one(stage, 4).episodeId]);
  const shown = async () => (await read(stage)).documents.map((one) => `${indexOf(stage, one.participantId)} ${one.kind} ${one.dueOn} ${one.daysLate}`);
  assert.deepEqual(await shown(), ['0 plan 2026-11-03 16', '3 signature 2026-11-03 16', '1 review 2026-11-20 -1', '2 review 2026-11-25 -6']);
  await within(stage, (tx) => insertDayRules(tx, clinic.orgId, [
    { id: newId(now), siteId: clinic.siteId, rule: 'plan-due-days', value: 5, validFrom: '2026-11-01', source: 'Ours', isVerified: false },
    { id: newId(now), siteId: null, rule: 'plan-review-days', value: 14, validFrom: '2026-11-01', source: 'Ours', isVerified: false },
  ], now, null));
  assert.deepEqual(await shown(), ['0 plan 2026-10-25 25', '3 signature 2026-10-25 25', '1 review 2026-11-04 15', '4 plan 2026-11-21 -2', '2 review 2026-11-25 -6']);
  assert.deepEqual((await read(stage)).figures, { planDueDays: 5, planReviewDays: 14, noteDueHours: 24 });
});

test('notes: unsigned ones of whoever was there, how many are older than the norm, and since when the oldest waits', async (t) => {
  const stage = await open(t, 3);
  const { house, clinic } = stage;
  assert.deepEqual((await read(stage)).notes, { unsigned: 0, overdue: 0, oldestEndedAt: null });
  const facilitator = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, facilitator, 3);
  assert.deepEqual((await read(stage)).notes, { unsigned: 3, overdue: 0, oldestEndedAt: clinic.end.toISOString() });
  house.clock.set(new Date(clinic.end.getTime() + 25 * 3_600_000));
  assert.deepEqual((await read(stage)).notes, { unsigned: 3, overdue: 3, oldestEndedAt: clinic.end.toISOString() });
  const signed = await (await house.as(clinic, 'facilitator'))('POST', pathOf.sign(clinic), sent);
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
  assert.equal((await read(stage)).notes.unsigned, 0);
});

/** The facilitator signs two notes that want the supervisor's co-signature. */
async function signedForSupervisor(stage: Stage): Promise<{ sam: Ask; imogen: Ask; noteIds: string[] }> {
  const { house, clinic } = stage;
  must(await (await house.as(clinic, 'administrator'))('POST', `/staff/${clinic.staff.facilitator.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.supervisor.staffId, from: '2026-11-19' }));
  const sam = await house.as(clinic, 'facilitator');
  const signed = must(await sam('POST', pathOf.sign(clinic), await groupReadyToSign(house, clinic, sam, 2)));
  return { sam, imogen: await house.as(clinic, 'supervisor'), noteIds: signed.body.notes.map((note: { noteId: string }) => note.noteId) };
}
const NONE = { notes: 0, since: null };

test('co-signature: awaiting and answered notes wait for the one they name, returned and co-signed ones do not; for another only once that one cannot', async (t) => {
  const stage = await open(t, 2);
  const { house, clinic } = stage;
  assert.deepEqual((await read(stage, 'supervisor')).cosign, NONE);
  const { sam, imogen, noteIds: [first = '', second = ''] } = await signedForSupervisor(stage);
  const since = house.clock.now().toISOString();
  const hers = async () => (await read(stage, 'supervisor')).cosign;
  assert.deepEqual([await hers(), (await read(stage, 'director')).cosign, (await read(stage, 'facilitator')).cosign, (await read(stage)).cosign], [{ notes: 2, since }, NONE, NONE, NONE]);
  must(await imogen('POST', `/notes/${first}/return`, { addendaSeen: 0, reason: 'Say what the intervention was.' }));
  assert.deepEqual(await hers(), { notes: 1, since });
  must(await imogen('POST', '/notes/review', { kind: 'co-signed', notes: [{ noteId: second, addendaSeen: 0 }] }));
  assert.deepEqual(await hers(), NONE);
  house.clock.advance(60);
  must(await sam('POST', `/notes/${first}/addenda`, { kind: 'answer', text: 'Role play of a refusal.' }));
  assert.deepEqual(await hers(), { notes: 1, since }, 'answered: it waits again, since it was signed');
  await rewrite(stage, `update site_staff set starts_on = '2026-11-01', ended_on = '2026-11-18' where staff_id = $1`, [clinic.staff.supervisor.staffId]);
  assert.deepEqual((await read(stage, 'director')).cosign, { notes: 1, since }, 'the one it names works here no longer');
});

test('returned: one’s own notes without an answer, nobody else’s; an addendum answers nothing', async (t) => {
  const stage = await open(t, 2);
  const { sam, imogen, noteIds } = await signedForSupervisor(stage);
  const returned = async (role: Role) => (await read(stage, role)).returned;
  assert.equal(await returned('facilitator'), 0);
  for (const noteId of noteIds) must(await imogen('POST', `/notes/${noteId}/return`, { addendaSeen: 0, reason: 'Say what the intervention was.' }));
  assert.deepEqual([await returned('facilitator'), await returned('counselor'), await returned('supervisor')], [2, 0, 0]);
  must(await sam('POST', `/notes/${noteIds[0]}/addenda`, { kind: 'addendum', text: 'An addendum answers nothing.' }));
  must(await sam('POST', `/notes/${noteIds[1]}/addenda`, { kind: 'answer', text: 'Role play of a refusal.' }));
  assert.equal(await returned('facilitator'), 1);
});

test('on call: by name on the local day, nobody on another day, and whether a session that stands is planned today', async (t) => {
  const stage = await open(t, 1);
  const { house, clinic } = stage;
  const onCall = async () => (await read(stage)).onCall;
  assert.deepEqual(await onCall(), { name: null, hasSessions: true });
  must(await (await house.as(clinic, 'supervisor'))('POST', `/sites/${clinic.siteId}/on-call`, { staffId: clinic.staff.counselor.staffId, from: '2026-11-19', to: '2026-11-19', weekdays: [4] }));
  assert.deepEqual(await onCall(), { name: 'Sam counselor', hasSessions: true });
  await within(stage, (tx) => sql`update sessions set canceled_at = ${house.clock.now()}, cancel_reason = 'Snow' where org_id = ${clinic.orgId}`.execute(tx));
  assert.deepEqual(await onCall(), { name: 'Sam counselor', hasSessions: false });
  house.clock.set(new Date('2026-11-20T05:30:00Z'));
  assert.equal((await onCall()).name, 'Sam counselor', 'half past eleven in the evening in Chicago');
  house.clock.set(new Date('2026-11-20T06:30:00Z'));
  assert.deepEqual(await onCall(), { name: null, hasSessions: false });
});

test('beyond the seats (W10): with session, time and reason for a director or supervisor, told in the access log; for nobody else; gone after the week, and when the stamp was a mistake', async (t) => {
  const stage = await open(t, 12);
  const { house, clinic } = stage;
  await rewrite(stage, 'delete from enrollments where participant_id = any($1::uuid[])', [clinic.people.slice(10).map((person) => person.id)]);
  const sam = await house.as(clinic, 'facilitator');
  house.clock.set(clinic.start);
  await stampIn(sam, clinic, clinic.people.slice(0, 10));
  for (const [index, overCapReason] of [[10, 'Drove two hours'], [11, 'A mistake']] as const) must(await sam('POST', `/sessions/${clinic.sessionId}/walk-ins`, { participantId: one(stage, index).id, giveAwaySeatOf: null, overCapReason }));
  must(await sam('POST', pathOf.takeBack(clinic, one(stage, 11)), {}));
  const row = { participantId: one(stage, 10).id, displayName: 'Given11 F.', sessionId: clinic.sessionId, sessionName: 'Relapse prevention', startsAt: clinic.start.toISOString(), reason: 'Drove two hours' };
  assert.deepEqual((await read(stage, 'director')).overCap, [row]);
  assert.equal((await read(stage, 'supervisor')).overCap.length, 1);
  for (const role of ['counselor', 'facilitator', 'biller'] as const) assert.deepEqual((await read(stage, role)).overCap, []);
  const { rows: told } = await within(stage, (tx) => sql`select 1 from accesses where org_id = ${clinic.orgId} and contract = 'needs.read' and actor_id = ${clinic.staff.director.staffId} and ${row.participantId} = any(participant_ids)`.execute(tx));
  assert.equal(told.length, 1);
  house.clock.set(new Date('2026-11-27T05:30:00Z'));
  assert.equal((await read(stage, 'director')).overCap.length, 1, 'the same day a week later');
  house.clock.set(new Date('2026-11-27T06:30:00Z'));
  assert.deepEqual((await read(stage, 'director')).overCap, []);
});

test('as many statements for thirty people as for three; not for the front desk, not from another organization', async (t) => {
  const count = async (people: number, role: Role): Promise<number> => {
    const stage = await open(t, people);
    const ask = await stage.house.as(stage.clinic, role);
    const { sent } = await recordStatements(() => ask('GET', `/boards/needs?siteId=${stage.clinic.siteId}`));
    return (transactionsOf(sent).at(-1) ?? []).length;
  };
  // begin; site, figures, people, what was signed, the day with its notes; access; commit
  assert.deepEqual([await count(3, 'counselor'), await count(30, 'counselor')], [8, 8]);
  // and who may co-sign; and who sat in beyond the seats
  assert.deepEqual([await count(3, 'director'), await count(30, 'director')], [10, 10]);
  const stage = await open(t, 1);
  const path = `/boards/needs?siteId=${stage.clinic.siteId}`;
  assert.equal((await (await stage.house.as(stage.clinic, 'front-desk'))('GET', path)).body.refusal, 'not-your-role');
  assert.equal((await (await stage.house.as(await stage.house.furnish('Fernhill Center', 1), 'counselor'))('GET', path)).body.refusal, 'not-found');
});
