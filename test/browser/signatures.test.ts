/** Notes are co-signed, returned and answered in a real browser, by mouse and by keyboard; an administrator says who co-signs for whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/permissions.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';

async function signInAt(page: Page, house: House, clinic: Organization, role: Role, path: string): Promise<void> {
  const email = await house.emailOf(clinic, role);
  await page.context().clearCookies();
  await page.goto(path);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a supervisor reads ten notes, co-signs one with a key, returns one with a reason and co-signs the rest; the author answers and she co-signs it', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const supervised = await (await house.as(clinic, 'administrator'))('POST', `/staff/${clinic.staff.facilitator.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.supervisor.staffId, from: '2026-11-19' });
  assert.equal(supervised.status, 200);
  const facilitator = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, facilitator, 10);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');

  await signInAt(page, house, clinic, 'facilitator', '/signatures');
  await page.getByText('10 notes wait').waitFor();
  await page.getByRole('link', { name: /^Write and sign/ }).waitFor();
  await lookAtAllWidths(page, 'signatures-1-unsigned');
  assert.equal((await facilitator('POST', pathOf.sign(clinic), { ...sent, people: sent.people.slice(0, 8) })).status, 200);

  await signInAt(page, house, clinic, 'supervisor', '/signatures');
  await page.getByRole('heading', { name: 'To co-sign' }).waitFor();
  await page.getByRole('article').first().waitFor();
  await lookAtAllWidths(page, 'signatures-2-to-co-sign');

  await page.keyboard.press('ArrowDown');
  await page.locator('article:focus').waitFor();
  await assertFocusSeen(page, 'the arrow down');
  await page.keyboard.press('Enter');
  await page.getByText('1 note is co-signed.').waitFor();
  await page.getByRole('article').nth(7).waitFor({ state: 'detached' });
  await page.locator('article:focus').waitFor();
  await page.keyboard.press('r');
  await page.getByLabel('Reason').fill('Say what the intervention was.');
  await look(page, 'signatures-3-return-desk');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('article').nth(6).waitFor({ state: 'detached' });
  for (let down = 0; down < 6; down += 1) await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Co-sign 6 notes' }).click();
  await page.getByRole('article').nth(0).waitFor({ state: 'detached' });
  await lookAtAllWidths(page, 'signatures-4-done');

  await signInAt(page, house, clinic, 'facilitator', '/signatures');
  await page.getByRole('heading', { name: 'Returned to you' }).waitFor();
  await look(page, 'signatures-5-returned-desk');
  await page.getByRole('link', { name: /^Read and answer/ }).click();
  await page.getByText('Returned by Sam supervisor', { exact: false }).waitFor();
  await lookAtAllWidths(page, 'signatures-6-room');
  await page.getByRole('button', { name: /^Answer/ }).click();
  await page.getByLabel('Answer', { exact: true }).fill('A refusal was rehearsed in pairs.');
  await page.getByRole('button', { name: 'Sign the answer' }).click();
  await page.getByText('Answered; waits again for the co-signature of Sam supervisor.').waitFor();
  await page.getByRole('button', { name: /^Add an addendum/ }).first().click();
  await page.getByLabel('Addendum', { exact: true }).fill('He called in the evening and is well.');
  await page.getByRole('button', { name: 'Sign the addendum' }).click();
  await page.getByText('He called in the evening and is well.').waitFor();
  await lookAtAllWidths(page, 'signatures-7-answered');

  await signInAt(page, house, clinic, 'supervisor', '/signatures');
  await page.getByRole('article').first().focus();
  await lookAtAllWidths(page, 'signatures-8-answer-to-read');
  await page.getByRole('button', { name: /^Co-sign/ }).first().click();
  await page.getByRole('article').nth(0).waitFor({ state: 'detached' });
  const answer = await (await house.as(clinic, 'supervisor'))('GET', `/sessions/${clinic.sessionId}/after-signing`);
  assert.deepEqual([...new Set(answer.body.notes.map((note: { state: string }) => note.state))], ['co-signed']);
  assertQuiet(complaints);
});

test('an administrator says on the page of the staff who co-signs for whom, and takes it back', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signInAt(page, house, clinic, 'administrator', '/program/staff');
  await page.getByRole('row', { name: /Sam facilitator/ }).getByRole('button').first().click();
  await page.getByText('Nobody co-signs the notes of Sam facilitator.').waitFor();
  await page.getByRole('button', { name: 'Change who co-signs' }).click();
  await page.getByLabel('Who co-signs').selectOption({ label: 'Sam supervisor, LPC' });
  await lookAtAllWidths(page, 'signatures-9-supervision');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await page.getByText('co-signs from November 19, 2026 on').waitFor();
  await look(page, 'signatures-10-supervised-desk');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Nobody co-signs the notes of Sam facilitator.').waitFor();
  assertQuiet(complaints);
});
