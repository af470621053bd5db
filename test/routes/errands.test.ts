/** Tasks and contacts of one person over HTTP, danger as whoever marked it sees it, and what co-signers are told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import type { Role } from '../../src/permissions.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { mondayTime, openGroupStage, startGroup } from '../support/groups-stage.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';
import { firstOpen, mark, openStage, tasks } from './tasks-stage.ts';
import type { Stage } from './tasks-stage.ts';

function must(reply: Reply): Reply {
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply;
}

const refused = (reply: Reply): string => `${reply.status} ${reply.body.refusal}`;
const tasksOf = async (ask: Ask, person: string, query = '') => must(await ask('GET', `/people/${person}/tasks${query}`)).body;
const standing = async (ask: Ask, person: string) => must(await ask('GET', `/people/${person}/danger-standing`)).body;
const endOf = async (house: House, clinic: Organization, roles: readonly Role[]): Promise<void> => await house.inOrganization(clinic.orgId, async (tx) => {
  for (const role of roles) await sql`update site_staff set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and staff_id = ${clinic.staff[role].staffId}`.execute(tx);
});

/** So many outreach tasks about the first person that were closed, each an hour after the one before, two of them at the same time. */
async function closedTasks({ house, clinic, person, staff }: Stage, count: number): Promise<void> {
  const now = house.clock.now();
  await house.inOrganization(clinic.orgId, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const at = new Date(Date.UTC(2026, 9, 1, Math.max(1, index)));
      await sql`insert into tasks (org_id, id, site_id, kind, source, detail, participant_id, due_at, opened_at, opened_by, closed_at, closed_by, ended_as, done)
        values (${clinic.orgId}, ${newId(now)}, ${clinic.siteId}, 'outreach', 'absence', '', ${person}, ${at}, ${at}, ${staff('facilitator')}, ${at}, ${staff('counselor')}, 'reached', ${`Talked, ${index}.`})`.execute(tx);
    }
  });
}

describe('TSK-11 the tasks about one person', () => {
  test('open ones stand first with danger on top; closed ones follow page by page, none left out and none told twice', async (t) => {
    const stage = await openStage(t);
    await closedTasks(stage, 45);
    const counselor = await stage.as('counselor');
    must(await mark(counselor, stage.person));
    must(await mark(counselor, stage.clinic.people[1]?.id ?? ''));
    const first = await tasksOf(counselor, stage.person);
    assert.deepEqual([first.open.length, first.open[0].kind, first.closed.length, first.older], [1, 'danger', 20, 25]);
    const second = await tasksOf(counselor, stage.person, `?closedBefore=${first.next.closedBefore}&beforeId=${first.next.beforeId}`);
    const third = await tasksOf(counselor, stage.person, `?closedBefore=${second.next.closedBefore}&beforeId=${second.next.beforeId}`);
    assert.deepEqual([second.closed.length, second.older, third.closed.length, third.older, third.next], [20, 5, 5, 0, null]);
    const all = [...first.closed, ...second.closed, ...third.closed];
    assert.equal(new Set(all.map((task) => task.id)).size, 45);
    assert.deepEqual(all.map((task) => task.closed.at), all.map((task) => task.closed.at).toSorted().toReversed());
    assert.ok(first.takers.length > 0);
  });

  test('a place in time that no database reads is malformed, here and wherever a list goes on page by page; the ends of time are pages without rows', async (t) => {
    const stage = await openStage(t);
    const counselor = await stage.as('counselor');
    const { person } = stage;
    const get = async (path: string): Promise<number> => (await counselor('GET', `/people/${person}/${path}`)).status;
    const digits = '1'.repeat(300);
    for (const at of ['0000-01-01T00:00:00Z', '1800-12-31T23:59:59Z', '2199-01-01T00:00:00Z', '9999-12-31T23:59:59Z', `2026-11-19T16:00:00.${digits}Z`]) assert.equal(await get(`tasks?closedBefore=${at}&beforeId=${person}`), 400, at);
    for (const at of ['1801-01-01T00:00:00Z', '2026-11-19T16:00:00.123456Z', '2198-12-31T23:59:59Z']) assert.equal(await get(`tasks?closedBefore=${at}&beforeId=${person}`), 200, at);
    for (const at of ['0000-01-01', '0001-01-01', '2026-02-30', '9999-12-31']) assert.ok([200, 400].includes(await get(`timeline?before=${at}T00:00:00.000Z_20_${person}`)), at);
    for (const micros of ['-99999999999999999', '0', '99999999999999999']) assert.equal(await get(`notes?before=${micros}~${person}`), 200, micros);
    assert.equal(await get(`contact-notes?beforeId=${person}`), 200);
    assert.equal(await get('contact-notes?beforeId=0'), 400);
  });

  test('they are not the front desk’s to read, and not another organization’s', async (t) => {
    const stage = await openStage(t);
    assert.equal((await (await stage.as('front-desk'))('GET', `/people/${stage.person}/tasks`)).status, 403);
    const other = await stage.house.furnish('Fernhill Center', 1);
    const stranger = await stage.house.as(other, 'counselor');
    for (const path of ['tasks', 'danger-standing']) assert.equal((await stranger('GET', `/people/${stage.person}/${path}`)).status, 404);
    assert.equal((await stranger('GET', `/boards/danger?siteId=${stage.clinic.siteId}`)).status, 404);
  });
});

