/** A counselor and a family: who may come is written down, a family session is planned, the mother comes, the note says so; taken back, she may not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';

async function signIn(page: Page, house: House, clinic: Organization): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email address').fill(await house.emailOf(clinic, 'counselor'));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
}

const name = 'Elena Vale';

/** A supporter with a permission, by the keyboard alone once the panel is open. */
async function writeDown(page: Page, personId: string, picture: string): Promise<void> {
  await page.goto(`/people/${personId}/details`);
  await page.getByText('Relatives and friends of Given12 F. will stand here').waitFor();
  await page.getByRole('button', { name: 'Add a supporter' }).press('Enter');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('mother');
  await page.getByRole('button', { name: 'Add the supporter' }).press('Enter');
  await page.getByText('No kind of session is chosen yet.').waitFor();
  await page.getByRole('checkbox', { name: 'Family' }).press('Space');
  await page.getByRole('checkbox', { name: 'Individual' }).press('Space');
  await page.getByLabel('What the person said about it').fill('She may hear everything I say there.');
  await look(page, picture);
  await page.getByRole('button', { name: 'Add the supporter' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('She may hear everything I say there.').waitFor();
  await page.getByRole('button', { name: 'Add a supporter' }).scrollIntoViewIfNeeded();
  await assertFocusSeen(page, 'adding a supporter');
}

async function planFamilySession(page: Page, personId: string, picture: string): Promise<void> {
  await page.goto(`/people/${personId}`);
  await page.getByRole('button', { name: 'Plan a session' }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Kind of session').selectOption({ label: 'Family' });
  await panel.getByText('May come along: Elena Vale, mother.').waitFor();
  await panel.getByLabel('Begins at').fill('10:20');
  await panel.getByLabel('Room', { exact: true }).selectOption({ index: 0 });
  await panel.getByText('1 seat will be booked').waitFor();
  await look(page, picture);
  await panel.getByRole('button', { name: 'Add the session' }).click();
  await page.getByText('Family was added on Thursday, November 19.').waitFor();
}

async function familyOf(house: House, clinic: Organization): Promise<string> {
  const ask = await house.as(clinic, 'counselor');
  const { sessions } = (await ask('GET', `/boards/today?siteId=${clinic.siteId}`)).body;
  return sessions.find((session: { type: string }) => session.type === 'family').id as string;
}

for (const width of ['desk', 'tablet', 'phone'] as const) {
  test(`at ${width} width a mother is allowed to come, comes, stands in the note, and may not once it is taken back`, async (t) => {
    const house = await openHouse(t, undefined, { pages: true });
    const clinic = await house.furnish('Larkfield House', 12);
    const personId = clinic.people[11]?.id ?? '';
    const { page, complaints } = await openPage(await openBrowser(t), house.address, width);
    page.setDefaultTimeout(8000);
    await signIn(page, house, clinic);
    await writeDown(page, personId, `supporters-1-permission-${width}`);
    await look(page, `supporters-2-details-${width}`);
    await planFamilySession(page, personId, `supporters-3-plan-${width}`);

    house.clock.advance(25);
    await page.goto('/');
    const card = page.getByRole('article', { name: 'Family' });
    await card.getByRole('button', { name: /^Here/ }).click();
    await card.getByRole('button', { name: /^(Leaves|Undo|Take back)/ }).first().waitFor();
    await card.getByText('Who comes along').click();
    await card.getByRole('region', { name: 'Who comes along with Given12 F.' }).waitFor();
    await card.getByRole('button', { name: 'Elena Vale came' }).press('Enter');
    await card.getByText('With: Elena Vale, mother').waitFor();
    await look(page, `supporters-4-today-${width}`);

    house.clock.advance(65);
    const sessionId = await familyOf(house, clinic);
    await page.goto(`/sessions/${sessionId}`);
    await page.getByRole('heading', { name: 'What you did together' }).waitFor();
    await page.getByText('1 supporter along').waitFor();
    await page.getByLabel('What happened').fill('Both spoke about evenings at home.');
    await page.getByLabel('What happened').blur();
    await page.keyboard.press('n');
    await page.getByLabel(/^Own sentence about/).fill('Asked the mother for quiet after nine and heard a yes.');
    await page.getByText('written down at').waitFor();
    await page.getByText(/Draft saved .* on the server/).first().waitFor();
    await look(page, `supporters-5-room-${width}`);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 note is signed; 55 minutes stand in the ledger.').waitFor({ timeout: 10_000 });
    await page.getByText('With: Elena Vale, mother').waitFor();
    await look(page, `supporters-6-signed-${width}`);

    await page.goto(`/people/${personId}/details`);
    await page.getByRole('button', { name: 'Take back the permission for Elena Vale' }).click();
    await page.getByText('The permission for Elena Vale is taken back.').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByRole('button', { name: 'Take back the permission for Elena Vale' }).click();
    await page.getByText('Taken back on November 19.').waitFor();
    await look(page, `supporters-7-taken-back-${width}`);
    const ask = await house.as(clinic, 'counselor');
    const added = await ask('POST', `/sites/${clinic.siteId}/sessions`, {
      sessionType: 'family', name: 'Family', programId: clinic.programId, date: '2026-11-19', startsAtLocal: '19:00', minutes: 50, breaks: [], roomId: null, telehealthLink: '', facilitatorId: null, capacity: 2, participantIds: [personId],
    });
    house.clock.set(new Date('2026-11-20T01:05:00Z'));
    const { contacts } = (await ask('GET', `/people/${personId}/supporters`)).body;
    const refused = await ask('POST', `/sessions/${added.body.sessionId}/people/${personId}/visits`, { contactId: contacts[0].contactId });
    assert.equal(refused.body.refusal, 'not-permitted');
    await page.goto(`/sessions/${added.body.sessionId}`);
    await page.getByText('No permission is recorded.').waitFor();
    await look(page, `supporters-8-evening-${width}`);
    assertQuiet(complaints);
  });
}

test('in Spanish on a phone the list, the panel and the day speak Spanish, and nothing is cut off', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 12);
  const ask = await house.as(clinic, 'counselor');
  const personId = clinic.people[1]?.id ?? '';
  const { contactId } = (await ask('POST', `/people/${personId}/contacts`, { kind: 'supporter', name, relation: 'madre', telephone: '555 0100' })).body;
  await ask('POST', `/people/${personId}/contacts/${contactId}/permission`, { sessionTypes: ['group', 'family'], givenOn: '2026-11-12', givenHow: 'on-paper', lastDay: '2026-12-24', detail: 'Solo mi madre.' });
  await ask('POST', `/people/${personId}/contacts`, { kind: 'emergency', name: 'Tomás Vale', relation: 'hermano', telephone: '' });
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone', 'es-US');
  await page.goto('/');
  await page.getByLabel('Correo electrónico').fill(await house.emailOf(clinic, 'counselor'));
  await page.getByLabel('Contraseña').fill(PASSWORD);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('heading', { name: /19 de noviembre/ }).waitFor();
  await page.goto(`/people/${personId}/details`);
  await page.getByText('Último día: 24 de diciembre').waitFor();
  await lookAtAllWidths(page, 'supporters-9-spanish');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Anotar un permiso para Tomás Vale' }).click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'supporters-10-spanish-panel');
  assertQuiet(complaints);
});

test('a mother who comes alone to the family hour: the day says so, the contact note begins with her, and closing asks nobody to call', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 12);
  const ask = await house.as(clinic, 'counselor');
  const personId = clinic.people[11]?.id ?? '';
  const { contactId } = (await ask('POST', `/people/${personId}/contacts`, { kind: 'supporter', name, relation: 'mother', telephone: '' })).body;
  await ask('POST', `/people/${personId}/contacts/${contactId}/permission`, { sessionTypes: ['family'], givenOn: '2026-11-12', givenHow: 'aloud', lastDay: null, detail: '' });
  const { sessionId } = (await ask('POST', `/sites/${clinic.siteId}/sessions`, {
    sessionType: 'family', name: 'Family hour', programId: clinic.programId, date: '2026-11-19', startsAtLocal: '10:20', minutes: 50, breaks: [], roomId: null, telehealthLink: '', facilitatorId: null, capacity: 2, participantIds: [personId],
  })).body;
  house.clock.advance(25);
  await ask('POST', `/sessions/${sessionId}/people/${personId}/visits`, { contactId });
  house.clock.advance(65);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  page.setDefaultTimeout(8000);
  await signIn(page, house, clinic);
  const line = page.locator('details').filter({ hasText: 'Family hour' }).first();
  await line.locator('summary').first().click();
  await page.getByText('Given12 F. was not there; Elena Vale, mother came. No hours count without Given12 F.').waitFor();
  await look(page, 'supporters-11-alone-today');
  await page.goto(`/sessions/${sessionId}`);
  await page.getByText('The family came without Given12 F. Signing records that as excused; no call is due.').waitFor();
  await page.getByText('Closing records 1 excused absence; no call is due.').waitFor();
  await lookAtAllWidths(page, 'supporters-12-alone-room');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Record 1 absence' }).click();
  await page.getByText('1 absence is recorded.').first().waitFor();
  await page.getByRole('button', { name: 'Write a contact note' }).press('Enter');
  const panel = page.getByRole('dialog');
  assert.equal(await panel.getByLabel('With', { exact: false }).first().inputValue(), 'Elena Vale, mother');
  await look(page, 'supporters-13-alone-note');
  await page.keyboard.press('Escape');
  await page.goto(`/people/${personId}/details`);
  await page.getByText('Elena Vale').first().waitFor();
  assertQuiet(complaints);
});
