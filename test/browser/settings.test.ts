/** An administrator lays the ground of a program in a real browser: sites, rooms, programs, tracks, holidays, curricula; by mouse, by keyboard, and with undo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import { WIDTHS, assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage, until } from '../support/browser.ts';

async function signIn(page: Page, email: string, heading: string): Promise<void> {
  await page.getByLabel(/^(Email address|Correo electrónico)$/).fill(email);
  await page.getByLabel(/^(Password|Contraseña)$/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Sign in|Entrar)$/ }).click();
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

async function openAs(t: { after(work: () => Promise<void>): void }, role: 'administrator' | 'biller', path: string, locale = 'en-US') {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk', locale);
  await page.goto(path);
  await signIn(page, await house.emailOf(clinic, role), locale === 'en-US' ? 'Program' : 'Programa');
  return { house, clinic, page, complaints };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A site and a room in it; what stands in the way of an end; an end and its undo. */
async function laySites(page: Page): Promise<void> {
  await page.getByText('Larkfield House has 1 site and 1 room. Sessions are planned 12 weeks ahead.').waitFor();
  await lookAtAllWidths(page, 'settings-1-ground');
  await press(page, 'Change name and planning');
  await page.getByLabel('Weeks planned ahead').fill('13');
  await press(page, 'Keep this');
  await page.getByText(/^Kept\. 1\d sessions are newly planned\.$/).waitFor();

  await press(page, 'Add a site');
  const panel = page.getByRole('dialog', { name: 'Add a site' });
  await panel.getByLabel('Name').fill('Maple Street');
  await panel.getByLabel('Time zone').selectOption('America/Denver');
  await panel.getByLabel('Telephone').fill('(303) 555-0110');
  await panel.getByLabel('Address').fill('12 Quarry Lane, Denver, Colorado');
  await press(page, 'Add the site');
  await panel.getByText('There is one with this name already.').waitFor();
  await lookAtAllWidths(page, 'settings-2-site');
  await panel.getByLabel('Name').fill('Quarry Lane');
  await press(page, 'Add the site');
  await page.getByRole('heading', { name: 'Quarry Lane' }).waitFor();

  await press(page, 'End Maple Street');
  await page.getByText('Groups that need it: Relapse prevention. 10 people are in care here.').waitFor();
  await press(page, 'End Quarry Lane');
  await page.getByText('Quarry Lane has ended.').waitFor();
  await lookAtAllWidths(page, 'settings-3-ended');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('heading', { name: 'Quarry Lane' }).waitFor();
}

