/** A new server: the code from the terminal makes the first administrator, a wrong one loses nothing, and the door is then an ordinary one. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage, untilSuiteEnds } from '../support/browser.ts';
import type { Visit } from '../support/browser.ts';

/** A wrong code is answered 403, which the browser itself reports. */
const WRONG_CODE = /status of 403/;
const TYPED: Readonly<Record<string, string>> = {
  'Name of your organization': 'Harbor Street Programs', 'First site': 'Harbor Street', 'Given name': 'Ada', 'Family name': 'Lindqvist', 'Email address': 'ada@harbor.example', Password: PASSWORD,
};

async function fillIn(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from the terminal').fill(code);
  for (const [label, text] of Object.entries(TYPED)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel('Time zone of this site').selectOption('America/Chicago');
}

describe('a new server', () => {
  let house: House;
  let browser: Browser;
  /** A second browser in which the form stood open before the first one was done. */
  let late: Visit;
  const suite = untilSuiteEnds();
  before(async () => {
    house = await openHouse(suite, undefined, { pages: true });
    browser = await openBrowser(suite);
    late = await openPage(browser, house.address, 'tablet');
    await late.page.goto('/');
    await late.page.getByRole('heading', { name: 'Set up this server' }).waitFor();
  });

  test('a wrong code is told so, and nothing that was typed is lost', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'desk');
    await page.goto('/');
    await fillIn(page, 'AAAA-AAAA');
    await lookAtAllWidths(page, 'first-1-form');
    await page.getByRole('button', { name: 'Create the organization' }).press('Enter');
    await page.getByRole('alert').filter({ hasText: 'That is not the code this server printed.' }).waitFor();
    await assertFocusSeen(page, 'a wrong code');
    await lookAtAllWidths(page, 'first-2-wrong-code');
    for (const [label, text] of Object.entries(TYPED)) assert.equal(await page.getByLabel(label, { exact: true }).inputValue(), text, label);
    assert.equal(await page.getByLabel('Time zone of this site').inputValue(), 'America/Chicago');
    assertQuiet(complaints, WRONG_CODE);
  });

  test('the right code makes organization, site and administrator, who lands on a page that says what stands here next', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'desk');
    await page.goto('/');
    await fillIn(page, (house.firstAdministratorCode() ?? '').toLowerCase());
    await page.getByRole('button', { name: 'Create the organization' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
    await page.getByText('No session is planned on this day.').waitFor();
    await page.getByText('Sessions stand here once they are planned.', { exact: false }).waitFor();
    assert.match(await page.getByRole('banner').innerText(), /Harbor Street Programs/);
    assert.equal(await page.getByText('Set up this server').count(), 0);
    assert.equal(await page.getByRole('complementary', { name: 'About this program' }).count(), 0, 'a real organization is not called fictional');
    await lookAtAllWidths(page, 'first-3-landed');
    assertQuiet(complaints);
    await page.goBack();
    assert.equal(await page.getByText('Set up this server').count(), 0, 'going back does not lead into a form that is done with');
  });

  test('afterwards the door asks everybody to sign in, and the administrator can', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'phone');
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.equal(await page.getByText('Set up this server').count(), 0);
    assert.equal(house.firstAdministratorCode(), null, 'the code opens nothing any more');
    await look(page, 'first-4-door');
    await page.getByLabel('Email address').fill('Ada@Harbor.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
    assertQuiet(complaints);
  });

  test('whoever still has the old form open is told that the server is set up, and is led to the sign-in', async () => {
    const { page, complaints } = late;
    await fillIn(page, 'AAAA-AAAA');
    await page.getByRole('button', { name: 'Create the organization' }).click();
    await page.getByText('This server has an administrator already.').waitFor();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.equal(await page.getByText('Set up this server').count(), 0);
    await look(page, 'first-5-already-set-up');
    assertQuiet(complaints);
  });
});
