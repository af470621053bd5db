/** Hours rules and paths as data: who may change them, each refusal by name, races, stale edits, history, and what a new organization finds. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { openHouse } from '../support/house.ts';
import type { Ask, Organization, Reply } from '../support/house.ts';
import { newId } from '../../src/platform/ids.ts';

const TEST = {
  purpose: 'test', level: 'iop', population: 'adults', name: 'Three hours on two days', unit: 'minutes', basis: 'attended', sessionTypes: ['group'], participantPresent: true, floorMinutesWeek: null, ceilingMinutesWeek: null,
  floorMinutesDay: 180, daysWeek: 2, servicesWeek: null, longestGapDays: null, weeksMax: null, weekStartsOn: 1, validFrom: '2026-06-01', validTo: null, saidBy: 'A payer', source: 'A contract', isVerified: false,
};
const FLOOR = { ...TEST, purpose: 'floor', name: 'Ten hours a week', basis: 'clinical', floorMinutesWeek: 600, floorMinutesDay: null, daysWeek: null, saidBy: '' };
const figures = (rule: typeof TEST | typeof FLOOR) => Object.fromEntries(Object.entries(rule).filter(([key]) => !['purpose', 'level', 'population'].includes(key)));
const BLOCK = { label: 'Block', sessionType: 'group', minutes: 200, breakMinutes: 20, perWeek: 3 };
const PHASE = { name: 'First', weeks: 4, level: 'iop', blocks: [BLOCK] };

const said = (reply: Reply) => (reply.status === 200 ? 200 : `${reply.status} ${reply.body.refusal as string}`);
function ok(reply: Reply): any { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into replies of every shape
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}
type Rule = { id: string; name: string; purpose: string; population: string; level: string; saidBy: string; version: number; standing: string; validFrom: string; validTo: string | null; isOn: boolean; floorMinutesWeek: number | null; isVerified: boolean };
const rulesOf = async (ask: Ask): Promise<Rule[]> => ok(await ask('GET', '/hours-rules')).rules as Rule[];
async function nineHours(ask: Ask): Promise<Rule> {
  const found = (await rulesOf(ask)).find((rule) => rule.purpose === 'floor' && rule.level === 'iop' && rule.population === 'adults' && rule.validTo === null);
  assert.ok(found);
  return found;
}

async function open(t: { after(work: () => Promise<void>): void }): Promise<{ house: Awaited<ReturnType<typeof openHouse>>; clinic: Organization; ask: Ask }> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 1);
  return { house, clinic, ask: await house.as(clinic, 'administrator') };
}

describe('hours rules', () => {
  test('PRO-25 a new organization finds its floors in force and the tests of payers and states switched off', async (t) => {
    const { ask } = await open(t);
    const rules = await rulesOf(ask);
    assert.deepEqual(rules.filter((rule) => rule.purpose === 'floor').map((rule) => [rule.level, rule.population, rule.floorMinutesWeek, rule.isOn, rule.standing]), [
      ['iop', 'adults', 540, true, 'in-force'], ['iop', 'adolescents', 360, true, 'in-force'], ['php', 'adults', 1200, true, 'in-force'], ['php', 'adolescents', 1200, true, 'in-force'],
    ]);
    assert.equal(rules.filter((rule) => rule.purpose === 'test' && !rule.isOn).length, 10);
  });

  test('PRO-22 a rule without a figure, with its ceiling under its floor, ended before it begins or asked for by nobody is refused by name', async (t) => {
    const { ask } = await open(t);
    for (const [rule, refused] of [
      [{ ...TEST, floorMinutesDay: null, daysWeek: null }, '422 rule-measures-nothing'], [{ ...FLOOR, floorMinutesWeek: null, daysWeek: 3, population: 'adolescents' }, '422 rule-measures-nothing'],
      [{ ...TEST, floorMinutesWeek: 600, ceilingMinutesWeek: 540 }, '422 ceiling-under-floor'], [{ ...TEST, validTo: '2026-05-31' }, '422 rule-ends-before-it-begins'], [{ ...TEST, saidBy: '  ' }, '422 said-by-missing'],
    ] as const) assert.equal(said(await ask('POST', '/hours-rules', rule)), refused);
  });

  test('PRO-21 a second floor on some of the same days is refused, and of two that are added at once one stands', async (t) => {
    const { ask } = await open(t);
    const refused = await ask('POST', '/hours-rules', FLOOR);
    assert.equal(said(refused), '409 floor-overlaps');
    assert.equal(refused.body.facts.ruleId, (await nineHours(ask)).id);
    const outpatient = { ...FLOOR, level: 'outpatient', floorMinutesWeek: 60 };
    const both = await Promise.all([ask('POST', '/hours-rules', outpatient), ask('POST', '/hours-rules', { ...outpatient, floorMinutesWeek: 90 })]);
    assert.deepEqual(both.map(said).sort(), [200, '409 floor-overlaps']);
  });

  test('PRO-2 replacing ends the old figures the day before and keeps both readable; switched off stays off', async (t) => {
    const { ask } = await open(t);
    const old = await nineHours(ask);
    const { ruleId } = ok(await ask('POST', `/hours-rules/${old.id}/replacement`, { ...figures(FLOOR), validFrom: '2027-01-01', version: 0 }));
    const rules = await rulesOf(ask);
    const pick = (id: string) => rules.filter((rule) => rule.id === id).map(({ validFrom, validTo, floorMinutesWeek, standing, version }) => ({ validFrom, validTo, floorMinutesWeek, standing, version }))[0];
    assert.deepEqual(pick(old.id), { validFrom: '2021-01-01', validTo: '2026-12-31', floorMinutesWeek: 540, standing: 'in-force', version: 1 });
    assert.deepEqual(pick(ruleId), { validFrom: '2027-01-01', validTo: null, floorMinutesWeek: 600, standing: 'coming', version: 0 });
    assert.equal(said(await ask('POST', `/hours-rules/${ruleId}/replacement`, { ...figures(FLOOR), validFrom: '2027-01-01', version: 0 })), '422 replacement-too-early');
    assert.equal(said(await ask('POST', `/hours-rules/${old.id}/replacement`, { ...figures(FLOOR), validFrom: '2026-06-01', version: 1 })), '409 floor-overlaps', 'the coming one is in the way');
    const off = rules.find((rule) => rule.saidBy === 'Indiana');
    const replaced = ok(await ask('POST', `/hours-rules/${off?.id}/replacement`, { ...figures(TEST), version: 0 }));
    assert.equal((await rulesOf(ask)).find((rule) => rule.id === replaced.ruleId)?.isOn, false);
  });

  test('PRO-2 undo of a replacement: the new figures are taken out, then the old ones hold on', async (t) => {
    const { ask } = await open(t);
    const old = await nineHours(ask);
    const { ruleId } = ok(await ask('POST', `/hours-rules/${old.id}/replacement`, { ...figures(FLOOR), validFrom: '2027-01-01', version: 0 }));
    assert.equal(said(await ask('POST', `/hours-rules/${old.id}/end`, { version: 1, ends: false, lastOn: null })), '409 floor-overlaps');
    ok(await ask('POST', `/hours-rules/${ruleId}/end`, { version: 0, ends: true, lastOn: null }));
    ok(await ask('POST', `/hours-rules/${old.id}/end`, { version: 1, ends: false, lastOn: null }));
    assert.equal((await nineHours(ask)).id, old.id);
    assert.equal((await rulesOf(ask)).some((rule) => rule.id === ruleId), false);
    assert.equal(said(await ask('POST', `/hours-rules/${ruleId}/switch`, { version: 1, isOn: true })), '409 changed-meanwhile', 'what was taken out is not switched');
    assert.equal(said(await ask('POST', `/hours-rules/${ruleId}/replacement`, { ...figures(FLOOR), validFrom: '2028-01-01', version: 1 })), '409 changed-meanwhile');
  });

  test('PRO-22 a rule ends on a day, is taken out right after it was entered, and comes back from both', async (t) => {
    const { ask } = await open(t);
    const { id } = await nineHours(ask);
    const end = (version: number, ends: boolean, lastOn: string | null) => ask('POST', `/hours-rules/${id}/end`, { version, ends, lastOn });
    assert.equal(said(await end(0, true, null)), 200, 'entered within a day, with the organization');
    assert.equal(said(await end(1, false, null)), 200);
    assert.equal(said(await end(2, true, '2020-12-31')), '422 rule-ends-before-it-begins');
    assert.equal(ok(await end(2, true, '2026-11-30')).version, 3);
    assert.equal(ok(await end(3, false, null)).version, 4);
    assert.equal(ok(await end(4, false, null)).version, 4, 'what changes nothing is no new version');
  });

  test('PRO-22 a rule by which weeks were read is not taken out once a day has passed', async (t) => {
    const { house, clinic, ask } = await open(t);
    const { id } = await nineHours(ask);
    house.clock.advance(25 * 60);
    const later = await house.as({ ...(await house.furnish('Other', 1)) }, 'administrator');
    assert.equal(said(await later('POST', `/hours-rules/${id}/end`, { version: 0, ends: true, lastOn: null })), '404 not-found', 'another organization');
    const again = await house.as(clinic, 'administrator');
    assert.equal(said(await again('POST', `/hours-rules/${id}/end`, { version: 0, ends: true, lastOn: null })), '409 rule-in-force');
  });

  test('PRO-21 a floor that was switched off cannot come back while another holds', async (t) => {
    const { ask } = await open(t);
    const { id } = await nineHours(ask);
    ok(await ask('POST', `/hours-rules/${id}/switch`, { version: 0, isOn: false }));
    const added = ok(await ask('POST', '/hours-rules', FLOOR));
    assert.equal(said(await ask('POST', `/hours-rules/${id}/switch`, { version: 1, isOn: true })), '409 floor-overlaps');
    ok(await ask('POST', `/hours-rules/${added.ruleId}/switch`, { version: 0, isOn: false }));
    assert.equal(ok(await ask('POST', `/hours-rules/${id}/switch`, { version: 1, isOn: true })).version, 2);
  });

  test('PRO-2 an edit of what somebody changed meanwhile is refused, and of two at once one wins', async (t) => {
    const { clinic, house, ask } = await open(t);
    const director = await house.as(clinic, 'director');
    const { id } = (await rulesOf(ask)).find((rule) => rule.saidBy === 'Wyoming') as Rule;
    const both = await Promise.all([ask('POST', `/hours-rules/${id}/switch`, { version: 0, isOn: true }), director('POST', `/hours-rules/${id}/switch`, { version: 0, isOn: true })]);
    assert.deepEqual(both.map(said).sort(), [200, '409 changed-meanwhile']);
    const { rows } = await house.inOrganization(clinic.orgId, (tx) => sql<{ was: object; became: object }>`select was, became from changes where org_id = ${clinic.orgId} and row_id = ${id}`.execute(tx));
    assert.deepEqual(rows, [{ was: { isOn: false }, became: { isOn: true } }]);
  });
});

describe('paths', () => {
  type Path = { pathId: string; pathVersionId: string; name: string; version: number; weeks: number; isEnded: boolean; people: { version: number; people: number }[]; phases: object[]; savedByName: string | null };
  const pathsOf = async (ask: Ask): Promise<Path[]> => ok(await ask('GET', '/paths')).paths as Path[];

  test('PRO-24 a new organization finds paths of four, eight and twelve weeks', async (t) => {
    const { ask } = await open(t);
    assert.deepEqual((await pathsOf(ask)).map((path) => [path.name, path.weeks, path.version, path.savedByName]), [['Four weeks', 4, 1, null], ['Eight weeks', 8, 1, null], ['Twelve weeks', 12, 1, null]]);
    const { programs, rules } = ok(await ask('GET', '/paths'));
    assert.equal(programs.length, 1);
    assert.deepEqual(rules.map((rule: Rule) => rule.purpose), ['floor', 'floor', 'floor', 'floor'], 'what is off is held against nothing');
  });

  test('PRO-23 a path under its floor may be saved; one too long or all break is refused by name', async (t) => {
    const { ask, clinic } = await open(t);
    const add = (name: string, phases: readonly object[], programId = clinic.programId) => ask('POST', '/paths', { programId, name, phases });
    assert.equal(said(await add('Thin', [{ ...PHASE, blocks: [{ ...BLOCK, minutes: 180 }] }])), 200);
    assert.equal(said(await add('Long', [{ ...PHASE, weeks: 40 }, { ...PHASE, weeks: 13 }])), '422 path-too-long');
    assert.equal(said(await add('Break', [{ ...PHASE, blocks: [{ ...BLOCK, minutes: 20, breakMinutes: 20 }] }])), '422 break-fills-block');
    assert.equal(said(await add('thin', [PHASE])), '409 path-name-taken');
    assert.equal(said(await add('Elsewhere', [PHASE], randomUUID())), '404 not-found');
  });

  test('PRO-26 each save is a version; an older one stays with the people on it', async (t) => {
    const { house, clinic, ask } = await open(t);
    const [four] = await pathsOf(ask);
    assert.ok(four);
    await house.inOrganization(clinic.orgId, (tx) => sql`insert into phase_segments (org_id, id, episode_id, path_version_id, phase_no, starts_on, recorded_at)
      values (${clinic.orgId}, ${newId(house.clock.now())}, ${clinic.people[0]?.episodeId}, ${four.pathVersionId}, 1, '2026-11-01', ${house.clock.now()})`.execute(tx));
    assert.equal(ok(await ask('POST', `/paths/${four.pathId}`, { version: 1, name: 'Four weeks', phases: [PHASE] })).version, 2);
    const saved = (await pathsOf(ask)).find((path) => path.pathId === four.pathId);
    assert.deepEqual([saved?.version, saved?.phases, saved?.people, saved?.savedByName], [2, [PHASE], [{ version: 1, people: 1 }], 'Ada Administrator']);
  });

  test('PRO-26 a save of what somebody saved meanwhile is refused, and of two at once one wins', async (t) => {
    const { house, clinic, ask } = await open(t);
    const director = await house.as(clinic, 'director');
    const [four, eight] = await pathsOf(ask);
    const save = (by: Ask, version: number, name = 'Four weeks') => by('POST', `/paths/${four?.pathId}`, { version, name, phases: [PHASE] });
    assert.deepEqual((await Promise.all([save(ask, 1), save(director, 1)])).map(said).sort(), [200, '409 changed-meanwhile']);
    assert.equal(said(await save(ask, 1)), '409 changed-meanwhile');
    assert.equal(said(await save(ask, 2, eight?.name)), '409 path-name-taken');
    assert.equal(said(await save(ask, 2)), 200);
    const both = await Promise.all(['Ours', 'ours'].map((name) => ask('POST', '/paths', { programId: clinic.programId, name, phases: [PHASE] })));
    assert.deepEqual(both.map(said).sort(), [200, '409 path-name-taken']);
  });

  test('PRO-26 a path that ended is kept, can be brought back, and not saved meanwhile; its name may be given again', async (t) => {
    const { clinic, ask } = await open(t);
    const [four] = await pathsOf(ask);
    const end = (ends: boolean) => ask('POST', `/paths/${four?.pathId}/end`, { ends });
    ok(await end(true));
    ok(await end(true));
    assert.equal((await pathsOf(ask)).find((path) => path.pathId === four?.pathId)?.isEnded, true);
    assert.equal(said(await ask('POST', `/paths/${four?.pathId}`, { version: 1, name: 'Four weeks', phases: [PHASE] })), '409 changed-meanwhile');
    ok(await end(false));
    ok(await end(true));
    ok(await ask('POST', '/paths', { programId: clinic.programId, name: 'Four weeks', phases: [PHASE] }));
    assert.equal(said(await end(false)), '409 path-name-taken');
  });
});
