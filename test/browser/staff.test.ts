/** An administrator keeps the staff and who is on call in a real browser: by mouse, by keyboard, and with undo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

async function signIn(page: Page, email: string, heading: string): Promise<void> {
  await page.getByLabel(/^(Email address|Correo electrónico)$/).fill(email);
  await page.getByLabel(/^(Password|Contraseña)$/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Sign in|Entrar)$/ }).click();
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

/** People with names, licenses in every state, and sessions on two further days. */
async function furnish(house: House, clinic: Organization): Promise<void> {
  const { orgId, staff } = clinic;
  const now = house.clock.now();
  const called = [['director', 'Imogen', 'Hart'], ['supervisor', 'Ruth', 'Abara'], ['facilitator', 'Theo', 'Okafor-Lind'], ['counselor', 'Dana', 'Whitlock'], ['admissions', 'Ines', 'Ortega'],
    ['front-desk', 'Sam', 'Pruitt'], ['biller', 'Nora', 'Feld'], ['privacy-officer', 'Lee', 'Chan']] as const;
  const licenses = [['facilitator', 'LCADC', '2024-01-15', '2027-01-14'], ['counselor', 'LPC', '2023-10-01', '2026-09-30'], ['supervisor', 'LCSW', '2025-02-01', null]] as const;
  await house.inOrganization(orgId, async (tx) => {
    for (const [role, given, family] of called) await sql`update staff set given_name = ${given}, family_name = ${family}, credential = ${['admissions', 'front-desk', 'biller', 'privacy-officer'].includes(role) ? '' : 'LPC'} where org_id = ${orgId} and id = ${staff[role].staffId}`.execute(tx);
    for (const [role, kind, from, to] of licenses) await sql`insert into staff_credentials (org_id, id, staff_id, kind, number, issued_by, valid_from, expires_on, recorded_at) values (${orgId}, ${newId(now)}, ${staff[role].staffId}, ${kind}, '20481', 'New Jersey', ${from}, ${to}, ${now})`.execute(tx);
    for (const day of ['2026-11-23', '2026-11-24', '2026-12-01']) {
      await sql`insert into sessions (org_id, id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, planned_start_at, planned_end_at, breaks, capacity, recorded_at)
        values (${orgId}, ${newId(now)}, ${clinic.seriesId}, 'group', 'Relapse prevention', ${day}, '10:10', ${clinic.siteId}, ${clinic.programId}, ${`${day}T16:10:00Z`}, ${`${day}T17:10:00Z`}, '[]', 10, ${now})`.execute(tx);
    }
    await sql`insert into holidays (org_id, id, date, name, recorded_at) values (${orgId}, ${newId(now)}, '2026-11-26', 'Thanksgiving', ${now})`.execute(tx);
  });
}

