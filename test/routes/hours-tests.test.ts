/** The ledger shows every rule that is on side by side, in few statements, pro rata where the week has two levels, and names its holidays. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { switchOnTests } from '../../src/modules/program/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { recordStatements, transactionsOf } from '../support/statements.ts';

const ON = [{ name: 'Plan calls for nine hours', saidBy: 'Medicare' }, { name: 'Three hours on three days', saidBy: 'Maryland, per diem H0015' }, { name: 'Nine hours, three days, no long gap', saidBy: 'Wyoming' }];

type Test = { name: string; saidBy: string; purpose: string; state: string; daysInForce: number; isVerified: boolean; source: string; parts: { kind: string; now: number; forecast: number; wanted: number; state: string }[] };
const said = (tests: readonly Test[]) => tests.map((one) => [one.saidBy, one.state, ...one.parts.map((part) => `${part.kind} ${part.now} ${part.forecast}/${part.wanted}`)].join(', '));

async function open(t: { after(work: () => Promise<void>): void }): Promise<{ house: House; clinic: Organization }> {
  const house = await openHouse(t);
  return { house, clinic: await house.furnish('Larkfield House', 2) };
}

const read = async (house: House, clinic: Organization, query = '') => {
  const reply = await (await house.as(clinic, 'counselor'))('GET', `${pathOf.hours(clinic.people[0] ?? { id: '' })}${query}`);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
};

/** Ends the level of the first person on a day and, where one is named, begins another on the next. */
async function endLevel(house: House, { orgId, people }: Organization, endedOn: string, next: { level: string; startsOn: string } | null): Promise<void> {
  await house.inOrganization(orgId, async (tx) => {
    await sql`update level_segments set ended_on = ${endedOn} where org_id = ${orgId} and episode_id = ${people[0]?.episodeId}`.execute(tx);
    if (next !== null) await sql`insert into level_segments (org_id, id, episode_id, level, starts_on, recorded_at) values (${orgId}, ${newId(house.clock.now())}, ${people[0]?.episodeId}, ${next.level}, ${next.startsOn}, ${house.clock.now()})`.execute(tx);
  });
}

describe('tests of a week beside the floor', () => {
  test('ATT-10 only the floor where nothing is switched on; with three tests on, four rows with source and figures', async (t) => {
    const { house, clinic } = await open(t);
    assert.deepEqual(said((await read(house, clinic)).tests), [', not-met, minutes 0 60/540, ceiling 0 60/1140']);
    await house.inOrganization(clinic.orgId, (tx) => switchOnTests(tx, clinic.orgId, ON));
    await groupReadyToSign(house, clinic, await house.as(clinic, 'facilitator'), 2);
    const { tests, floor } = await read(house, clinic);
    assert.deepEqual(said(tests), [
      ', not-met, minutes 60 60/540, ceiling 60 60/1140',
      'Maryland, per diem H0015, not-met, days 0 0/3',
      'Medicare, not-met, minutes 60 60/540, ceiling 60 60/1140',
      'Wyoming, not-met, minutes 60 60/540, days 1 1/3, gap 3 3/3',
    ]);
    assert.ok(tests.every((one: Test) => one.source.length > 20 && one.daysInForce === 7));
    assert.deepEqual([floor.minutes, floor.isProRata, floor.days], [540, false, 7]);
  });

  test('ATT-11 a week with two levels shows the floor of its days and never alarms', async (t) => {
    const { house, clinic } = await open(t);
    await endLevel(house, clinic, '2026-11-17', { level: 'outpatient', startsOn: '2026-11-18' });
    const { floor, tests } = await read(house, clinic);
    assert.deepEqual([floor.minutes, floor.isProRata, floor.days, floor.ruleName], [154, true, 2, 'Nine hours a week']);
    assert.deepEqual(said(tests), [', pro-rata, minutes 0 0/154, ceiling 0 0/1140']);
    const before = await read(house, clinic, '?day=2026-11-10');
    assert.deepEqual([before.floor.minutes, before.floor.isProRata], [540, false]);
    assert.equal((await read(house, clinic, '?day=2026-11-25')).floor, null, 'outpatient has no floor');
  });

  test('ATT-11 the week of admission and that of discharge are pro rata', async (t) => {
    const { house, clinic } = await open(t);
    const admitted = await read(house, clinic, '?day=2026-10-20');
    assert.deepEqual([admitted.floor.minutes, admitted.floor.days, admitted.tests[0].state], [462, 6, 'pro-rata'], 'admitted on a Tuesday');
    await endLevel(house, clinic, '2026-11-18', null);
    assert.deepEqual((await read(house, clinic)).floor.days, 3);
  });

  test('ATT-11 holidays of the week are named, of this site and of all, and lower nothing (W5)', async (t) => {
    const { house, clinic } = await open(t);
    await house.inOrganization(clinic.orgId, (tx) => sql`insert into holidays (org_id, id, site_id, date, name, recorded_at) values
      (${clinic.orgId}, ${newId(house.clock.now())}, ${clinic.siteId}, '2026-11-26', 'Thanksgiving', ${house.clock.now()}), (${clinic.orgId}, ${newId(house.clock.now())}, null, '2026-11-27', 'Day after', ${house.clock.now()})`.execute(tx));
    assert.deepEqual((await read(house, clinic)).holidays, []);
    const { holidays, floor } = await read(house, clinic, '?day=2026-11-25');
    assert.deepEqual(holidays, [{ date: '2026-11-26', name: 'Thanksgiving' }, { date: '2026-11-27', name: 'Day after' }]);
    assert.equal(floor.minutes, 540);
  });

  test('ATT-10 a rule whose week begins on Sunday is read in its own week', async (t) => {
    const { house, clinic } = await open(t);
    const rule = { purpose: 'test', level: 'iop', population: 'adults', name: 'Weeks from Sunday', unit: 'minutes', basis: 'scheduled', sessionTypes: ['group'], participantPresent: true, floorMinutesWeek: 60, ceilingMinutesWeek: null,
      floorMinutesDay: null, daysWeek: null, servicesWeek: null, longestGapDays: null, weeksMax: null, weekStartsOn: 7, validFrom: '2026-06-01', validTo: null, saidBy: 'A payer', source: 'A contract', isVerified: false };
    assert.equal((await (await house.as(clinic, 'director'))('POST', '/hours-rules', rule)).status, 200);
    const parts = async (day: string) => (await read(house, clinic, `?day=${day}`)).tests.find((one: Test) => one.saidBy === 'A payer').parts[0].now;
    assert.deepEqual([await parts('2026-11-15'), await parts('2026-11-21'), await parts('2026-11-22')], [60, 60, 0]);
  });

  test('ATT-10 the ledger sends as many statements for three tests as for none but the one that looks back', async (t) => {
    const { house, clinic } = await open(t);
    const count = async (): Promise<number> => {
      const { sent } = await recordStatements(() => read(house, clinic));
      return (transactionsOf(sent).at(-1) ?? []).length;
    };
    // begin; person placed, segments, rules, holidays, people, sessions, notes; access; commit
    assert.equal(await count(), 1 + 7 + 1 + 1);
    await house.inOrganization(clinic.orgId, (tx) => switchOnTests(tx, clinic.orgId, ON.slice(0, 2)));
    assert.equal(await count(), 10);
    await house.inOrganization(clinic.orgId, (tx) => switchOnTests(tx, clinic.orgId, ON));
    assert.equal(await count(), 11, 'services before the week, for the longest gap');
  });
});
