/** Where and when relatives may be written down, what becomes of a permission with its contact, and a family that comes without the person. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { addMinutes } from '../../src/values/minutes.ts';
import { draft, pathOf, stampIn } from '../support/day.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import { add, outcome, who } from './session-day-stage.ts';
import { came, contactOf, end, idOf, listed, must, openFamily, permit } from './supporters-stage.ts';

const endContact = async (stage: GroupStage, contactId: string, ends: boolean, ask = stage.ask) => await must(ask('POST', `/people/${idOf(stage, 1)}/contacts/${contactId}/end`, { ends }));
const visitorsOf = async (stage: GroupStage, sessionId: string) => await must(stage.ask('GET', `/sessions/${sessionId}/people/${idOf(stage, 1)}/visitors`));
const signEmpty = (sessionId: string) => [`/sessions/${sessionId}/sign`, { sharedVersion: 0, people: [] }] as const;

/** A family hour at the time of the group, with person 1 alone on the list. */
async function openHour(t: { after(work: () => Promise<void>): void }, sessionType = 'family') {
  const family = await openFamily(t, { sessionTypes: ['family', 'couple', 'individual', 'group'] });
  const { stage } = family;
  const free = await must(stage.ask('POST', `/sessions/${stage.clinic.sessionId}/people/${idOf(stage, 1)}/absence`, { reason: 'appointment', excused: true, detail: '' }).then(async () =>
    await add(stage, { sessionType, name: 'Hour', capacity: sessionType === 'individual' ? 1 : 2, startsAtLocal: '13:00', participantIds: who(stage, 1) })));
  const startsAt = addMinutes(stage.clinic.start, 170);
  stage.house.clock.set(startsAt);
  return { ...family, sessionId: free.sessionId as string, startsAt };
}

const absenceIn = (stage: GroupStage, sessionId: string) => stage.house.inOrganization(stage.clinic.orgId, async (tx) => (await sql<object>`
  select absence_reason as reason, excused, absence_detail as detail from attendances where org_id = ${stage.clinic.orgId} and session_id = ${sessionId} and superseded_at is null`.execute(tx)).rows);
const callsFor = (stage: GroupStage, sessionId: string) => stage.house.inOrganization(stage.clinic.orgId, async (tx) =>
  (await sql`select 1 from tasks where org_id = ${stage.clinic.orgId} and session_id = ${sessionId} and kind = 'outreach'`.execute(tx)).rows.length);

