/** Seats in the database: ten of them, each for one person at a time, whoever comes first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../../../test/support/house.ts';
import { newId } from '../../platform/ids.ts';
import { lockSeat, insertEnrollments } from './index.ts';

test('seats in the database', async (t) => {
  const house = await openHouse(t);
  const { orgId, seriesId, people } = await house.furnish('Larkfield House', 13);
  const [first, second, ...others] = people;
  const [eleventh, twelfth, thirteenth] = others.slice(8);
  assert.ok(first !== undefined && second !== undefined && eleventh !== undefined && twelfth !== undefined && thirteenth !== undefined);
  const now = house.clock.now();
  type Somebody = { id: string; episodeId: string };
  const seat = (person: Somebody, seatNo: number, startsOn: string) => house.inOrganization(orgId, (tx) =>
    insertEnrollments(tx, orgId, [{ id: newId(now), seriesId, episodeId: person.episodeId, participantId: person.id, seatNo, startsOn }], now, null));
  const leave = (person: Somebody, endedOn: string) => house.inOrganization(orgId, (tx) =>
    sql`update enrollments set ended_on = ${endedOn} where org_id = ${orgId} and series_id = ${seriesId} and participant_id = ${person.id} and ended_on is null`.execute(tx));
  const seatOn = async (person: Somebody, date: string) => (await house.inOrganization(orgId, (tx) => lockSeat(tx, orgId, seriesId, person.id, date)))?.seatNo ?? null;

  await t.test('SCH-1 an eleventh finds no seat: every number from 1 to 10 is taken, and there is no other (W9)', async () => {
    for (const seatNo of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) await assert.rejects(seat(eleventh, seatNo, '2026-11-19'), { code: '23P01' }, `seat ${seatNo}`);
    for (const seatNo of [0, 11, -1]) await assert.rejects(seat(eleventh, seatNo, '2026-11-19'), { code: '23514' }, `seat ${seatNo}`);
  });

  await t.test('SCH-1 a seat is free from the day after its last, and of two who want it at the same time one gets it', async () => {
    await leave(first, '2026-11-20');
    await assert.rejects(seat(eleventh, 1, '2026-11-20'), { code: '23P01' });
    const wanted = await Promise.allSettled([seat(eleventh, 1, '2026-11-21'), seat(twelfth, 1, '2026-11-28'), seat(thirteenth, 1, '2026-12-05')]);
    assert.deepEqual(wanted.map((one) => one.status).sort(), ['fulfilled', 'rejected', 'rejected']);
  });

  await t.test('SCH-2 a person holds one seat in a group at a time', async () => {
    await leave(second, '2026-11-20');
    const third = others[0];
    assert.ok(third !== undefined);
    await assert.rejects(seat(third, 2, '2026-11-21'), { code: '23P01' });
    await seat(second, 2, '2026-11-21');
  });

  await t.test('SCH-3 a seat counts from its first day to its last, both included', async () => {
    const fourth = others[1];
    assert.ok(fourth !== undefined);
    await leave(fourth, '2026-11-25');
    assert.deepEqual([await seatOn(fourth, '2026-10-21'), await seatOn(fourth, '2026-10-22'), await seatOn(fourth, '2026-11-25'), await seatOn(fourth, '2026-11-26')], [null, 4, 4, null]);
  });

  await t.test('SCH-4 a seat given is a fact: its person, number and first day cannot be changed, only its end said', async () => {
    for (const change of [sql`seat_no = 9`, sql`starts_on = '2026-01-01'`, sql`participant_id = ${first.id}`]) {
      await assert.rejects(house.inOrganization(orgId, (tx) => sql`update enrollments set ${change} where org_id = ${orgId}`.execute(tx)), { code: '42501' });
    }
  });

  await t.test('SCH-1 a group of more than ten seats cannot be made', async () => {
    await assert.rejects(house.inOrganization(orgId, (tx) => sql`update series set capacity = 11 where org_id = ${orgId} and id = ${seriesId}`.execute(tx)), { code: '23514' });
  });
});
