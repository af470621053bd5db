/** People are admitted and moved: what goes together is decided by name, days never overlap, and two at once are settled. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import { insertSite } from '../../src/modules/program/index.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

const PHASES = [
  { name: 'Three blocks', weeks: 4, level: 'iop', blocks: [] }, { name: 'Two blocks', weeks: 4, level: 'iop', blocks: [] }, { name: 'One evening', weeks: 4, level: 'outpatient', blocks: [] },
];
const PERSON = {
  legalGivenName: 'Rowan', legalFamilyName: 'Ashdown', chosenName: '', pronouns: '', participantNumber: '', birthDate: '1991-05-06', language: 'en',
  telephone: '', email: '', contactBy: 'phone', mayLeaveMessage: false, contactNote: '',
};
type Stage = { house: House; clinic: Organization; ask: Ask; pathId: string; versionIds: string[]; trackId: string; elsewhere: string; foreignTrackId: string };

/** A path in two versions, a track here and one at a site where nobody of the stage works. */
async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 3);
  const now = house.clock.now();
  const { orgId, programId, siteId } = clinic;
  const [pathId, first, second, trackId, elsewhere, foreignTrackId] = [newId(now), newId(now), newId(now), newId(now), newId(now), newId(now)];
  await house.inOrganization(orgId, async (tx) => {
    await insertSite(tx, orgId, { id: elsewhere, name: 'Quarry Lane', timeZone: 'America/Chicago' }, now);
    for (const [index, id] of [first, second].entries()) {
      await sql`insert into path_versions (org_id, id, path_id, version, program_id, name, weeks, phases, recorded_at)
        values (${orgId}, ${id}, ${pathId}, ${index + 1}, ${programId}, 'Twelve weeks', 12, ${JSON.stringify(PHASES)}::jsonb, ${now})`.execute(tx);
    }
    for (const [id, site] of [[trackId, siteId], [foreignTrackId, elsewhere]]) {
      await sql`insert into tracks (org_id, id, program_id, site_id, name, recorded_at) values (${orgId}, ${id}, ${programId}, ${site}, 'Morning', ${now})`.execute(tx);
    }
  });
  return { house, clinic, ask: await house.as(clinic, 'counselor'), pathId, versionIds: [first, second], trackId, elsewhere, foreignTrackId };
}

const said = (reply: Reply) => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
const spans = (rows: { startsOn: string; endedOn: string | null }[], what: (row: never) => string) => rows.map((row) => `${what(row as never)} ${row.startsOn.slice(5)} to ${row.endedOn?.slice(5) ?? 'open'}`);

async function enter({ ask }: Stage, name = 'Rowan'): Promise<string> {
  return (await ask('POST', '/people', { ...PERSON, legalGivenName: name })).body.participantId;
}

function bodyOf({ clinic, pathId, trackId }: Stage, more: object = {}) {
  return { siteId: clinic.siteId, programId: clinic.programId, trackId, pathId, level: null, counselorId: clinic.staff.counselor.staffId, admittedOn: '2026-11-19', ...more };
}

async function admitted(stage: Stage, more: object = {}): Promise<{ id: string; episodeId: string; episode(): Promise<any>; move(verb: string, body: object): Promise<Reply> }> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into replies of every shape
  const id = await enter(stage);
  const reply = await stage.ask('POST', `/people/${id}/episodes`, bodyOf(stage, more));
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  const { episodeId } = reply.body;
  const episode = async () => (await stage.ask('GET', `/people/${id}`)).body.episodes[0];
  return { id, episodeId, episode, move: async (verb, body) => await stage.ask('POST', `/episodes/${episodeId}/${verb}`, { version: (await episode()).version, ...body }) };
}