describe('ATT-33 a family that comes without the person', () => {
  for (const sessionType of ['family', 'couple']) {
    test(`${sessionType}: closing writes an excused absence and nobody has to call; there are no hours`, async (t) => {
      const { stage, contactId, sessionId } = await openHour(t, sessionType);
      await must(came(stage, 1, contactId, sessionId));
      stage.house.clock.advance(55);
      const closed = await must(stage.ask('POST', ...signEmpty(sessionId)));
      assert.deepEqual([closed.absences, closed.tasks, closed.notes], [[idOf(stage, 1)], 0, []]);
      assert.deepEqual(await absenceIn(stage, sessionId), [{ reason: 'other', excused: true, detail: '' }]);
      assert.equal(await callsFor(stage, sessionId), 0);
      assert.doesNotMatch(JSON.stringify(await must(stage.ask('GET', pathOf.hours({ id: idOf(stage, 1) })))), /"clinical":[1-9]/);
      const { hasCome, isOver, isOpen } = await visitorsOf(stage, sessionId);
      assert.deepEqual([hasCome, isOver, isOpen], [false, true, true]);
    });
  }

  test('where nobody of the family came either, the absence is not excused and somebody calls', async (t) => {
    const { stage, sessionId, contactId } = await openHour(t);
    const { visitId } = await must(came(stage, 1, contactId, sessionId));
    await must(stage.ask('POST', `/visits/${visitId}/take-back`));
    stage.house.clock.advance(55);
    const closed = await must(stage.ask('POST', ...signEmpty(sessionId)));
    assert.equal(closed.tasks, 1);
    assert.deepEqual(await absenceIn(stage, sessionId), [{ reason: 'unknown', excused: false, detail: '' }]);
    assert.equal(await callsFor(stage, sessionId), 1);
  });

  test('in a group and an individual hour nobody sits in before the person has come; afterwards they may', async (t) => {
    const { stage, contactId, sessionId } = await openHour(t, 'individual');
    assert.equal(outcome(await came(stage, 1, contactId, sessionId)), '422 person-not-come');
    assert.deepEqual([(await visitorsOf(stage, sessionId)).waits, (await visitorsOf(stage, sessionId)).isOpen], [true, true]);
    await must(stage.ask('POST', `/sessions/${sessionId}/people/${idOf(stage, 1)}/arrival`, {}));
    assert.equal(outcome(await came(stage, 1, contactId, sessionId)), '200');
    stage.house.clock.set(stage.clinic.start);
    assert.equal(outcome(await came(stage, 1, contactId)), '422 person-not-come', 'recorded absent from the group');
  });

  test('a person recorded absent after somebody sat in with them in a group stays absent and not excused', async (t) => {
    const { stage, contactId } = await openFamily(t);
    const { house, clinic, ask } = stage;
    house.clock.set(clinic.start);
    await stampIn(ask, clinic, clinic.people.slice(0, 2));
    await must(came(stage, 1, contactId));
    await must(ask('POST', pathOf.takeBack(clinic, { id: idOf(stage, 1) }), {}));
    house.clock.set(addMinutes(clinic.end, 1));
    const facilitator = await house.as(clinic, 'facilitator');
    await must(facilitator('POST', pathOf.sign(clinic), await draft(facilitator, clinic, clinic.people.slice(0, 1))));
    const person = (await must(ask('GET', pathOf.today(clinic)))).sessions[0].people.find((one: { participantId: string }) => one.participantId === idOf(stage, 1));
    assert.deepEqual([person.standing, person.visitors.length], ['absent', 1]);
  });
});

