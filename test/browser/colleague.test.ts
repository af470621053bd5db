/** A colleague is hired, handed a code, and signs in with it; another gets a new password; what is open is seen in the list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const codeOn = (page: Page): Promise<string> => page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).innerText();

test('an administrator hires a colleague and hands over the code; the colleague makes an account with it and works', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const browser = await openBrowser(t);
  const desk = await openPage(browser, house.address, 'desk');
  const counselor = await house.emailOf(clinic, 'counselor');
  await desk.page.goto('/program/staff');
  await signIn(desk.page, await house.emailOf(clinic, 'administrator'));
  await desk.page.getByRole('button', { name: 'Add a colleague' }).click();
  await desk.page.getByLabel('Given name').fill('Nia');
  await desk.page.getByLabel('Family name').fill('Okafor');
  await desk.page.getByLabel('Group facilitator').check();
  await desk.page.getByRole('button', { name: 'Add the colleague' }).click();
  await desk.page.getByRole('dialog', { name: 'Code for Nia Okafor' }).waitFor();
  const code = await codeOn(desk.page);
  await assertFocusSeen(desk.page, 'handing out a code');
  await lookAtAllWidths(desk.page, 'colleague-1-code');
  await desk.page.getByRole('button', { name: 'Done' }).press('Enter');
  assert.equal(await desk.page.getByText(code).count(), 0, 'it is shown once');
  await desk.page.getByRole('row', { name: /Nia Okafor/ }).getByText('code open until').waitFor();
  await lookAtAllWidths(desk.page, 'colleague-2-list');

  const home = await openPage(browser, house.address, 'phone');
  await home.page.goto('/');
  await home.page.getByRole('link', { name: 'I have a code' }).press('Enter');
  await home.page.getByRole('heading', { name: 'Use your code' }).waitFor();
  await lookAtAllWidths(home.page, 'colleague-3-door');
  const fill = async (typed: string, password: string): Promise<void> => {
    await home.page.getByLabel('Code').fill(typed);
    await home.page.getByLabel('Email address to sign in with').fill('nia@larkfield.example');
    await home.page.getByLabel('Password of your own').fill(password);
    await home.page.getByRole('button', { name: 'Use the code' }).click();
  };
  await fill('AAAA-AAAA', 'a river of plain words');
  await home.page.getByText('This code opens nothing here.').waitFor();
  assert.equal(await home.page.getByLabel('Email address to sign in with').inputValue(), 'nia@larkfield.example', 'what was typed stays');
  await fill(code, 'password1234');
  await home.page.getByText('This password is too easy to guess.').waitFor();
  await look(home.page, 'colleague-4-weak');
  await fill(code.toLowerCase(), 'a river of plain words');
  await home.page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
  assertQuiet(home.complaints, /status of 403/);

  await desk.page.reload();
  await desk.page.getByRole('button', { name: 'Change Nia Okafor' }).click();
  await desk.page.getByText('signs in since Nov').waitFor();
  await desk.page.getByRole('button', { name: 'Close' }).click();

  const old = await openPage(browser, house.address, 'desk');
  await old.page.goto('/');
  await signIn(old.page, counselor);
  await old.page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
  await desk.page.getByRole('button', { name: 'Change Sam counselor' }).press('Enter');
  await desk.page.getByRole('button', { name: 'Make a code' }).click();
  await desk.page.getByText('chooses a new password for the account there is').waitFor();
  await lookAtAllWidths(desk.page, 'colleague-5-again');
  await desk.page.getByRole('button', { name: 'Make the code' }).press('Enter');
  const second = await codeOn(desk.page);
  await desk.page.getByRole('button', { name: 'Done' }).click();
  await desk.page.getByText('code open until').first().waitFor();
  await lookAtAllWidths(desk.page, 'colleague-6-panel');
  await old.page.goto('/sign-in?code=');
  await old.page.getByLabel('Code').fill(second);
  await old.page.getByLabel('Email address to sign in with').fill(counselor);
  await old.page.getByLabel('Password of your own').fill('another river of words');
  await old.page.getByRole('button', { name: 'Use the code' }).press('Enter');
  await old.page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
  assertQuiet(old.complaints);

  await desk.page.getByRole('button', { name: 'Make a code' }).click();
  await desk.page.getByRole('button', { name: 'Make the code' }).click();
  await desk.page.getByRole('button', { name: 'Done' }).click();
  await desk.page.getByRole('button', { name: 'Take the code back' }).click();
  await desk.page.getByText('The code for Sam counselor opens nothing any more.').waitFor();
  await look(desk.page, 'colleague-7-taken-back');
  assertQuiet(desk.complaints);
});