test('PLA-6 an admission begins level, phase and counselor on its day, and the person stands on the list of the site', async (t) => {
  const stage = await openStage(t);
  const { id, episode } = await admitted(stage);
  const shown = await episode();
  assert.deepEqual([shown.programId, shown.trackName, shown.week, shown.version, shown.path.pathVersionId], [stage.clinic.programId, 'Morning', 1, 0, stage.versionIds[1]]);
  assert.deepEqual(spans(shown.levels, (row: { level: string }) => row.level), ['iop 11-19 to open']);
  assert.deepEqual(spans(shown.phases, (row: { name: string }) => row.name), ['Three blocks 11-19 to open']);
  assert.deepEqual([shown.phases[0].plannedEnd, shown.position], ['2026-12-16', { phaseNo: 1, week: 1, weekOfPhase: 1 }]);
  assert.deepEqual(shown.counselors.map((one: { name: string }) => one.name), ['Sam counselor, LPC']);
  const list = (await stage.ask('GET', `/people?siteId=${stage.clinic.siteId}`)).body;
  const row = list.people.find((one: { participantId: string }) => one.participantId === id);
  assert.deepEqual([row.level, row.week, row.weeks, row.phaseName, row.counselorName, row.trackName, row.seats], ['iop', 1, 12, 'Three blocks', 'Sam counselor', 'Morning', 0]);
  assert.deepEqual([list.waiting, list.people.find((one: { participantId: string }) => one.participantId === stage.clinic.people[0]?.id).seats], [[], 1]);
});

test('PLA-6 an admission without a path takes the level of the program, or the one that is given', async (t) => {
  const stage = await openStage(t);
  const programId = newId(stage.house.clock.now());
  await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql`insert into programs (org_id, id, name, population, specialty, level, recorded_at)
    values (${stage.clinic.orgId}, ${programId}, 'Day program', 'adults', 'other', 'php', ${stage.house.clock.now()})`.execute(tx));
  const { episode } = await admitted(stage, { programId, pathId: null, trackId: null, counselorId: null });
  const shown = await episode();
  assert.deepEqual([spans(shown.levels, (row: { level: string }) => row.level), shown.path, shown.position, shown.counselors, shown.trackId], [['php 11-19 to open'], null, null, [], null]);
  const id = await enter(stage, 'Ines');
  await stage.ask('POST', `/people/${id}/episodes`, bodyOf(stage, { level: 'outpatient' }));
  assert.equal((await stage.ask('GET', `/people/${id}`)).body.episodes[0].levels[0].level, 'outpatient');
});

test('PLA-6 each thing that does not go together is refused by name, and nothing is written', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask } = stage;
  const id = await enter(stage);
  const other = await house.furnish('Fernhill Center', 1);
  const now = house.clock.now();
  const [endedPath, otherProgram] = [newId(now), newId(now)];
  await house.inOrganization(clinic.orgId, async (tx) => {
    await sql`insert into path_versions (org_id, id, path_id, version, program_id, name, weeks, phases, recorded_at, ended_at) values (${clinic.orgId}, ${newId(now)}, ${endedPath}, 1, ${clinic.programId}, 'Old', 12, ${JSON.stringify(PHASES)}::jsonb, ${now}, ${now})`.execute(tx);
    await sql`insert into programs (org_id, id, name, population, specialty, recorded_at, ended_on) values (${clinic.orgId}, ${otherProgram}, 'Evenings', 'adults', 'other', ${now}, '2026-11-01')`.execute(tx);
  });
  const cases: [object, string][] = [
    [{ admittedOn: '2027-01-19' }, '422 day-too-far'], [{ trackId: stage.foreignTrackId }, '422 track-elsewhere'], [{ pathId: endedPath }, '422 path-not-here'],
    [{ pathId: newId(now) }, '422 path-not-here'], [{ programId: otherProgram }, '422 no-longer-run'], [{ counselorId: other.staff.counselor.staffId }, '422 counselor-not-here'],
    [{ counselorId: clinic.staff['front-desk'].staffId }, '422 counselor-not-here'], [{ siteId: stage.elsewhere }, '404 not-found'], [{ siteId: other.siteId }, '404 not-found'],
    [{ programId: other.programId }, '404 not-found'],
  ];
  for (const [more, refusal] of cases) assert.equal(said(await ask('POST', `/people/${id}/episodes`, bodyOf(stage, more))), refusal, JSON.stringify(more));
  assert.equal(said(await ask('POST', `/people/${other.people[0]?.id}/episodes`, bodyOf(stage))), '404 not-found');
  assert.deepEqual((await ask('GET', `/people/${id}`)).body.episodes, []);
});