describe('TSK-10 danger as whoever marked it sees it', () => {
  test('not taken, taken by name, closed with its time, and after a day no longer; never what it is about', async (t) => {
    const stage = await openStage(t);
    const { house, clinic, person } = stage;
    const [desk, counselor] = [await stage.as('front-desk'), await stage.as('counselor')];
    assert.deepEqual((await standing(desk, person)).marks, []);
    const { taskId } = must(await mark(desk, person, { detail: 'Said it twice.' })).body;
    const open = await standing(desk, person);
    assert.deepEqual(open.marks.map((one: { openedBy: string; taken: unknown; isOverdue: boolean; closedAt: unknown; told: { because: string }[] }) => [one.openedBy, one.taken, one.isOverdue, one.closedAt, one.told.map((who) => who.because)]),
      [['Sam front-desk', null, false, null, ['counselor', 'on-call']]]);
    assert.doesNotMatch(JSON.stringify(open), /self|Said it twice/);
    house.clock.advance(16);
    assert.equal((await standing(desk, person)).marks[0].isOverdue, true);
    must(await counselor('POST', `/tasks/${taskId}/take`, { version: 0, takes: true }));
    const taken = await standing(desk, person);
    assert.deepEqual([taken.marks[0].taken, taken.marks[0].isOverdue], [{ name: 'Sam counselor', at: '2026-11-19T16:16:00.000Z' }, false]);
    must(await counselor('POST', `/tasks/${taskId}/close`, { ends: true, version: 1, endedAs: 'safe-now', done: 'Walked them home.' }));
    const closed = await standing(desk, person);
    assert.equal(closed.marks[0].closedAt, '2026-11-19T16:16:00.000Z');
    assert.doesNotMatch(JSON.stringify(closed), /safe-now|Walked/);
    house.clock.advance(24 * 60 + 1);
    assert.deepEqual((await standing(await house.as(clinic, 'front-desk'), person)).marks, []);
  });

  test('the board of a site says of each open danger whose it is about and who has it, to whoever may mark danger', async (t) => {
    const stage = await openStage(t);
    const desk = await stage.as('front-desk');
    const board = async () => must(await desk('GET', `/boards/danger?siteId=${stage.clinic.siteId}`)).body.marks;
    assert.deepEqual(await board(), []);
    const { taskId } = must(await mark(desk, stage.person)).body;
    assert.deepEqual((await board()).map((one: { participantId: string; displayName: string; taken: unknown }) => [one.participantId, one.displayName, one.taken]), [[stage.person, 'Given1 F.', null]]);
    must(await (await stage.as('supervisor'))('POST', `/tasks/${taskId}/take`, { version: 0, takes: true }));
    assert.equal((await board())[0].taken.name, 'Sam supervisor');
    assert.equal((await (await stage.as('biller'))('GET', `/boards/danger?siteId=${stage.clinic.siteId}`)).status, 403);
  });
});

