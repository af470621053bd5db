/** Episodes and level segments in the database: one at a time, day by day, and only for those who work there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../../../test/support/house.ts';
import { newId, newSilentId } from '../../platform/ids.ts';
import { findLevelOn, findPlacement, insertEpisodes, listLevelsOn, listOpenEpisodes } from './store.ts';

test('placements in the database', async (t) => {
  const house = await openHouse(t);
  const { orgId, siteId, programId, people: [one, two] } = await house.furnish('Larkfield House', 2);
  assert.ok(one !== undefined && two !== undefined);
  const now = house.clock.now();
  const admit = (participantId: string, admittedOn: string) => house.inOrganization(orgId, (tx) =>
    insertEpisodes(tx, orgId, [{ id: newId(now), participantId, programId, siteId, admittedOn, segmentId: newId(now), level: 'iop' }], now, null));
  const segment = (startsOn: string, level: string) => house.inOrganization(orgId, (tx) =>
    sql`insert into level_segments (org_id, id, episode_id, level, starts_on, recorded_at) values (${orgId}, ${newId(now)}, ${one.episodeId}, ${level}, ${startsOn}, ${now})`.execute(tx));
  const levelOn = (date: string) => house.inOrganization(orgId, (tx) => findLevelOn(tx, orgId, one.episodeId, date));

  await t.test('PLA-1 a person has one episode in a program at a time: a second is refused while the first is open, and on its last day', async () => {
    await assert.rejects(admit(two.id, '2026-11-19'), { code: '23P01' });
    await house.inOrganization(orgId, (tx) => sql`update episodes set ended_on = '2026-11-18' where org_id = ${orgId} and id = ${two.episodeId}`.execute(tx));
    await assert.rejects(admit(two.id, '2026-11-18'), { code: '23P01' });
    await admit(two.id, '2026-11-19');
  });

  await t.test('PLA-1 of two admissions at the same time one is refused', async () => {
    await house.inOrganization(orgId, (tx) => sql`update episodes set ended_on = '2026-11-19' where org_id = ${orgId} and participant_id = ${two.id} and ended_on is null`.execute(tx));
    const both = await Promise.allSettled([admit(two.id, '2026-11-25'), admit(two.id, '2026-11-26')]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
  });

  await t.test('PLA-2 an episode has one level of care on a day: a second segment is refused while the first is in force', async () => {
    await assert.rejects(segment('2026-11-19', 'outpatient'), { code: '23P01' });
    await house.inOrganization(orgId, (tx) => sql`update level_segments set ended_on = '2026-11-22' where org_id = ${orgId} and episode_id = ${one.episodeId}`.execute(tx));
    await segment('2026-11-25', 'outpatient');
  });

  await t.test('PLA-2 the level of a day is that of the segment in force, first and last day included; between segments there is none', async () => {
    assert.deepEqual([await levelOn('2026-10-19'), await levelOn('2026-10-20'), await levelOn('2026-11-22'), await levelOn('2026-11-23'), await levelOn('2026-11-25')], [null, 'iop', 'iop', null, 'outpatient']);
    const list = await house.inOrganization(orgId, (tx) => listLevelsOn(tx, orgId, programId, [one.id, newSilentId()], '2026-11-25'));
    assert.deepEqual(list, [{ participantId: one.id, level: 'outpatient' }]);
  });

  await t.test('PLA-3 a placement at a site where the asker does not work is the same as none', async () => {
    const at = (siteIds: string[]) => house.inOrganization(orgId, (tx) => findPlacement(tx, orgId, one.id, siteIds, now));
    assert.equal((await at([siteId]))?.timeZone, 'America/Chicago');
    assert.equal(await at([newId(now)]), null);
    assert.equal(await at([]), null);
  });

  await t.test('PLA-4 an episode is open from the day of admission to the day of discharge, both included', async () => {
    const open = (date: string) => house.inOrganization(orgId, async (tx) => (await listOpenEpisodes(tx, orgId, siteId, date)).some((episode) => episode.id === two.episodeId));
    assert.deepEqual([await open('2026-10-19'), await open('2026-10-20'), await open('2026-11-18'), await open('2026-11-19')], [false, true, true, false]);
  });

  await t.test('PLA-4 the day of admission of an episode cannot be changed', async () => {
    await assert.rejects(house.inOrganization(orgId, (tx) => sql`update episodes set admitted_on = '2026-01-01' where org_id = ${orgId}`.execute(tx)), { code: '42501' });
  });

  await t.test('PLA-3 an episode that has ended is seen for 90 days more, then it is the same as none (W20)', async () => {
    await house.inOrganization(orgId, (tx) => sql`update episodes set ended_on = '2026-11-26' where org_id = ${orgId} and participant_id = ${two.id} and ended_on is null`.execute(tx));
    const seenAt = (day: string) => house.inOrganization(orgId, (tx) => findPlacement(tx, orgId, two.id, [siteId], new Date(`${day}T18:00:00Z`)));
    assert.notEqual(await seenAt('2027-02-24'), null);
    assert.equal(await seenAt('2027-02-25'), null);
  });
});
