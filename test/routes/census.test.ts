/** The census of a site on a day: counts by program, level, phase and track, who came and went, seats; never a person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import { openHouse } from '../support/house.ts';

test('counts of a day: open, admitted and ended in its week, by level, phase and track, and the seats of each group', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 8);
  const { orgId, people } = clinic;
  const now = house.clock.now();
  const trackId = newId(now);
  await house.inOrganization(orgId, async (tx) => {
    const episode = (index: number) => people[index]?.episodeId;
    await sql`insert into tracks (org_id, id, program_id, site_id, name, recorded_at) values (${orgId}, ${trackId}, ${clinic.programId}, ${clinic.siteId}, 'Evening', ${now})`.execute(tx);
    await sql`update episodes set track_id = ${trackId} where org_id = ${orgId} and id = any(${[episode(0), episode(1)]}::uuid[])`.execute(tx);
    await sql`update episodes set ended_on = '2026-11-18', ended_at = ${now}, ended_by = ${clinic.staff.director.staffId} where org_id = ${orgId} and id = ${episode(3)}`.execute(tx);
    const { rows: [path] } = await sql<{ id: string }>`select id from path_versions where org_id = ${orgId} and name = 'Twelve weeks'`.execute(tx);
    await sql`insert into phase_segments (org_id, id, episode_id, path_version_id, phase_no, starts_on, recorded_at) values (${orgId}, ${newId(now)}, ${episode(0)}, ${path?.id}, 2, '2026-11-01', ${now})`.execute(tx);
    await sql`update enrollments set ended_on = '2026-11-10', ended_at = ${now}, ended_by = ${clinic.staff.director.staffId} where org_id = ${orgId} and participant_id = ${people[3]?.id}`.execute(tx);
  });
  // What only time changes: the program itself may not rewrite when somebody was admitted, or at which level.
  const client = new pg.Client(house.database.root);
  await client.connect();
  await client.query(`update episodes set admitted_on = '2026-11-17' where id = $1`, [people[2]?.episodeId]);
  await client.query(`update level_segments set level = 'php' where episode_id = $1`, [people[4]?.episodeId]);
  await client.end();
  const director = await house.as(clinic, 'director');
  const { status, body } = await director('GET', `/boards/census?siteId=${clinic.siteId}`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.date, body.open, body.admitted, body.ended, body.seats], ['2026-11-19', 7, 1, 1, { capacity: 10, taken: 7, free: 3 }]);
  const [program] = body.programs;
  assert.deepEqual([program.levels, program.tracks], [[{ level: 'iop', people: 6 }, { level: 'php', people: 1 }], [{ name: 'Evening', people: 2 }, { name: null, people: 5 }]]);
  assert.deepEqual(program.phases.map((phase: { no: number | null; people: number }) => [phase.no, phase.people]), [[2, 1], [null, 6]]);
  assert.deepEqual(program.groups.map((group: Record<string, unknown>) => [group['name'], group['capacity'], group['taken'], group['free']]), [['Relapse prevention', 10, 7, 3]]);
  assert.ok(people.every((person) => !JSON.stringify(body).includes(person.id)), 'no person');

  const before = (await director('GET', `/boards/census?siteId=${clinic.siteId}&date=2026-11-16`)).body;
  assert.deepEqual([before.open, before.admitted, before.ended], [7, 0, 0], 'one not yet admitted, one not yet ended');
  const last = (await director('GET', `/boards/census?siteId=${clinic.siteId}&date=2026-11-18`)).body;
  assert.deepEqual([last.open, last.ended], [8, 1], 'the last day is still a day in care');
});

test('the census is for whoever may read it, at their own sites', async (t) => {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 1);
  const path = `/boards/census?siteId=${clinic.siteId}`;
  for (const role of ['director', 'supervisor', 'counselor', 'admissions', 'biller', 'administrator'] as const) assert.equal((await (await house.as(clinic, role))('GET', path)).status, 200, role);
  for (const role of ['facilitator', 'front-desk', 'privacy-officer'] as const) assert.equal((await (await house.as(clinic, role))('GET', path)).body.refusal, 'not-your-role', role);
  assert.equal((await (await house.as(await house.furnish('Fernhill Center', 1), 'director'))('GET', path)).body.refusal, 'not-found');
});
