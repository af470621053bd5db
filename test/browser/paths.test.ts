/** Paths and hours rules in a real browser: the stair follows every change, a gap is closed with one press, rules are switched, followed and ended, and the ledger shows them. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { switchOnTests } from '../../src/modules/program/index.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { groupReadyToSign } from '../support/day.ts';
import { assertFocusSeen, assertQuiet, lookAtAllWidths, openBrowser, openPage, untilSuiteEnds } from '../support/browser.ts';

async function enter(house: House, browser: Browser, clinic: Organization, path: string, role: 'director' | 'administrator' | 'front-desk' = 'director', locale = 'en-US') {
  const email = await house.emailOf(clinic, role);
  const visit = await openPage(browser, house.address, 'desk', locale);
  const { page } = visit;
  await page.goto(path);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('nav[aria-label] a[aria-current=page]').first().waitFor();
  return visit;
}

const sentence = (page: Page) => page.locator('#work [role=status]').first();

describe('paths and hours rules', () => {
  let house: House;
  let browser: Browser;
  const suite = untilSuiteEnds();
  before(async () => {
    house = await openHouse(suite, undefined, { pages: true });
    browser = await openBrowser(suite);
  });

  test('a director thins a path out, reads the gap, closes it with one press, and saves the next version', async () => {
    const clinic = await house.furnish('Larkfield House', 2);
    const { page, complaints } = await enter(house, browser, clinic, '/program/paths');
    await page.getByText('3 paths to place people on. Every phase reaches the floor of its level.').waitFor();
    await lookAtAllWidths(page, 'paths-1-list');
    await page.getByRole('link', { name: 'Twelve weeks', exact: true }).click();
    await page.getByLabel('Name of the path').waitFor();
    assert.match(await assertFocusSeen(page, 'opening the editor'), /Name of the path/);
    await sentence(page).getByText('Every phase reaches its floor.').waitFor();
    const phase = page.getByRole('region', { name: 'Phase 2: weeks 5–8' });
    await phase.getByRole('button', { name: /^Remove block 2/ }).click();
    await phase.getByLabel('Minutes').fill('180');
    await sentence(page).getByText(/Weeks 5–8 plan 8\sh of 9\sh: 1\sh short each week\. Two ways: make the blocks 3\sh\s20, or add an individual session of 1\sh\./).waitFor();
    await lookAtAllWidths(page, 'paths-2-gap');
    await phase.getByRole('button', { name: /Make the blocks 3\sh\s20/ }).click();
    await sentence(page).getByText('Every phase reaches its floor.').waitFor();
    assert.equal(await phase.getByLabel('Minutes').inputValue(), '200');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Twelve weeks is saved as version 2.').waitFor();
    await page.getByText(/Version 2/).waitFor();
    await page.getByRole('button', { name: 'Take out Four weeks' }).click();
    await page.getByText('1 path is no longer offered').waitFor();
    await page.keyboard.press('u');
    await page.getByText('3 paths to place people on.').waitFor();
    assertQuiet(complaints);
  });

  test('by the keyboard alone a new path is written, its phase stepped down, and added', async () => {
    const clinic = await house.furnish('Fernhill Center', 1);
    const { page, complaints } = await enter(house, browser, clinic, '/program/paths');
    await page.goto('/program/paths#new');
    await page.locator('#work input').first().waitFor();
    assert.match(await assertFocusSeen(page, 'opening the editor by its address'), /Name of the path/);
    await page.getByText('Give the path a name to save it.').waitFor();
    await page.keyboard.type('Six weeks');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    /* The weeks of the first phase are the next field after its name and the buttons that move it. */
    for (let press = 0; press < 6 && !/Weeks/.test(await assertFocusSeen(page, 'Tab')); press += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await sentence(page).getByText('over 7 weeks').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('o');
    await page.getByText('No phase here has a floor.').waitFor();
    await page.keyboard.press('Home');
    await sentence(page).getByText('Every phase reaches its floor.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Six weeks is saved as version 1.').waitFor();
    assertQuiet(complaints);
  });

  test('what somebody else saved meanwhile stands beside one’s own, and one chooses', async () => {
    const clinic = await house.furnish('Birch Hall', 1);
    const { page, complaints } = await enter(house, browser, clinic, '/program/paths');
    await page.getByRole('link', { name: 'Eight weeks', exact: true }).click();
    await page.getByLabel('Name of the path').fill('Eight weeks, evenings');
    const ask = await house.as(clinic, 'administrator');
    const path = (await ask('GET', '/paths')).body.paths.find((one: { name: string }) => one.name === 'Eight weeks');
    assert.equal((await ask('POST', `/paths/${path.pathId}`, { version: 1, name: 'Eight weeks', phases: path.phases.slice(0, 2) })).status, 200);
    await page.getByRole('button', { name: /Save version 2/ }).click();
    await page.getByText('Ada Administrator saved version 2 while you were at it.').waitFor();
    await lookAtAllWidths(page, 'paths-3-theirs');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: /Save version 3/ }).click();
    await page.getByText('Eight weeks, evenings is saved as version 3.').waitFor();
    assertQuiet(complaints);
  });

  test('a test is switched on and back, new figures follow a floor from a day on, a rule is added and ended', async () => {
    const clinic = await house.furnish('Alder Place', 1);
    const { page, complaints } = await enter(house, browser, clinic, '/program/hours');
    await page.getByText('No test of a payer or state is switched on').waitFor();
    await lookAtAllWidths(page, 'hours-1-rules');
    const wyoming = page.getByRole('switch', { name: 'Nine hours, three days, no long gap, applied' });
    await wyoming.click();
    await page.getByText('1 of 10 tests is switched on').waitFor();
    await page.keyboard.press('u');
    await page.getByText('No test of a payer or state is switched on').waitFor();
    await page.getByRole('button', { name: 'New figures Nine hours a week' }).click();
    await page.getByLabel('Least minutes a week').fill('600');
    await page.getByLabel('First day').fill('2020-01-01');
    await page.getByLabel('Source', { exact: true }).fill('A letter of our state, section 3');
    await page.getByRole('button', { name: 'Replace from this day on' }).click();
    await page.getByText('The new figures would begin on or before the day on which the old ones began.').waitFor();
    await lookAtAllWidths(page, 'hours-2-panel');
    await page.getByLabel('First day').fill('2027-01-01');
    await page.getByRole('button', { name: 'Replace from this day on' }).click();
    await page.getByText('not yet in force').waitFor();
    await page.getByText('until December 31, 2026').waitFor();
    await page.keyboard.press('u');
    await page.getByText('not yet in force').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Two evenings');
    await page.getByLabel('Who says so').fill('Meadow Health');
    await page.getByLabel('Days a week').fill('2');
    await page.getByLabel('Source', { exact: true }).fill('Contract of 2026');
    await page.getByRole('button', { name: 'Add the rule' }).click();
    await page.getByText('On 2 days a week').waitFor();
    await page.getByRole('button', { name: 'End Two evenings' }).click();
    await page.getByRole('button', { name: 'End the rule' }).click();
    await page.getByText('until November 19, 2026').waitFor();
    assertQuiet(complaints);
  });

  test('the ledger shows the floor and the tests side by side; who may not change sees no act', async () => {
    const clinic = await house.furnish('Cedar House', 2);
    await house.inOrganization(clinic.orgId, (tx) => switchOnTests(tx, clinic.orgId, [
      { name: 'Plan calls for nine hours', saidBy: 'Medicare' }, { name: 'Three hours on three days', saidBy: 'Maryland, per diem H0015' }, { name: 'Nine hours, three days, no long gap', saidBy: 'Wyoming' },
    ]));
    await groupReadyToSign(house, clinic, await house.as(clinic, 'facilitator'), 2);
    const { page, complaints } = await enter(house, browser, clinic, '/program/hours', 'front-desk');
    await page.getByText('3 of 10 tests are switched on').waitFor();
    assert.equal(await page.getByRole('switch').count() + await page.getByRole('button', { name: /End|New figures|Add a rule/ }).count(), 0);
    assertQuiet(complaints);
    const director = await enter(house, browser, clinic, `/people/${clinic.people[0]?.id}/hours`);
    await director.page.getByRole('heading', { name: '4 tests, one attendance' }).waitFor();
    await lookAtAllWidths(director.page, 'hours-3-ledger');
    assertQuiet(director.complaints);
  });

  test('both pages are Spanish for who reads Spanish', async () => {
    const clinic = await house.furnish('Casa Olmo', 1);
    const { page, complaints } = await enter(house, browser, clinic, '/program/paths', 'director', 'es-US');
    await page.getByText('Todas las fases alcanzan el mínimo de su nivel.').waitFor();
    await page.getByRole('link', { name: /Twelve weeks/ }).first().click();
    await page.getByLabel('Nombre del recorrido').waitFor();
    await lookAtAllWidths(page, 'paths-4-spanish');
    await page.getByRole('link', { name: 'Reglas de horas' }).click();
    await page.getByRole('heading', { name: 'Pruebas de pagadores y estados' }).waitFor();
    await lookAtAllWidths(page, 'hours-4-spanish');
    assertQuiet(complaints);
  });
});
