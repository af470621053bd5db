/** What signing writes beside the notes: absences, tasks, the figure of likeness, objective, co-signature and danger; and what the room shows to warn by. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { draft, groupReadyToSign, partOf, pathOf, SHARED, stampIn } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; people: Person[] };
type After = { after(work: () => Promise<void>): void };

/** So many people on the roster, nobody stamped in yet. */
async function openStage(t: After, count = 4): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', count);
  return { house, clinic, ask: await house.as(clinic, 'facilitator'), people: clinic.people };
}

const at = (stage: Stage, index: number): Person => stage.people[index] ?? assert.fail('nobody there');

async function select<Row>({ house, clinic }: Stage, query: (orgId: string) => ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return await house.inOrganization(clinic.orgId, async (tx) => (await query(clinic.orgId).execute(tx)).rows);
}

const absencesOf = (stage: Stage) => select<{ participantId: string; reason: string; excused: boolean; level: string }>(stage, (orgId) => sql`
  select participant_id as "participantId", absence_reason as reason, excused, level from attendances where org_id = ${orgId} and outcome = 'absent' and superseded_at is null order by 1`);
const tasksOf = (stage: Stage) => select<{ participantId: string; kind: string }>(stage, (orgId) => sql`select participant_id as "participantId", kind from tasks where org_id = ${orgId} order by kind, 1`);
type Frozen = { participantId: string; objectiveId: string | null; similarity: number | null; similarToId: string | null; cosignBy: string | null; dangerTaskId: string | null };
const notesOf = (stage: Stage) => select<Frozen>(stage, (orgId) => sql`
  select participant_id as "participantId", objective_id as "objectiveId", similarity, similar_to_id as "similarToId", cosign_by as "cosignBy", danger_task_id as "dangerTaskId" from notes where org_id = ${orgId} order by signed_at, 1`);

async function write(stage: Stage, parts: readonly object[]): Promise<{ sharedVersion: number; people: { participantId: string; version: number }[] }> {
  const people = [];
  for (const [index, part] of parts.entries()) {
    const saved = await stage.ask('PUT', pathOf.personDraft(stage.clinic, at(stage, index)), { version: 0, part });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    people.push({ participantId: at(stage, index).id, version: saved.body.version as number });
  }
  return { sharedVersion: 0, people };
}

/** The first so many come and stay to the end. */
async function hold(stage: Stage, count: number): Promise<void> {
  stage.house.clock.set(stage.clinic.start);
  await stampIn(stage.ask, stage.clinic, stage.people.slice(0, count));
  stage.house.clock.set(new Date(stage.clinic.end.getTime() + 60_000));
}

test('NOT-21 whoever has a seat and of whom nothing is recorded is absent once the notes are signed, and somebody will call', async (t) => {
  const stage = await openStage(t);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 2);
  const reply = await stage.ask('POST', pathOf.sign(stage.clinic), { ...sent, people: sent.people.slice(0, 1) });
  const away = [at(stage, 2).id, at(stage, 3).id].sort();
  assert.deepEqual([[...reply.body.absences].sort(), reply.body.tasks, reply.body.notes.length], [away, 2, 1]);
  assert.deepEqual(await absencesOf(stage), away.map((participantId) => ({ participantId, reason: 'unknown', excused: false, level: 'iop' })));
  assert.deepEqual(await tasksOf(stage), away.map((participantId) => ({ participantId, kind: 'outreach' })));

  const second = await stage.ask('POST', pathOf.sign(stage.clinic), { ...sent, people: sent.people.slice(1) });
  assert.deepEqual([second.body.notes.length, second.body.absences, second.body.tasks], [1, [], 0], 'who was recorded once is not recorded again');
  assert.equal((await absencesOf(stage)).length, 2);
});

test('NOT-21 an absence that was recorded before stays as it was said', async (t) => {
  const stage = await openStage(t, 3);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 1);
  await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`
    insert into attendances (org_id, id, session_id, participant_id, program_id, level, outcome, absence_reason, excused, recorded_at, recorded_by)
    values (${stage.clinic.orgId}, ${randomUUID()}, ${stage.clinic.sessionId}, ${at(stage, 1).id}, ${stage.clinic.programId}, 'iop', 'absent', 'court', true, now(), ${stage.clinic.staff.facilitator.staffId})`.execute(tx));
  const reply = await stage.ask('POST', pathOf.sign(stage.clinic), sent);
  assert.deepEqual([reply.body.absences, reply.body.tasks], [[at(stage, 2).id], 1]);
  assert.deepEqual((await absencesOf(stage)).map((one) => one.reason).sort(), ['court', 'unknown']);
});

