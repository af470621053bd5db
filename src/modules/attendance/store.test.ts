/** Attendance in the database: one row a person, one open stay, one person a seat, and nothing is rubbed out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../../../test/support/house.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { addMinutes } from '../../values/minutes.ts';
import { endStay, findLastStamp, insertAttendance, insertStay, listStays, lockAttendance, takeBack } from './store.ts';

test('attendance in the database', async (t) => {
  const house = await openHouse(t);
  const { orgId, sessionId, programId, start, people: [one, two, three], staff } = await house.furnish('Larkfield House', 3);
  assert.ok(one !== undefined && two !== undefined && three !== undefined);
  const now = house.clock.now();
  const by = staff.facilitator.staffId;
  const within = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => house.inOrganization(orgId, work);
  const enter = async (participantId: string, seatNo: number | null) => {
    const id = newId(now);
    await within((tx) => insertAttendance(tx, orgId, { id, sessionId, participantId, enrollmentId: null, programId, level: 'iop', seatNo, at: now, by }));
    return id;
  };
  const arrive = async (attendanceId: string, arrivedAt: Date, at = arrivedAt) => {
    const id = newId(at);
    await within((tx) => insertStay(tx, orgId, { id, attendanceId, arrivedAt, leftAt: null, at, by }));
    return id;
  };
  const leave = (id: string, endedAt: Date, at = endedAt) => within((tx) => endStay(tx, orgId, { id, endedAt, at, by }));
  const undo = (attendanceId: string, at: Date) => within(async (tx) => {
    const last = await findLastStamp(tx, orgId, attendanceId);
    assert.ok(last !== null);
    await takeBack(tx, orgId, last, { id: newId(at), at, by });
    return last.kind;
  });
  const staysOf = async (participantId: string) => (await within((tx) => listStays(tx, orgId, sessionId))).find((person) => person.participantId === participantId)?.stays;
  const attendanceId = await enter(one.id, 1);

  await t.test('ATT-9 a person has one attendance in a session that counts, and a seat one person', async () => {
    await assert.rejects(enter(one.id, 2), { code: '23505' });
    await assert.rejects(enter(two.id, 1), { code: '23505' });
    await assert.rejects(enter(two.id, 11), { code: '23514' });
  });

  await t.test('ATT-9 of two people stamped into one seat at the same time one is refused', async () => {
    const both = await Promise.allSettled([enter(two.id, 2), enter(three.id, 2)]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
  });

  await t.test('ATT-5 one stay is open at a time: a double tap at two desks opens one', async () => {
    const both = await Promise.allSettled([arrive(attendanceId, start), arrive(attendanceId, start)]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    const locked = await within((tx) => lockAttendance(tx, orgId, sessionId, one.id));
    assert.deepEqual(locked?.openStay?.arrivedAt, start);
  });

  await t.test('ATT-5 leaving and coming back is a second stay of the same attendance (W2)', async () => {
    const open = (await within((tx) => lockAttendance(tx, orgId, sessionId, one.id)))?.openStay;
    assert.ok(open !== null && open !== undefined);
    await assert.rejects(leave(open.id, addMinutes(start, -1)), { code: '23514' });
    await leave(open.id, addMinutes(start, 20));
    await leave(open.id, addMinutes(start, 50));
    await arrive(attendanceId, addMinutes(start, 30));
    assert.deepEqual(await staysOf(one.id), [{ arrivedAt: start, leftAt: addMinutes(start, 20) }, { arrivedAt: addMinutes(start, 30), leftAt: null }], 'an ended stay does not end again');
  });

  await t.test('ATT-8 an arrival taken back counts no more, and its row stays with who took it back', async () => {
    assert.equal(await undo(attendanceId, addMinutes(start, 31)), 'arrived');
    assert.equal((await staysOf(one.id))?.length, 1);
    const { rows } = await within((tx) => sql<{ withdrawnBy: string | null }>`select withdrawn_by as "withdrawnBy" from stays where org_id = ${orgId} and attendance_id = ${attendanceId} order by arrived_at`.execute(tx));
    assert.deepEqual(rows.map((row) => row.withdrawnBy), [null, by]);
  });

  await t.test('ATT-8 a leaving taken back opens the stay again from the same arrival', async () => {
    assert.equal(await undo(attendanceId, addMinutes(start, 32)), 'left');
    assert.deepEqual(await staysOf(one.id), [{ arrivedAt: start, leftAt: null }]);
    const { rows } = await within((tx) => sql`select 1 from stays where org_id = ${orgId} and attendance_id = ${attendanceId}`.execute(tx));
    assert.equal(rows.length, 3);
  });

  await t.test('ATT-8 the stamp made last is the one written last, also when its time was set back', async () => {
    const open = (await within((tx) => lockAttendance(tx, orgId, sessionId, one.id)))?.openStay;
    assert.ok(open !== null && open !== undefined);
    await leave(open.id, addMinutes(start, 40), addMinutes(start, 45));
    const early = await arrive(attendanceId, addMinutes(start, -5), addMinutes(start, 46));
    assert.equal((await within((tx) => findLastStamp(tx, orgId, attendanceId)))?.stayId, early);
  });

  await t.test('ATT-8 when somebody came cannot be changed, and no stay or attendance deleted', async () => {
    for (const statement of [sql`update stays set arrived_at = ${now}`, sql`delete from stays`, sql`update attendances set outcome = 'absent'`, sql`delete from attendances`]) {
      await assert.rejects(within((tx) => statement.execute(tx)), { code: '42501' });
    }
  });

  await t.test('ATT-9 a correction supersedes with a reason, and the newest row is the one that counts (W14)', async () => {
    const correct = (reason: string | null) => within(async (tx) => {
      await sql`update attendances set superseded_at = ${now}, superseded_by = ${by} where org_id = ${orgId} and id = ${attendanceId}`.execute(tx);
      await sql`insert into attendances (org_id, id, session_id, participant_id, program_id, outcome, seat_no, supersedes_id, correction_reason, recorded_at, recorded_by)
        values (${orgId}, ${newId(now)}, ${sessionId}, ${one.id}, ${programId}, 'absent', null, ${attendanceId}, ${reason}, ${now}, ${by})`.execute(tx);
    });
    await assert.rejects(correct(null), { code: '23514' });
    assert.ok((await staysOf(one.id)) !== undefined, 'a correction refused changes nothing');
    await correct('was in the other group');
    const locked = await within((tx) => lockAttendance(tx, orgId, sessionId, one.id));
    assert.deepEqual([locked?.outcome, locked?.openStay], ['absent', null]);
    assert.equal(await staysOf(one.id), undefined);
  });
});
