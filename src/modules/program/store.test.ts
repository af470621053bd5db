/** The program as data in the database: whose sites one sees, and which dated rules are in force. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../../../test/support/house.ts';
import { newId } from '../../platform/ids.ts';
import { FIRST_HOURS_RULES } from './rules.ts';
import { findSite, insertHoursRules, insertRoom, insertSite, listHoursRules, listSites, listSitesOf } from './index.ts';

test('the program in the database', async (t) => {
  const house = await openHouse(t);
  const { orgId, siteId, staff } = await house.furnish('Larkfield House', 1);
  const now = house.clock.now();
  const secondId = newId(now);
  await house.inOrganization(orgId, (tx) => insertSite(tx, orgId, { id: secondId, name: 'River Road', timeZone: 'America/Denver' }, now));

  await t.test('PRO-3 a person sees the sites at which that person works now, and no other', async () => {
    const { staffId } = staff.facilitator;
    const sitesOf = () => house.inOrganization(orgId, (tx) => listSitesOf(tx, orgId, staffId, now));
    assert.deepEqual((await sitesOf()).map((site) => [site.name, site.timeZone, site.graceMinutes]), [['Maple Street', 'America/Chicago', 20]]);
    assert.equal((await house.inOrganization(orgId, (tx) => listSites(tx, orgId))).length, 2);
    const endOn = (day: string) => house.inOrganization(orgId, (tx) => sql`update site_staff set ended_on = ${day}, ended_at = ${now} where org_id = ${orgId} and staff_id = ${staffId}`.execute(tx));
    await endOn('2026-11-19');
    assert.equal((await sitesOf()).length, 1, 'the last day still counts');
    await endOn('2026-11-18');
    assert.deepEqual(await sitesOf(), []);
  });

  await t.test('PRO-3 a site where the asker does not work is the same as none', async () => {
    const [theirs, absent] = await house.inOrganization(orgId, async (tx) => [await findSite(tx, orgId, secondId, [siteId]), await findSite(tx, orgId, newId(now), [siteId])]);
    assert.equal(theirs, null);
    assert.equal(absent, null);
    assert.equal((await house.inOrganization(orgId, (tx) => findSite(tx, orgId, siteId, [siteId])))?.name, 'Maple Street');
  });

  await t.test('PRO-1 the first of the rules listed for a day is the one in force; one that ended is not listed', async () => {
    const [nine] = FIRST_HOURS_RULES;
    assert.ok(nine !== undefined);
    const newer = { ...nine, id: newId(now), name: 'Ten hours a week', floorMinutesWeek: 600, validFrom: '2026-07-01' };
    const floors = (date: string) => house.inOrganization(orgId, async (tx) => (await listHoursRules(tx, orgId, 'iop', 'adults', date)).map((rule) => rule.floorMinutesWeek));
    await house.inOrganization(orgId, (tx) => insertHoursRules(tx, orgId, [newer], now));
    assert.deepEqual(await floors('2020-12-31'), []);
    assert.deepEqual(await floors('2026-06-30'), [540]);
    assert.deepEqual(await floors('2026-07-01'), [600, 540]);
    await house.inOrganization(orgId, (tx) => sql`update hours_rules set valid_to = '2026-12-31' where org_id = ${orgId} and id = ${newer.id}`.execute(tx));
    assert.deepEqual(await floors('2026-12-31'), [600, 540]);
    assert.deepEqual(await floors('2027-01-01'), [540]);
  });

  await t.test('PRO-2 the figures of a rule that was in force cannot be changed, only its end said', async () => {
    await assert.rejects(house.inOrganization(orgId, (tx) => sql`update hours_rules set floor_minutes_week = 1 where org_id = ${orgId}`.execute(tx)), { code: '42501' });
    await assert.rejects(house.inOrganization(orgId, (tx) => sql`delete from hours_rules where org_id = ${orgId}`.execute(tx)), { code: '42501' });
  });

  await t.test('PRO-4 two rooms of a site, or two sites, cannot have one name', async () => {
    await assert.rejects(house.inOrganization(orgId, (tx) => insertRoom(tx, orgId, { id: newId(now), siteId, name: 'Alder' }, now)), { code: '23505' });
    await assert.rejects(house.inOrganization(orgId, (tx) => insertSite(tx, orgId, { id: newId(now), name: 'Maple Street', timeZone: 'America/Chicago' }, now)), { code: '23505' });
    await house.inOrganization(orgId, (tx) => insertRoom(tx, orgId, { id: newId(now), siteId: secondId, name: 'Alder' }, now));
  });
});
