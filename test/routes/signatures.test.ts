/** What follows a signature, over HTTP: co-signing, returning, answering, adding, supervising, and the lists of what waits. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { groupReadyToSign, pathOf, stampIn } from '../support/day.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; sam: Ask; imogen: Ask; noteIds: string[] };
type After = { after(work: () => Promise<void>): void };

function must(reply: Reply): Reply {
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply;
}

const supervise = (ask: Ask, clinic: Organization, version: number, supervisorId: string | null, from = '2026-11-19') => ask('POST', `/staff/${clinic.staff.facilitator.staffId}/supervisor`, { version, supervisorId, from });

/** The facilitator signs so many notes that wait for the supervisor's co-signature, five minutes after the session's end. */
async function openStage(t: After, count = 2): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House');
  must(await supervise(await house.as(clinic, 'administrator'), clinic, 0, clinic.staff.supervisor.staffId));
  const sam = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, sam, count);
  const signed = must(await sam('POST', pathOf.sign(clinic), sent));
  return { house, clinic, sam, imogen: await house.as(clinic, 'supervisor'), noteIds: signed.body.notes.map((note: { noteId: string }) => note.noteId) };
}

const coSign = (ask: Ask, noteIds: readonly string[], addendaSeen = 0) => ask('POST', '/notes/review', { kind: 'co-signed', notes: noteIds.map((noteId) => ({ noteId, addendaSeen })) });
const giveBack = (ask: Ask, noteId: string, addendaSeen = 0, reason = 'Say what the intervention was.') => ask('POST', `/notes/${noteId}/return`, { addendaSeen, reason });
const add = (ask: Ask, noteId: string, kind: 'addendum' | 'answer', text = 'Role play of a refusal.') => ask('POST', `/notes/${noteId}/addenda`, { kind, text });
const noteOf = async (ask: Ask, noteId: string) => must(await ask('GET', `/notes/${noteId}`)).body.note;
const board = async (ask: Ask, clinic: Organization) => must(await ask('GET', `/boards/signatures?siteId=${clinic.siteId}`)).body;
const refused = (reply: Reply): string => `${reply.status} ${reply.body.refusal}`;

