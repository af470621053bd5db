/** The ground of a program over HTTP: what each act writes, each refusal by its name, stale edits, races, and what can be taken back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupBody, mondayTime, openGroupStage, planned, sessionsOf, startGroup } from '../support/groups-stage.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import type { Ask, Reply } from '../support/house.ts';

const outcome = (reply: Reply): string => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
type Stage = GroupStage & { administrator: Ask; post(path: string, body: unknown): Promise<string>; settings(): Promise<Reply['body']> };

async function openStage(t: { after(work: () => Promise<void>): void }): Promise<Stage> {
  const stage = await openGroupStage(t, 3);
  const administrator = await stage.house.as(stage.clinic, 'administrator');
  return { ...stage, administrator, post: async (path, body) => outcome(await administrator('POST', `/settings${path}`, body)), settings: async () => (await administrator('GET', '/settings')).body };
}

const SITE = { name: 'Quarry Lane', timeZone: 'America/Denver', telephone: '555 0100', address: '12 Quarry Lane', graceMinutes: 15 };
const PROGRAM = { name: 'Evening', population: 'adults', specialty: 'dual-diagnosis', level: 'iop' };

describe('sites and rooms', () => {
  test('a site that was added can be opened by whoever added it, at once', async (t) => {
    const stage = await openStage(t);
    const director = await stage.house.as(stage.clinic, 'director');
    const { siteId } = (await director('POST', '/settings/sites', SITE)).body;
    assert.equal(outcome(await director('GET', `/boards/today?siteId=${siteId}`)), '200');
    assert.equal((await director('GET', '/me')).body.sites.length, 2);
    assert.equal(await stage.post('/sites', SITE), '409 name-taken');
  });

  test('a zone is kept under the one name that the database knows too, and a name that only looks new is taken', async (t) => {
    const stage = await openStage(t);
    assert.equal(await stage.post('/sites', { ...SITE, timeZone: 'US/Pacific' }), '200');
    const zones = (await stage.settings()).sites.map((one: { timeZone: string }) => one.timeZone);
    assert.deepEqual(zones, ['America/Chicago', 'America/Los_Angeles']);
    assert.equal((await stage.administrator('GET', '/me')).status, 200, 'whoever added it is not locked out');
    assert.equal(await stage.post('/sites', { ...SITE, name: 'Quarry\u200b Lane\u2060' }), '409 name-taken');
    assert.equal(await stage.post('/sites', { ...SITE, name: 'Other', timeZone: 'Nowhere/Nothing' }), '400 malformed');
  });

  test('PRO-9 a stale edit is told; the zone stays once sessions were planned by it', async (t) => {
    const stage = await openStage(t);
    const { siteId } = stage.clinic;
    const change = (version: number, other: object) => stage.post(`/sites/${siteId}`, { version, ...SITE, timeZone: 'America/Chicago', ...other });
    assert.deepEqual((await Promise.all([change(0, { name: 'One' }), change(0, { name: 'Two' })])).sort(), ['200', '409 changed-meanwhile']);
    assert.equal(await change(1, { timeZone: 'America/Denver' }), '409 zone-fixed');
    assert.equal(await change(1, { name: 'Maple Street' }), '200');
    const [site] = (await stage.settings()).sites;
    assert.deepEqual([site.name, site.version, site.isZoneFixed], ['Maple Street', 2, true]);
  });

  test('PRO-8 a site in use stays, the only one stays, and of two ended at once one does', async (t) => {
    const stage = await openStage(t);
    const end = (id: string, ends = true) => stage.administrator('POST', `/settings/sites/${id}/end`, { ends });
    assert.equal(outcome(await end(stage.clinic.siteId)), '409 last-site');
    const other = (await stage.administrator('POST', '/settings/sites', SITE)).body.siteId;
    const used = await end(stage.clinic.siteId);
    assert.deepEqual([outcome(used), used.body.facts], ['409 still-in-use', { groups: ['Relapse prevention'], people: 3 }]);
    const third = (await stage.administrator('POST', '/settings/sites', { ...SITE, name: 'Third' })).body.siteId;
    assert.deepEqual((await Promise.all([other, third].map((id) => end(id)))).map(outcome), ['200', '200']);
    assert.equal(outcome(await end(other, false)), '200');
    assert.deepEqual((await stage.settings()).sites.map((one: { isEnded: boolean }) => one.isEnded), [false, false, true]);
  });

  test('a room in which a group meets stays; any other ends and comes back', async (t) => {
    const stage = await openStage(t);
    await startGroup(stage);
    const { roomId } = stage.where;
    assert.equal(await stage.post(`/rooms/${roomId}/end`, { ends: true }), '409 still-in-use');
    const fresh = (await stage.administrator('POST', `/settings/sites/${stage.clinic.siteId}/rooms`, { name: 'Cedar' })).body.roomId;
    assert.equal(await stage.post(`/sites/${stage.clinic.siteId}/rooms`, { name: 'Cedar' }), '409 name-taken');
    assert.equal(await stage.post(`/rooms/${fresh}/end`, { ends: true }), '200');
    assert.equal(await stage.post(`/rooms/${fresh}/end`, { ends: false }), '200');
    assert.equal(await stage.post(`/rooms/${fresh}`, { version: 0, name: 'Birch' }), '409 changed-meanwhile');
    assert.equal(await stage.post(`/rooms/${fresh}`, { version: 2, name: 'Birch' }), '200');
  });
});

test('PRO-8 of ending a room and starting a group in it at once, one holds', async (t) => {
  const stage = await openStage(t);
  const { roomId } = stage.where;
  const [ended, started] = await Promise.all([
    stage.post(`/rooms/${roomId}/end`, { ends: true }), stage.ask('POST', '/groups', groupBody(stage, { times: [mondayTime(stage, { facilitatorId: null })] })),
  ]);
  assert.ok(['200 / 404 not-found', '409 still-in-use / 200'].includes(`${ended} / ${outcome(started)}`), `${ended} / ${outcome(started)}`);
});

test('PRO-8 of ending a program and admitting somebody to it at once, one holds', async (t) => {
  const stage = await openStage(t);
  const { programId } = (await stage.administrator('POST', '/settings/programs', PROGRAM)).body;
  const admission = { siteId: stage.clinic.siteId, programId, trackId: null, pathId: null, level: null, counselorId: null, admittedOn: '2026-11-19' };
  const [ended, admitted] = await Promise.all([stage.post(`/programs/${programId}/end`, { ends: true }), stage.ask('POST', `/people/${stage.clinic.people[0]?.id}/episodes`, admission)]);
  assert.ok(['200 / 422 no-longer-run', '409 still-in-use / 200'].includes(`${ended} / ${outcome(admitted)}`), `${ended} / ${outcome(admitted)}`);
});

describe('programs and tracks', () => {
  test('PRO-9 for whom and what a program is, stays once somebody was admitted; its name does not', async (t) => {
    const stage = await openStage(t);
    const change = (version: number, other: object) => stage.post(`/programs/${stage.clinic.programId}`, { version, name: 'Adults', population: 'adults', specialty: 'substance-use', level: 'iop', ...other });
    assert.equal(await change(0, { level: 'php' }), '409 kind-fixed');
    assert.equal(await change(0, {}), '200');
    const { programId } = (await stage.administrator('POST', '/settings/programs', PROGRAM)).body;
    assert.equal(await stage.post(`/programs/${programId}`, { version: 0, ...PROGRAM, level: 'php' }), '200');
    const { programs } = await stage.settings();
    assert.deepEqual(programs.map((one: { name: string; level: string; isKindFixed: boolean }) => [one.name, one.level, one.isKindFixed]), [['Adults', 'iop', true], ['Evening', 'php', false]]);
  });

  test('a program with people or groups stays; a track with groups stays', async (t) => {
    const stage = await openStage(t);
    await startGroup(stage, { trackId: stage.where.trackId });
    assert.equal(await stage.post(`/programs/${stage.clinic.programId}/end`, { ends: true }), '409 still-in-use');
    assert.equal(await stage.post(`/tracks/${stage.where.trackId}/end`, { ends: true }), '409 still-in-use');
  });

  test('a track is unique among those that stand; one that ended comes back only while its name is free', async (t) => {
    const stage = await openStage(t);
    const body = { siteId: stage.clinic.siteId, programId: stage.clinic.programId, name: 'Morning' };
    const { trackId } = (await stage.administrator('POST', '/settings/tracks', body)).body;
    assert.equal(await stage.post('/tracks', body), '409 name-taken');
    assert.equal(await stage.post(`/tracks/${trackId}/end`, { ends: true }), '200');
    assert.equal(await stage.post('/tracks', body), '200');
    assert.equal(await stage.post(`/tracks/${trackId}/end`, { ends: false }), '409 name-taken');
  });
});

describe('days without sessions', () => {
  test('PRO-11 a holiday takes the planned sessions of its day, and gives them back; the same day twice is told', async (t) => {
    const stage = await openStage(t);
    const seriesId = await startGroup(stage);
    const add = (siteId: string | null, date: string) => stage.administrator('POST', '/settings/holidays', { siteId, date, name: 'A day' });
    const added = await add(stage.clinic.siteId, '2026-11-30');
    assert.equal(added.body.withdrawn, 1);
    assert.equal(outcome(await add(stage.clinic.siteId, '2026-11-30')), '409 day-taken');
    assert.equal(outcome(await add(null, '2026-11-30')), '200', 'of all sites is another thing');
    assert.ok(!planned(await sessionsOf(stage, seriesId)).includes('2026-11-30'));
    const end = (id: string, ends: boolean) => stage.administrator('POST', `/settings/holidays/${id}/end`, { ends });
    assert.equal((await end(added.body.holidayId, true)).body.changed, 0, 'the other holiday still stands');
    const { holidays } = await stage.settings();
    const rest = holidays.find((one: { siteId: string | null; date: string }) => one.siteId === null && one.date === '2026-11-30');
    const back = await end(rest.id, true);
    assert.deepEqual([back.body.changed, planned(await sessionsOf(stage, seriesId)).includes('2026-11-30')], [1, true]);
  });

  test('what was planned for today or before stays', async (t) => {
    const stage = await openStage(t);
    const reply = await stage.administrator('POST', '/settings/holidays', { siteId: null, date: '2026-11-18', name: 'Yesterday' });
    assert.equal(reply.body.withdrawn, 0);
  });

  test('sessions are planned as far ahead as the organization says, at once', async (t) => {
    const stage = await openStage(t);
    const seriesId = await startGroup(stage);
    assert.equal(await stage.post('/organization', { version: 0, name: 'Larkfield', planWeeks: 2 }), '200');
    assert.deepEqual(planned(await sessionsOf(stage, seriesId)), ['2026-11-23', '2026-11-30']);
    assert.equal(await stage.post('/organization', { version: 0, name: 'Larkfield', planWeeks: 4 }), '409 changed-meanwhile');
    assert.equal(await stage.post('/organization', { version: 1, name: 'Larkfield', planWeeks: 4 }), '200');
    assert.equal(planned(await sessionsOf(stage, seriesId)).at(-1), '2026-12-14');
  });
});

describe('curricula', () => {
  const curricula = async (stage: Stage) => (await stage.administrator('GET', '/settings/curricula')).body;

  test('a new organization has the first ones; asked for again, only what is missing is added', async (t) => {
    const stage = await openStage(t);
    const before = await curricula(stage);
    assert.deepEqual([before.firstMissing, before.curricula.length], [0, 5]);
    const [first] = before.curricula;
    assert.equal(await stage.post(`/curricula/${first.id}/end`, { ends: true }), '200');
    assert.equal((await curricula(stage)).firstMissing, 1);
    const added = await Promise.all([1, 2].map(() => stage.administrator('POST', '/settings/first-curricula', {})));
    assert.deepEqual(added.map((reply) => reply.body.added).sort(), [0, 1]);
    assert.equal(await stage.post(`/curricula/${first.id}/end`, { ends: false }), '409 name-taken');
  });

  test('PRO-10 it is saved whole, and sessions ahead follow it', async (t) => {
    const stage = await openStage(t);
    const { curriculumId } = stage.where;
    const seriesId = await startGroup(stage, { curriculumId });
    const [module] = (await curricula(stage)).curricula.find((one: { id: string }) => one.id === curriculumId).modules;
    const save = (version: number, modules: readonly object[]) => stage.post(`/curricula/${curriculumId}`, { version, name: 'Course', source: 'Ours', modules });
    assert.equal(await save(0, [{ id: null, title: 'New', isEntryPoint: true }, { id: module.id, title: module.title, isEntryPoint: true }]), '200');
    assert.deepEqual((await sessionsOf(stage, seriesId)).slice(0, 3).map((one) => one.module), ['New', 'Larkfield module', 'New']);
    assert.equal(await save(0, []), '409 changed-meanwhile');
    assert.equal(await stage.post(`/curricula/${curriculumId}/end`, { ends: true }), '409 still-in-use');
  });
});
