/** Errands in a real browser: the front desk sees its danger mark taken, a counselor closes a task from the person's page, contact notes page on, and a returned note outlives its author. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.ts';
import type { Role } from '../../src/permissions.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
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

const NAMES: readonly [Role, string, string][] = [['counselor', 'Dana', 'Whitlock'], ['supervisor', 'Omar', 'Reyes'], ['front-desk', 'Pat', 'Lindqvist'], ['director', 'Imogen', 'Hart'], ['facilitator', 'Sam', 'Okafor']];

/** Dana is the counselor of everybody, Omar is on call; the first person was called 24 times, and 35 contact notes were written. */
async function furnish(house: House, clinic: Organization): Promise<void> {
  const { orgId, siteId, staff } = clinic;
  const now = house.clock.now();
  const person = clinic.people[0]?.id;
  await house.inOrganization(orgId, async (tx) => {
    for (const [role, given, family] of NAMES) await sql`update staff set given_name = ${given}, family_name = ${family} where org_id = ${orgId} and id = ${staff[role].staffId}`.execute(tx);
    for (const { episodeId } of clinic.people) await sql`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at) values (${orgId}, ${newId(now)}, ${episodeId}, ${staff.counselor.staffId}, '2026-11-01', ${now})`.execute(tx);
    await sql`insert into on_call_days (org_id, id, site_id, date, staff_id, recorded_at) values (${orgId}, ${newId(now)}, ${siteId}, '2026-11-19', ${staff.supervisor.staffId}, ${now})`.execute(tx);
    await sql`update sites set telephone = '(555) 555-0100' where org_id = ${orgId} and id = ${siteId}`.execute(tx);
    await sql`update participants set telephone = '(555) 555-0142', contact_by = 'phone' where org_id = ${orgId} and id = ${person}`.execute(tx);
    const task = async (dueAt: Date, closed: boolean): Promise<void> => {
      const id = newId(now);
      await sql`insert into tasks (org_id, id, site_id, kind, source, detail, participant_id, session_id, due_at, opened_at, opened_by, closed_at, closed_by, ended_as, done)
        values (${orgId}, ${id}, ${siteId}, 'outreach', 'absence', '', ${person}, ${closed ? null : clinic.sessionId}, ${dueAt}, ${new Date(dueAt.getTime() - 86_400_000)}, ${staff.facilitator.staffId},
                ${closed ? dueAt : null}, ${closed ? staff.counselor.staffId : null}, ${closed ? 'reached' : null}, ${closed ? 'Talked for a while. Comes tomorrow.' : ''})`.execute(tx);
      await sql`insert into task_owners (org_id, id, task_id, staff_id, because, recorded_at) values (${orgId}, ${newId(now)}, ${id}, ${staff.counselor.staffId}, 'counselor', ${now})`.execute(tx);
    };
    for (let day = 1; day <= 24; day += 1) await task(new Date(Date.UTC(2026, 9, day, 16)), true);
    await task(new Date('2026-11-19T23:00:00Z'), false);
    for (let index = 0; index < 35; index += 1) {
      const at = new Date(Date.UTC(2026, 9, 1 + index, 16));
      await sql`insert into contact_notes (org_id, id, participant_id, site_id, kind, with_whom, happened_at, minutes, text, risk, author_id, author_name, author_credential, signed_at)
        values (${orgId}, ${newId(now)}, ${person}, ${siteId}, 'phone', 'Their sister', ${at}, 5, ${`Call number ${index + 1}: the bus, and when to come.`}, 'none', ${staff.counselor.staffId}, 'Dana Whitlock', 'LPC', ${at})`.execute(tx);
    }
  });
}