async function count({ house, clinic }: Pick<Stage, 'house' | 'clinic'>, table: string): Promise<number> {
  return await house.inOrganization(clinic.orgId, async (tx) => (await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)} where org_id = ${clinic.orgId}`.execute(tx)).rows[0]?.n ?? -1);
}

async function stampWhileItRuns(house: House, clinic: Organization, ask: Ask, people: readonly Person[]): Promise<void> {
  const after = house.clock.now();
  house.clock.set(new Date(clinic.end.getTime() - 60_000));
  await stampIn(ask, clinic, people);
  house.clock.set(after);
}

/** A note without any wish for a co-signature: signed by the counselor, who has no supervisor. */
async function finalNote(house: House, clinic: Organization, ask: Ask): Promise<string> {
  const person = clinic.people[5];
  assert.ok(person);
  await stampWhileItRuns(house, clinic, ask, [person]);
  const saved = must(await ask('PUT', pathOf.personDraft(clinic, person), { version: 0, part: { chips: [], ownSentence: 'Listened.', craving: null, practice: '' } }));
  const shared = must(await ask('GET', pathOf.room(clinic))).body.shared.version;
  return must(await ask('POST', pathOf.sign(clinic), { sharedVersion: shared, people: [{ participantId: person.id, version: saved.body.version }] })).body.notes[0].noteId;
}

describe('NOT-6 a note waits, is returned, answered and co-signed', () => {
  test('the whole ladder of one note, with text that stays as it was signed', async (t) => {
    const { clinic, sam, imogen, noteIds: [noteId = ''], house } = await openStage(t, 1);
    const before = await noteOf(imogen, noteId);
    assert.equal(before.state, 'awaiting');
    assert.deepEqual(before.coSigner, { id: clinic.staff.supervisor.staffId, name: 'Sam supervisor', can: true });
    must(await giveBack(imogen, noteId));
    assert.equal((await noteOf(sam, noteId)).state, 'returned');
    assert.equal(refused(await coSign(imogen, [noteId])), '409 not-awaiting');
    assert.equal(refused(await giveBack(imogen, noteId)), '409 not-awaiting');
    must(await add(sam, noteId, 'addendum', 'An addendum answers nothing.'));
    assert.equal((await noteOf(sam, noteId)).state, 'returned');
    must(await add(sam, noteId, 'answer'));
    assert.equal((await noteOf(imogen, noteId)).state, 'answered');
    must(await coSign(imogen, [noteId], 2));
    const after = await noteOf(imogen, noteId);
    assert.equal(after.state, 'co-signed');
    assert.deepEqual([after.part, after.shared, after.signedAt, after.minutes], [before.part, before.shared, before.signedAt, before.minutes]);
    assert.deepEqual(after.addenda.map((one: { kind: string; text: string }) => [one.kind, one.text]), [['addendum', 'An addendum answers nothing.'], ['answer', 'Role play of a refusal.']]);
    assert.deepEqual(after.reviews.map((one: { kind: string; reason: string; addendaSeen: number }) => [one.kind, one.reason, one.addendaSeen]), [['returned', 'Say what the intervention was.', 0], ['co-signed', '', 2]]);
    must(await add(sam, noteId, 'addendum', 'One word more.'));
    assert.equal((await noteOf(sam, noteId)).state, 'co-signed', 'what is added later does not take the signature away');
    assert.equal(await count({ house, clinic }, 'note_addenda'), 3);
  });

  test('an addendum is signed by whoever writes it; an answer is only the author’s, and only to a return', async (t) => {
    const { house, clinic, sam, imogen, noteIds: [noteId = ''] } = await openStage(t, 1);
    const counselor = await house.as(clinic, 'counselor');
    assert.equal(refused(await add(sam, noteId, 'answer')), '409 nothing-to-answer');
    must(await giveBack(imogen, noteId));
    assert.equal(refused(await add(counselor, noteId, 'answer')), '422 answer-not-yours');
    must(await add(counselor, noteId, 'addendum', '  Called in the evening.  '));
    const [addendum] = (await noteOf(sam, noteId)).addenda;
    assert.deepEqual([addendum.by.name, addendum.by.credential, addendum.text], ['Sam counselor', 'LPC', 'Called in the evening.']);
    assert.equal((await noteOf(sam, noteId)).state, 'returned');
  });

  test('a note nobody must co-sign is final', async (t) => {
    const { house, clinic, imogen } = await openStage(t, 1);
    const noteId = await finalNote(house, clinic, await house.as(clinic, 'counselor'));
    assert.equal((await noteOf(imogen, noteId)).state, 'final');
    assert.equal(refused(await coSign(imogen, [noteId])), '409 not-awaiting');
  });
});

describe('NOT-7 a co-signature holds for what was seen, and for all notes sent or none', () => {
  test('ten at once; one that is signed already refuses the rest, and nothing is written', async (t) => {
    const stage = await openStage(t, 10);
    const { imogen, noteIds } = stage;
    const signed = must(await coSign(imogen, noteIds.slice(0, 9)));
    assert.deepEqual([signed.body.notes.length, await count(stage, 'note_reviews')], [9, 9]);
    const again = await coSign(imogen, noteIds.slice(8));
    assert.deepEqual([refused(again), again.body.facts], ['409 co-signed-before', { noteIds: [noteIds[8]] }]);
    assert.equal(await count(stage, 'note_reviews'), 9);
  });

  test('what was added meanwhile must be read first, for a co-signature and for a return', async (t) => {
    const { sam, imogen, noteIds: [noteId = ''] } = await openStage(t, 1);
    must(await add(sam, noteId, 'addendum'));
    assert.equal(refused(await coSign(imogen, [noteId], 0)), '409 added-meanwhile');
    assert.equal(refused(await giveBack(imogen, noteId, 0)), '409 added-meanwhile');
    must(await coSign(imogen, [noteId], 1));
  });

  test('of two who co-sign at the same moment one does, of a co-signature and an addendum both or the first', async (t) => {
    const stage = await openStage(t, 2);
    const { imogen, sam, noteIds: [first = '', second = ''] } = stage;
    const both = await Promise.all([coSign(imogen, [first]), coSign(imogen, [first]), giveBack(imogen, first)]);
    assert.equal(both.filter((reply) => reply.status === 200).length, 1);
    const [signing, adding] = await Promise.all([coSign(imogen, [second]), add(sam, second, 'addendum')]);
    assert.equal(adding.status, 200);
    assert.ok(signing.status === 200 || signing.body.refusal === 'added-meanwhile');
    const crossed = await openStage(t, 2);
    const turned = await Promise.all([coSign(crossed.imogen, crossed.noteIds), coSign(crossed.imogen, [...crossed.noteIds].reverse())]);
    assert.deepEqual(turned.map((reply) => reply.status).sort(), [200, 409], 'in crossed order too, and nobody waits for ever');
  });

  test('somebody else may not, until the one who was wanted can no more; the author never', async (t) => {
    const { house, clinic, imogen, noteIds: [first = '', second = ''] } = await openStage(t, 2);
    const director = await house.as(clinic, 'director');
    assert.equal(refused(await coSign(director, [first])), '422 waits-for-another');
    assert.deepEqual(must(await director('GET', `/boards/cosign?siteId=${clinic.siteId}`)).body.notes, []);
    const administrator = await house.as(clinic, 'administrator');
    must(await administrator('POST', `/staff/${clinic.staff.supervisor.staffId}/roles`, { version: 0, roles: ['counselor'] }));
    assert.equal(refused(await coSign(imogen, [first])), '403 not-your-role');
    const waiting = must(await director('GET', `/boards/cosign?siteId=${clinic.siteId}`)).body.notes;
    assert.deepEqual(waiting.map((note: { noteId: string; coSigner: { can: boolean } }) => [note.noteId, note.coSigner.can]), [[first, false], [second, false]]);
    assert.deepEqual((await board(director, clinic)).awaiting.map((row: { isMine: boolean; coSignerCan: boolean }) => [row.isMine, row.coSignerCan]), [[true, false]]);
    must(await coSign(director, [first]));
    must(await administrator('POST', `/staff/${clinic.staff.facilitator.staffId}/roles`, { version: 1, roles: ['facilitator', 'supervisor'] }));
    assert.equal(refused(await coSign(await house.as(clinic, 'facilitator'), [second])), '422 own-note');
  });

  test('another organization and another site see nothing of it', async (t) => {
    const { house, clinic, noteIds: [noteId = ''], imogen } = await openStage(t, 1);
    const there = await house.furnish('Fernhill Center');
    const stranger = await house.as(there, 'supervisor');
    for (const reply of [await coSign(stranger, [noteId]), await giveBack(stranger, noteId), await add(stranger, noteId, 'addendum'), await stranger('GET', `/notes/${noteId}`), await stranger('GET', `/boards/cosign?siteId=${clinic.siteId}`)]) {
      assert.equal(refused(reply), '404 not-found');
    }
    await house.inOrganization(clinic.orgId, (tx) => sql`update site_staff set ended_on = '2026-11-18', ended_at = now() where org_id = ${clinic.orgId} and staff_id = ${clinic.staff.supervisor.staffId}`.execute(tx));
    house.clock.advance(1);
    assert.equal(refused(await coSign(imogen, [noteId])), '404 not-found');
    assert.equal((await noteOf(await house.as(clinic, 'director'), noteId)).coSigner.can, false);
  });
});

describe('NOT-8 late entries and corrected minutes are said on the note', () => {
  test('signed three hours after it was due, with the hours that were in force on the day of the session', async (t) => {
    const house = await openHouse(t);
    const clinic = await house.furnish('Larkfield House');
    const sam = await house.as(clinic, 'facilitator');
    const sent = await groupReadyToSign(house, clinic, sam, 1);
    await house.inOrganization(clinic.orgId, (tx) => sql`insert into day_rules (org_id, id, rule, value, valid_from, source, is_verified, recorded_at)
      values (${clinic.orgId}, gen_random_uuid(), 'note-due-hours', 48, '2026-11-20', 'A source', false, now())`.execute(tx));
    house.clock.set(new Date(clinic.end.getTime() + 27 * 3_600_000));
    const late = await house.as(clinic, 'facilitator');
    const waiting = (await board(late, clinic)).unsigned;
    assert.deepEqual(waiting.map((row: { sessionId: string; notes: number; dueAt: string; isMine: boolean }) => [row.sessionId, row.notes, row.dueAt, row.isMine]),
      [[clinic.sessionId, 1, new Date(clinic.end.getTime() + 24 * 3_600_000).toISOString(), true]]);
    const noteId = must(await late('POST', pathOf.sign(clinic), sent)).body.notes[0].noteId;
    const note = await noteOf(late, noteId);
    assert.deepEqual([note.lateMinutes, note.dueHours, note.state], [180, 24, 'final']);
    assert.deepEqual((await board(late, clinic)).unsigned, []);
  });

  test('a correction stands beside the first minutes, and the newest counts', async (t) => {
    const { house, clinic, imogen, noteIds: [noteId = ''] } = await openStage(t, 1);
    await house.inOrganization(clinic.orgId, async (tx) => {
      for (const [minutes, reason] of [[50, 'Left early.'], [48, 'Came later.']] as const) {
        await sql`insert into note_addenda (org_id, id, note_id, kind, text, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
          values (${clinic.orgId}, gen_random_uuid(), ${noteId}, 'correction', ${reason}, 60, ${minutes}, ${minutes}, 'minutes-1', ${clinic.staff.facilitator.staffId}, 'Sam', 'LPC', ${house.clock.now()}::timestamptz + ${minutes === 50 ? 1 : 2} * interval '1 minute')`.execute(tx);
      }
    });
    const [after] = must(await imogen('GET', `/sessions/${clinic.sessionId}/after-signing`)).body.notes;
    assert.deepEqual([after.minutes.clinical, after.counting.clinical, after.addenda.map((one: { minutes: { clinical: number } }) => one.minutes.clinical)], [60, 48, [50, 48]]);
  });
});

describe('NOT-9 who co-signs for whom', () => {
  const read = async (ask: Ask, clinic: Organization) => must(await ask('GET', `/staff/${clinic.staff.facilitator.staffId}/supervisor`)).body;
  const rows = (answer: { rows: { supervisor: { name: string }; startsOn: string; endedOn: string | null }[] }) => answer.rows.map((row) => [row.supervisor.name, row.startsOn, row.endedOn]);

  test('a change holds for notes signed from its day on, is kept, and can be taken back', async (t) => {
    const { house, clinic, noteIds: [noteId = ''] } = await openStage(t, 1);
    const administrator = await house.as(clinic, 'administrator');
    assert.deepEqual((await read(administrator, clinic)).mayCoSign.map((one: { name: string }) => one.name), ['Sam director', 'Sam supervisor']);
    must(await supervise(administrator, clinic, 1, clinic.staff.director.staffId, '2026-11-23'));
    assert.deepEqual(rows(await read(administrator, clinic)), [['Sam director', '2026-11-23', null], ['Sam supervisor', '2026-11-19', '2026-11-22']]);
    assert.equal((await noteOf(await house.as(clinic, 'director'), noteId)).coSigner.name, 'Sam supervisor', 'a signed note keeps the one it was signed for');
    must(await supervise(administrator, clinic, 2, clinic.staff.supervisor.staffId, '2026-11-23'));
    assert.deepEqual(rows(await read(administrator, clinic)), [['Sam supervisor', '2026-11-19', null]], 'taken back');
    must(await supervise(administrator, clinic, 3, null, '2026-11-24'));
    assert.deepEqual(rows(await read(administrator, clinic)), [['Sam supervisor', '2026-11-19', '2026-11-23']]);
    must(await supervise(administrator, clinic, 4, null, '2026-11-24'));
    assert.equal((await read(administrator, clinic)).version, 4, 'saying it again changes nothing');
  });

  test('each refusal by its name', async (t) => {
    const { house, clinic } = await openStage(t, 1);
    const administrator = await house.as(clinic, 'administrator');
    const there = await house.furnish('Fernhill Center');
    assert.equal(refused(await supervise(administrator, clinic, 1, clinic.staff.counselor.staffId)), '422 may-not-co-sign');
    assert.equal(refused(await supervise(administrator, clinic, 1, clinic.staff.facilitator.staffId)), '422 supervises-self');
    assert.equal(refused(await supervise(administrator, clinic, 1, clinic.staff.director.staffId, '2026-11-18')), '422 supervision-past');
    assert.equal(refused(await supervise(administrator, clinic, 0, clinic.staff.director.staffId)), '409 changed-meanwhile');
    assert.equal(refused(await supervise(administrator, clinic, 1, there.staff.director.staffId)), '404 not-found');
    assert.equal(refused(await supervise(await house.as(there, 'administrator'), clinic, 1, there.staff.director.staffId)), '404 not-found');
    assert.equal(refused(await supervise(await house.as(clinic, 'supervisor'), clinic, 1, null)), '403 not-your-role');
  });

  test('of two who change it at the same moment the second is told', async (t) => {
    const { house, clinic } = await openStage(t, 1);
    const administrator = await house.as(clinic, 'administrator');
    const both = await Promise.all([clinic.staff.director.staffId, null].map((to) => supervise(administrator, clinic, 1, to, '2026-11-23')));
    assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 409]);
  });
});

describe('the list of what waits', () => {
  test('tells by session and author what is unsigned, awaited and returned, with the asker’s own marked, and no person', async (t) => {
    const { house, clinic, sam, imogen, noteIds } = await openStage(t, 3);
    await stampWhileItRuns(house, clinic, sam, clinic.people.slice(8, 10));
    must(await giveBack(imogen, noteIds[0] ?? ''));
    const mine = await board(sam, clinic);
    assert.deepEqual(mine.unsigned.map((row: { notes: number; author: { name: string }; isMine: boolean }) => [row.notes, row.author.name, row.isMine]), [[2, 'Sam facilitator', true]]);
    assert.deepEqual(mine.awaiting.map((row: { notes: number; coSigner: { name: string }; isMine: boolean }) => [row.notes, row.coSigner.name, row.isMine]), [[2, 'Sam supervisor', false]]);
    assert.deepEqual(mine.returned.map((row: { notes: number; isMine: boolean }) => [row.notes, row.isMine]), [[1, true]]);
    const hers = await board(imogen, clinic);
    assert.deepEqual([hers.unsigned[0].isMine, hers.awaiting[0].isMine, hers.returned[0].isMine], [false, true, false]);
    const bills = JSON.stringify(await board(await house.as(clinic, 'biller'), clinic));
    for (const person of clinic.people) assert.ok(!bills.includes(person.id));
    assert.ok(!/Named the hour|Say what/.test(bills), 'no text of a note');
    await house.inOrganization(clinic.orgId, (tx) => sql`update sessions set facilitator_id = null where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx));
    assert.equal((await board(sam, clinic)).unsigned[0].author, null, 'nobody leads');
    house.clock.advance(61 * 24 * 60);
    assert.deepEqual((await board(await house.as(clinic, 'facilitator'), clinic)).unsigned, [], 'after 60 days');
    assert.equal((await board(await house.as(clinic, 'facilitator'), clinic)).awaiting.length, 1, 'a co-signature waits without end');
  });

  test('the supervisor reads the notes that wait for her, oldest first, and every read is accounted for', async (t) => {
    const { house, clinic, imogen, noteIds } = await openStage(t, 3);
    must(await giveBack(imogen, noteIds[1] ?? ''));
    const waiting = must(await imogen('GET', `/boards/cosign?siteId=${clinic.siteId}`)).body;
    assert.deepEqual([waiting.notes.map((note: { noteId: string }) => note.noteId), waiting.more], [[noteIds[0], noteIds[2]], 0]);
    assert.deepEqual(waiting.notes[0].stays.length, 1);
    const client = new pg.Client(house.database.root);
    await client.connect();
    const { rows } = await client.query('select participant_ids as ids from accesses where contract = $1', ['notes.read-to-cosign']);
    await client.end();
    assert.deepEqual(rows.at(-1).ids.toSorted(), waiting.notes.map((note: { participantId: string }) => note.participantId).sort());
  });
});
