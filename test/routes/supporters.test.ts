/** Relatives over HTTP: who may sit in, by whose permission, that they take no seat, and what the note says of them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { addMinutes } from '../../src/values/minutes.ts';
import { draft, pathOf, stampIn } from '../support/day.ts';
import { openGroupStage } from '../support/groups-stage.ts';
import { add, outcome, who } from './session-day-stage.ts';
import { ALLOWED, came, contactOf, end, idOf, listed, must, openFamily, permit, roomOf, visitsIn } from './supporters-stage.ts';

describe('a permission to attend', () => {
  test('PEO-30 is written down with kinds, day, way and words; whoever works at the desk sees that it holds, and not what was said', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t, { lastDay: '2026-12-24' });
    const { permission, takenBack, visits } = await listed(stage, 1, contactId);
    assert.deepEqual([permission, takenBack, visits],
      [{ permissionId, ...ALLOWED, lastDay: '2026-12-24', writtenBy: 'Sam supervisor', endedAt: null, hasRunOut: false }, null, 0]);
    const desk = await stage.house.as(stage.clinic, 'front-desk');
    const seen = (await must(desk('GET', `/people/${idOf(stage, 1)}/supporters`))).contacts[0].permission;
    assert.deepEqual([seen.sessionTypes, seen.detail], [['group', 'family'], null]);
    assert.equal(outcome(await desk('POST', `/people/${idOf(stage, 1)}/contacts/${contactId}/permission`, ALLOWED)), '403 not-your-role');
  });

  test('PEO-30 is one at a time, of a day that has come, for a contact that is on the list', async (t) => {
    const { stage, contactId } = await openFamily(t);
    assert.equal(outcome(await permit(stage, 1, contactId)), '409 permitted-already');
    const other = await contactOf(stage, 1, 'Tomas Vale', 'emergency');
    assert.equal(outcome(await permit(stage, 1, other, { givenOn: '2026-11-20' })), '422 given-ahead');
    await must(stage.ask('POST', `/people/${idOf(stage, 1)}/contacts/${other}/end`, { ends: true }));
    assert.equal(outcome(await permit(stage, 1, other)), '409 off-the-list');
    for (const [person, contact] of [[2, contactId], [1, randomUUID()], [1, idOf(stage, 1)]] as const) assert.equal(outcome(await permit(stage, person, contact)), '404 not-found');
  });

  test('PEO-30 two who write it down at once: one does', async (t) => {
    const stage = await openGroupStage(t);
    const contactId = await contactOf(stage, 1);
    const got = await Promise.all([permit(stage, 1, contactId), permit(stage, 1, contactId, { sessionTypes: ['couple'] })]);
    assert.deepEqual(got.map(outcome).sort(), ['200', '409 permitted-already']);
  });

  test('PEO-32 is taken back and brought back, with a trace of both, unless another was given meanwhile', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t);
    assert.equal(outcome(await end(stage, 1, contactId, permissionId)), '200');
    const ended = await listed(stage, 1, contactId);
    assert.deepEqual([ended.permission, ended.takenBack.permissionId, ended.takenBack.endedAt], [null, permissionId, stage.house.clock.now().toISOString()]);
    assert.equal(outcome(await end(stage, 1, contactId, permissionId, false)), '200');
    assert.equal((await listed(stage, 1, contactId)).permission.permissionId, permissionId);
    await must(end(stage, 1, contactId, permissionId));
    await must(permit(stage, 1, contactId, { sessionTypes: ['couple'] }));
    assert.equal(outcome(await end(stage, 1, contactId, permissionId, false)), '409 permitted-already');
    const traces = await stage.house.inOrganization(stage.clinic.orgId, async (tx) => (await sql`select 1 from changes where org_id = ${stage.clinic.orgId} and row_id = ${permissionId}`.execute(tx)).rows.length);
    assert.equal(traces, 3);
  });

  test('ending asks for the right person, contact and permission', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t);
    const other = await contactOf(stage, 1, 'Tomas Vale');
    const elsewhere = await stage.house.furnish('Other House', 1);
    for (const reply of [end(stage, 2, contactId, permissionId), end(stage, 1, other, permissionId), end(stage, 1, contactId, randomUUID())]) assert.equal(outcome(await reply), '404 not-found');
    const stranger = await stage.house.as(elsewhere, 'supervisor');
    assert.equal(outcome(await stranger('POST', `/people/${idOf(stage, 1)}/contacts/${contactId}/permission/${permissionId}/end`, { ends: true })), '404 not-found');
    assert.equal(outcome(await stranger('GET', `/people/${idOf(stage, 1)}/supporters`)), '404 not-found');
  });

  test('PEO-30 one whose last day is over makes room for the next', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t, { givenOn: '2026-11-01', lastDay: '2026-11-10' });
    assert.equal((await listed(stage, 1, contactId)).permission.hasRunOut, true);
    const next = (await must(permit(stage, 1, contactId))).permissionId as string;
    assert.equal((await listed(stage, 1, contactId)).permission.permissionId, next);
    assert.equal(outcome(await end(stage, 1, contactId, permissionId, false)), '409 permitted-already');
  });
});

describe('a visit', () => {
  test('ATT-30 stands on the board of the day, in the room and beside whoever may come; said twice, or by two at once, it is one', async (t) => {
    const { stage, contactId } = await openFamily(t);
    stage.house.clock.set(stage.clinic.start);
    await stampIn(stage.ask, stage.clinic, stage.clinic.people.slice(1, 2));
    const [one, two] = await Promise.all([must(came(stage, 1, contactId)), must(came(stage, 1, contactId))]);
    assert.equal(one.visitId, two.visitId);
    assert.equal((await must(came(stage, 1, contactId))).visitId, one.visitId);
    const board = await must(stage.ask('GET', pathOf.today(stage.clinic)));
    const shown = [{ name: 'Elena Vale', relation: 'Sister' }];
    for (const people of [board.sessions[0].people, (await roomOf(stage)).people]) assert.deepEqual(people.map((person: { visitors: unknown[] }) => person.visitors.length > 0 ? person.visitors : 0).filter(Boolean), [shown]);
    const { visitors, ...about } = await must(stage.ask('GET', `/sessions/${stage.clinic.sessionId}/people/${idOf(stage, 1)}/visitors`));
    assert.deepEqual([about.isOpen, about.takesVisitors, about.isSigned, about.hasCome, about.isOver, about.waits, about.isLongAgo, about.startsAt], [true, true, false, true, false, false, false, stage.clinic.start.toISOString()]);
    assert.deepEqual(visitors, [{ contactId, name: 'Elena Vale', relation: 'Sister', mayCome: true, allowed: ['group', 'family'], visit: { visitId: one.visitId, at: stage.house.clock.now().toISOString() } }]);
    assert.equal((await listed(stage, 1, contactId)).visits, 1);
  });

  test('ATT-30 without a recorded permission nobody sits in: none at all, for another kind, of another day, of a contact off the list, of somebody else', async (t) => {
    const { stage, contactId } = await openFamily(t, { sessionTypes: ['family'] });
    const [none, ahead, off, someoneElse] = [await contactOf(stage, 1, 'Tomas Vale'), await contactOf(stage, 1, 'Ida Vale'), await contactOf(stage, 1, 'Rosa Vale'), await contactOf(stage, 2)];
    await must(permit(stage, 1, ahead, { givenOn: '2026-11-01', lastDay: '2026-11-18' }));
    await must(permit(stage, 1, off));
    await must(stage.ask('POST', `/people/${idOf(stage, 1)}/contacts/${off}/end`, { ends: true }));
    await must(permit(stage, 2, someoneElse));
    const replies = [];
    for (const contact of [contactId, none, ahead, off, someoneElse, randomUUID()]) replies.push(await came(stage, 1, contact));
    assert.deepEqual(replies.map(outcome), Array<string>(6).fill('422 not-permitted'));
    assert.equal(new Set(replies.map((reply) => JSON.stringify(reply.body))).size, 1, 'an absent contact and a known one read alike');
    assert.deepEqual(await visitsIn(stage), []);
    const { visitors } = await must(stage.ask('GET', `/sessions/${stage.clinic.sessionId}/people/${idOf(stage, 1)}/visitors`));
    assert.deepEqual(visitors.map((one: { name: string; mayCome: boolean; allowed: string[] }) => [one.name, one.mayCome, one.allowed]), [['Elena Vale', false, ['family']], ['Tomas Vale', false, []], ['Ida Vale', false, []]]);
  });

  test('ATT-30 is refused before arrivals open, where the person does not belong, in a medication visit, when canceled, and for another organization', async (t) => {
    const { stage, contactId } = await openFamily(t);
    const { house, clinic } = stage;
    await must(permit(stage, 11, await contactOf(stage, 11)));
    assert.equal(outcome(await came(stage, 11, await contactOf(stage, 11, 'Ida Vale'))), '422 not-on-roster');
    const medication = (await must(add(stage, { sessionType: 'medication-visit', startsAtLocal: '10:30', participantIds: who(stage, 11) }))).sessionId as string;
    assert.equal(outcome(await came(stage, 11, contactId, medication)), '422 no-visitors-here');
    const stranger = await house.as(await house.furnish('Other House', 1), 'supervisor');
    assert.equal(outcome(await stranger('POST', `/sessions/${clinic.sessionId}/people/${idOf(stage, 1)}/visits`, { contactId })), '404 not-found');
    house.clock.set(addMinutes(clinic.start, -61));
    assert.equal(outcome(await came(stage, 1, contactId)), '422 too-early-to-stamp');
    house.clock.set(clinic.start);
    await must(stage.ask('POST', `/sessions/${clinic.sessionId}/cancel`, { reason: 'Snow' }));
    assert.equal(outcome(await came(stage, 1, contactId)), '409 session-canceled');
  });

  test('ATT-31 relatives take no seat and no minutes: ten participants and six relatives, the cap is untouched', async (t) => {
    const stage = await openGroupStage(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(0, 9));
    const before = await must(stage.ask('GET', pathOf.today(clinic)));
    for (const person of [0, 1, 2, 3, 4, 5]) {
      const contactId = await contactOf(stage, person, `Relative ${person}`);
      await must(permit(stage, person, contactId));
      await must(came(stage, person, contactId));
    }
    const after = await must(stage.ask('GET', pathOf.today(clinic)));
    assert.deepEqual([after.sessions[0].seatsFree, after.sessions[0].people.length], [before.sessions[0].seatsFree, before.sessions[0].people.length]);
    await stampIn(stage.ask, clinic, clinic.people.slice(9, 10));
    const walkIn = await stage.ask('POST', `/sessions/${clinic.sessionId}/walk-ins`, { participantId: idOf(stage, 12), giveAwaySeatOf: null, overCapReason: null });
    assert.equal(outcome(walkIn), '409 session-full');
    assert.equal((await visitsIn(stage)).length, 6);
  });

  test('ATT-32 is taken back until the note is signed; the note keeps who sat in, whatever becomes of the contact', async (t) => {
    const { stage, contactId } = await openFamily(t);
    const { house, clinic } = stage;
    const facilitator = await house.as(clinic, 'facilitator');
    house.clock.set(clinic.start);
    await stampIn(facilitator, clinic, clinic.people.slice(1, 3));
    const { visitId } = await must(came(stage, 1, contactId));
    assert.equal(outcome(await stage.ask('POST', `/visits/${visitId}/take-back`)), '200');
    assert.equal(outcome(await stage.ask('POST', `/visits/${visitId}/take-back`)), '200');
    const again = (await must(came(stage, 1, contactId))).visitId as string;
    const tomas = await contactOf(stage, 1, 'Tomas Vale');
    await must(permit(stage, 1, tomas));
    house.clock.set(addMinutes(clinic.end, 1));
    const { notes } = await must(facilitator('POST', pathOf.sign(clinic), await draft(facilitator, clinic, clinic.people.slice(1, 3))));
    assert.equal(outcome(await stage.ask('POST', `/visits/${again}/take-back`)), '409 visit-signed');
    assert.equal(outcome(await came(stage, 1, tomas)), '409 visit-signed');
    await must(stage.ask('POST', `/people/${idOf(stage, 1)}/contacts/${contactId}/end`, { ends: true }));
    const frozen = (await roomOf(stage)).people.map((person: { note: { supporters: unknown } | null }) => person.note?.supporters ?? null).filter(Boolean);
    assert.deepEqual(frozen, [[{ name: 'Elena Vale', relation: 'Sister' }], []]);
    const noteOf = (person: number) => notes.find((note: { participantId: string }) => note.participantId === idOf(stage, person)).noteId as string;
    assert.deepEqual((await must(stage.ask('GET', `/notes/${noteOf(1)}`))).note.supporters, [{ name: 'Elena Vale', relation: 'Sister' }]);
    assert.deepEqual(await visitsIn(stage), [{ name: 'Elena Vale', counts: false }, { name: 'Elena Vale', counts: true }]);
    const stranger = await house.as(await house.furnish('Other House', 1), 'supervisor');
    for (const id of [again, randomUUID()]) assert.equal(outcome(await stranger('POST', `/visits/${id}/take-back`)), '404 not-found');
  });

  test('PEO-32 what is taken back holds for no session that begins later; who sat in before stays', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(1, 2));
    await must(came(stage, 1, contactId));
    await must(end(stage, 1, contactId, permissionId));
    assert.equal((await visitsIn(stage)).length, 1);
    const later = (await must(add(stage, { sessionType: 'family', capacity: 2, startsAtLocal: '14:00', participantIds: who(stage, 1) }))).sessionId as string;
    house.clock.set(addMinutes(clinic.start, 4 * 60));
    assert.equal(outcome(await came(stage, 1, contactId, later)), '422 not-permitted');
  });

  test('PEO-32 taken back and coming at the same moment: the visit is before, or there is none', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t);
    const [ended, visit] = await Promise.all([end(stage, 1, contactId, permissionId), came(stage, 1, contactId)]);
    assert.equal(outcome(ended), '200');
    assert.ok(['200', '422 not-permitted'].includes(outcome(visit)));
    assert.equal((await visitsIn(stage)).length, outcome(visit) === '200' ? 1 : 0);
  });

  test('ATT-31 the second chair of a couple is a partner who is a participant, or one who is none', async (t) => {
    const { stage, contactId } = await openFamily(t, { sessionTypes: ['couple'] });
    assert.equal(outcome(await add(stage, { sessionType: 'couple', capacity: 3, startsAtLocal: '13:00' })), '400 malformed');
    const couple = (await must(add(stage, { sessionType: 'couple', capacity: 2, startsAtLocal: '13:00', participantIds: who(stage, 1) }))).sessionId as string;
    stage.house.clock.set(addMinutes(stage.clinic.start, 3 * 60));
    assert.equal(outcome(await came(stage, 1, contactId, couple)), '200');
  });
});
