/** A counselor enters somebody, admits, moves and undoes in a real browser; the front desk sees no health list; a phone and Spanish fit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

const PHASES = [
  { name: 'Three blocks', weeks: 4, level: 'iop', blocks: [] }, { name: 'Two blocks', weeks: 4, level: 'iop', blocks: [] }, { name: 'One evening', weeks: 4, level: 'outpatient', blocks: [] },
];

async function furnishPath({ orgId, programId, siteId }: Organization, house: House): Promise<void> {
  const now = house.clock.now();
  await house.inOrganization(orgId, async (tx) => {
    await sql`insert into path_versions (org_id, id, path_id, version, program_id, name, weeks, phases, recorded_at) values (${orgId}, ${newId(now)}, ${newId(now)}, 1, ${programId}, 'Maple path', 12, ${JSON.stringify(PHASES)}::jsonb, ${now})`.execute(tx);
    await sql`insert into tracks (org_id, id, program_id, site_id, name, recorded_at) values (${orgId}, ${newId(now)}, ${programId}, ${siteId}, 'Morning', ${now})`.execute(tx);
  });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/people');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
}

const panel = (page: Page, name: string) => page.getByRole('dialog', { name });
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: /^(Pages of this person|Páginas de esta persona)$/ }).getByRole('link', { name }).click();

test('a counselor enters a person, admits her, steps her down and takes it back, adds a guardian and an allergy and ends them with undo', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnishPath(clinic, house);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'counselor'));
  await page.getByText('10 people are in the program at Maple Street').waitFor();
  await lookAtAllWidths(page, 'people-1-list');

  await page.getByLabel('Find in this list').fill('given10');
  await page.getByText('1 person', { exact: true }).waitFor();
  assert.equal(await page.getByRole('row').count(), 2);

  await page.getByRole('button', { name: 'Enter a person' }).focus();
  await page.keyboard.press('Enter');
  const enter = panel(page, 'Enter a person');
  await page.keyboard.type('Juniper');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Vale');
  await assertFocusSeen(page, 'typing the family name');
  await enter.getByLabel('Goes by').fill('June');
  await enter.getByLabel('Pronouns').fill('she / her');
  await enter.getByLabel('Birth date').fill('2009-03-02');
  await enter.getByLabel('Telephone').fill('312 555 0142');
  await enter.getByLabel('Safe way to reach').selectOption('text');
  await enter.getByLabel('What to say, and what not').fill('Dana called');
  await lookAtAllWidths(page, 'people-2-enter');
  await page.keyboard.press('Enter');
  await enter.getByRole('button', { name: 'Enter this person' }).click();

  await page.getByRole('heading', { name: 'Juniper Vale' }).waitFor();
  await page.getByText('This person is 17 and no guardian is on the list.').waitFor();
  await page.getByRole('button', { name: 'Admit' }).click();
  const admit = panel(page, 'Admit June V.');
  await admit.getByLabel('Path').selectOption({ label: 'Maple path' });
  await admit.getByLabel('Track').selectOption({ label: 'Morning' });
  await admit.getByLabel('Counselor').selectOption({ label: 'Sam counselor, LPC' });
  await admit.getByLabel('First day').fill('2026-10-12');
  await look(page, 'people-3-admit-desk');
  await admit.getByRole('button', { name: 'Admit' }).click();
  await page.getByText('Week 6', { exact: true }).waitFor();
  await tab(page, 'Details');
  await page.getByText('Three blocks, week 6 of 4').waitFor();

  await page.getByRole('button', { name: 'Change phase' }).click();
  const phase = panel(page, 'Change phase');
  await phase.getByLabel('Phase').selectOption({ label: '2. Two blocks, Intensive outpatient' });
  await phase.getByLabel('From which day').fill('2026-11-09');
  await phase.getByRole('button', { name: 'Change the phase' }).click();
  await page.getByText('Two blocks, week 2 of 4').waitFor();

  await page.getByRole('button', { name: 'Change phase' }).click();
  await phase.getByLabel('Phase').selectOption({ label: '3. One evening, Outpatient' });
  await phase.getByLabel('From which day').fill('2026-12-07');
  await phase.getByLabel('Reason').fill('Decided together');
  await phase.getByRole('button', { name: 'Change the phase' }).click();
  await page.getByText('From December 7: Outpatient').waitFor();
  await page.getByText('Phase changed from December 7.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('From December 7: Outpatient').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Add a contact' }).click();
  const contact = panel(page, 'Add a contact');
  await contact.getByLabel('Name').fill('Elena Vale');
  await contact.getByLabel('Who this is to the person').fill('Mother');
  await contact.getByLabel('Telephone').fill('312 555 0188');
  await contact.getByRole('button', { name: 'Add the contact' }).click();
  await page.getByRole('region', { name: 'Contacts', exact: true }).getByText('Elena Vale', { exact: true }).waitFor();
  await page.getByText('no guardian is on the list').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Take off the list: Elena Vale' }).click();
  await page.getByText('Elena Vale is off the list.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Take off the list: Elena Vale' }).waitFor();

  await page.getByRole('button', { name: 'Add an entry' }).click();
  const health = panel(page, 'Add an entry');
  await health.getByLabel('What').fill('Penicillin');
  await health.getByLabel('Reaction').fill('Rash');
  await health.getByRole('button', { name: 'Add the entry' }).click();
  await page.getByText('Penicillin', { exact: true }).waitFor();
  await lookAtAllWidths(page, 'people-4-person');

  await page.getByRole('button', { name: 'Change level' }).click();
  const level = panel(page, 'Change level');
  await level.getByLabel('Level of care').selectOption('php');
  await level.getByLabel('From which day').fill('2026-10-01');
  await level.getByLabel('Reason').fill('More days needed');
  await level.getByRole('button', { name: 'Change the level' }).click();
  await level.getByText('On this day the person is not in the program.').waitFor();
  await look(page, 'people-5-refused-desk');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'All people' }).click();
  await page.getByText('11 people are in the program').waitFor();
  assertQuiet(complaints);
});

test('somebody who looks known is entered only when that is confirmed', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 1);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone');
  await signIn(page, await house.emailOf(clinic, 'front-desk'));
  await page.getByRole('button', { name: 'Enter a person' }).click();
  const enter = panel(page, 'Enter a person');
  await enter.getByLabel('Legal given name').fill('gíven1');
  await enter.getByLabel('Legal family name').fill('Family1');
  await enter.getByLabel('Birth date').fill('1990-01-01');
  // No way to reach somebody is assumed to be safe.
  await enter.getByLabel('Safe way to reach').selectOption('phone');
  await enter.getByRole('button', { name: 'Enter this person' }).click();
  await enter.getByText('somebody with this legal name and birth date is here already').waitFor();
  await enter.getByLabel('I have looked: this is somebody else').check();
  await look(page, 'people-6-known-phone');
  await enter.getByRole('button', { name: 'Enter this person' }).click();
  await page.getByRole('heading', { name: 'gíven1 Family1' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Admit' }).count(), 0, 'the front desk does not admit');
  assert.equal(await page.getByText('Health').count(), 0, 'nor does it see health lists');
  await look(page, 'people-7-front-desk-phone');
  assertQuiet(complaints);
});

test('the list and the person fit in Spanish at all widths', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk', 'es-US');
  await page.goto('/people');
  await page.getByLabel('Correo electrónico').fill(await house.emailOf(clinic, 'supervisor'));
  await page.getByLabel('Contraseña').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('4 personas están').waitFor();
  await lookAtAllWidths(page, 'people-8-list-es');
  await page.getByRole('link', { name: 'Given1 F' }).click();
  await page.getByRole('heading', { name: 'Given1 Family1' }).waitFor();
  await tab(page, 'Datos');
  await page.getByText('Aquí estarán las alergias').waitFor();
  await lookAtAllWidths(page, 'people-9-person-es');
  assertQuiet(complaints);
});
