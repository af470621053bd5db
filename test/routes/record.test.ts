/** The page of a person: what comes next, what to look at first, and what happened; each role sees its part, and years of it cost no more. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Role } from '../../src/permissions.ts';
import { newId } from '../../src/platform/ids.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person } from '../support/house.ts';
import { furnishMany } from '../support/many.ts';
import { answeredWith, readingOf } from '../support/reading.ts';

type After = { after(work: () => Promise<void>): void };
type Entry = { is: string; at: string; id: string; [more: string]: unknown };
type Stage = { house: House; clinic: Organization; one: Person; counselor: Ask };

async function openStage(t: After, people = 2): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', people);
  return { house, clinic, one: clinic.people[0] as Person, counselor: await house.as(clinic, 'counselor') };
}

const PHASES = [
  { name: 'Two blocks', weeks: 4, level: 'iop', blocks: [{ name: 'Block', sessionType: 'group', minutes: 180, breakMinutes: 20, perWeek: 3 }] },
  { name: 'One evening', weeks: 4, level: 'outpatient', blocks: [{ name: 'Evening', sessionType: 'group', minutes: 90, breakMinutes: 0, perWeek: 1 }] },
];

async function putOnPath({ house, clinic, one }: Stage, startsOn: string): Promise<void> {
  const now = house.clock.now();
  const [version, { orgId }] = [newId(now), clinic];
  await house.inOrganization(orgId, async (tx) => {
    await sql`insert into path_versions (org_id, id, path_id, version, program_id, name, weeks, phases, recorded_at) values (${orgId}, ${version}, ${newId(now)}, 1, ${clinic.programId}, 'Maple path', 8, ${JSON.stringify(PHASES)}::jsonb, ${now})`.execute(tx);
    await sql`insert into phase_segments (org_id, id, episode_id, path_version_id, phase_no, starts_on, reason, recorded_at) values (${orgId}, ${newId(now)}, ${one.episodeId}, ${version}, 1, ${startsOn}, 'Decided together', ${now})`.execute(tx);
    await sql`insert into holidays (org_id, id, site_id, date, name, recorded_at) values (${orgId}, ${newId(now)}, ${clinic.siteId}, '2026-11-26', 'Thanksgiving', ${now})`.execute(tx);
  });
}

const next = async (ask: Ask, { id }: Person) => (await ask('GET', `/people/${id}/next`)).body;
const look = async (ask: Ask, { id }: Person) => (await ask('GET', `/people/${id}/look`)).body;
const page = async (ask: Ask, { id }: Person, query = '') => {
  const reply = await ask('GET', `/people/${id}/timeline${query}`);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body as { entries: Entry[]; before: string | null };
};
const kinds = (entries: readonly Entry[]): string[] => [...new Set(entries.map((entry) => entry.is))].sort();

async function whole(ask: Ask, person: Person, kind = 'everything'): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let before: string | null = ''; before !== null;) {
    const shown = await page(ask, person, `?kind=${kind}${before === '' ? '' : `&before=${encodeURIComponent(before)}`}`);
    assert.ok(shown.entries.length <= 30);
    all.push(...shown.entries);
    before = shown.before;
  }
  return all;
}

test('what comes next names today’s session with place and leader, the next step of the path with its hours, and days without sessions', async (t) => {
  const stage = await openStage(t);
  await putOnPath(stage, '2026-11-02');
  const shown = await next(stage.counselor, stage.one);
  assert.deepEqual(shown.sessions.map((one: Record<string, unknown>) => [one.name, one.date, one.roomName, one.leader, one.standing, one.canceled]), [['Relapse prevention', '2026-11-19', 'Alder', 'Sam facilitator, LPC', 'expected', null]]);
  assert.deepEqual(shown.path, {
    name: 'Maple path', endsOn: '2026-12-27',
    step: { isSet: false, on: '2026-11-30', phaseNo: 2, phaseName: 'One evening', level: 'outpatient', levelChanges: true, minutesBefore: 480, minutesAfter: 90 },
  });
  assert.deepEqual(shown.holidays, [{ date: '2026-11-26', name: 'Thanksgiving' }]);
  assert.deepEqual([shown.more, shown.seats], [0, []]);
});

test('what comes next follows the day: booked, here, canceled with the reason, and a seat that ends', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, one, counselor } = stage;
  house.clock.advance(12);
  await counselor('POST', `/sessions/${clinic.sessionId}/people/${one.id}/arrival`, {});
  assert.deepEqual((await next(counselor, one)).sessions.map((row: { standing: string }) => row.standing), ['late']);
  await house.inOrganization(clinic.orgId, async (tx) => {
    await sql`update enrollments set ended_on = '2026-11-24' where org_id = ${clinic.orgId} and participant_id = ${one.id}`.execute(tx);
    await sql`update sessions set canceled_at = ${house.clock.now()}, cancel_reason = 'Snow' where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx);
  });
  const shown = await next(await house.as(clinic, 'front-desk'), one);
  assert.deepEqual(shown.sessions[0].canceled, { reason: 'Snow' });
  assert.deepEqual(shown.seats, [{ seriesId: clinic.seriesId, name: 'Relapse prevention', on: '2026-11-24', does: 'end' }]);
});

test('what to look at first: hours with what mends them, the plan, open tasks, the oldest note that is not signed', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, one, counselor } = stage;
  house.clock.advance(10);
  await counselor('POST', `/sessions/${clinic.sessionId}/people/${one.id}/arrival`, {});
  await counselor('POST', `/people/${one.id}/danger`, { concern: 'self', detail: '', sessionId: null, source: 'button' });
  house.clock.advance(70);
  const shown = await look(counselor, one);
  assert.equal(shown.week.person.standing, 'short');
  assert.equal(shown.week.person.doneMinutes, 60);
  assert.equal(shown.week.hasIndividual, false);
  assert.deepEqual([shown.plan.kind, shown.plan.daysLate > 0], ['plan', true]);
  assert.deepEqual(shown.unsigned, { notes: 1, sessionId: clinic.sessionId, name: 'Relapse prevention', startsAt: clinic.start.toISOString(), timeZone: 'America/Chicago', siteId: clinic.siteId });
  const tasks = await house.inOrganization(clinic.orgId, (tx) => sql<{ count: number }>`select count(*)::integer as count from tasks where org_id = ${clinic.orgId} and participant_id = ${one.id}`.execute(tx));
  assert.equal(shown.tasks.length, tasks.rows[0]?.count);
});

test('the board of the week and the page of the person say the same of hours', async (t) => {
  const { clinic, one, counselor } = await openStage(t);
  const board = (await counselor('GET', `/boards/week-hours?siteId=${clinic.siteId}`)).body.people.find((person: { participantId: string }) => person.participantId === one.id);
  assert.deepEqual((await look(counselor, one)).week.person, board);
});

test('each role sees its part only: the front desk no hours, plan, task, note or timeline, and a biller nothing', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, one } = stage;
  await putOnPath(stage, '2026-11-02');
  const desk = await house.as(clinic, 'front-desk');
  assert.deepEqual(await look(desk, one), { ...await look(desk, one), week: null, plan: null, tasks: [], unsigned: null });
  assert.equal((await desk('GET', `/people/${one.id}/timeline`)).status, 403);
  assert.equal((await next(desk, one)).path.name, 'Maple path');
  for (const role of ['biller', 'administrator', 'privacy-officer'] as const satisfies Role[]) {
    const ask = await house.as(clinic, role);
    for (const what of ['next', 'look', 'timeline']) assert.equal((await ask('GET', `/people/${one.id}/${what}`)).status, 403, `${role} ${what}`);
  }
});

test('another organization’s person is not there', async (t) => {
  const { house, one } = await openStage(t);
  const other = await house.furnish('Elsewhere', 1);
  const ask = await house.as(other, 'counselor');
  for (const what of ['next', 'look', 'timeline']) assert.equal((await ask('GET', `/people/${one.id}/${what}`)).status, 404, what);
});

test('the timeline tells sessions with the own sentence, a note that is not signed, contacts, danger from mark to end, plan and placement', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, one, counselor } = stage;
  await putOnPath(stage, '2026-11-02');
  const facilitator = await house.as(clinic, 'facilitator');
  house.clock.advance(22);
  await facilitator('POST', `/sessions/${clinic.sessionId}/people/${one.id}/arrival`, {});
  house.clock.advance(48);
  const goal = (await counselor('POST', `/episodes/${one.episodeId}/goals`, { problem: 'Sleeps badly', ownWords: 'I want to sleep.' })).body;
  await counselor('POST', `/people/${one.id}/contact-notes`, { kind: 'phone', withWhom: 'Mother', happenedAt: house.clock.now().toISOString(), minutes: 5, text: 'Will drive on Friday.', risk: 'none', concern: null, taskId: null, closes: null });
  const before = await page(counselor, one);
  const session = before.entries.find((entry) => entry.is === 'session');
  assert.deepEqual([session?.standing, session?.lateMinutes, session?.attendedMinutes, session?.voice], ['provisional', 12, 48, null]);
  await facilitator('PUT', `/sessions/${clinic.sessionId}/people/${one.id}/draft`, { version: 0, part: { chips: [], ownSentence: 'Named the hour she fears.', craving: null, practice: '' } });
  await facilitator('POST', `/sessions/${clinic.sessionId}/sign`, { sharedVersion: 0, people: [{ participantId: one.id, version: 1 }] });
  const after = await page(counselor, one);
  const signed = after.entries.find((entry) => entry.is === 'session');
  assert.deepEqual([signed?.standing, signed?.voice, signed?.by], ['documented', 'Named the hour she fears.', 'Sam facilitator, LPC']);
  assert.equal(goal.goalId, after.entries.find((entry) => entry.is === 'goal-added')?.id);
  assert.equal(after.entries.find((entry) => entry.is === 'goal-added')?.voice, 'I want to sleep.');
  assert.deepEqual(kinds(after.entries), ['admitted', 'contact', 'goal-added', 'phase', 'seat-given', 'session']);
  assert.equal(after.entries.find((entry) => entry.is === 'phase')?.voice, 'Decided together');
});

test('words of the plan stand in the timeline as they stood then, and each change of them at its time with who made it', async (t) => {
  const { house, clinic, one, counselor } = await openStage(t);
  const goal = (await counselor('POST', `/episodes/${one.episodeId}/goals`, { problem: 'Sleeps badly', ownWords: 'I want to sleep.' })).body;
  const objective = (await counselor('POST', `/goals/${goal.goalId}/objectives`, { text: 'In bed by eleven', targetOn: '2026-12-18' })).body;
  house.clock.advance(10);
  const supervisor = await house.as(clinic, 'supervisor');
  const change = async (path: string, body: object): Promise<void> => { const reply = await supervisor('POST', path, body); assert.equal(reply.status, 200, JSON.stringify(reply.body)); };
  await change(`/goals/${goal.goalId}`, { version: 0, problem: 'Sleeps badly', ownWords: 'I want to sleep through.' });
  await change(`/objectives/${objective.objectiveId}`, { version: 0, text: 'In bed by ten', targetOn: '2026-12-18' });
  house.clock.advance(10);
  // Only the problem and only the day: no words of the timeline changed.
  await change(`/goals/${goal.goalId}`, { version: 1, problem: 'Wakes at four', ownWords: 'I want to sleep through.' });
  await change(`/objectives/${objective.objectiveId}`, { version: 1, text: 'In bed by ten', targetOn: '2026-12-20' });
  await change(`/goals/${goal.goalId}`, { version: 2, problem: 'Wakes at four', ownWords: 'I want my nights back.' });
  const { entries } = await page(counselor, one, '?kind=plan');
  assert.deepEqual(entries.map((entry) => [entry.is, entry.number, entry.text ?? entry.voice, entry.by, entry.at.slice(11, 16)]), [
    ['goal-reworded', '1', 'I want my nights back.', 'Sam supervisor, LPC', '16:20'],
    ['objective-reworded', '1.1', 'In bed by ten', 'Sam supervisor, LPC', '16:10'], ['goal-reworded', '1', 'I want to sleep through.', 'Sam supervisor, LPC', '16:10'],
    ['objective-added', '1.1', 'In bed by eleven', 'Sam counselor, LPC', '16:00'], ['goal-added', '1', 'I want to sleep.', 'Sam counselor, LPC', '16:00'],
  ]);
});

test('the timeline shows contact notes wherever they were written, as the list of contacts does', async (t) => {
  const { house, clinic, one, counselor } = await openStage(t);
  await counselor('POST', `/people/${one.id}/contact-notes`, { kind: 'phone', withWhom: 'Mother', happenedAt: house.clock.now().toISOString(), minutes: 5, text: 'Will drive on Friday.', risk: 'none', concern: null, taskId: null, closes: null });
  const now = house.clock.now();
  const there = newId(now);
  await house.inOrganization(clinic.orgId, async (tx) => {
    await sql`insert into sites (org_id, id, name, time_zone, grace_minutes, recorded_at) values (${clinic.orgId}, ${there}, 'Quarry Lane', 'America/Chicago', 20, ${now})`.execute(tx);
    await sql`update episodes set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and id = ${one.episodeId}`.execute(tx);
    await sql`insert into episodes (org_id, id, participant_id, program_id, site_id, admitted_on, recorded_at) values (${clinic.orgId}, ${newId(now)}, ${one.id}, ${clinic.programId}, ${there}, '2026-11-19', ${now})`.execute(tx);
    await sql`update site_staff set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and staff_id = ${clinic.staff.supervisor.staffId}`.execute(tx);
    await sql`insert into site_staff (org_id, id, site_id, staff_id, starts_on, recorded_at) values (${clinic.orgId}, ${newId(now)}, ${there}, ${clinic.staff.supervisor.staffId}, '2026-01-01', ${now})`.execute(tx);
  });
  const supervisor = await house.as(clinic, 'supervisor');
  assert.deepEqual((await page(supervisor, one, '?kind=contacts')).entries.map((entry) => [entry.is, entry.voice]), [['contact', 'Will drive on Friday.']]);
});

test('danger and absences stand in the timeline with what was done and the reason', async (t) => {
  const { house, clinic, one, counselor } = await openStage(t);
  const facilitator = await house.as(clinic, 'facilitator');
  house.clock.advance(15);
  const absence = await facilitator('POST', `/sessions/${clinic.sessionId}/people/${one.id}/absence`, { reason: 'ill', excused: true, detail: 'Fever' });
  assert.equal(absence.status, 200, JSON.stringify(absence.body));
  await counselor('POST', `/people/${one.id}/danger`, { concern: 'self', detail: 'Said so on the stairs', sessionId: null, source: 'button' });
  const { tasks } = await look(counselor, one);
  const [{ taskId }] = tasks;
  house.clock.advance(5);
  const closed = await counselor('POST', `/tasks/${taskId}/close`, { ends: true, version: 0, endedAs: 'safe-now', done: 'Talked, safe with her brother.' });
  assert.equal(closed.status, 200, JSON.stringify(closed.body));
  const { entries } = await page(counselor, one);
  const missed = entries.find((entry) => entry.is === 'session');
  assert.deepEqual([missed?.standing, missed?.absence, missed?.voice], ['missed', { reason: 'ill', isExcused: true }, 'Fever']);
  assert.deepEqual(entries.filter((entry) => entry.is.startsWith('task-')).map((entry) => [entry.is, entry.concern, entry.voice, entry.endedAs ?? null]), [
    ['task-closed', 'self', 'Talked, safe with her brother.', 'safe-now'], ['task-opened', 'self', 'Said so on the stairs', null],
  ]);
  assert.deepEqual(kinds((await page(counselor, one, '?kind=contacts')).entries), ['task-closed', 'task-opened']);
});

test('what is planned for later is not in the timeline before its day', async (t) => {
  const { house, clinic, one, counselor } = await openStage(t);
  await house.inOrganization(clinic.orgId, async (tx) => {
    await sql`update enrollments set ended_on = '2026-11-24' where org_id = ${clinic.orgId} and participant_id = ${one.id}`.execute(tx);
  });
  assert.ok(!(await page(counselor, one)).entries.some((entry) => entry.is === 'seat-ended' || entry.is === 'session'));
  house.clock.set(new Date('2026-11-24T18:00:00Z'));
  const later = await house.as(clinic, 'counselor');
  assert.ok((await page(later, one)).entries.some((entry) => entry.is === 'seat-ended'));
});

test('pages of 500 sessions put one after another are the whole: every entry once, the newest first, and each kind is a part of it', async (t) => {
  const { house, clinic, one, counselor } = await openStage(t);
  await furnishMany(house, clinic, { record: { of: [one], sessionsEach: 500 } });
  const all = await whole(counselor, one);
  assert.equal(new Set(all.map((entry) => `${entry.is} ${entry.id}`)).size, all.length, 'nothing twice');
  assert.deepEqual(all.map((entry) => entry.at), all.map((entry) => entry.at).sort().reverse());
  const count = (is: string): number => all.filter((entry) => entry.is === is).length;
  // 25 corrections and 20 addenda, of which the two newest are dated later than now; a correction that its note tells is told once.
  assert.deepEqual(['session', 'contact', 'task-opened', 'task-closed', 'note-added', 'plan-signed', 'reviewed'].map((is) => [is, count(is)]), [
    ['session', 500], ['contact', 60], ['task-opened', 40], ['task-closed', 37], ['note-added', 43], ['plan-signed', 3], ['reviewed', 3],
  ]);
  const parts = [];
  for (const kind of ['sessions', 'contacts', 'plan', 'placement']) parts.push(...await whole(counselor, one, kind));
  assert.deepEqual(parts.map((entry) => `${entry.is} ${entry.id}`).sort(), all.map((entry) => `${entry.is} ${entry.id}`).sort());
});

test('the page of who has 500 sessions sends the same statements as that of who has one, on page 1 as on page 10', async (t) => {
  const { house, clinic, one, counselor } = await openStage(t, 3);
  const few = clinic.people[1] as Person;
  await furnishMany(house, clinic, { record: { of: [few], sessionsEach: 1, contactNotes: 1, tasks: 1 } });
  await furnishMany(house, clinic, { record: { of: [one], sessionsEach: 500 } });
  let before: string | null = null;
  for (let pageNo = 1; pageNo < 10; pageNo += 1) before = (await page(counselor, one, before === null ? '' : `?before=${encodeURIComponent(before)}`)).before;
  const statements = async (path: string): Promise<string[]> => (await answeredWith(() => counselor('GET', path))).map((sent) => createHash('sha256').update(sent.text).digest('hex').slice(0, 12)).sort();
  for (const what of ['next', 'look', 'timeline', '', 'plan']) assert.deepEqual(await statements(`/people/${one.id}/${what}`.replace(/\/$/, '')), await statements(`/people/${few.id}/${what}`.replace(/\/$/, '')), what);
  assert.deepEqual(await statements(`/people/${one.id}/timeline?before=${encodeURIComponent(before ?? '')}`), await statements(`/people/${one.id}/timeline`), 'page 10');
});

/** Rows of small tables that every request looks at: sites, staff, settings. */
const A_FEW = 60;

test('what others did costs the coming sessions of a person nothing', async (t) => {
  const rows = async (others: number): Promise<Map<string, number>> => {
    const { house, clinic, one, counselor } = await openStage(t, 6);
    await furnishMany(house, clinic, { record: { of: [one, ...clinic.people.slice(1, 1 + others)], sessionsEach: 120 } });
    const read = new Map<string, number>();
    for (const what of ['next']) read.set(what, (await readingOf(house, clinic.orgId, () => counselor('GET', `/people/${one.id}/${what}`))).rows);
    return read;
  };
  const [alone, among] = [await rows(0), await rows(5)];
  for (const [what, count] of among) assert.ok(count <= 1.2 * (alone.get(what) ?? 0) + A_FEW, `${what}: ${alone.get(what)} rows alone, ${count} among others`);
});