test('the front desk marks danger, sees on the same page that nobody has taken it yet, and then by whom it is taken; on Today it stands as a quiet line', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  await furnish(house, clinic);
  const person = clinic.people[0]?.id ?? '';
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'front-desk'));
  await page.goto(`/people/${person}`);
  await page.getByRole('button', { name: 'Danger: Given1 F.' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Dana Whitlock and Omar Reyes').waitFor();
  await page.getByLabel('Self-harm or suicide').check();
  await page.getByRole('button', { name: 'Tell them now' }).click();
  await page.getByText('Not taken yet. 2 told: Dana Whitlock and Omar Reyes. If nobody comes, fetch somebody or call.').first().waitFor();
  await lookAtAllWidths(page, 'errands-1-not-taken');
  house.clock.advance(12);
  const omar = await house.as(clinic, 'supervisor');
  const { open } = (await omar('GET', `/boards/tasks?siteId=${clinic.siteId}`)).body;
  await omar('POST', `/tasks/${open[0].id}/take`, { version: 0, takes: true });
  const taken = 'Taken by Omar Reyes at 10:12.';
  await page.getByRole('dialog').getByRole('alert').filter({ hasText: taken }).waitFor({ timeout: 25_000 });
  await lookAtAllWidths(page, 'errands-2-taken');
  await page.keyboard.press('Escape');
  await assertFocusSeen(page, 'Escape');
  await page.getByText(/Danger marked 10:00\.\s+Taken by Omar Reyes at 10:12\./).waitFor();
  assert.equal(await page.getByText('self-harm').count(), 0, 'what it is about is not the front desk’s to read');
  await lookAtAllWidths(page, 'errands-3-person');
  await page.goto('/');
  await page.getByRole('region', { name: 'Open danger' }).getByText(taken).waitFor();
  await page.getByText('Given1 F.: danger marked 10:00 by Pat Lindqvist.').waitFor();
  await lookAtAllWidths(page, 'errands-4-today');
  assertQuiet(complaints);
});

test('a counselor closes a task from the page of the person by the keyboard, undoes it, reads what was closed and turns to older contact notes', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  await furnish(house, clinic);
  const person = clinic.people[0]?.id ?? '';
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'counselor'));
  await page.goto(`/people/${person}/contacts`);
  await page.getByText('1 task is open.').waitFor();
  await lookAtAllWidths(page, 'errands-5-contacts');
  await page.getByRole('button', { name: /^Open: Given1 F\. did not come/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('How did it end?').waitFor();
  await lookAtAllWidths(page, 'errands-6-task');
  await page.getByLabel('How did it end?').selectOption({ label: 'Reached' });
  await page.getByRole('button', { name: 'Close the task' }).press('Enter');
  await page.getByText('Given1 F.: the task is closed.').waitFor();
  await page.getByText('Nothing is to be done about this person.', { exact: false }).waitFor();
  await page.keyboard.press('u');
  await page.getByText('1 task is open.').waitFor();

  await page.getByText('24 closed tasks, with what was done').focus();
  await page.keyboard.press('Enter');
  const tasks = page.getByRole('region', { name: 'Tasks' });
  assert.equal(await tasks.getByText('Talked for a while. Comes tomorrow.').count(), 20);
  await tasks.getByRole('button', { name: 'Show older' }).click();
  await tasks.getByText('Talked for a while. Comes tomorrow.').nth(23).waitFor();
  assert.equal(await tasks.getByRole('button', { name: 'Show older' }).count(), 0);

  const notes = page.getByRole('region', { name: 'Contact notes' });
  await notes.getByText('5 older notes').waitFor();
  assert.equal(await notes.getByText(/^Call number/).count(), 30);
  await notes.getByRole('button', { name: 'Show older' }).press('Enter');
  await notes.getByText('Call number 1: the bus, and when to come.').waitFor();
  assert.equal(await notes.getByText(/^Call number/).count(), 35);
  await lookAtAllWidths(page, 'errands-7-older');
  assertQuiet(complaints);
});

