/** Somebody marks danger in a real browser: who reads is said first, who was told after; a clinician takes it, writes, and closes it with what was done. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.ts';
import type { Role } from '../../src/permissions.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel(/^(Email address|Correo electrónico)$/).fill(email);
  await page.getByLabel(/^(Password|Contraseña)$/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Sign in|Entrar)$/ }).click();
  await page.getByRole('heading', { name: /November 19|19 de noviembre/, level: 1 }).waitFor();
}

const NAMES: readonly [Role, string, string][] = [['counselor', 'Dana', 'Whitlock'], ['supervisor', 'Omar', 'Reyes'], ['front-desk', 'Pat', 'Lindqvist'], ['director', 'Imogen', 'Hart']];

/** Dana is the counselor of everybody and Omar is on call; two people did not come last week, and may be called or not by their own rule. */
async function furnish(house: House, clinic: Organization): Promise<void> {
  const { orgId, siteId, staff } = clinic;
  const now = house.clock.now();
  const [, second, third] = clinic.people;
  await house.inOrganization(orgId, async (tx) => {
    for (const [role, given, family] of NAMES) await sql`update staff set given_name = ${given}, family_name = ${family} where org_id = ${orgId} and id = ${staff[role].staffId}`.execute(tx);
    for (const { episodeId } of clinic.people) await sql`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at) values (${orgId}, ${newId(now)}, ${episodeId}, ${staff.counselor.staffId}, '2026-11-01', ${now})`.execute(tx);
    await sql`insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at) values (${orgId}, ${newId(now)}, ${siteId}, '2026-11-19', ${staff.supervisor.staffId}, ${now})`.execute(tx);
    await sql`update sites set telephone = '(555) 555-0100' where org_id = ${orgId} and id = ${siteId}`.execute(tx);
    await sql`update participants set telephone = '(555) 555-0142', contact_by = 'phone', may_leave_message = false where org_id = ${orgId} and id = ${second?.id}`.execute(tx);
    await sql`update participants set telephone = '(555) 555-0143', contact_by = 'none' where org_id = ${orgId} and id = ${third?.id}`.execute(tx);
    for (const [person, due] of [[second, '2026-11-19T23:00:00Z'], [third, '2026-11-18T23:00:00Z']] as const) {
      const taskId = newId(now);
      await sql`insert into tasks (org_id, id, site_id, kind, source, detail, participant_id, session_id, due_at, opened_at, opened_by)
        values (${orgId}, ${taskId}, ${siteId}, 'outreach', 'absence', '', ${person?.id}, ${clinic.sessionId}, ${due}, '2026-11-18T17:00:00Z', ${staff.facilitator.staffId})`.execute(tx);
      await sql`insert into task_owners (org_id, id, task_id, staff_id, because, recorded_at) values (${orgId}, ${newId(now)}, ${taskId}, ${staff.counselor.staffId}, 'counselor', ${now})`.execute(tx);
    }
  });
}