test('PLA-1 who is in the program already is not admitted again, and of two who admit at the same time one is told', async (t) => {
  const stage = await openStage(t);
  const id = await enter(stage);
  const both = await Promise.all([1, 2].map(() => stage.ask('POST', `/people/${id}/episodes`, bodyOf(stage))));
  assert.deepEqual(both.map(said).sort(), ['200', '409 already-admitted']);
  assert.equal(said(await stage.ask('POST', `/people/${id}/episodes`, bodyOf(stage, { admittedOn: '2026-12-24' }))), '409 already-admitted');
});

test('PLA-5 a phase whose level differs opens that level on the same day; going back leaves no trace in the days', async (t) => {
  const stage = await openStage(t);
  const { episode, move } = await admitted(stage, { admittedOn: '2026-10-12' });
  const to = (phaseNo: number, from: string) => move('phase', { pathVersionId: stage.versionIds[1], phaseNo, from, reason: 'Decided together' });
  assert.equal(said(await to(2, '2026-11-09')), '200');
  let shown = await episode();
  assert.deepEqual(spans(shown.levels, (row: { level: string }) => row.level), ['iop 10-12 to open'], 'the same level opens no segment');
  assert.equal(said(await to(3, '2026-12-07')), '200');
  shown = await episode();
  assert.deepEqual(spans(shown.phases, (row: { name: string }) => row.name), ['Three blocks 10-12 to 11-08', 'Two blocks 11-09 to 12-06', 'One evening 12-07 to open']);
  assert.deepEqual(spans(shown.levels, (row: { level: string }) => row.level), ['iop 10-12 to 12-06', 'outpatient 12-07 to open']);
  assert.deepEqual([shown.position, shown.phases[2].reason], [{ phaseNo: 2, week: 6, weekOfPhase: 2 }, 'Decided together']);
  assert.equal((await (await stage.house.as(stage.clinic, 'admissions'))('GET', `/people/${(await stage.ask('GET', `/people?siteId=${stage.clinic.siteId}`)).body.people.find((one: { displayName: string }) => one.displayName === 'Rowan A.').participantId}`)).body.episodes[0].phases[2].reason, null, 'the reason is for clinical roles');
  assert.equal(said(await to(2, '2026-12-07')), '200');
  shown = await episode();
  assert.deepEqual(spans(shown.phases, (row: { name: string }) => row.name), ['Three blocks 10-12 to 11-08', 'Two blocks 11-09 to open']);
  assert.deepEqual(spans(shown.levels, (row: { level: string }) => row.level), ['iop 10-12 to open']);
  assert.equal(said(await to(1, '2026-10-12')), '200');
  assert.deepEqual(spans((await episode()).phases, (row: { name: string }) => row.name), ['Three blocks 10-12 to open']);
  const again = await to(1, '2026-10-12');
  assert.equal(again.body.version, (await episode()).version, 'what is so already writes nothing');
});

