/** A shared tablet from its code to an arrival: it thanks every name alike, forgets by itself, and staff say who is here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, lookAtAllWidths, look, openBrowser, openPage } from '../support/browser.ts';

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function name(house: House, clinic: Organization): Promise<void> {
  const called = [['Bea', 'Tran'], ['Kofi', 'Lund'], ['Desmond', 'Fry'], ['Marguerite', 'Ames'], ['Odalys', 'Ruiz'], ['Orson', 'Pike'], ['Silas', 'Moor'], ['Tamsin', 'Quill'], ['Wren', 'Hale'], ['Anselm', 'Dufour']];
  await house.inOrganization(clinic.orgId, async (tx) => {
    for (const [index, [given, family]] of called.entries()) await sql`update participants set legal_given_name = ${given}, legal_family_name = ${family} where org_id = ${clinic.orgId} and id = ${clinic.people[index]?.id ?? ''}`.execute(tx);
  });
}

/** As if so much time had passed on the page. */
const wait = (page: Page, milliseconds: number): Promise<void> => page.clock.runFor(milliseconds);

test('an administrator sets up a tablet in a room; somebody taps a name, somebody types one, and the front desk says who is here', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await name(house, clinic);
  const browser = await openBrowser(t);

  const desk = await openPage(browser, house.address, 'desk');
  await desk.page.goto('/program/tablets');
  await signIn(desk.page, await house.emailOf(clinic, 'administrator'));
  await desk.page.getByText('No tablet stands at Maple Street.').waitFor();
  await lookAtAllWidths(desk.page, 'tablet-1-none');
  await desk.page.getByRole('button', { name: 'Add a tablet' }).press('Enter');
  await desk.page.getByLabel('Name').fill('Alder, left of the door');
  await desk.page.getByLabel('Where it stands').selectOption('Alder');
  await desk.page.getByLabel('List first name and initial of the people of its room').check();
  await lookAtAllWidths(desk.page, 'tablet-2-add');
  await desk.page.getByLabel('Name', { exact: true }).press('Enter');
  await desk.page.getByText('On the tablet, open').waitFor();
  await lookAtAllWidths(desk.page, 'tablet-3-code');
  const code = await desk.page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).innerText();
  await desk.page.getByRole('button', { name: 'Done' }).click();
  await desk.page.getByText('1 waits to be set up').waitFor();

  const stand = await openPage(browser, house.address, 'tablet');
  const { page } = stand;
  await page.clock.install();
  await page.goto('/tablet');
  await page.getByRole('heading', { name: 'Set up this tablet' }).waitFor();
  assert.equal(await page.title(), 'Check in');
  await page.getByLabel('Code').fill('AAAA-AAAA');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('alert').filter({ hasText: 'This code opens nothing here.' }).waitFor();
  await lookAtAllWidths(page, 'tablet-4-set-up');
  await page.getByLabel('Code').fill(code.toLowerCase());
  await page.getByLabel('Code').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Good morning. Tap your name.' }).waitFor();
  await page.setViewportSize({ width: 820, height: 1180 });
  await lookAtAllWidths(page, 'tablet-5-names');

  await page.getByRole('button', { name: 'Tamsin Q.' }).click();
  await page.getByRole('heading', { name: 'Hello, Tamsin. Come in.' }).waitFor();
  await lookAtAllWidths(page, 'tablet-6-hello');
  await wait(page, 21_000);
  assert.equal(await page.getByText('Hello, Tamsin').count(), 0, 'nobody touched it, so it forgot');
  await page.getByRole('button', { name: 'Tamsin Q.' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I’m here' }).press('Enter');
  await page.getByRole('heading', { name: 'Thank you, staff have been told.' }).waitFor();
  await assertFocusSeen(page, 'saying to be here');
  await lookAtAllWidths(page, 'tablet-7-thanks');
  await wait(page, 21_000);
  await page.getByRole('heading', { level: 1, name: 'Good morning. Tap your name.' }).waitFor();

  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByRole('heading', { level: 1, name: 'Buenos días. Toque su nombre.' }).waitFor();
  assert.equal(await page.title(), 'Registro de llegada');
  await page.getByRole('button', { name: 'Mi nombre no está aquí' }).click();
  await page.getByLabel('Su nombre').fill('Wrenn');
  await look(page, 'tablet-8-typed-spanish');
  await page.getByRole('button', { name: 'Estoy aquí' }).click();
  await page.getByRole('heading', { name: 'Gracias, ya se avisó al personal.' }).waitFor();
  await page.getByRole('button', { name: 'Siguiente persona' }).click();
  await page.getByRole('heading', { level: 1, name: 'Good morning. Tap your name.' }).waitFor();
  assertQuiet(stand.complaints, /status of 403/);
  const small = await page.evaluate<string[]>(`[...document.querySelectorAll('button, input')].filter((one) => one.getBoundingClientRect().height < 60).map((one) => one.textContent)`);
  assert.deepEqual(small, [], 'targets of at least 60 px');

  const front = await openPage(browser, house.address, 'desk');
  await front.page.goto('/');
  await signIn(front.page, await house.emailOf(clinic, 'front-desk'));
  // The roster below has a Here of its own for the same person.
  const claims = front.page.getByRole('region', { name: 'At the tablet' });
  await front.page.getByText('2 people say to be here.').waitFor();
  await lookAtAllWidths(front.page, 'tablet-9-claims');
  await claims.getByRole('button', { name: 'Here Tamsin Q.', exact: true }).click();
  await front.page.getByText('Tamsin Q. is here since 10:00').waitFor();
  await front.page.getByText('1 person says to be here.').waitFor();
  await front.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await front.page.getByText('2 people say to be here.').waitFor();
  await claims.getByRole('button', { name: 'Here Tamsin Q.', exact: true }).press('Enter');
  await front.page.getByText('1 person says to be here.').waitFor();
  await front.page.getByRole('button', { name: /^Choose who/ }).press('Enter');
  await front.page.getByRole('dialog', { name: 'Who typed “Wrenn”?' }).waitFor();
  await front.page.getByLabel('Person and session').selectOption({ label: 'Wren H. · Relapse prevention, 10:10' });
  await lookAtAllWidths(front.page, 'tablet-10-choose');
  await front.page.getByRole('button', { name: 'Stamp in' }).click();
  await front.page.getByText('Wren H. is here since 10:00').waitFor();
  await front.page.getByRole('heading', { name: 'At the tablet' }).waitFor({ state: 'detached' });
  assertQuiet(front.complaints);

  await desk.page.reload();
  await desk.page.getByText('last used').waitFor();
  await lookAtAllWidths(desk.page, 'tablet-11-list');
  await desk.page.getByRole('button', { name: 'Take out of use Alder, left of the door' }).click();
  await desk.page.getByText('Alder, left of the door is out of use.').waitFor();
  await wait(page, 31_000);
  await page.getByRole('heading', { name: 'Set up this tablet' }).waitFor();
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await desk.page.getByText('Alder, left of the door is back.').waitFor();
  await wait(page, 31_000);
  await page.getByRole('heading', { level: 1, name: 'Good morning. Tap your name.' }).waitFor();
  assertQuiet(desk.complaints);
});

test('the tablet’s page is light: at most 100 kB of scripts, and nothing of the program', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const { page } = await openPage(await openBrowser(t), house.address, 'tablet');
  const sizes: { url: string; bytes: number }[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) void response.request().sizes().then((size) => void sizes.push({ url: response.url(), bytes: size.responseBodySize }));
  });
  await page.goto('/tablet');
  await page.getByRole('heading', { name: 'Set up this tablet' }).waitFor();
  await page.waitForLoadState('networkidle');
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(total > 0 && total <= 100_000, `${total} bytes: ${sizes.map(({ url, bytes }) => `${url.split('/').at(-1)} ${bytes}`).join(', ')}`);
  t.diagnostic(`${total} bytes of scripts as sent`);
});
