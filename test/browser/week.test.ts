/** The week in a real browser: who ends it short, one tap that mends it and its undo, the rows behind each figure, the census, and a figure of the day changed and changed back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.ts';
import { insertSessions } from '../../src/modules/sessions/index.ts';
import { addMinutes } from '../../src/values/minutes.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { assertFocusSeen, assertQuiet, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

type After = { after(work: () => Promise<void>): void };

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel(/^(Email address|Correo electrónico)$/).fill(email);
  await page.getByLabel(/^(Password|Contraseña)$/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Sign in|Entrar)$/ }).click();
}

/** Three were there this morning and are signed; on Friday and Saturday there are seats that would mend a week. */
async function furnishWeek(house: House, clinic: Organization): Promise<void> {
  const facilitator = await house.as(clinic, 'facilitator');
  const sent = await groupReadyToSign(house, clinic, facilitator, 4);
  await facilitator('POST', pathOf.sign(clinic), { ...sent, people: sent.people.slice(0, 2) });
  await house.inOrganization(clinic.orgId, (tx) => insertSessions(tx, clinic.orgId, ([['2026-11-20T15:00:00Z', 'Friday block', 2], ['2026-11-21T15:00:00Z', 'Saturday block', 10]] as const).map(([start, name, capacity]) => ({
    id: newId(house.clock.now()), seriesId: null, sessionType: 'group', name, firstPlannedOn: start.slice(0, 10), firstPlannedAtLocal: '09:00', siteId: clinic.siteId, programId: clinic.programId, roomId: null,
    facilitatorId: clinic.staff.counselor.staffId, plannedStartAt: new Date(start), plannedEndAt: addMinutes(new Date(start), 560), breaks: [{ startMinute: 200, minutes: 20 }], capacity,
  })), house.clock.now(), null));
}

async function openAs(t: After, role: 'counselor' | 'administrator', path: string, locale = 'en-US') {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnishWeek(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk', locale);
  await page.goto(path);
  await signIn(page, await house.emailOf(clinic, role));
  return { house, clinic, page, complaints };
}

/** Today names who ends the week short and what mends it; one tap books it, and Undo gives the seat back. */
async function mendFromToday(page: Page): Promise<void> {
  const column = page.getByRole('region', { name: /^Under 9.h by Sunday$/ });
  await column.getByText(/people end the week under 9.h; /).waitFor();
  const short = await column.getByRole('listitem').count();
  assert.equal(short, 6, 'the column names six, the week names all');
  await lookAtAllWidths(page, 'week-1-today');
  const book = column.getByRole('button', { name: /^Book Given\d+ F\w*\., Fri 9:00$/ }).first();
  const name = (await book.getAttribute('aria-label'))?.replace(/^Book (.*), Fri 9:00$/, '$1') ?? '';
  await book.focus();
  await assertFocusSeen(page, 'going to the booking');
  await page.keyboard.press('Enter');
  await page.getByText(`${name} is booked for Fri 9:00.`).waitFor();
  await column.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await column.getByRole('link', { name, exact: true }).waitFor();
}

/** The week as a page: all people, those in trouble first; a choice stands in the address; the week before is one key away. */
async function readWeek(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All 10' }).click();
  await page.getByRole('heading', { name: 'Hours of the week', level: 1 }).waitFor();
  const people = page.getByRole('list', { name: 'Hours of the week' }).getByRole('listitem');
  assert.equal(await people.count(), 10);
  await lookAtAllWidths(page, 'week-2-week');
  await page.getByLabel('Primary counselor').selectOption('none');
  await page.waitForURL(/#counselor=none$/);
  await page.getByLabel('Primary counselor').selectOption('');
  await page.keyboard.press('Escape');
  await page.locator('#work').focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Week of November 9').waitFor();
  await page.getByText(/ended the week under 9.h/).waitFor();
  await page.getByRole('link', { name: 'This week' }).click();
  await page.getByText('Week of November 16').waitFor();
}

/** Each figure of a ledger marks the rows it came from. */
async function openRows(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Hours of the week' }).getByRole('link', { name: /^Given1 / }).click();
  await page.getByRole('heading', { name: /^Hours of Given1/, level: 1 }).waitFor();
  await page.getByRole('link', { name: /^Signed 1.h.00$/ }).click();
  await page.getByText(/^Signed 1.h.00: 1 row is marked\.$/).waitFor();
  await page.waitForURL(/#documented$/);
  await lookAtAllWidths(page, 'week-3-rows');
  await page.getByRole('link', { name: /rows of Nine hours a week/ }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByText('Nine hours a week counts 1 row, which is marked.').waitFor();
  await page.getByRole('link', { name: 'Mark none' }).click();
  await page.getByText(/is marked|are marked/).waitFor({ state: 'detached' });
}

test('a counselor sees who ends the week short, mends it with one tap, takes that back, and opens the rows behind each figure', async (t) => {
  const { page, complaints } = await openAs(t, 'counselor', '/');
  await mendFromToday(page);
  await readWeek(page);
  await openRows(page);
  await page.goto('/census');
  await page.getByText('10 people are in care.').waitFor();
  await lookAtAllWidths(page, 'week-4-census');
  await page.locator('#work').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/#2026-11-18$/);
  assertQuiet(complaints);
});

test('an administrator changes a figure of the day, takes it back by Undo, and changes one back later', async (t) => {
  const { page, complaints } = await openAs(t, 'administrator', '/program/day-rules');
  await page.getByText('9 figures run the day.').waitFor();
  const taking = page.getByRole('region', { name: 'Taking a danger task' });
  const change = async (minutes: string): Promise<void> => {
    await taking.getByRole('button', { name: /^Change Taking a danger/ }).click();
    await page.getByRole('spinbutton', { name: 'Minutes' }).fill(minutes);
    await page.getByRole('textbox', { name: 'Source' }).fill('Staff meeting of November 18');
    await page.getByRole('button', { name: 'Write the figure' }).click();
  };
  await change('25');
  await taking.getByText('25 minutes', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await taking.getByText('15 minutes', { exact: true }).first().waitFor();
  await taking.getByText('2 earlier figures').waitFor();
  await change('10');
  await taking.getByRole('button', { name: /^Change back to 15 minutes/ }).waitFor();
  await taking.getByRole('button', { name: /^Change Taking a danger/ }).click();
  await lookAtAllWidths(page, 'week-5-figures');
  await page.keyboard.press('Escape');
  await taking.getByRole('button', { name: /^Change back to 15 minutes/ }).focus();
  await page.keyboard.press('Enter');
  await taking.getByText('4 earlier figures').waitFor();
  assertQuiet(complaints);
});

test('the week, the census and the figures in Spanish', async (t) => {
  const { page, complaints } = await openAs(t, 'counselor', '/week', 'es-MX');
  await page.getByRole('heading', { name: 'Horas de la semana', level: 1 }).waitFor();
  await lookAtAllWidths(page, 'week-6-spanish');
  await page.goto('/');
  await page.getByRole('heading', { name: 'Esta semana' }).waitFor();
  await lookAtAllWidths(page, 'week-7-spanish-today');
  await page.goto('/program/day-rules');
  await page.getByText(/cifras rigen el día/).waitFor();
  await lookAtAllWidths(page, 'week-8-spanish-figures');
  assertQuiet(complaints);
});
