/** Somebody goes on elsewhere, or comes back: a transfer is one act, and who left is admitted again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Person, Reply } from '../support/house.ts';

type Stage = { house: House; clinic: Organization; ask: Ask; person: Person };
const said = (reply: Reply) => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const TODAY = '2026-11-19';

async function openStage(t: { after(work: () => Promise<void>): void }, people = 10): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', people);
  return { house, clinic, ask: await house.as(clinic, 'counselor'), person: clinic.people[0] as Person };
}

/** Episodes, segments and seats as text, and how many discharges were written. */
const rowsOf = ({ house, clinic: { orgId } }: Stage) => house.inOrganization(orgId, async (tx) => (await sql<{ rows: string }>`
  select coalesce((select string_agg(to_jsonb(e)::text, ' ' order by id) from episodes e where org_id = ${orgId}), '') || coalesce((select string_agg(to_jsonb(l)::text, ' ' order by id) from level_segments l where org_id = ${orgId}), '')
      || coalesce((select string_agg(to_jsonb(n)::text, ' ' order by id) from enrollments n where org_id = ${orgId}), '') || (select count(*) from discharges where org_id = ${orgId}) as rows`.execute(tx)).rows[0]?.rows);
const versionOf = async ({ ask, person }: Stage): Promise<number> => (await ask('GET', `/people/${person.id}`)).body.episodes.find((one: { episodeId: string }) => one.episodeId === person.episodeId).version;
const end = async (stage: Stage): Promise<Reply> =>
  stage.ask('POST', `/episodes/${stage.person.episodeId}/discharge`, { version: await versionOf(stage), lastDay: TODAY, reason: 'completed', detail: '' });
const undo = async (stage: Stage): Promise<Reply> => stage.ask('POST', `/episodes/${stage.person.episodeId}/undo-discharge`, { version: await versionOf(stage), withoutSeats: [] });

async function openSecondSite({ house, clinic }: Stage): Promise<{ siteId: string; programId: string }> {
  const now = house.clock.now();
  const [siteId, programId] = [newId(now), newId(now)];
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertSite(tx, clinic.orgId, { id: siteId, name: 'Quarry Lane', timeZone: 'America/Chicago' }, now);
    await sql`insert into programs (org_id, id, name, population, specialty, level, recorded_at) select org_id, ${programId}, 'Evening program', population, specialty, 'outpatient', ${now} from programs where org_id = ${clinic.orgId} limit 1`.execute(tx);
  });
  return { siteId, programId };
}
const worksThere = ({ house, clinic }: Stage, siteId: string) => house.inOrganization(clinic.orgId, (tx) => sql`insert into site_staff (org_id, id, site_id, staff_id, starts_on, recorded_at)
  values (${clinic.orgId}, ${newId(house.clock.now())}, ${siteId}, ${clinic.staff.counselor.staffId}, '2026-01-01', ${house.clock.now()})`.execute(tx));

test('PLA-12 a transfer ends one placement and begins the next on the day after, only where the asker works, and is not taken back', async (t) => {
  const stage = await openStage(t);
  const there = await openSecondSite(stage);
  const to = { siteId: there.siteId, programId: there.programId, trackId: null, pathId: null, level: null, counselorId: null };
  const move = async (more: object = {}, where: object = {}) => stage.ask('POST', `/episodes/${stage.person.episodeId}/transfer`, { version: await versionOf(stage), lastDay: TODAY, detail: 'Moved house', to: { ...to, ...where }, ...more });
  assert.equal(said(await move()), '404 not-found');
  await worksThere(stage, there.siteId);
  stage.ask = await stage.house.as(stage.clinic, 'counselor');
  const before = await rowsOf(stage);
  assert.equal(said(await move({}, { siteId: stage.clinic.siteId, programId: stage.clinic.programId })), '422 same-place');
  assert.equal(said(await move({}, { counselorId: stage.clinic.staff['front-desk'].staffId })), '422 counselor-not-here');
  assert.equal(said(await move({ lastDay: '2027-01-18' })), '422 day-too-far');
  assert.equal(await rowsOf(stage), before, 'a refusal at the new place leaves the old one as it was');
  const moved = await move();
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  const episodes = (await stage.ask('GET', `/people/${stage.person.id}`)).body.episodes;
  assert.deepEqual(episodes.map((one: { programName: string; admittedOn: string; endedOn: string | null }) => [one.programName, one.admittedOn, one.endedOn]).slice(0, 1), [['Evening program', '2026-11-20', null]]);
  assert.deepEqual([episodes[0].episodeId, episodes[1].endedOn, episodes[1].discharge.reason, episodes[1].discharge.nextEpisodeId, episodes[1].discharge.undoUntil], [moved.body.nextEpisodeId, TODAY, 'transferred', moved.body.nextEpisodeId, null]);
  assert.equal(said(await undo(stage)), '422 transfer-stays');
  assert.equal(said(await move()), '409 already-discharged');
});

test('PLA-13 who left is admitted again, also long after; who left long ago is found by exact family name and birth date or number only', async (t) => {
  const stage = await openStage(t, 2);
  const { clinic, house, person } = stage;
  await house.inOrganization(clinic.orgId, (tx) => sql`update participants set legal_family_name = 'Núñez', birth_date = '1988-04-05' where org_id = ${clinic.orgId} and id = ${person.id}`.execute(tx));
  const find = async (query: string) => stage.ask('POST', '/former-people', Object.fromEntries(new URLSearchParams(query)));
  const found = async (query: string) => { const reply = await find(query); return reply.status === 200 ? reply.body.people.map((one: { participantId: string }) => one.participantId) : said(reply); };
  assert.deepEqual(await found('familyName=nunez&birthDate=1988-04-05'), [], 'who is here is not listed');
  await end(stage);
  house.clock.advance(200 * 24 * 60);
  stage.ask = await house.as(clinic, 'counselor');
  assert.equal(said(await stage.ask('GET', `/people/${person.id}`)), '404 not-found');
  assert.deepEqual(await found('familyName=NUNEZ&birthDate=1988-04-05'), [person.id]);
  assert.deepEqual(await found('number=n-1'), [person.id]);
  for (const query of ['familyName=nun&birthDate=1988-04-05', 'familyName=nunez&birthDate=1988-04-06', 'number=n-', 'number=N-2']) assert.deepEqual(await found(query), [], query);
  for (const query of ['', 'familyName=nunez', 'birthDate=1988-04-05', 'familyName=&birthDate=1988-04-05', 'number=']) assert.equal(await found(query), '400 malformed', query);
  const body = { siteId: clinic.siteId, programId: clinic.programId, trackId: null, pathId: null, level: null, counselorId: null, admittedOn: '2027-06-07' };
  assert.equal(said(await stage.ask('POST', `/people/${person.id}/episodes`, body)), '200');
  assert.equal(said(await stage.ask('GET', `/people/${person.id}`)), '200');
  const other = await house.furnish('Fernhill Center', 1);
  assert.deepEqual((await (await house.as(other, 'counselor'))('POST', '/former-people', { number: 'N-1' })).body.people, []);
  assert.equal(said(await (await house.as(clinic, 'front-desk'))('POST', '/former-people', { number: 'N-1' })), '403 not-your-role');
});
