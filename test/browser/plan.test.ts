/** A counselor writes a whole plan, changes and signs it, a supervisor co-signs it, and it is printed, in a real browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

async function signIn(page: Page, email: string, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel(/Email address|Correo electrónico/).fill(email);
  await page.getByLabel(/Password|Contraseña/).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

const panel = (page: Page, name: string) => page.getByRole('dialog', { name });
const planOf = (clinic: Organization, index = 0) => `/people/${clinic.people[index]?.id}/plan`;

/** From a button that has the focus to the fields of its panel, by the keyboard alone. */
async function fillByKeys(page: Page, texts: readonly string[]): Promise<void> {
  await page.keyboard.press('Enter');
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  // A date has a button of its own, between its field and what comes after it.
  if (!await page.evaluate<boolean>('document.activeElement.type === "submit"')) await page.keyboard.press('Tab');
  await assertFocusSeen(page, 'the last field');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A supervisor's plan that waits for the director, and a second person with a plan that nobody signed. */
async function supervise(house: House, clinic: Organization): Promise<void> {
  const administrator = await house.as(clinic, 'administrator');
  const reply = await administrator('POST', `/staff/${clinic.staff.counselor.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.supervisor.staffId, from: '2026-11-19' });
  assert.equal(reply.status, 200);
}

test('a counselor writes a plan by keyboard and mouse, signs it, changes it, and signs it again', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 3);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'counselor'), planOf(clinic));
  await page.getByText('Goals in the person’s own words will stand here').waitFor();
  await lookAtAllWidths(page, 'plan-1-empty');

  await page.getByRole('button', { name: 'Add a goal' }).focus();
  await fillByKeys(page, ['I want to sleep through and get up with my son, and not be scared of a Friday.', 'Drinks alone on Fridays after work, and sleeps four hours']);
  await page.getByText('“I want to sleep through').waitFor();
  await page.getByText('Goal 1 has no objective yet').waitFor();
  await page.getByRole('button', { name: 'Add an objective to goal 1' }).focus();
  await fillByKeys(page, ['Know my three early signs and tell one person the same day', '12102026']);
  await page.getByText('by December 10').waitFor();
  await page.getByRole('button', { name: 'Add an objective to goal 1' }).click();
  await panel(page, 'Add an objective to goal 1').getByLabel('What will be seen when it is reached').fill('A plan for every Friday evening, written by Thursday');
  await lookAtAllWidths(page, 'plan-2-objective');
  await page.getByRole('button', { name: 'Add the objective' }).click();
  await page.getByText('A plan for every Friday evening').waitFor();

  await page.getByRole('button', { name: 'Add an intervention to goal 1' }).click();
  const adding = panel(page, 'Add an intervention to goal 1');
  await adding.getByLabel('What is done').fill('Refusal practice in the group');
  await adding.getByLabel('How often and how long').fill('three times a week');
  await adding.getByLabel('Who answers for it').selectOption({ label: 'Sam facilitator, LPC' });
  await adding.getByRole('button', { name: 'Add the intervention' }).click();
  await page.getByText('three times a week · Sam facilitator, LPC').waitFor();
  await page.getByRole('button', { name: 'Add an intervention to goal 1' }).focus();
  await fillByKeys(page, ['Individual hour: the plan for Friday', 'once a week, 50 minutes', '']);
  await page.getByText('once a week, 50 minutes · The whole team').waitFor();
  await lookAtAllWidths(page, 'plan-3-unsigned');

  await page.getByRole('button', { name: 'Sign the plan' }).click();
  const signing = panel(page, 'Sign the plan');
  await signing.getByText('1 goal, 2 objectives and 2 interventions, kept just as they read now.').waitFor();
  await signing.getByLabel('What the person says to it').selectOption('agrees-in-part');
  await signing.getByLabel('In the person’s words').fill('Thursday is hard, but yes.');
  assert.equal(await signing.getByLabel('Next time by').inputValue(), '2026-12-19');
  await lookAtAllWidths(page, 'plan-4-sign');
  await signing.getByRole('button', { name: 'Sign the plan' }).click();
  await page.getByText('Signed by Sam counselor, LPC on November 19').waitFor();
  await page.getByText('next by December 19').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Sign the plan' }).count(), 0, 'what is signed is not offered again');

  await page.getByRole('button', { name: 'Change objective 1.2' }).focus();
  await page.keyboard.press('Enter');
  await panel(page, 'Change objective 1.2').getByLabel('To be reached by').fill('2026-11-26');
  await page.getByRole('button', { name: 'Change the objective' }).click();
  await page.getByText('by November 26').waitFor();
  await page.getByRole('button', { name: 'End intervention 1b' }).click();
  await page.getByText('Intervention 1b has ended.').waitFor();
  await page.getByText('2 things have changed since: 1.2 changed, 1b ended.').waitFor();
  await lookAtAllWidths(page, 'plan-5-changed');
  await page.keyboard.press('u');
  await page.getByText('1 thing has changed since: 1.2 changed.').waitFor();

  await page.getByRole('button', { name: 'Sign the plan' }).click();
  await panel(page, 'Sign the plan').getByLabel('What the person says to it').selectOption('agrees');
  await panel(page, 'Sign the plan').getByRole('button', { name: 'Sign the plan' }).click();
  await page.getByText('No. 2, November 19').waitFor();
  await page.getByRole('button', { name: 'Open plan no. 1' }).focus();
  await page.keyboard.press('Enter');
  await panel(page, 'Plan no. 1, as signed').getByText('A plan for every Friday evening').waitFor();
  await lookAtAllWidths(page, 'plan-6-whole');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Print this plan' }).click();
  await page.getByRole('heading', { name: 'Plan of Given1 Family1' }).waitFor();
  await page.getByText('Signature of the person').waitFor();
  await lookAtAllWidths(page, 'plan-7-paper');
  assertQuiet(complaints);
});

test('somebody who was faster is not overwritten: the panel keeps what was typed and goes on with what stands', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 1);
  const counselor = await house.as(clinic, 'counselor');
  const { goalId } = (await counselor('POST', `/episodes/${clinic.people[0]?.episodeId}/goals`, { problem: 'Drinks alone', ownWords: 'I want my evenings back.' })).body;
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'supervisor'), planOf(clinic));
  await page.getByRole('button', { name: 'Change goal 1' }).click();
  const changing = panel(page, 'Change goal 1');
  await changing.getByLabel('The goal, as the person says it').fill('I want my evenings and my sleep back.');
  await counselor('POST', `/goals/${goalId}`, { version: 0, problem: 'Drinks alone after work', ownWords: 'I want my evenings back.' });
  await changing.getByRole('button', { name: 'Change the goal' }).click();
  await changing.getByText('Somebody changed this while you were at it.').waitFor();
  await page.getByText('Problem: Drinks alone after work').waitFor();
  assert.equal(await changing.getByLabel('The goal, as the person says it').inputValue(), 'I want my evenings and my sleep back.');
  await look(page, 'plan-8-meanwhile-desk');
  await changing.getByRole('button', { name: 'Change the goal' }).click();
  await page.getByText('“I want my evenings and my sleep back.”').waitFor();
  assertQuiet(complaints);
});

test('a plan signed under supervision waits for the supervisor, who finds it among the signatures, reads it whole and co-signs; in Spanish too', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 2);
  await supervise(house, clinic);
  const counselor = await house.as(clinic, 'counselor');
  const { goalId } = (await counselor('POST', `/episodes/${clinic.people[0]?.episodeId}/goals`, { problem: 'Drinks alone after work', ownWords: 'I want my evenings back.' })).body;
  await counselor('POST', `/goals/${goalId}/objectives`, { text: 'Calls somebody before the first drink', targetOn: '2026-11-30' });
  const { version } = (await counselor('GET', `${planOf(clinic)}`)).body.plans[0];
  const signed = await counselor('POST', `/episodes/${clinic.people[0]?.episodeId}/plan/sign`, { version, nextReviewOn: '2026-12-19', agreement: 'agrees', agreementWords: '' });
  assert.equal(signed.status, 200);
  const browser = await openBrowser(t);
  const { page, complaints } = await openPage(browser, house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'supervisor'), '/signatures');
  await page.getByRole('heading', { name: 'Plans for your co-signature' }).waitFor();
  await lookAtAllWidths(page, 'plan-9-signatures');
  await page.getByRole('link', { name: 'Read and co-sign the plan of Given1 F.' }).click();
  await page.getByText('This plan waits for your co-signature.').waitFor();
  await page.getByRole('button', { name: 'Read and co-sign' }).focus();
  await page.keyboard.press('Enter');
  await panel(page, 'Plan no. 1, as signed').getByText('Calls somebody before the first drink').waitFor();
  await look(page, 'plan-10-cosign-desk');
  await panel(page, 'Plan no. 1, as signed').getByRole('button', { name: 'Co-sign the plan' }).click();
  await page.getByText('Co-signed by Sam supervisor, LPC on November 19.').waitFor();
  assertQuiet(complaints);

  house.clock.advance(12 * 24 * 60);
  const spanish = await openPage(browser, house.address, 'phone', 'es-US');
  await signIn(spanish.page, await house.emailOf(clinic, 'counselor'), planOf(clinic));
  await spanish.page.getByText('Lo que quiere Given1 F.').waitFor();
  await spanish.page.getByText('venció el 30 de noviembre').waitFor();
  await lookAtAllWidths(spanish.page, 'plan-11-spanish');
  assertQuiet(spanish.complaints);
});