test('a co-signer is told how alike two sentences are; a note returned to an author who has left is answered by the director', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  await furnish(house, clinic);
  await (await house.as(clinic, 'administrator'))('POST', `/staff/${clinic.staff.facilitator.staffId}/supervisor`, { version: 0, supervisorId: clinic.staff.supervisor.staffId, from: '2026-11-19' });
  const sam = await house.as(clinic, 'facilitator');
  const signed = await sam('POST', pathOf.sign(clinic), await groupReadyToSign(house, clinic, sam, 2));
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
  const browser = await openBrowser(t);
  const omar = await openPage(browser, house.address, 'desk');
  await signIn(omar.page, await house.emailOf(clinic, 'supervisor'));
  await omar.page.goto('/signatures');
  await omar.page.getByText(/^\d+ percent like the sentence about another person that day\.$/).first().waitFor();
  await lookAtAllWidths(omar.page, 'errands-8-alike');
  await omar.page.getByRole('button', { name: /^Return/ }).first().click();
  await omar.page.getByLabel('Reason').fill('Say what you did in the room.');
  await omar.page.getByRole('button', { name: 'Return the note', exact: true }).click();
  await omar.page.getByRole('heading', { name: 'Returned to their authors' }).waitFor();
  assertQuiet(omar.complaints);

  await house.inOrganization(clinic.orgId, (tx) => sql`update site_staff set ended_on = '2026-11-18' where org_id = ${clinic.orgId} and staff_id = ${clinic.staff.facilitator.staffId}`.execute(tx));
  const { page, complaints } = await openPage(browser, house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'director'));
  await page.goto('/signatures');
  await page.getByText(/Sam Okafor no longer writes notes here; Imogen Hart may answer\./).waitFor();
  await lookAtAllWidths(page, 'errands-9-author-left');
  await page.getByRole('link', { name: /^Read and answer/ }).click();
  await page.getByRole('button', { name: /^Answer for Sam/ }).click();
  await page.getByLabel('Answer', { exact: true }).fill('Sam has left. The role play was led by both of us, and I was there.');
  await lookAtAllWidths(page, 'errands-10-answer');
  await page.getByRole('button', { name: 'Sign the answer' }).click();
  await page.getByText('Answered; waits again for the co-signature of Omar Reyes.').waitFor();
  await lookAtAllWidths(page, 'errands-11-answered');
  assertQuiet(complaints);
});

test('Spanish says the same on a phone', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  await furnish(house, clinic);
  const person = clinic.people[0]?.id ?? '';
  const desk = await house.as(clinic, 'front-desk');
  await desk('POST', `/people/${person}/danger`, { concern: 'self', detail: '', sessionId: null, source: 'button' });
  const browser = await openBrowser(t);
  const counselor = await openPage(browser, house.address, 'phone', 'es-US');
  await signIn(counselor.page, await house.emailOf(clinic, 'counselor'));
  await counselor.page.goto(`/people/${person}/contacts`);
  await counselor.page.getByText('Hay 2 tareas abiertas.').waitFor();
  await lookAtAllWidths(counselor.page, 'errands-12-es-contacts');
  assertQuiet(counselor.complaints);
  const pat = await openPage(browser, house.address, 'phone', 'es-US');
  await signIn(pat.page, await house.emailOf(clinic, 'front-desk'));
  await pat.page.getByText(/Nadie se ocupa todavía\. Con aviso \(2\): Dana Whitlock y Omar Reyes\./).waitFor();
  await lookAtAllWidths(pat.page, 'errands-13-es-today');
  assertQuiet(pat.complaints);
});

test('a program with nobody and nothing in it says on each page what will stand there, and offers the first act', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await page.goto('/');
  await page.getByLabel('Code from the terminal').fill(house.firstAdministratorCode() ?? '');
  const typed: Readonly<Record<string, string>> = { 'Name of your organization': 'Harbor Street Programs', 'First site': 'Harbor Street', 'Given name': 'Ada', 'Family name': 'Lindqvist', 'Email address': 'ada@harbor.example', Password: PASSWORD };
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel('Time zone of this site').selectOption('America/Chicago');
  await page.getByRole('button', { name: 'Create the organization' }).click();
  await page.getByText('No session is planned on this day.').waitFor();
  await lookAtAllWidths(page, 'errands-14-empty-today');
  for (const [path, heading] of [['/groups', 'Groups'], ['/week', /./], ['/census', /./], ['/people', 'People']] as const) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState('networkidle');
    await lookAtAllWidths(page, `errands-15-empty${path.replace('/', '-')}`);
  }
  assertQuiet(complaints);
});
