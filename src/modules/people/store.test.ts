/** People in the database: one organization never sees another's, numbers are unique, and what has ended allows nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../../../test/support/house.ts';
import { newId, newSilentId } from '../../platform/ids.ts';
import { findOrganization, findStaffActor, insertParticipants, listNames, listParticipantsByNumber, listStaff } from './index.ts';
import type { NewParticipant } from './index.ts';

const person = (participantNumber: string, more: Partial<NewParticipant> = {}): NewParticipant => ({
  id: newSilentId(), participantNumber, legalGivenName: 'Juniper', legalFamilyName: 'Vale', chosenName: null, pronouns: null, birthDate: '1990-02-28', language: 'en', ...more,
});

test('people in the database', async (t) => {
  const house = await openHouse(t);
  const [larkfield, other] = [await house.furnish('Larkfield House', 3), await house.furnish('Other House', 3)];
  const now = house.clock.now();

  await t.test('PEO-4 one organization never sees another’s people, also when it knows their ids', async () => {
    const ids = [...larkfield.people, ...other.people].map((one) => one.id);
    const seen = await house.inOrganization(larkfield.orgId, (tx) => listNames(tx, larkfield.orgId, ids));
    assert.deepEqual(seen.map((one) => one.participantId).sort(), larkfield.people.map((one) => one.id).sort());
    assert.deepEqual(await house.inOrganization(larkfield.orgId, (tx) => listNames(tx, other.orgId, ids)), []);
    assert.equal(await house.inOrganization(larkfield.orgId, (tx) => findOrganization(tx, other.orgId)), null);
  });

  await t.test('PEO-4 one organization cannot write into another', async () => {
    await assert.rejects(house.inOrganization(larkfield.orgId, (tx) => insertParticipants(tx, other.orgId, [person('X-1')], now, null)), { code: '42501' });
  });

  await t.test('PEO-5 a participant number belongs to one person; a second insert of it writes nothing', async () => {
    const [first, again] = [person('P-100'), person('P-100', { legalGivenName: 'Somebody', legalFamilyName: 'Else' })];
    assert.equal(await house.inOrganization(larkfield.orgId, (tx) => insertParticipants(tx, larkfield.orgId, [first], now, null)), 1);
    assert.equal(await house.inOrganization(larkfield.orgId, (tx) => insertParticipants(tx, larkfield.orgId, [again, person('P-101')], now, null)), 1);
    const known = await house.inOrganization(larkfield.orgId, (tx) => listParticipantsByNumber(tx, larkfield.orgId, ['P-100', 'P-999']));
    assert.deepEqual(known, [first], 'the birth date is a civil date, not an instant');
  });

  await t.test('PEO-5 the same number in another organization is another person', async () => {
    assert.equal(await house.inOrganization(other.orgId, (tx) => insertParticipants(tx, other.orgId, [person('P-100')], now, null)), 1);
  });

  await t.test('PEO-5 somebody without any name is refused', async () => {
    await assert.rejects(house.inOrganization(larkfield.orgId, (tx) => insertParticipants(tx, larkfield.orgId, [person('P-102', { legalGivenName: ' ', legalFamilyName: '' })], now, null)), { code: '23514' });
  });

  await t.test('PEO-6 a role that has ended allows nothing, and whoever works here no more is nobody', async () => {
    const { staffId } = larkfield.staff.facilitator;
    const actor = () => house.inOrganization(larkfield.orgId, (tx) => findStaffActor(tx, larkfield.orgId, staffId, now));
    assert.deepEqual((await actor())?.roles, ['facilitator']);
    assert.ok((await actor())?.permissions.includes('note.sign'));
    await house.inOrganization(larkfield.orgId, (tx) => sql`update staff_roles set ended_at = ${now} where org_id = ${larkfield.orgId} and staff_id = ${staffId}`.execute(tx));
    assert.deepEqual((await actor())?.permissions, []);
    await house.inOrganization(larkfield.orgId, (tx) => sql`update staff set ended_at = ${now} where org_id = ${larkfield.orgId} and id = ${staffId}`.execute(tx));
    assert.equal(await actor(), null);
    const staff = await house.inOrganization(larkfield.orgId, (tx) => listStaff(tx, larkfield.orgId));
    assert.ok(staff.length > 0 && staff.every((one) => one.id !== staffId));
  });

  await t.test('PEO-6 a role is held once at a time', async () => {
    const { staffId } = larkfield.staff.counselor;
    await assert.rejects(house.inOrganization(larkfield.orgId, (tx) =>
      sql`insert into staff_roles (org_id, id, staff_id, role, granted_at) values (${larkfield.orgId}, ${newId(now)}, ${staffId}, 'counselor', ${now})`.execute(tx)), { code: '23505' });
  });
});