test('PLA-5 a change of level keeps its reason, ends the earlier one the day before and withdraws what was planned after', async (t) => {
  const stage = await openStage(t);
  const { episodeId, episode, move } = await admitted(stage, { admittedOn: '2026-10-12' });
  for (const [level, from] of [['outpatient', '2026-12-07'], ['php', '2026-12-20'], ['php', '2026-11-02']] as const) assert.equal(said(await move('level', { level, from, reason: `To ${level}` })), '200');
  assert.deepEqual(spans((await episode()).levels, (row: { level: string }) => row.level), ['iop 10-12 to 11-01', 'php 11-02 to open']);
  const { rows } = await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql<{ was: object; became: { level: string; reason: string } }>`
    select c.became from changes c join level_segments l on l.org_id = c.org_id and l.id = c.row_id where c.org_id = ${stage.clinic.orgId} and l.episode_id = ${episodeId} and c.about = 'level_segments'`.execute(tx));
  assert.deepEqual(rows.map(({ became }) => `${became.level}: ${became.reason}`).sort(), ['outpatient: To outpatient', 'php: To php', 'php: To php']);
  const count = await stage.house.inOrganization(stage.clinic.orgId, (tx) => sql<{ n: number }>`select count(*) as n from level_segments where org_id = ${stage.clinic.orgId} and episode_id = ${episodeId} and withdrawn_at is not null and withdrawn_by is not null`.execute(tx));
  assert.equal(count.rows[0]?.n, 2);
});

test('a change outside the episode, too far ahead, to a path of nobody or a colleague of nowhere is refused by name', async (t) => {
  const stage = await openStage(t);
  const { move } = await admitted(stage);
  const phase = { pathVersionId: stage.versionIds[0], phaseNo: 1, reason: '' };
  for (const [from, refusal] of [['2026-11-18', '422 day-outside-episode'], ['2027-01-19', '422 day-too-far']] as const) {
    assert.equal(said(await move('level', { level: 'php', from, reason: 'A reason' })), refusal);
    assert.equal(said(await move('phase', { ...phase, from })), refusal);
    assert.equal(said(await move('counselor', { counselorId: stage.clinic.staff.supervisor.staffId, from })), refusal);
  }
  assert.equal(said(await move('phase', { ...phase, phaseNo: 4, from: '2026-11-19' })), '422 path-not-here');
  assert.equal(said(await move('counselor', { counselorId: stage.clinic.staff.biller.staffId, from: '2026-11-19' })), '422 counselor-not-here');
  assert.equal(said(await move('track', { trackId: stage.foreignTrackId })), '422 track-elsewhere');
});

test('PLA-8 counselor and track change with their history; a version that is not the newest is refused, also of two at once', async (t) => {
  const stage = await openStage(t);
  const { episodeId, episode, move } = await admitted(stage);
  assert.equal(said(await move('counselor', { counselorId: stage.clinic.staff.supervisor.staffId, from: '2026-11-23' })), '200');
  assert.equal(said(await move('track', { trackId: null })), '200');
  const shown = await episode();
  assert.deepEqual(spans(shown.counselors, (row: { name: string }) => row.name), ['Sam counselor, LPC 11-19 to 11-22', 'Sam supervisor, LPC 11-23 to open']);
  assert.deepEqual([shown.trackId, shown.version], [null, 2]);
  for (const [verb, body] of [['level', { level: 'php', from: '2026-11-19', reason: 'A reason' }], ['phase', { pathVersionId: stage.versionIds[1], phaseNo: 2, from: '2026-11-19', reason: '' }],
    ['track', { trackId: stage.trackId }], ['counselor', { counselorId: stage.clinic.staff.counselor.staffId, from: '2026-11-19' }]] as const) {
    assert.equal(said(await stage.ask('POST', `/episodes/${episodeId}/${verb}`, { ...body, version: 1 })), '409 changed-meanwhile', verb);
  }
  const both = await Promise.all(['php', 'outpatient'].map((level) => stage.ask('POST', `/episodes/${episodeId}/level`, { level, from: '2026-11-19', reason: 'A reason', version: 2 })));
  assert.deepEqual(both.map(said).sort(), ['200', '409 changed-meanwhile']);
});

