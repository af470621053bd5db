/** Somebody is found from any page by a mistyped name with the keyboard alone, by a birth date, by a number; on a phone and in Spanish too. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertEpisodes } from '../../src/modules/placements/index.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage, untilSuiteEnds } from '../support/browser.ts';

const PEOPLE = [
  { given: 'Juniper', family: 'Vale', born: '1992-03-02', number: 'P-0041', admitted: '2026-10-19', ended: null }, { given: 'José', family: 'Núñez', born: '1985-12-02', number: 'P-0042', admitted: '2026-11-02', ended: null },
  { given: 'Juniper', family: 'Volkov', born: '1979-06-30', number: 'P-0043', admitted: '2026-09-07', ended: '2026-11-13' }, { given: 'Gwendolyn', family: 'Hale', born: '1990-07-14', number: 'P-0044', admitted: '2026-12-01', ended: null },
  { given: 'Orson', family: 'Longago', born: '1966-01-17', number: 'P-0001', admitted: '2025-01-06', ended: '2025-04-04' },
];

async function enterPeople(house: House, { orgId, programId, siteId }: Organization): Promise<void> {
  const now = house.clock.now();
  const people = PEOPLE.map((one) => ({ ...one, id: newSilentId() }));
  await house.inOrganization(orgId, async (tx) => {
    await insertParticipants(tx, orgId, people.map((one) => ({
      id: one.id, participantNumber: one.number, legalGivenName: one.given, legalFamilyName: one.family, chosenName: one.given === 'Gwendolyn' ? 'Wren' : null, pronouns: null, birthDate: one.born, language: 'en',
    })), now, null);
    await insertEpisodes(tx, orgId, people.map((one) => ({ id: newId(now), participantId: one.id, programId, siteId, admittedOn: one.admitted, segmentId: newId(now), level: 'iop' })), now, null);
    for (const one of people) await sql`update episodes set ended_on = ${one.ended} where org_id = ${orgId} and participant_id = ${one.id}`.execute(tx);
  });
}

async function signIn(page: Page, email: string, where = '/'): Promise<void> {
  await page.goto(where);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Rooms' }).first().waitFor({ state: 'attached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Find people, groups, pages' });
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });

describe('the search', () => {
  let house: House;
  let clinic: Organization;
  let browser: Browser;
  const suite = untilSuiteEnds();
  before(async () => {
    house = await openHouse(suite, undefined, { pages: true });
    clinic = await house.furnish('Larkfield House', 2);
    await enterPeople(house, clinic);
    browser = await openBrowser(suite);
  });

  test('a counselor finds somebody by a mistyped name with the keyboard alone, and what was typed stands in no address', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'desk');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await signIn(page, await house.emailOf(clinic, 'counselor'));
    await page.keyboard.press('/');
    assert.match(await assertFocusSeen(page, '/'), /^input.*Find people/);
    await page.getByText('Type a name, a birth date or a number.').waitFor();
    await lookAtAllWidths(page, 'search-1-open');
    await page.keyboard.type('junpier v');
    await option(page, /^Juniper Va\./).waitFor();
    assert.match(await page.locator('[role=option][aria-selected=true]').innerText(), /^Juniper Va\.\s+born 1992 · P-0041 · .*week 5/);
    assert.equal(await field(page).getAttribute('aria-activedescendant'), await page.locator('[role=option][aria-selected=true]').getAttribute('id'));
    await lookAtAllWidths(page, 'search-2-mistyped');
    await page.keyboard.press('ArrowDown');
    assert.match(await page.locator('[role=option][aria-selected=true]').innerText(), /^Juniper Vo\.[^]*has left/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Juniper Vale' }).waitFor();
    await assertFocusSeen(page, 'opening somebody');
    await page.keyboard.press('Control+k');
    assert.equal(await field(page).inputValue(), '');
    await page.keyboard.type('nunez');
    await option(page, /José N\./).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('option').count(), 0);
    assert.match(await assertFocusSeen(page, 'Escape'), /^input.*Find people/);
    assert.deepEqual(asked.filter((url) => /jun|nunez/i.test(url)), []);
    assertQuiet(complaints);
  });

  test('the front desk finds by birth date and by number, groups and pages by name, and nobody who left long ago', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'desk');
    await signIn(page, await house.emailOf(clinic, 'front-desk'), '/people');
    await field(page).fill('3/2/1992');
    await option(page, /Juniper V\./).waitFor();
    await field(page).fill('41');
    await option(page, /P-0041/).waitFor();
    assert.equal(await page.getByRole('option').count(), 1);
    await field(page).fill('hale');
    await option(page, /^Wren H\. *Gwendolyn Hale · born 1990 · P-0044 · .*not yet begun/).waitFor();
    await field(page).fill('relapse');
    await option(page, /Relapse prevention/).waitFor();
    await look(page, 'search-3-group-desk');
    await field(page).fill('longago');
    await page.getByText('Nothing is found under that.').waitFor();
    await lookAtAllWidths(page, 'search-4-nothing');
    await field(page).fill('peop');
    await option(page, /^People/).click();
    await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
    await page.context().setOffline(true);
    await field(page).fill('juniper');
    await page.getByText('There is no network just now.').waitFor();
    await look(page, 'search-5-offline-desk');
    await page.context().setOffline(false);
    assertQuiet(complaints, /ERR_INTERNET_DISCONNECTED/);
  });

  test('on a phone a magnifier opens the search over the whole width, in Spanish as well', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'phone', 'es-MX');
    await page.goto('/people');
    await page.getByLabel('Correo electrónico').fill(await house.emailOf(clinic, 'counselor'));
    await page.getByLabel('Contraseña').fill(PASSWORD);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('button', { name: 'Buscar', exact: true }).tap();
    await page.getByText('Escriba un nombre, una fecha de nacimiento o un número.').waitFor();
    await page.keyboard.type('2 de marzo de 1992');
    await option(page, /Juniper V\..*nac\. 1992/).waitFor();
    await look(page, 'search-6-spanish-phone');
    await page.getByRole('button', { name: 'Cerrar' }).tap();
    assert.equal(await page.evaluate(`document.activeElement.getAttribute('aria-label')`), 'Buscar');
    await page.getByRole('button', { name: 'Buscar', exact: true }).tap();
    await page.keyboard.type('gewndolyn');
    await option(page, /Wren H\./).tap();
    await page.getByRole('heading', { name: /Gwendolyn Hale/ }).waitFor();
    assertQuiet(complaints);
  });
});
