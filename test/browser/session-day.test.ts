/** A supervisor runs a day that goes otherwise than planned: adds an hour, books a seat, splits a group, hands it over, writes its end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertQuiet, look, openBrowser, openPage } from '../support/browser.ts';
import type { Width } from '../support/browser.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { furnishEverything } from '../support/rows.ts';

async function signIn(page: Page, house: House, clinic: Organization): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email address').fill(await house.emailOf(clinic, 'supervisor'));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
}

/** Opens a panel from the menu of a session. */
async function choose(page: Page, session: string, what: string): Promise<void> {
  await page.locator('summary', { hasText: `More ${session}` }).click();
  await page.getByRole('button', { name: what, exact: true }).click();
  await page.getByRole('dialog').getByRole('heading', { name: session }).waitFor();
}

/** The panel is gone and the toast says what was done. */
async function told(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ }).click();

async function addAnHour(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a session' }).click();
  await page.getByLabel('Begins at').fill('14:00');
  await page.getByLabel('Find a person').fill('Given12');
  await page.getByRole('radio', { name: /^Given12/ }).check();
  await page.getByText('1 seat will be booked, none stays free.').waitFor();
  await look(page, name);
  await page.getByRole('button', { name: 'Add the session' }).click();
  await told(page, 'Individual was added on Thursday, November 19.');
}

async function splitInTwo(page: Page, name: string): Promise<void> {
  await choose(page, 'Relapse prevention', 'Split into two rooms');
  for (const person of ['Given8', 'Given9', 'Given10']) await page.getByRole('checkbox', { name: new RegExp(`^${person} `) }).check();
  await page.getByText('7 stay, 3 go.').waitFor();
  await page.getByLabel('Room', { exact: true }).selectOption({ label: 'Larkfield room' });
  await page.getByLabel('Why').fill('Too many for Alder today');
  await look(page, name);
  await page.getByRole('button', { name: 'Split, 3 people go' }).click();
  await told(page, '3 people are in the second room now.');
}

for (const width of ['desk', 'tablet', 'phone'] as const satisfies readonly Width[]) {
  test(`at ${width} width a supervisor adds an hour, splits a group and undoes it, hands it over, books a seat and writes when it ended`, async (t) => {
    const house = await openHouse(t, undefined, { pages: true });
    const clinic = await house.furnish('Larkfield House', 13);
    await furnishEverything(house, clinic, 'Larkfield');
    const { page, complaints } = await openPage(await openBrowser(t), house.address, width);
    await signIn(page, house, clinic);

    await addAnHour(page, `session-day-1-add-${width}`);
    assert.equal(await page.getByText('Individual', { exact: true }).count() > 0, true);

    await splitInTwo(page, `session-day-2-split-${width}`);
    await page.locator('summary', { hasText: 'More Relapse prevention' }).nth(1).waitFor();
    await undo(page);
    await page.locator('summary', { hasText: 'More Relapse prevention' }).nth(1).waitFor({ state: 'detached' });

    await choose(page, 'Relapse prevention', 'Hand it over');
    await page.getByLabel('Led by').selectOption({ label: 'Sam supervisor' });
    await page.getByLabel('It begins later than 10:10').check();
    await page.getByLabel('Begins at').fill('10:20');
    assert.equal(await page.getByLabel('Length in minutes').inputValue(), '50');
    await page.getByLabel('Why').fill('Sam is in the emergency room');
    await look(page, `session-day-3-hand-over-${width}`);
    await page.getByRole('button', { name: 'Hand it over' }).last().click();
    await told(page, 'Sam supervisor leads this session now.');
    await page.getByText('Alder · Sam supervisor, LPC').waitFor();
    await undo(page);
    await page.getByText('Alder · Sam facilitator, LPC').waitFor();

    await choose(page, 'Relapse prevention', 'Book a seat');
    await page.getByText('All seats of this session are taken.').waitFor();
    await look(page, `session-day-4-full-${width}`);
    await page.keyboard.press('Escape');
    await page.locator('summary', { hasText: 'Individual' }).first().click();
    await choose(page, 'Individual', 'Book a seat');
    await page.getByRole('button', { name: /^Take the seat back/ }).click();
    await told(page, /^The seat of Given12 .* is free again/);
    await undo(page);

    house.clock.advance(75);
    await page.reload();
    await page.locator('summary', { hasText: 'Relapse prevention' }).first().click();
    await choose(page, 'Relapse prevention', 'End and breaks');
    await page.getByLabel('Ended at').fill('11:00');
    await page.getByRole('button', { name: 'Add a break' }).click();
    await page.keyboard.type('20');
    await page.getByLabel('Lasts, in minutes').fill('10');
    await page.getByText('Whoever was here throughout gets 40 min of clinical time.').waitFor();
    await page.getByLabel('Why').fill('Fire drill');
    await look(page, `session-day-5-held-${width}`);
    await page.getByRole('button', { name: 'Write end and breaks' }).click();
    await told(page, 'Ended at 11:00: 40 clinical minutes.');
    await look(page, `session-day-6-today-${width}`);
    assertQuiet(complaints);
  });
}

test('the menu and a panel are worked by the keyboard alone, and the focus comes back to the menu', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 13);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, house, clinic);
  const menu = page.locator('summary', { hasText: 'More Relapse prevention' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await look(page, 'session-day-7-menu-desk');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading', { name: 'Hand over Relapse prevention' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await menu.evaluate((one) => one === one.ownerDocument.activeElement), true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('button', { name: 'Book a seat' }).isVisible(), false);
  assertQuiet(complaints);
});