/** The room is added, renamed and ended without a mouse. */
async function keepRooms(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a room Quarry Lane', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('Cedar');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rename Cedar', exact: true }).waitFor();
  assert.match(await assertFocusSeen(page, 'the room was added'), /Add a room/);
  await page.getByRole('button', { name: 'Rename Cedar', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Birch');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'End Birch', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Birch has ended.').waitFor();
  await page.locator('summary', { hasText: '1 has ended' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bring back Birch', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Birch is back.').waitFor();
}

test('an administrator adds a site and its room, hears what stands in the way of an end, and takes an end back', async (t) => {
  const { page, complaints } = await openAs(t, 'administrator', '/program');
  await laySites(page);
  await keepRooms(page);
  await lookAtAllWidths(page, 'settings-4-sites');

  await press(page, 'Change Maple Street');
  await page.getByText('Time zone: America/Chicago. Sessions have been planned by this clock', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  assert.match(await assertFocusSeen(page, 'the panel was put away'), /Change/);
  assertQuiet(complaints);
});

test('two administrators at one site: the second is told what it now says, and keeps or takes', async (t) => {
  const { page, house, clinic, complaints } = await openAs(t, 'administrator', '/program');
  await press(page, 'Change Maple Street');
  await page.getByLabel('Address').fill('4 Maple Street');
  const other = await house.as(clinic, 'director');
  await other('POST', `/settings/sites/${clinic.siteId}`, { version: 0, name: 'Maple Street', timeZone: 'America/Chicago', telephone: '(312) 555-0100', address: '', graceMinutes: 15 });
  await press(page, 'Keep this site');
  await page.getByText('It now says: Maple Street, America/Chicago, (312) 555-0100, 15 min.').waitFor();
  await look(page, 'settings-5-stale-desk');
  assert.equal(await page.getByLabel('Address').inputValue(), '4 Maple Street');
  await press(page, 'Take the other');
  assert.equal(await page.getByLabel('Telephone').inputValue(), '(312) 555-0100');
  await page.getByLabel('Address').fill('4 Maple Street');
  await press(page, 'Keep this site');
  await page.getByText('4 Maple Street').waitFor();
  assertQuiet(complaints);
});

test('an administrator adds a program with a track, and the kind of one with people in it stays', async (t) => {
  const { page, complaints } = await openAs(t, 'administrator', '/program/programs');
  await page.getByText('There is 1 program.').waitFor();
  await press(page, 'Add a track Intensive outpatient, adults');
  await page.getByRole('dialog').getByLabel('Name').fill('Morning');
  await press(page, 'Add the track');
  await page.getByRole('list', { name: 'Tracks of Intensive outpatient, adults' }).getByText('Maple Street', { exact: true }).waitFor();
  await press(page, 'Add a program');
  const panel = page.getByRole('dialog', { name: 'Add a program' });
  await panel.getByLabel('Name').fill('Day program, adolescents');
  await panel.getByLabel('For whom').selectOption('adolescents');
  await panel.getByLabel('Level at which people are admitted').selectOption('php');
  await lookAtAllWidths(page, 'settings-6-program');
  await press(page, 'Add the program');
  await page.getByText('Adolescents · Substance use · Day program').waitFor();
  await lookAtAllWidths(page, 'settings-7-programs');
  await press(page, 'Change Intensive outpatient, adults');
  await page.getByText('Somebody has been admitted, so this stays.', { exact: false }).waitFor();
  await press(page, 'Close');
  await press(page, 'End Morning, Maple Street');
  await page.getByText('Morning has ended.').waitFor();
  await page.keyboard.press('u');
  await page.getByRole('button', { name: 'End Morning, Maple Street', exact: true }).waitFor();
  assertQuiet(complaints);
});

test('a federal holiday is added with one press, says which sessions go, and can be taken back', async (t) => {
  const { page, house, clinic, complaints } = await openAs(t, 'administrator', '/program/holidays');
  await (await house.as(clinic, 'administrator'))('POST', '/settings/organization', { version: 0, name: 'Larkfield House', planWeeks: 6 });
  await page.getByText('No holiday lies ahead.').waitFor();
  await lookAtAllWidths(page, 'settings-8-no-holidays');
  await press(page, 'Add Thanksgiving Day, Thursday, November 26, 2026');
  await page.getByText('Thanksgiving Day, Thursday, November 26, is a day without sessions. 1 session is no longer planned.').waitFor();
  await page.getByText('1 holiday lies ahead.').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Thanksgiving Day, Thursday, November 26, is a day like others again. 1 session ahead follows.').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('1 holiday lies ahead.').waitFor();

  await press(page, 'Add a holiday');
  await page.getByLabel('Day', { exact: true }).fill('2026-12-24');
  await page.getByLabel('What the day is called').fill('Founders’ Day');
  await page.getByLabel('Where').selectOption({ label: 'Maple Street' });
  await press(page, 'Add the holiday');
  await page.getByText('Thursday, December 24, 2026 · Maple Street').waitFor();
  await lookAtAllWidths(page, 'settings-9-holidays');
  await press(page, 'Take back Founders’ Day, Thursday, December 24, 2026');
  await page.getByText('Founders’ Day, Thursday, December 24, is a day like others again.', { exact: false }).waitFor();
  assertQuiet(complaints);
});

test('a curriculum is written by the keyboard alone: titles, order, where to begin', async (t) => {
  const { page, house, clinic, complaints } = await openAs(t, 'administrator', '/program/curricula');
  await page.getByText('No group works through one yet.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Add a curriculum', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name', { exact: true }).waitFor();
  await page.keyboard.type('Sleep and rest');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Our own, free to share.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Why sleep goes');
  for (const title of ['Evenings', 'Mornings']) {
    await page.keyboard.press('Enter');
    await until(page, 'document.activeElement.value === ""');
    await page.keyboard.type(title);
  }
  await page.getByRole('button', { name: 'Up module 3', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Mornings is now number 2.').waitFor();
  assert.match(await assertFocusSeen(page, 'a module was moved up'), /Up module 2/);
  await page.getByRole('button', { name: 'Down module 1', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Why sleep goes is now number 2.').waitFor();
  assert.match(await assertFocusSeen(page, 'a module was moved down'), /Down module 2/);
  await lookAtAllWidths(page, 'settings-10-curriculum');
  await page.getByRole('button', { name: 'Keep 3 modules', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change Sleep and rest', exact: true }).waitFor();
  const { body } = await (await house.as(clinic, 'administrator'))('GET', '/settings/curricula');
  const written = body.curricula.find((one: { name: string }) => one.name === 'Sleep and rest');
  assert.deepEqual(written.modules.map((one: { title: string; isEntryPoint: boolean }) => [one.title, one.isEntryPoint]), [['Mornings', false], ['Why sleep goes', true], ['Evenings', false]]);

  await press(page, 'Change Sleep and rest');
  await press(page, 'Remove module 3');
  await page.getByLabel('Somebody new may begin here').nth(1).uncheck();
  await page.getByText('Nobody new may begin anywhere in it.', { exact: false }).waitFor();
  await page.getByLabel('Somebody new may begin here').first().check();
  await press(page, 'Keep 2 modules');
  await page.getByText('2 modules, 1 place to begin, no group works through it').waitFor();
  await press(page, 'End Sleep and rest');
  await page.getByText('Sleep and rest has ended.').waitFor();
  await page.locator('summary', { hasText: 'Show the modules of Early recovery skills' }).click();
  await lookAtAllWidths(page, 'settings-11-curricula');
  assertQuiet(complaints);
});

test('whoever may only look finds the same pages, in Spanish on a phone, without a button that is not theirs', async (t) => {
  const { page, complaints } = await openAs(t, 'biller', '/program', 'es-US');
  await page.setViewportSize(WIDTHS.phone);
  for (const [path, text] of [['', 'tiene 1 sede y 1 sala'], ['/programs', 'Hay 1 programa'], ['/holidays', 'No hay ningún feriado'], ['/curricula', 'Ningún grupo sigue uno']] as const) {
    await page.goto(`/program${path}`);
    await page.getByText(text, { exact: false }).first().waitFor();
    assert.equal(await page.locator('main button').count(), 0, path);
    await look(page, `settings-12-spanish${path.replace('/', '-')}-phone`);
  }
  assertQuiet(complaints);
});