test('TSK-9 everybody who marked the same danger stands on the task, with when and what they said', async (t) => {
  const stage = await openStage(t);
  const [desk, facilitator] = [await stage.as('front-desk'), await stage.as('facilitator')];
  must(await mark(desk, stage.person, { detail: 'Said so at the desk.' }));
  stage.house.clock.advance(3);
  must(await mark(facilitator, stage.person, { sessionId: stage.clinic.sessionId, source: 'group-room' }));
  stage.house.clock.advance(1);
  must(await mark(desk, stage.person, { detail: 'Said so at the desk.' }));
  const task = await firstOpen(facilitator, stage.clinic.siteId) as unknown as { marks: { by: string; at: string; detail: string; source: string }[] };
  assert.deepEqual(task.marks.map((one) => [one.by, one.at.slice(11, 16), one.detail, one.source]),
    [['Sam front-desk', '16:00', 'Said so at the desk.', 'button'], ['Sam facilitator', '16:03', '', 'group-room'], ['Sam front-desk', '16:04', 'Said so at the desk.', 'button']]);
  assert.equal((await tasks(facilitator, stage.clinic.siteId)).open.length, 1);
});

test('TSK-7 contact notes are read page by page, none left out and none told twice', async (t) => {
  const stage = await openStage(t);
  const counselor = await stage.as('counselor');
  const now = stage.house.clock.now();
  await stage.house.inOrganization(stage.clinic.orgId, async (tx) => {
    for (let index = 0; index < 65; index += 1) {
      const at = new Date(Date.UTC(2026, 9, 1, Math.floor(index / 2)));
      await sql`insert into contact_notes (org_id, id, participant_id, site_id, kind, with_whom, happened_at, minutes, text, risk, author_id, author_name, author_credential, signed_at)
        values (${stage.clinic.orgId}, ${newId(now)}, ${stage.person}, ${stage.clinic.siteId}, 'phone', 'A sister', ${at}, 5, ${`Call ${index}.`}, 'none', ${stage.staff('counselor')}, 'Sam', 'LPC', ${at})`.execute(tx);
    }
  });
  const page = async (query = '') => must(await counselor('GET', `/people/${stage.person}/contact-notes${query}`)).body as { notes: { id: string; happenedAt: string }[]; older: number };
  const first = await page();
  const second = await page(`?beforeId=${first.notes.at(-1)?.id}`);
  const third = await page(`?beforeId=${second.notes.at(-1)?.id}`);
  assert.deepEqual([first, second, third].map((one) => [one.notes.length, one.older]), [[30, 35], [30, 5], [5, 0]]);
  const all = [...first.notes, ...second.notes, ...third.notes];
  assert.equal(new Set(all.map((note) => note.id)).size, 65);
  assert.deepEqual(all.map((note) => note.happenedAt), all.map((note) => note.happenedAt).toSorted().toReversed());
  assert.deepEqual((await page(`?beforeId=${newId(now)}`)).notes, []);
});

