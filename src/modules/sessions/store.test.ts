/** Sessions in the database: each written once, locked when acted upon, and with the times as really held. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../../../test/support/house.ts';
import { newId } from '../../platform/ids.ts';
import { addMinutes } from '../../values/minutes.ts';
import { breaksFrom, insertSessions, listSessions, lockSession } from './store.ts';
import type { NewSession } from './store.ts';

test('sessions in the database', async (t) => {
  const house = await openHouse(t);
  const { orgId, siteId, programId, roomId, seriesId, sessionId, start, end, staff } = await house.furnish('Larkfield House', 1);
  const now = house.clock.now();
  const lock = (siteIds = [siteId], id = sessionId) => house.inOrganization(orgId, (tx) => lockSession(tx, orgId, id, siteIds, 'share'));
  const planned = (more: Partial<NewSession> = {}): NewSession => ({
    id: newId(now), seriesId, sessionType: 'group', name: 'Relapse prevention', firstPlannedOn: '2026-11-19', firstPlannedAtLocal: '10:10', siteId, programId, roomId,
    facilitatorId: staff.facilitator.staffId, plannedStartAt: start, plannedEndAt: end, breaks: [], capacity: 10, ...more,
  });
  const insert = (list: NewSession[]) => house.inOrganization(orgId, (tx) => insertSessions(tx, orgId, list, now, null));
  const hold = (endsAt: Date, breaks: unknown, at: Date) => house.inOrganization(orgId, (tx) => sql`
    insert into held_times (org_id, id, session_id, ends_at, breaks, reason, recorded_at, recorded_by)
    values (${orgId}, ${newId(at)}, ${sessionId}, ${endsAt}, ${JSON.stringify(breaks)}::jsonb, 'ran over', ${at}, ${staff.facilitator.staffId})`.execute(tx));

  await t.test('SES-1 a session of a group is written once for its date and time first planned; writing it again changes nothing (W11)', async () => {
    assert.equal(await insert([planned(), planned({ name: 'Renamed' })]), 0);
    assert.equal(await insert([planned({ firstPlannedOn: '2026-11-26', plannedStartAt: addMinutes(start, 10_080), plannedEndAt: addMinutes(end, 10_080) })]), 1);
    assert.equal((await lock())?.firstPlannedOn, '2026-11-19');
  });

  await t.test('SES-1 one-off sessions have no group, and there may be several at one time', async () => {
    assert.equal(await insert([planned({ seriesId: null }), planned({ seriesId: null })]), 2);
  });

  await t.test('SES-1 a session that ends before it starts, or has eleven seats, is refused', async () => {
    await assert.rejects(insert([planned({ seriesId: null, plannedEndAt: start })]), { code: '23514' });
    await assert.rejects(insert([planned({ seriesId: null, capacity: 11 })]), { code: '23514' });
  });

  await t.test('SES-3 a planned break counts as taken unless the session as held says otherwise (W2)', () => {
    assert.deepEqual(breaksFrom([{ startMinute: 60, minutes: 10 }, { startMinute: 120, minutes: 10, taken: false }]), [{ startMinute: 60, minutes: 10, taken: true }, { startMinute: 120, minutes: 10, taken: false }]);
  });

  await t.test('SES-3 the end as held is the planned one until it is moved; then the newest fact counts, and the plan stays', async () => {
    assert.deepEqual((await lock())?.heldEnd, end);
    await hold(addMinutes(end, 30), [{ startMinute: 20, minutes: 5, taken: true }], addMinutes(end, 1));
    await hold(addMinutes(end, 15), [{ startMinute: 20, minutes: 5, taken: false }], addMinutes(end, 2));
    const session = await lock();
    assert.deepEqual([session?.heldEnd, session?.plannedEnd, session?.breaks], [addMinutes(end, 15), end, [{ startMinute: 20, minutes: 5, taken: false }]]);
  });

  await t.test('SES-3 what was held is a fact: it is neither changed nor deleted', async () => {
    await assert.rejects(house.inOrganization(orgId, (tx) => sql`update held_times set reason = 'other' where org_id = ${orgId}`.execute(tx)), { code: '42501' });
    await assert.rejects(house.inOrganization(orgId, (tx) => sql`delete from held_times where org_id = ${orgId}`.execute(tx)), { code: '42501' });
  });

  await t.test('SES-4 a session at a site where the asker does not work is the same as none', async () => {
    assert.equal(await lock([newId(now)]), null);
    assert.equal(await lock([]), null);
    assert.equal(await lock([siteId], newId(now)), null);
  });

  await t.test('SES-5 signing waits for stamps and stamps wait for signing; two stamps go side by side', async () => {
    const waits = async (held: 'share' | 'update', wanted: 'share' | 'update') => house.inOrganization(orgId, async (tx) => {
      await lockSession(tx, orgId, sessionId, [siteId], held);
      return house.inOrganization(orgId, async (inner) => {
        await sql`set local lock_timeout = '100ms'`.execute(inner);
        await lockSession(inner, orgId, sessionId, [siteId], wanted);
      }).then(() => false, (error: { code?: string }) => error.code === '55P03');
    });
    assert.deepEqual([await waits('share', 'share'), await waits('share', 'update'), await waits('update', 'share'), await waits('update', 'update')], [false, true, true, true]);
  });

  await t.test('SES-4 sessions of a site are listed from an instant to before another', async () => {
    const between = async (from: Date, to: Date) => (await house.inOrganization(orgId, (tx) => listSessions(tx, orgId, siteId, from, to))).some((one) => one.id === sessionId);
    assert.deepEqual([await between(start, addMinutes(start, 1)), await between(addMinutes(start, -1), start)], [true, false]);
  });
});