test('NOT-21 of two who sign at once one is told; notes, absences and tasks are written once', async (t) => {
  const stage = await openStage(t);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 2);
  const supervisor = await stage.house.as(stage.clinic, 'supervisor');
  const replies = await Promise.all([stage.ask, supervisor, stage.ask, supervisor].map((ask) => ask('POST', pathOf.sign(stage.clinic), sent)));
  assert.deepEqual(replies.map((reply) => reply.body.refusal ?? 'signed').sort(), ['signed', 'signed-before', 'signed-before', 'signed-before']);
  assert.deepEqual([(await notesOf(stage)).length, (await absencesOf(stage)).length, (await tasksOf(stage)).length], [2, 2, 2]);
});

test('NOT-21 the same signing sent twice, its first reply lost, is one signing with one answer', async (t) => {
  const stage = await openStage(t);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 2);
  const key = { 'idempotency-key': randomUUID() };
  const [first, again] = [await stage.ask('POST', pathOf.sign(stage.clinic), sent, key), await stage.ask('POST', pathOf.sign(stage.clinic), sent, key)];
  assert.deepEqual([again.status, again.body], [200, first.body]);
  assert.equal((await absencesOf(stage)).length, 2);
});

test('NOT-21 a refused signing records no absence and opens no task', async (t) => {
  const stage = await openStage(t);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask, 2);
  assert.equal((await stage.ask('POST', pathOf.sign(stage.clinic), { ...sent, sharedVersion: 0 })).body.refusal, 'draft-changed');
  assert.deepEqual([await absencesOf(stage), await tasksOf(stage)], [[], []]);
});

test('NOT-20 the figure and whom it points to are frozen with the note: somebody’s of today, else the note before', async (t) => {
  const stage = await openStage(t, 3);
  await hold(stage, 3);
  const sent = await write(stage, ['Given1 named one hard hour and a way out of it.', 'Given2 named one hard hour and a way out of it.', 'Held that avoiding friends is no plan.'].map(partOf));
  assert.equal((await stage.ask('POST', pathOf.sign(stage.clinic), sent)).status, 200);
  const byPerson = new Map((await notesOf(stage)).map((note) => [note.participantId, note]));
  assert.deepEqual([0, 1].map((index) => [byPerson.get(at(stage, index).id)?.similarity, byPerson.get(at(stage, index).id)?.similarToId]), [[100, at(stage, 1).id], [100, at(stage, 0).id]]);
  assert.ok((byPerson.get(at(stage, 2).id)?.similarity ?? 100) < 20);
});

test('NOT-20 a sentence is compared with the last three about the same person and no older one', async (t) => {
  const stage = await openStage(t, 1);
  const by = stage.clinic.staff.facilitator.staffId;
  const sentences = ['The oldest said something else entirely.', 'Second sentence about mornings.', 'Third sentence about the bus.', 'Fourth sentence about dinner.'];
  const ids: string[] = [];
  await stage.house.inOrganization(stage.clinic.orgId, async (tx) => {
    for (const [index, sentence] of sentences.entries()) {
      const [session, attendance, note] = [randomUUID(), randomUUID(), randomUUID()];
      const day = `2026-11-1${index + 1}`;
      ids.push(note);
      await sql`insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, planned_start_at, planned_end_at, recorded_at)
        values (${stage.clinic.orgId}, ${session}, 'individual', 'Before', ${day}, '07:00', ${stage.clinic.siteId}, ${stage.clinic.programId}, ${`${day}T13:00:00Z`}, ${`${day}T14:00:00Z`}, now())`.execute(tx);
      await sql`insert into attendances (org_id, id, session_id, participant_id, program_id, level, outcome, recorded_at, recorded_by)
        values (${stage.clinic.orgId}, ${attendance}, ${session}, ${at(stage, 0).id}, ${stage.clinic.programId}, 'iop', 'present', now(), ${by})`.execute(tx);
      await sql`insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, craving, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
        values (${stage.clinic.orgId}, ${note}, ${session}, ${at(stage, 0).id}, ${attendance}, '{"topic": "Older", "interventions": [], "happened": "", "practice": ""}', '{}', ${sentence}, ${index === 2 ? 4 : null}, '', 60, 60, 60, 'minutes-1', ${by}, 'Sam', 'LPC', ${`${day}T14:05:00Z`})`.execute(tx);
    }
  });
  await hold(stage, 1);
  const [person] = (await stage.ask('GET', pathOf.room(stage.clinic))).body.people;
  assert.deepEqual(person.sentencesBefore, [3, 2, 1].map((index) => ({ noteId: ids[index], sentence: sentences[index] })));
  assert.deepEqual(person.cravingBefore, { level: 4, signedOn: '2026-11-13' });
  const sent = await write(stage, [{ ...partOf('The oldest said something else entirely, about the bus.'), craving: 7 }]);
  const reply = await stage.ask('POST', pathOf.sign(stage.clinic), sent);
  assert.equal(reply.body.tasks, 1, 'a craving that rose from 4 to 7 is told');
  const [note] = (await notesOf(stage)).slice(-1);
  assert.deepEqual([note?.similarToId, (note?.similarity ?? 100) < 50], [ids[2], true]);
  assert.deepEqual((await tasksOf(stage)).map((task) => task.kind), ['craving']);
});

