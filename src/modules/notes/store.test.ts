/** Notes in the database: a draft is never saved over unseen, a note is signed once and never changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../../../test/support/house.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { insertAttendance } from '../attendance/index.ts';
import type { ParticipantId } from '../people/words.ts';
import type { NoteToFreeze } from './store.ts';
import { deletePersonDrafts, findSharedDraft, insertNotes, isSigned, listPersonDrafts, listSignedNotes, savePersonPart, saveSharedPart } from './store.ts';
import { EMPTY_PERSON, EMPTY_SHARED } from './words.ts';

test('notes in the database', async (t) => {
  const house = await openHouse(t);
  const { orgId, sessionId, programId, people: [one, two], staff } = await house.furnish('Larkfield House', 2);
  assert.ok(one !== undefined && two !== undefined);
  const now = house.clock.now();
  const by = staff.facilitator.staffId;
  const within = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => house.inOrganization(orgId, work);
  const saveShared = (topic: string, version: number) => within((tx) => saveSharedPart(tx, orgId, { sessionId, part: { ...EMPTY_SHARED, topic }, version, at: now, by }));
  const saveOne = (ownSentence: string, version: number, participantId = one.id) => within((tx) => savePersonPart(tx, orgId, { sessionId, participantId, part: { ...EMPTY_PERSON, ownSentence }, version, at: now, by }));
  const noteFor = async (participantId: string, sentence: string): Promise<NoteToFreeze> => {
    const { rows } = await within((tx) => sql<{ id: string }>`select id from attendances where org_id = ${orgId} and participant_id = ${participantId}`.execute(tx));
    return {
      id: newId(now), participantId: participantId as ParticipantId, attendanceId: rows[0]?.id ?? '', shared: { ...EMPTY_SHARED, topic: 'Triggers' },
      part: { chips: ['took-part', 'quiet'], ownSentence: sentence, craving: 3, practice: '', objectiveId: null }, minutes: { scheduled: 60, attended: 55, clinical: 50 },
      similarity: 41, similarToId: one.id, dangerTaskId: null, objectiveSaid: null, supporters: [],
    };
  };
  const sign = (notes: readonly NoteToFreeze[]) => within((tx) =>
    insertNotes(tx, orgId, { sessionId, author: { id: by, name: 'Sam facilitator', credential: 'LPC' }, cosignBy: null, minutesRule: 'minutes-1', at: now }, notes));
  for (const [index, person] of [one, two].entries()) {
    await within((tx) => insertAttendance(tx, orgId, { id: newId(now), sessionId, participantId: person.id, enrollmentId: null, programId, level: 'iop', seatNo: index + 1, at: now, by }));
  }

  await t.test('NOT-4 a draft is saved only over the version that was seen; otherwise nothing is written', async () => {
    for (const save of [saveShared, saveOne]) {
      assert.equal(await save('first', 0), 1);
      assert.equal(await save('second', 1), 2);
      assert.equal(await save('from an older screen', 1), null);
      assert.equal(await save('from a screen that saw nothing', 0), null);
      assert.equal(await save('from a screen of the future', 3), null);
    }
    const shared = await within((tx) => findSharedDraft(tx, orgId, sessionId));
    assert.deepEqual([shared?.part.topic, shared?.version, shared?.savedBy], ['second', 2, 'Sam facilitator']);
    const [draft] = await within((tx) => listPersonDrafts(tx, orgId, sessionId));
    assert.deepEqual([draft?.part.ownSentence, draft?.version], ['second', 2]);
  });

  await t.test('NOT-4 a version that was never saved cannot be saved over', async () => {
    assert.equal(await saveOne('out of nowhere', 1, two.id), null);
    assert.equal((await within((tx) => listPersonDrafts(tx, orgId, sessionId))).length, 1);
  });

  await t.test('NOT-4 of two who save over one version at the same time one is told', async () => {
    const both = await Promise.all([saveOne('one', 2), saveOne('other', 2)]);
    assert.deepEqual(both.map((version) => version ?? 'told').sort(), [3, 'told']);
  });

  await t.test('NOT-3 a note is signed once for a person and session, and nobody’s goes through with one refused', async () => {
    await sign([await noteFor(one.id, 'Named two triggers.')]);
    await assert.rejects(sign([await noteFor(two.id, 'Listened.'), await noteFor(one.id, 'Again.')]), { code: '23505' });
    const notes = await within((tx) => listSignedNotes(tx, orgId, sessionId));
    assert.deepEqual(notes.map((note) => [note.participantId, note.ownSentence]), [[one.id, 'Named two triggers.']]);
    assert.deepEqual(await within(async (tx) => [await isSigned(tx, orgId, sessionId, one.id), await isSigned(tx, orgId, sessionId, two.id)]), [true, false]);
  });

  await t.test('NOT-2 a signed note carries the minutes, the version of their rule, and author and credential as they stood', async () => {
    const [note] = await within((tx) => listSignedNotes(tx, orgId, sessionId));
    assert.deepEqual([note?.scheduled, note?.attended, note?.clinical, note?.minutesRule, note?.authorName, note?.authorCredential], [60, 55, 50, 'minutes-1', 'Sam facilitator', 'LPC']);
    assert.deepEqual([note?.signedAt, note?.chips, note?.craving, note?.shared.topic], [now, ['took-part', 'quiet'], 3, 'Triggers']);
  });

  await t.test('NOT-3 a signed note can be neither changed nor deleted', async () => {
    await assert.rejects(within((tx) => sql`update notes set own_sentence = 'other' where org_id = ${orgId}`.execute(tx)), { code: '42501' });
    await assert.rejects(within((tx) => sql`delete from notes where org_id = ${orgId}`.execute(tx)), { code: '42501' });
  });

  await t.test('NOT-1 a note without a sentence, or with more clinical than attended minutes, is refused by the table as well', async () => {
    const note = await noteFor(two.id, 'Listened.');
    await assert.rejects(sign([{ ...note, part: { ...note.part, ownSentence: ' ' } }]), { code: '23514' });
    await assert.rejects(sign([{ ...note, minutes: { scheduled: 60, attended: 50, clinical: 55 } }]), { code: '23514' });
  });

  await t.test('NOT-4 after signing only the drafts of those who were signed are gone', async () => {
    await saveOne('still to be signed', 0, two.id);
    await within((tx) => deletePersonDrafts(tx, orgId, sessionId, [one.id]));
    assert.deepEqual((await within((tx) => listPersonDrafts(tx, orgId, sessionId))).map((draft) => draft.participantId), [two.id]);
    assert.ok((await within((tx) => findSharedDraft(tx, orgId, sessionId))) !== null);
  });
});