/** The facilitator signs two notes for the supervisor, who returns the first; then the facilitator leaves. */
async function openReturned(t: { after(work: () => Promise<void>): void }): Promise<{ house: House; clinic: Organization; noteId: string }> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  must(await (await house.as(clinic, 'administrator'))('POST', `/staff/${clinic.staff.facilitator.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.supervisor.staffId, from: '2026-11-19' }));
  const sam = await house.as(clinic, 'facilitator');
  const signed = must(await sam('POST', pathOf.sign(clinic), await groupReadyToSign(house, clinic, sam, 2)));
  return { house, clinic, noteId: signed.body.notes[0].noteId };
}

describe('NOT-15 a note returned to an author who has left', () => {
  const answer = (ask: Ask, noteId: string) => ask('POST', `/notes/${noteId}/answer-for-author`, { text: 'Sam has left. The session was as the note says.' });

  test('is answered by the director under their own name, waits again and is co-signed', async (t) => {
    const { house, clinic, noteId } = await openReturned(t);
    const [supervisor, director] = [await house.as(clinic, 'supervisor'), await house.as(clinic, 'director')];
    assert.equal(refused(await answer(director, noteId)), '409 nothing-to-answer');
    must(await supervisor('POST', `/notes/${noteId}/return`, { addendaSeen: 0, reason: 'Say what you did.' }));
    assert.equal(refused(await answer(director, noteId)), '409 author-still-here');
    assert.equal(must(await director('GET', `/notes/${noteId}`)).body.note.answeredBy, undefined);
    await endOf(house, clinic, ['facilitator']);
    assert.deepEqual(must(await director('GET', `/notes/${noteId}`)).body.note.answeredBy.map((one: { name: string }) => one.name), ['Sam director']);
    const [row] = must(await director('GET', `/boards/signatures?siteId=${clinic.siteId}`)).body.returned;
    assert.deepEqual([row.isMine, row.answeredBy.map((one: { name: string }) => one.name)], [true, ['Sam director']]);
    assert.equal(must(await supervisor('GET', `/boards/signatures?siteId=${clinic.siteId}`)).body.returned[0].isMine, false);
    assert.equal(refused(await answer(supervisor, noteId)), '422 answers-own-return');
    const both = await Promise.all([answer(director, noteId), answer(director, noteId)]);
    assert.deepEqual(both.map((reply) => reply.body.refusal ?? 'answered').sort(), ['answered', 'nothing-to-answer']);
    const { note } = must(await director('GET', `/notes/${noteId}`)).body;
    assert.deepEqual([note.state, note.addenda.map((one: { kind: string; by: { name: string } }) => [one.kind, one.by.name])], ['answered', [['answer', 'Sam director']]]);
    must(await supervisor('POST', '/notes/review', { kind: 'co-signed', notes: [{ noteId, addendaSeen: 1 }] }));
  });

  test('is answered by the one who returned it when nobody else there may co-sign, so that it does not wait for ever', async (t) => {
    const { house, clinic, noteId } = await openReturned(t);
    const supervisor = await house.as(clinic, 'supervisor');
    must(await supervisor('POST', `/notes/${noteId}/return`, { addendaSeen: 0, reason: 'Say what you did.' }));
    await endOf(house, clinic, ['facilitator', 'director']);
    must(await answer(supervisor, noteId));
  });

  test('is nobody’s to answer from another organization or without the right to co-sign', async (t) => {
    const { house, clinic, noteId } = await openReturned(t);
    const other = await house.furnish('Fernhill Center', 1);
    assert.equal((await answer(await house.as(other, 'director'), noteId)).status, 404);
    assert.equal((await answer(await house.as(clinic, 'counselor'), noteId)).status, 403);
  });
});

test('NOT-16 the co-signer is told how like another sentence a sentence was, from the figure of the site on, and never whose', async (t) => {
  const { house, clinic, noteId } = await openReturned(t);
  const supervisor = await house.as(clinic, 'supervisor');
  const [first, second] = must(await supervisor('GET', `/boards/cosign?siteId=${clinic.siteId}`)).body.notes;
  /** A note as signing would have kept it, about the next person of whom an absence was recorded. */
  const likenessOf = async (percent: number, to: string): Promise<unknown> => {
    const id = newId(house.clock.now());
    await house.inOrganization(clinic.orgId, (tx) => sql`
      insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule,
             author_id, author_name, author_credential, signed_at, cosign_by, similarity, similar_to_id)
      select n.org_id, ${id}, n.session_id, a.participant_id, a.id, n.shared_part, n.chips, n.own_sentence, n.practice, n.scheduled_minutes, n.attended_minutes, n.clinical_minutes, n.minutes_rule,
             n.author_id, n.author_name, n.author_credential, n.signed_at, n.cosign_by, ${percent}, ${to}
        from notes n join attendances a on a.org_id = n.org_id and a.session_id = n.session_id and a.outcome = 'absent'
       where n.org_id = ${clinic.orgId} and n.id = ${noteId} and not exists (select 1 from notes x where x.org_id = a.org_id and x.session_id = a.session_id and x.participant_id = a.participant_id)
       order by a.id limit 1`.execute(tx));
    const { notes } = must(await supervisor('GET', `/boards/cosign?siteId=${clinic.siteId}`)).body;
    return notes.find((one: { noteId: string }) => one.noteId === id).likeness;
  };
  assert.equal(await likenessOf(59, first.participantId), undefined);
  assert.deepEqual(await likenessOf(82, first.participantId), { percent: 82, like: 'somebody-else' });
  assert.deepEqual(await likenessOf(60, second.noteId), { percent: 60, like: 'earlier' });
});

test('SES-10 whoever is recorded absent already stands in the plan of a session as such, and the session can still be canceled', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic, house } = stage;
  const desk = await house.as(clinic, 'front-desk');
  house.clock.set(new Date('2026-11-19T14:00:00Z'));
  must(await desk('POST', `/sessions/${clinic.sessionId}/people/${clinic.people[0]?.id}/absence`, { reason: 'ill', excused: true, detail: '' }));
  const plan = must(await stage.ask('GET', `/sessions/${clinic.sessionId}/plan`)).body;
  assert.equal(plan.session.hasBegun, false);
  assert.deepEqual(plan.people.filter((one: { isAbsent: boolean }) => one.isAbsent).map((one: { participantId: string }) => one.participantId), [clinic.people[0]?.id]);
  must(await stage.ask('POST', `/sessions/${clinic.sessionId}/cancel`, { reason: 'Burst pipe' }));
});

test('W5 in a week of admission the plan of a session holds the floor of its days, and says so', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic, house } = stage;
  const late = clinic.people[1];
  await house.inOrganization(clinic.orgId, async (tx) => {
    await sql`update episodes set ended_on = '2026-11-19' where org_id = ${clinic.orgId} and id = ${late?.episodeId ?? ''}`.execute(tx);
  });
  const plan = must(await stage.ask('GET', `/sessions/${clinic.sessionId}/plan`)).body;
  const floorOf = (id: string | undefined) => { const one = plan.people.find((person: { participantId: string }) => person.participantId === id); return [one.floorMinutes, one.floorIsProRata]; };
  assert.deepEqual([floorOf(clinic.people[2]?.id), floorOf(late?.id)], [[540, false], [308, true]]);
});

test('SES-1 a group that is started after its hour of today has no session today, and says so until one is added', async (t) => {
  const stage = await openGroupStage(t);
  const { clinic } = stage;
  const missed = async (seriesId: string): Promise<string[]> => must(await stage.ask('GET', `/groups/${seriesId}`)).body.missedToday;
  const time = (startsAtLocal: string) => mondayTime(stage, { weekday: 4, startsAtLocal, minutes: 30 });
  const ahead = await startGroup(stage, { name: 'Evening', startsOn: '2026-11-19', times: [time('17:00')] });
  assert.deepEqual(await missed(ahead), []);
  const seriesId = await startGroup(stage, { name: 'Early birds', startsOn: '2026-11-19', times: [time('08:00')] });
  assert.equal((await missed(seriesId)).length, 1);
  const body = { sessionType: 'group', name: 'Early birds', programId: clinic.programId, date: '2026-11-19', startsAtLocal: '08:00', minutes: 30, breaks: [], roomId: null, telehealthLink: '', facilitatorId: null, capacity: 10, participantIds: [] };
  const { sessionId } = must(await stage.ask('POST', `/sites/${clinic.siteId}/sessions`, body)).body;
  assert.deepEqual(await missed(seriesId), []);
  must(await stage.ask('POST', `/sessions/${sessionId}/withdraw`, {}));
  assert.equal((await missed(seriesId)).length, 1);
});