test('NOT-22 objective, co-signature and danger are frozen with the note', async (t) => {
  const stage = await openStage(t, 2);
  const { clinic } = stage;
  const [goal, objective, ended, danger] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const by = clinic.staff.facilitator.staffId;
  await stage.house.inOrganization(clinic.orgId, async (tx) => {
    await sql`insert into plan_goals (org_id, id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)
      values (${clinic.orgId}, ${goal}, ${at(stage, 0).episodeId}, ${at(stage, 0).id}, 1, 'Evenings', 'I want my evenings back.', '2026-11-01', ${by})`.execute(tx);
    for (const [id, position, endedAt] of [[objective, 1, null], [ended, 2, '2026-11-10']] as const) {
      await sql`insert into plan_objectives (org_id, id, goal_id, position, text, recorded_at, recorded_by, ended_at) values (${clinic.orgId}, ${id}, ${goal}, ${position}, 'Leave in time', '2026-11-01T18:00:00Z', ${by}, ${endedAt})`.execute(tx);
    }
    await sql`insert into supervisions (org_id, id, staff_id, supervisor_id, starts_on, recorded_at) values (${clinic.orgId}, ${randomUUID()}, ${by}, ${clinic.staff.supervisor.staffId}, '2026-11-01', now())`.execute(tx);
    await sql`insert into tasks (org_id, id, site_id, kind, source, concern, detail, participant_id, session_id, due_at, opened_at, opened_by)
      values (${clinic.orgId}, ${danger}, ${clinic.siteId}, 'danger', 'group-room', 'self', '', ${at(stage, 1).id}, ${clinic.sessionId}, now(), now(), ${by})`.execute(tx);
  });
  await hold(stage, 2);
  const before = (await stage.ask('GET', pathOf.room(clinic))).body;
  assert.equal(before.cosignerName, 'Sam supervisor');
  assert.deepEqual(before.people[0].objectives, [{ id: objective, number: '1.1', text: 'Leave in time', ownWords: 'I want my evenings back.', untouchedDays: 18, wasTouched: false }]);
  assert.deepEqual([before.people[0].ownWords, before.people[1].ownWords, before.people[1].objectives], ['I want my evenings back.', null, []]);

  const late = await write(stage, [{ ...partOf('A sentence.'), objectiveId: ended }, partOf('Another one, wholly different.')]);
  const refused = await stage.ask('POST', pathOf.sign(clinic), late);
  assert.deepEqual([refused.body.refusal, refused.body.facts], ['objective-not-theirs', { participantIds: [at(stage, 0).id] }], 'an objective that was put aside');
  const mended = await stage.ask('PUT', pathOf.personDraft(clinic, at(stage, 0)), { version: 1, part: { ...partOf('A sentence.'), objectiveId: objective } });
  const reply = await stage.ask('POST', pathOf.sign(clinic), { ...late, people: [{ participantId: at(stage, 0).id, version: mended.body.version }, ...late.people.slice(1)] });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  const byPerson = new Map((await notesOf(stage)).map((note) => [note.participantId, note]));
  const [one, two] = [byPerson.get(at(stage, 0).id), byPerson.get(at(stage, 1).id)];
  assert.deepEqual([one?.objectiveId, one?.cosignBy, one?.dangerTaskId], [objective, clinic.staff.supervisor.staffId, null]);
  assert.deepEqual([two?.objectiveId, two?.cosignBy, two?.dangerTaskId], [null, clinic.staff.supervisor.staffId, danger]);
  const after = (await stage.ask('GET', pathOf.room(clinic))).body.people[0];
  assert.deepEqual([after.note.objective, after.objectives[0].untouchedDays, after.objectives[0].wasTouched], [{ number: '1.1', text: 'Leave in time' }, 0, true]);
});

