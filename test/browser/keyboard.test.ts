/** A facilitator does the whole thread by keyboard alone, and the focus is always somewhere that can be seen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import { assertAccessible, assertFocusSeen, assertQuiet, look, openBrowser, openPage, until } from '../support/browser.ts';

const PEOPLE = 4;

/** Presses Tab until the focus is on something that matches; on the way it is seen at every stop. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await assertFocusSeen(page, `Tab ${stop + 1} on the way to ${wanted}`));
    if (wanted.test(stops.at(-1) ?? '')) return;
  }
  assert.fail(`no ${wanted} among ${stops.join('; ')}`);
}

async function press(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key);
  return assertFocusSeen(page, key);
}

async function signInByKeyboard(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').waitFor();
  await tabTo(page, /^input#email/);
  await page.keyboard.type(email);
  await tabTo(page, /^input#password/);
  await page.keyboard.type('not the password');
  await tabTo(page, /^button Sign in/);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await assertFocusSeen(page, 'a wrong password');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
}

/** `I` opens the panel with those to come next, one Tab further Enter stamps the first; `U` takes the last one back, and the same person is stamped again. */
async function stampAll(page: Page): Promise<void> {
  const here = page.getByRole('button', { name: /^Here/ });
  for (let left = PEOPLE; left > 0; left -= 1) {
    assert.match(await press(page, 'i'), /^input/);
    await tabTo(page, /^button Here/);
    await page.keyboard.press('Enter');
    await page.getByText(/is here, /).waitFor();
    await until(page, `document.querySelectorAll('[data-tap="arrive"]').length === ${left - 1}`);
    await page.keyboard.press('Escape');
    await assertFocusSeen(page, 'stamping');
  }
  await press(page, 'u');
  await here.waitFor();
  assert.match(await press(page, 'i'), /^input/);
  await tabTo(page, /^button Here/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await here.waitFor({ state: 'detached' });
  await page.getByText('Take back').first().waitFor({ state: 'detached' });
  await assertFocusSeen(page, 'the time to take back has passed');
}

/** `?` lists the keys of this screen and Escape gives the focus back where it was. */
async function readTheKeys(page: Page): Promise<void> {
  const was = await assertFocusSeen(page, 'before ?');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys on this screen' });
  await list.waitFor();
  for (const word of ['next to finish', 'write the sentence', 'sign what is ready', 'hold this person out, or take in again']) await list.getByText(word, { exact: true }).waitFor();
  await assertFocusSeen(page, '?');
  await assertAccessible(page, 'the list of keys');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  assert.equal(await assertFocusSeen(page, 'closing the list'), was);
}

async function writeEverybody(page: Page): Promise<void> {
  assert.match(await press(page, 'n'), /Given1 F\.$/, 'N goes to the first person to finish');
  await press(page, '1');
  await press(page, '3');
  assert.match(await press(page, 'Enter'), /^textarea/);
  for (let index = 1; index <= PEOPLE; index += 1) {
    if (index === 2) await press(page, 'Alt+2');
    await page.keyboard.type(`Person ${index} planned for 3 hard hours.`);
    if (index === 1) await press(page, 'Shift+Enter');
    if (index < PEOPLE) assert.match(await press(page, 'Enter'), new RegExp(`Given${index + 1} F\\.`), 'Enter goes on to the next person’s sentence');
  }
  assert.match(await press(page, 'Enter'), /Given4 F\.$/, 'after the last, Enter goes back to the row');
}

test('a facilitator signs in, stamps, writes, holds one note out and signs the others by keyboard alone, and the focus is never lost', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', PEOPLE);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await page.goto('/');
  await signInByKeyboard(page, await house.emailOf(clinic, 'facilitator'));
  await stampAll(page);
  await look(page, 'keyboard-1-stamped');

  house.clock.advance(75);
  await tabTo(page, /Open the group room/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Relapse prevention' }).waitFor();
  await page.getByText('4 in the room, nobody absent').waitFor();
  await assertFocusSeen(page, 'opening the room');
  await tabTo(page, /Topic$/);
  await page.keyboard.type('High-risk situations');
  await press(page, 'Escape');
  await tabTo(page, /What happened$/);
  await page.keyboard.type('Pairs rehearsed.');
  await tabTo(page, /Given1 F\.$/);
  await readTheKeys(page);
  await writeEverybody(page);
  await press(page, 'ArrowUp');
  assert.match(await press(page, 'x'), /Given3 F\.$/);
  await page.getByText('3 notes ready, 1 held out').waitFor();
  await look(page, 'keyboard-2-held-out');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^3 notes are signed/).waitFor();
  await assertFocusSeen(page, 'signing from an open row that stays');
  await press(page, 'x');
  await page.getByText('1 note ready, 3 signed').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^1 note is signed/).waitFor();
  assert.match(await assertFocusSeen(page, 'signing the row that held the focus'), /Sign/);
  await look(page, 'keyboard-3-signed');
  await press(page, 't');
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
  await assertFocusSeen(page, 'T for today');
  assertQuiet(complaints);
});