/** By the keyboard to the danger button of a record, through the questions, to who has been told. */
async function markFromRecord(page: Page, person: string): Promise<void> {
  await page.goto(`/people/${person}`);
  await page.getByRole('button', { name: 'Danger: Given1 F.' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Dana Whitlock and Omar Reyes').waitFor();
  await page.getByText('Somebody is on call at Maple Street today.').waitFor();
  await lookAtAllWidths(page, 'danger-1-panel');
  await page.getByLabel('Self-harm or suicide').check();
  await page.getByLabel('More, if you have a moment').fill('Said it twice at the desk.');
  await page.getByRole('button', { name: 'Tell them now' }).click();
  await page.getByText(/have been told on the screen at 10:00/).waitFor();
  await page.getByText('Nobody has been phoned: call them, and stay with the person.').waitFor();
  assert.match(await page.getByRole('link', { name: /Maple Street/ }).getAttribute('href') ?? '', /^tel:5555550100$/);
  await lookAtAllWidths(page, 'danger-2-told');
  await page.keyboard.press('Escape');
  await assertFocusSeen(page, 'Escape');
}

test('the front desk marks danger and reads who was told; the clinician on call takes it, writes the call down and closes it', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnish(house, clinic);
  const browser = await openBrowser(t);
  const person = clinic.people[0]?.id ?? '';

  const omar = await openPage(browser, house.address, 'desk');
  await signIn(omar.page, await house.emailOf(clinic, 'supervisor'));
  assert.equal(await omar.page.getByRole('link', { name: /safety task/ }).count(), 0);
  await omar.page.getByRole('heading', { name: 'Tasks' }).waitFor();
  assert.equal(await omar.page.getByRole('link', { name: 'Call Given2 F.' }).getAttribute('href'), 'tel:5555550142');
  assert.equal(await omar.page.getByRole('link', { name: 'Call Given3 F.' }).count(), 0, 'who wishes no contact has no number here');

  const pat = await openPage(browser, house.address, 'desk');
  await signIn(pat.page, await house.emailOf(clinic, 'front-desk'));
  await markFromRecord(pat.page, person);
  assertQuiet(pat.complaints);

  const { page } = omar;
  house.clock.advance(12);
  await page.goto('/');
  await page.getByText(/Given1 F\.: self-harm or suicide, marked at 10:00 by Pat Lindqvist\./).waitFor();
  await page.getByText(/Nobody has taken it yet\. Told: Dana Whitlock and Omar Reyes\. Open for 12.min\./).waitFor();
  await lookAtAllWidths(page, 'danger-3-today');
  await page.keyboard.press('!');
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor();
  await lookAtAllWidths(page, 'danger-4-tasks');
  await page.getByRole('button', { name: 'Open: Given1 F.: self-harm or suicide' }).click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('button', { name: 'Give it back' }).waitFor();
  await page.getByLabel('To whom').selectOption({ label: 'Imogen Hart' });
  await page.getByRole('button', { name: 'Hand it over' }).click();
  await page.getByText('Imogen Hart, handed over').waitFor();
  await lookAtAllWidths(page, 'danger-5-task');
  await page.getByRole('button', { name: 'Close the task' }).click();
  assert.ok(await page.getByLabel('What was done').evaluate((field) => field.matches(':invalid')), 'danger does not close without what was done');
  await page.getByLabel('How did it end?').selectOption({ label: 'Safety plan made' });
  await page.getByLabel('What was done').fill('Sat with Given1, wrote a safety plan, their sister came.');
  await page.getByRole('button', { name: 'Close the task' }).click();
  await page.getByText('Given1 F.: the task is closed.').waitFor();
  assert.equal(await page.getByRole('link', { name: /safety task/ }).count(), 0);
  await page.keyboard.press('u');
  await page.getByRole('link', { name: '1 safety task' }).waitFor();

  await page.getByRole('button', { name: 'Open: Given2 F. did not come to Relapse prevention' }).click();
  await page.getByRole('button', { name: 'Write a contact note' }).click();
  await page.getByLabel('With whom').fill('Given2');
  await page.getByLabel('What was said and done').fill('The bus was cut. Comes on Monday.');
  // Neither the risk nor an end is chosen beforehand.
  await page.getByLabel('Risk').selectOption({ label: 'Nothing seen' });
  await page.getByLabel('The task', { exact: true }).selectOption({ label: 'Closes: Reached' });
  await lookAtAllWidths(page, 'danger-6-contact');
  await page.getByRole('button', { name: 'Sign the note' }).click();
  await page.getByText('Given2 F. did not come to Relapse prevention · Reached').waitFor();
  await lookAtAllWidths(page, 'danger-7-after');
  await page.goto(`/people/${clinic.people[1]?.id}/contacts`);
  await page.getByRole('region', { name: 'Contact notes' }).getByText('The bus was cut. Comes on Monday.').waitFor();
  await page.getByText(/by Omar Reyes, LPC/).waitFor();
  await lookAtAllWidths(page, 'danger-8-person');
  assertQuiet(omar.complaints);
});

test('without a network the whole screen says to fetch a colleague, and the same mark goes out when it is back', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 3);
  await furnish(house, clinic);
  const { page, context } = await openPage(await openBrowser(t), house.address, 'phone');
  await signIn(page, await house.emailOf(clinic, 'counselor'));
  await page.goto(`/people/${clinic.people[0]?.id}`);
  await page.getByRole('button', { name: 'Danger: Given1 F.' }).click();
  // Dana marks it herself, so the one who is told is Omar.
  await page.getByRole('dialog').getByText('Omar Reyes').waitFor();
  await page.getByLabel('Medical').check();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Tell them now' }).click();
  const alert = page.getByRole('alertdialog', { name: 'Nobody has been told' });
  await alert.waitFor({ timeout: 15_000 });
  await alert.getByText('Go and fetch a colleague now.').waitFor();
  await lookAtAllWidths(page, 'danger-9-offline');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try to tell them again' }).click();
  await page.getByText(/Omar Reyes has been told on the screen at/).waitFor();
  const { open } = (await (await house.as(clinic, 'counselor'))('GET', `/boards/tasks?siteId=${clinic.siteId}`)).body;
  assert.equal(open.filter((task: { kind: string }) => task.kind === 'danger').length, 1);
});

test('Spanish says the same, and its longer words fit', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 3);
  await furnish(house, clinic);
  const counselor = await house.as(clinic, 'counselor');
  await counselor('POST', `/people/${clinic.people[0]?.id}/danger`, { concern: 'self', detail: '', sessionId: null, source: 'button' });
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone', 'es-US');
  await signIn(page, await house.emailOf(clinic, 'counselor'));
  await page.getByText(/autolesión o suicidio, marca de/).waitFor();
  await lookAtAllWidths(page, 'danger-10-es-today');
  await page.goto('/tasks');
  await page.getByRole('button', { name: 'Abrir: Given1 F.: autolesión o suicidio' }).click();
  await page.getByRole('button', { name: 'Ocuparme' }).waitFor();
  await lookAtAllWidths(page, 'danger-11-es-task');
  assertQuiet(complaints);
});