test('the planned session of the curriculum stands in the shared part until another is chosen, and goes into the notes', async (t) => {
  const stage = await openStage(t, 1);
  const { clinic } = stage;
  const [curriculum, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  await stage.house.inOrganization(clinic.orgId, async (tx) => {
    await sql`insert into curricula (org_id, id, name, recorded_at) values (${clinic.orgId}, ${curriculum}, 'Own curriculum', now())`.execute(tx);
    for (const [index, id] of [first, second].entries()) {
      await sql`insert into curriculum_modules (org_id, id, curriculum_id, position, title, is_entry_point, recorded_at) values (${clinic.orgId}, ${id}, ${curriculum}, ${index + 1}, ${`Part ${index + 1}`}, true, now())`.execute(tx);
    }
    await sql`update sessions set curriculum_module_id = ${second} where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx);
  });
  await hold(stage, 1);
  const room = (await stage.ask('GET', pathOf.room(clinic))).body;
  assert.deepEqual([room.shared.part.moduleId, room.shared.version, room.session.curriculumName], [second, 0, 'Own curriculum']);
  assert.deepEqual(room.session.modules.map((one: { id: string; title: string }) => [one.id, one.title]), [[first, 'Part 1'], [second, 'Part 2']]);
  const sent = await write(stage, [partOf('A sentence.')]);
  await stage.ask('POST', pathOf.sign(clinic), sent);
  assert.equal((await stage.ask('GET', pathOf.room(clinic))).body.people[0].note.shared.moduleId, second);
});

test('a draft saved before there were objectives, modules and confirmed words is read with none, and can be signed', async (t) => {
  const stage = await openStage(t, 1);
  const { clinic } = stage;
  await hold(stage, 1);
  const sent = await draft(stage.ask, clinic, stage.people);
  await stage.house.inOrganization(clinic.orgId, async (tx) => {
    await sql`update session_drafts set part = part - 'moduleId' - 'confirmedNames' where org_id = ${clinic.orgId}`.execute(tx);
    await sql`update note_drafts set part = part - 'objectiveId' where org_id = ${clinic.orgId}`.execute(tx);
  });
  const room = await stage.ask('GET', pathOf.room(clinic));
  assert.equal(room.status, 200, JSON.stringify(room.body));
  assert.deepEqual(room.body.shared.part, { ...SHARED, moduleId: null, confirmedNames: [] });
  assert.equal((await stage.ask('POST', pathOf.sign(clinic), sent)).status, 200);
});

test('a note signed after it was due says by how much; until when is said before', async (t) => {
  const stage = await openStage(t, 1);
  const sent = await groupReadyToSign(stage.house, stage.clinic, stage.ask);
  const due = (await stage.ask('GET', pathOf.room(stage.clinic))).body.session.notesDueAt as string;
  assert.equal(due, new Date(stage.clinic.end.getTime() + 24 * 3_600_000).toISOString());
  stage.house.clock.set(new Date(Date.parse(due) + 90 * 60_000));
  const ask = await stage.house.as(stage.clinic, 'facilitator');
  assert.equal((await ask('POST', pathOf.sign(stage.clinic), sent)).status, 200);
  assert.equal((await ask('GET', pathOf.room(stage.clinic))).body.people[0].note.minutesLate, 90);
});

test('names for matching are folded words, of everybody on the roster and of nobody else', async (t) => {
  const stage = await openStage(t, 2);
  await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`update participants set chosen_name = 'José Ángel', legal_family_name = 'de la Cruz' where org_id = ${stage.clinic.orgId} and id = ${at(stage, 0).id}`.execute(tx));
  const room = await stage.ask('GET', pathOf.room(stage.clinic));
  const words = new Map(room.body.people.map((person: { participantId: string; nameWords: string[] }) => [person.participantId, person.nameWords]));
  assert.deepEqual([words.get(at(stage, 0).id), words.get(at(stage, 1).id)], [['given1', 'jose', 'angel', 'cruz'], ['given2', 'family2']]);
});

test('NOT-21 a group to which nobody came is closed without a note: everybody is recorded absent with a task to call, once', async (t) => {
  const stage = await openStage(t, 3);
  const { house, clinic, ask } = stage;
  house.clock.set(new Date(clinic.end.getTime() + 60_000));
  const nobody = { sharedVersion: 0, people: [] };
  const closed = await ask('POST', pathOf.sign(clinic), nobody);
  assert.deepEqual([closed.status, closed.body.notes.length, closed.body.absences.length, closed.body.tasks], [200, 0, 3, 3]);
  assert.equal((await absencesOf(stage)).length, 3);
  assert.equal((await tasksOf(stage)).length, 3);
  const again = await ask('POST', pathOf.sign(clinic), nobody);
  assert.deepEqual([again.status, again.body.refusal], [422, 'nothing-to-sign']);
});
