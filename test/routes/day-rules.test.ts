/** The figures of the day are changed from a day on, nothing is overwritten, and a site may have its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadDayFigures } from '../../src/modules/program/index.ts';
import { changeDayRule } from '../../src/modules/program/day-rules.contract.ts';
import { openHouse } from '../support/house.ts';
import type { Ask, House, Organization, Reply } from '../support/house.ts';

type After = { after(work: () => Promise<void>): void };
type Stage = { house: House; clinic: Organization; ask: Ask };
type Figure = { value: number; siteId: string | null; siteName: string | null; validFrom: string; standing: string; isVerified: boolean; source: string; recordedByName: string | null };

async function open(t: After): Promise<Stage> {
  const house = await openHouse(t);
  const clinic = await house.furnish('Larkfield House', 1);
  return { house, clinic, ask: await house.as(clinic, 'administrator') };
}
const BODY = { siteId: null, rule: 'danger-take-minutes', value: 25, validFrom: '2026-11-19', source: 'Decided in the staff meeting.', isVerified: false };
const change = ({ ask }: Stage, other: object = {}): Promise<Reply> => ask('POST', '/day-rules', { ...BODY, ...other });
const takeOf = ({ house, clinic }: Stage, day = '2026-11-19') => house.inOrganization(clinic.orgId, async (tx) => (await loadDayFigures(tx, clinic.orgId, clinic.siteId, day))['danger-take-minutes']);
const figuresOf = async ({ ask }: Stage, rule = 'danger-take-minutes'): Promise<Figure[]> => (await ask('GET', '/day-rules')).body.rules.find((one: { rule: string }) => one.rule === rule).figures;
const said = (figures: readonly Figure[]): string[] => figures.map((one) => `${one.siteName ?? 'all'} ${one.value} ${one.validFrom} ${one.standing}`);

const REFUSALS: Record<string, (stage: Stage) => Promise<Reply>> = {
  'figure-out-of-bounds': (stage) => change(stage, { value: 241 }),
  'figure-in-the-past': (stage) => change(stage, { validFrom: '2026-11-18' }),
};
for (const [name, provoke] of Object.entries(REFUSALS)) {
  test(`PRO-27 refused by name: ${name}`, async (t) => {
    const stage = await open(t);
    assert.equal((await provoke(stage)).body.refusal, name);
    assert.equal((await figuresOf(stage)).length, 1, 'nothing was written');
  });
}
test('every refusal of this contract is provoked above', () => {
  assert.deepEqual(Object.keys(REFUSALS).sort(), changeDayRule.refusals.map((one) => one.name).sort());
});

test('PRO-27 a figure holds from its day on, and the ones before stay readable with source and author', async (t) => {
  const stage = await open(t);
  assert.deepEqual(said(await figuresOf(stage)), ['all 15 2000-01-01 in-force']);
  assert.equal((await change(stage)).status, 200);
  assert.equal((await change(stage, { value: 10, validFrom: '2026-12-01' })).status, 200);
  assert.deepEqual(said(await figuresOf(stage)), ['all 10 2026-12-01 coming', 'all 25 2026-11-19 in-force', 'all 15 2000-01-01 past']);
  assert.deepEqual([await takeOf(stage, '2026-11-18'), await takeOf(stage), await takeOf(stage, '2026-12-01')], [15, 25, 10]);
  const [, now, first] = await figuresOf(stage);
  assert.deepEqual([now?.recordedByName, now?.source, first?.recordedByName], ['Ada Administrator', BODY.source, null]);
});

test('PRO-27 a site’s own figure stands before the organization’s, and changing back is a row like any other', async (t) => {
  const stage = await open(t);
  await change(stage, { siteId: stage.clinic.siteId, value: 5 });
  await change(stage, { value: 30 });
  assert.equal(await takeOf(stage), 5);
  await change(stage, { siteId: stage.clinic.siteId, value: 20, source: 'First setting of this program; not verified.' });
  assert.equal(await takeOf(stage), 20);
  const standings = await figuresOf(stage);
  assert.deepEqual(standings.filter(({ standing }) => standing === 'in-force').map(({ siteName, value }) => `${siteName ?? 'all'} ${value}`).sort(), ['Maple Street 20', 'all 30']);
  assert.equal(standings.length, 4, 'nothing was overwritten');
});

test('PRO-27 of two who write one day at once both are kept and one figure holds', async (t) => {
  const stage = await open(t);
  const replies = await Promise.all([change(stage, { value: 11 }), change(stage, { value: 12 })]);
  assert.deepEqual(replies.map(({ status }) => status), [200, 200]);
  const figures = await figuresOf(stage);
  assert.equal(figures.length, 3);
  assert.equal(figures.find(({ standing }) => standing === 'in-force')?.value, await takeOf(stage));
});

test('whoever may not change settings only reads them; a site of another organization is not found, and its figures are not shown', async (t) => {
  const stage = await open(t);
  const elsewhere = await stage.house.furnish('Fernhill Center', 1);
  const counselor = await stage.house.as(stage.clinic, 'counselor');
  assert.equal((await counselor('POST', '/day-rules', BODY)).body.refusal, 'not-your-role');
  assert.equal((await counselor('GET', '/day-rules')).status, 200);
  assert.equal((await change(stage, { siteId: elsewhere.siteId })).body.refusal, 'not-found');
  await (await stage.house.as(elsewhere, 'administrator'))('POST', '/day-rules', { ...BODY, siteId: elsewhere.siteId, value: 99 });
  assert.deepEqual(said(await figuresOf(stage)), ['all 15 2000-01-01 in-force']);
});