describe('limits of a visit', () => {
  test('W20 of somebody who left more than 90 days ago the desk is told nothing, and writes and takes back nothing', async (t) => {
    const { stage, contactId } = await openFamily(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(1, 2));
    const { visitId } = await must(came(stage, 1, contactId));
    // The program itself may not rewrite when somebody was admitted.
    const leave = async (lastDay: string) => {
      const client = new pg.Client(house.database.root);
      await client.connect();
      await client.query("update episodes set admitted_on = '2026-06-01', ended_on = $1 where participant_id = $2", [lastDay, idOf(stage, 1)]);
      await client.end();
    };
    const desk = await house.as(clinic, 'front-desk');
    const all = async () => [
      outcome(await desk('GET', `/sessions/${clinic.sessionId}/people/${idOf(stage, 1)}/visitors`)), outcome(await desk('POST', `/sessions/${clinic.sessionId}/people/${idOf(stage, 1)}/visits`, { contactId })),
      outcome(await desk('POST', `/visits/${visitId}/take-back`)),
    ];
    await leave('2026-08-20');
    assert.deepEqual(await all(), ['404 not-found', '404 not-found', '404 not-found']);
    await leave('2026-08-21');
    assert.deepEqual(await all(), ['200', '200', '200']);
  });

  test('ATT-30 is written down until the seventh day after the session is over, and not on the eighth', async (t) => {
    const { stage, contactId } = await openFamily(t);
    const { house, clinic } = stage;
    const tomas = await contactOf(stage, 1, 'Tomas Vale');
    await must(permit(stage, 1, tomas));
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(1, 2));
    house.clock.set(new Date('2026-11-27T05:59:59Z'));
    stage.ask = await house.as(clinic, 'supervisor');
    assert.equal(outcome(await came(stage, 1, contactId)), '200');
    house.clock.set(new Date('2026-11-27T06:00:00Z'));
    assert.equal(outcome(await came(stage, 1, tomas)), '422 visit-long-ago');
    assert.equal(outcome(await came(stage, 1, contactId)), '200', 'said twice it is the same');
    const { isOpen, isLongAgo } = await visitorsOf(stage, clinic.sessionId);
    assert.deepEqual([isOpen, isLongAgo], [false, true]);
  });

  test('PEO-32 a permission taken back after the session began does not hide who sat in there, and holds for no later one', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t);
    const { house, clinic } = stage;
    house.clock.set(clinic.start);
    await stampIn(stage.ask, clinic, clinic.people.slice(1, 2));
    house.clock.set(addMinutes(clinic.start, 61));
    await must(end(stage, 1, contactId, permissionId));
    assert.equal((await visitorsOf(stage, clinic.sessionId)).visitors[0].mayCome, true);
    assert.equal(outcome(await came(stage, 1, contactId)), '200');
    const later = (await must(add(stage, { sessionType: 'family', capacity: 2, startsAtLocal: '14:00', participantIds: who(stage, 1) }))).sessionId as string;
    house.clock.set(addMinutes(clinic.start, 4 * 60));
    assert.equal(outcome(await came(stage, 1, contactId, later)), '422 not-permitted');
  });

  test('PEO-30 a permission is not dated before the birth of the person nor more than five years back', async (t) => {
    const { stage } = await openFamily(t);
    const other = await contactOf(stage, 1, 'Tomas Vale');
    assert.equal(outcome(await permit(stage, 1, other, { givenOn: '2021-11-18' })), '422 given-long-ago');
    await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`update participants set birth_date = '2022-01-01' where org_id = ${stage.clinic.orgId} and id = ${idOf(stage, 1)}`.execute(tx));
    assert.equal(outcome(await permit(stage, 1, other, { givenOn: '2021-12-31' })), '422 given-before-birth');
    assert.equal(outcome(await permit(stage, 1, other, { givenOn: '2022-01-01' })), '200');
  });
});

describe('PEO-33 a contact that is taken off the list', () => {
  test('loses its permission in the same act, by whoever does it; brought back, it has none', async (t) => {
    const { stage, contactId, permissionId } = await openFamily(t);
    const desk = await stage.house.as(stage.clinic, 'front-desk');
    assert.equal((await endContact(stage, contactId, true)).permissionsEnded, 1);
    assert.equal((await endContact(stage, contactId, true)).permissionsEnded, 0);
    assert.equal(outcome(await end(stage, 1, contactId, permissionId, false)), '409 off-the-list');
    assert.equal((await endContact(stage, contactId, false, desk)).permissionsEnded, 0);
    const { permission, takenBack } = await listed(stage, 1, contactId);
    assert.deepEqual([permission, takenBack.permissionId], [null, permissionId]);
    stage.house.clock.set(stage.clinic.start);
    await stampIn(stage.ask, stage.clinic, stage.clinic.people.slice(1, 2));
    assert.equal(outcome(await came(stage, 1, contactId)), '422 not-permitted');
    const rows = await stage.house.inOrganization(stage.clinic.orgId, async (tx) => (await sql<{ about: string; ended: boolean; by: string }>`
      select about, (became ->> 'ended')::boolean as ended, recorded_by as by from changes where org_id = ${stage.clinic.orgId} and row_id = any(${[contactId, permissionId]}::uuid[]) order by recorded_at, about`.execute(tx)).rows);
    const { supervisor, 'front-desk': frontDesk } = stage.clinic.staff;
    assert.deepEqual(rows.map(({ about, ended, by }) => [about, ended, by]).sort(), [
      ['participant_contacts', false, frontDesk.staffId], ['participant_contacts', true, supervisor.staffId], ['supporter_permissions', true, supervisor.staffId],
    ]);
    assert.equal(outcome(await end(stage, 1, contactId, permissionId, false)), '200', 'whoever may permit may bring it back');
  });
});