test('PLA-3 an episode of another site or organization is not there to be moved', async (t) => {
  const stage = await openStage(t);
  const { episodeId } = await admitted(stage);
  const other = await stage.house.furnish('Fernhill Center', 1);
  const stranger = await stage.house.as(other, 'counselor');
  for (const [verb, body] of [['level', { level: 'php', from: '2026-11-19', reason: 'A reason' }], ['phase', { pathVersionId: stage.versionIds[1], phaseNo: 1, from: '2026-11-19', reason: '' }],
    ['track', { trackId: null }], ['counselor', { counselorId: stage.clinic.staff.counselor.staffId, from: '2026-11-19' }]] as const) {
    assert.equal(said(await stranger('POST', `/episodes/${episodeId}/${verb}`, { ...body, version: 0 })), '404 not-found', verb);
  }
  assert.equal(said(await stranger('GET', `/placement-choices?siteId=${stage.clinic.siteId}`)), '404 not-found');
});

test('the choices are the newest versions of paths that go on, tracks of the site, and colleagues who write notes there', async (t) => {
  const stage = await openStage(t);
  const choices = (await stage.ask('GET', `/placement-choices?siteId=${stage.clinic.siteId}`)).body;
  const [program] = choices.programs;
  const path = program.paths.find((one: { pathId: string }) => one.pathId === stage.pathId);
  assert.deepEqual([choices.today, program.tracks.length, path.pathVersionId, path.weeks], ['2026-11-19', 1, stage.versionIds[1], 12]);
  assert.deepEqual(path.phases[2], { name: 'One evening', weeks: 4, level: 'outpatient' });
  assert.deepEqual(choices.counselors.map((one: { name: string }) => one.name).sort(), ['Sam counselor, LPC', 'Sam facilitator, LPC', 'Sam supervisor, LPC']);
});

test('every act and read of people and placements writes the person, and nobody else, into its access row (W21)', async (t) => {
  const stage = await openStage(t);
  const { house, clinic, ask } = stage;
  const id = await enter(stage);
  const sent = async (contract: string, method: 'GET' | 'POST', path: string, body?: object): Promise<any> => { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into replies of every shape
    const earlier = new Date(house.clock.now().getTime() + 1000);
    house.clock.set(earlier);
    const reply = await ask(method, path, body);
    assert.equal(said(reply), '200', contract);
    const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql<{ contract: string; ids: string[] }>`select contract, participant_ids::text[] as ids from accesses where org_id = ${clinic.orgId} and at >= ${earlier}`.execute(tx));
    assert.deepEqual(rows, [{ contract, ids: [id] }]);
    return reply.body;
  };
  const { episodeId } = await sent('placements.admit', 'POST', `/people/${id}/episodes`, bodyOf(stage));
  await sent('people.read-person', 'GET', `/people/${id}`);
  await sent('people.change-details', 'POST', `/people/${id}`, { ...PERSON, participantNumber: 'P-1', chosenName: 'Ro', version: 0 });
  const { contactId } = await sent('people.add-contact', 'POST', `/people/${id}/contacts`, { kind: 'emergency', name: 'A sister', relation: '', telephone: '' });
  await sent('people.end-contact', 'POST', `/people/${id}/contacts/${contactId}/end`, { ends: true });
  const { healthItemId } = await sent('people.add-health-item', 'POST', `/people/${id}/health`, { kind: 'allergy', label: 'Nuts', detail: '', lastOn: null });
  await sent('people.end-health-item', 'POST', `/people/${id}/health/${healthItemId}/end`, { ends: true });
  await sent('people.read-health', 'GET', `/people/${id}/health`);
  await sent('placements.set-counselor', 'POST', `/episodes/${episodeId}/counselor`, { version: 0, counselorId: clinic.staff.supervisor.staffId, from: '2026-11-20' });
  await sent('placements.set-track', 'POST', `/episodes/${episodeId}/track`, { version: 1, trackId: null });
  await sent('placements.change-phase', 'POST', `/episodes/${episodeId}/phase`, { version: 2, pathVersionId: stage.versionIds[1], phaseNo: 2, from: '2026-11-20', reason: '' });
  await sent('placements.change-level', 'POST', `/episodes/${episodeId}/level`, { version: 3, level: 'php', from: '2026-11-20', reason: 'A reason' });
});