test('an administrator adds a colleague, changes roles, writes down a license, ends the work and brings the person back', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnish(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await page.goto('/program/staff');
  await signIn(page, await house.emailOf(clinic, 'administrator'), 'Program');
  await page.getByText('9 people work here.').waitFor();
  await lookAtAllWidths(page, 'staff-1-list');

  await page.getByRole('button', { name: 'Add a colleague' }).click();
  await page.getByLabel('Given name').fill('Dana');
  await page.getByLabel('Family name').fill('Whitlock');
  await page.getByLabel('Primary counselor').check();
  await page.getByRole('button', { name: 'Add the colleague' }).click();
  await page.getByText('Somebody of this name works here or has worked here.').waitFor();
  await lookAtAllWidths(page, 'staff-2-add');
  await page.getByLabel('Family name').fill('Whitlock-Moss');
  await page.getByRole('button', { name: 'It is somebody else: add all the same' }).click();
  await page.getByText('10 people work here.').waitFor();

  await page.getByRole('button', { name: 'Change Dana Whitlock-Moss' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Dana Whitlock-Moss' }).waitFor();
  await lookAtAllWidths(page, 'staff-3-person');
  await page.getByRole('button', { name: 'Change roles' }).click();
  await page.getByLabel('Group facilitator').check();
  await page.getByRole('button', { name: 'Keep these roles' }).click();
  await page.getByText('Dana Whitlock-Moss: the roles are kept').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('Group facilitator, Primary counselor').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Add a credential' }).click();
  await page.getByLabel('License or certificate').fill('LPC');
  await page.getByLabel('Valid until').fill('2026-12-31');
  await look(page, 'staff-4-credential');
  await page.getByRole('button', { name: 'Add the credential' }).click();
  await page.getByText('LPC is added').waitFor();
  await page.getByRole('dialog').getByText('expires December 31').waitFor();

  await page.getByRole('button', { name: 'Set a last day' }).click();
  await page.getByText('is signed out within seconds').waitFor();
  await page.getByRole('button', { name: 'End the work of Dana Whitlock-Moss' }).click();
  await page.getByText('9 people work here.').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByText('1 person worked here before').click();
  await page.getByRole('button', { name: 'Bring back Dana Whitlock-Moss' }).click();
  await page.getByText('10 people work here.').waitFor();
  assertQuiet(complaints);
});

test('somebody who still leads a group keeps working until it is handed over, and the last administrator stays', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnish(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await page.goto('/program/staff');
  await signIn(page, await house.emailOf(clinic, 'administrator'), 'Program');
  await page.getByRole('button', { name: 'Change Theo Okafor-Lind' }).click();
  await page.getByRole('button', { name: 'Set a last day' }).click();
  await page.getByRole('button', { name: 'End the work of Theo Okafor-Lind' }).click();
  await page.getByText('This person still leads groups there after that day.').waitFor();
  await page.getByRole('dialog').getByText('Relapse prevention').waitFor();
  await lookAtAllWidths(page, 'staff-5-leads');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change Ada Administrator' }).click();
  await page.getByRole('button', { name: 'Change roles' }).click();
  await page.getByRole('checkbox', { name: 'Administrator' }).uncheck();
  await page.getByRole('button', { name: 'Keep these roles' }).click();
  await page.getByText('Nobody else is an administrator').waitFor();
  assertQuiet(complaints);
});

test('a supervisor sees which days nobody is on call, and covers them by keyboard alone', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnish(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await page.goto('/program/on-call');
  await signIn(page, await house.emailOf(clinic, 'supervisor'), 'Program');
  await page.getByText('4 days with sessions have nobody on call').waitFor();
  await lookAtAllWidths(page, 'on-call-1-missing');

  await page.locator('[data-day="2026-11-19"]').focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  assert.match(await assertFocusSeen(page, 'the arrows'), /Tuesday, November 24/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Tuesday, November 24' }).waitFor();
  await page.keyboard.type('Dana');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Put on call' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Dana Whitlock is on call on 1 day').waitFor();
  await page.getByText('3 days with sessions have nobody on call').waitFor();

  await page.getByRole('button', { name: 'Set who is on call' }).click();
  await page.getByLabel('On call', { exact: true }).selectOption({ label: 'Theo Okafor-Lind, LPC' });
  await page.getByLabel('Until').fill('2026-12-31');
  await page.getByText('Theo Okafor-Lind is on call on 31 days').waitFor();
  await lookAtAllWidths(page, 'on-call-2-panel');
  await page.getByRole('button', { name: 'Put on call' }).click();
  await page.getByText('Every day with sessions until February 18 has somebody on call.').waitFor();
  await lookAtAllWidths(page, 'on-call-3-covered');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('3 days with sessions have nobody on call').waitFor();

  await page.locator('[data-day="2026-11-24"]').click();
  await page.getByRole('button', { name: 'Take off these days' }).click();
  await page.getByText('Sessions are planned on some of these days, so somebody has to be on call.').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('h2').first().click();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'December 2026' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'December 2026' }).waitFor();
  assertQuiet(complaints);
});

test('in Spanish both pages say the same, and the front desk changes nothing', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnish(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone', 'es-US');
  await page.goto('/program/on-call');
  await signIn(page, await house.emailOf(clinic, 'front-desk'), 'Programa');
  await page.getByText('4 días con sesiones no tienen a nadie de guardia').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Fijar las guardias' }).count(), 0);
  assert.equal(await page.locator('[data-day]').count(), 0);
  await look(page, 'on-call-4-spanish-phone');
  await page.goto('/program/staff');
  await page.getByText('Aquí trabajan 9 personas.').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Cambiar/ }).count(), 0);
  await look(page, 'staff-6-spanish-phone');
  assertQuiet(complaints);
});
