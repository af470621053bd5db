/** The notes of one person in a real browser: found month by month, filtered, opened, added to, and put on paper one by one or as a run of days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertFocusSeen, assertNoSidewaysScroll, assertQuiet, look, lookAtAllWidths, openBrowser, openPage, takePicture } from '../support/browser.ts';
import { groupReadyToSign, pathOf } from '../support/day.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { furnishNotes } from '../routes/person-notes-stage.ts';

async function signInAt(page: Page, house: House, clinic: Organization, path: string, words = { email: 'Email address', password: 'Password', enter: 'Sign in' }): Promise<void> {
  const email = await house.emailOf(clinic, 'facilitator');
  await page.goto(path);
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password).fill(PASSWORD);
  await page.getByRole('button', { name: words.enter }).click();
}

/** The person's sessions: forty in the past, today's signed late and corrected, two contacts, and yesterday's group nobody wrote about. */
async function openStage(t: { after(work: () => Promise<void>): void }) {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const [person] = clinic.people;
  assert.ok(person);
  const facilitator = await house.as(clinic, 'facilitator');
  await furnishNotes(house, clinic, person, 40);
  const sent = await groupReadyToSign(house, clinic, facilitator, 3);
  const contact = (happenedAt: string, text: string, risk: string) => facilitator('POST', `/people/${person.id}/contact-notes`, { kind: 'phone', withWhom: 'the person', happenedAt, minutes: 10, text, risk, concern: null, taskId: null, closes: null });
  for (const reply of [await contact('2026-11-17T20:00:00.000Z', 'Called before work. Slept four hours, has the list of names in the pocket.', 'watch'), await contact('2026-10-30T20:00:00.000Z', 'Asked for a later hour on Mondays.', 'none')]) assert.equal(reply.status, 200);
  return { house, clinic, person, facilitator, sent };
}

/** How many sheets a printed page has, and whether readers find its headings. */
function sheetsOf(pdf: Buffer): { sheets: number; isTagged: boolean } {
  const text = pdf.toString('latin1');
  return { sheets: (text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, isTagged: /\/StructTreeRoot/.test(text) };
}

test('a facilitator finds a note by month and kind, opens it with the keyboard, adds to it, and prints one note and a month of notes', async (t) => {
  const { house, clinic, person, facilitator, sent } = await openStage(t);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signInAt(page, house, clinic, `/people/${person.id}/notes`);
  await page.getByText('1 session has no signed note yet').waitFor();
  await page.getByRole('button', { name: 'Show older notes' }).waitFor();
  await lookAtAllWidths(page, 'person-notes-1-list');

  assert.equal((await facilitator('POST', pathOf.sign(clinic), sent)).status, 200);
  const left = new Date(clinic.start.getTime() + 30 * 60_000).toISOString();
  const seen = await facilitator('GET', `/sessions/${clinic.sessionId}/people/${person.id}/times`);
  const corrected = await facilitator('POST', `/sessions/${clinic.sessionId}/people/${person.id}/times`, {
    version: seen.body.attendanceId, stays: [{ arrivedAt: clinic.start.toISOString(), leftAt: left }], absence: null, reason: 'Left halfway', overCapReason: null, addendum: 'Left halfway for a call from court.',
  });
  assert.equal(corrected.status, 200);
  await page.reload();
  await page.getByText('43 notes').waitFor();
  await page.getByText('1 session has no signed note yet').waitFor({ state: 'detached' });

  await page.keyboard.press('ArrowDown');
  await page.locator('[data-note-row]:focus').waitFor();
  await assertFocusSeen(page, 'the arrow down');
  await page.keyboard.press('Enter');
  await page.getByText('Left halfway for a call from court.').waitFor();
  await page.getByText('Corrected: 30 clinical count.', { exact: false }).waitFor();
  assert.match(page.url(), /\?note=/);
  await lookAtAllWidths(page, 'person-notes-2-opened');
  await page.getByRole('button', { name: 'Add an addendum' }).click();
  await page.getByLabel('Addendum', { exact: true }).fill('The letter of the court is in the file.');
  await page.getByRole('button', { name: 'Sign the addendum' }).click();
  await page.getByText('The letter of the court is in the file.').waitFor();

  await page.getByRole('button', { name: 'Contacts', exact: true }).click();
  await page.getByText('Asked for a later hour on Mondays.').waitFor();
  assert.match(page.url(), /#contacts$/);
  await lookAtAllWidths(page, 'person-notes-3-contacts');
  await page.getByRole('button', { name: 'Sessions', exact: true }).click();
  await page.getByText('30 of 41 are shown.').waitFor();
  await page.getByRole('button', { name: 'Show older notes' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-note-row]').nth(40).waitFor();
  assert.equal(await page.locator('[data-note-row]').count(), 41);
  assert.match(await assertFocusSeen(page, 'older notes came'), /Hour/);

  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Print this note' }).click();
  await page.getByRole('heading', { name: 'Progress notes' }).waitFor();
  await page.getByText('Given1 Family1').first().waitFor();
  await page.getByText('Signed by Sam facilitator, LPC', { exact: false }).waitFor();
  await lookAtAllWidths(page, 'person-notes-4-one-on-paper');
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'person-notes-5-one-printed');
  assert.equal(sheetsOf(await page.pdf({ tagged: true })).sheets, 1);
  await page.emulateMedia({ media: null });

  await page.getByRole('link', { name: 'Back to the notes' }).click();
  await page.getByRole('button', { name: 'Print a range' }).click();
  await page.getByLabel('First day').fill('2026-10-01');
  await page.getByLabel('With notes of contacts').check();
  await look(page, 'person-notes-6-range-desk');
  await page.getByRole('button', { name: 'Put the paper together' }).click();
  await page.getByText('October 1, 2026 to November 19, 2026: 43 notes, contacts among them').waitFor();
  await lookAtAllWidths(page, 'person-notes-7-range-on-paper');
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'person-notes-8-range-printed');
  const { sheets, isTagged } = sheetsOf(await page.pdf({ format: 'Letter', tagged: true }));
  assert.ok(sheets > 8 && sheets < 40, `${sheets} sheets for 43 notes`);
  assert.ok(isTagged, 'a reader finds the headings of the printed paper');
  await page.emulateMedia({ media: null });
  assertQuiet(complaints);
});

test('days that cannot be printed are refused with a way on, and the sessions without a note are named with the reason', async (t) => {
  const { house, clinic, person } = await openStage(t);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signInAt(page, house, clinic, `/people/${person.id}/notes/paper?from=2026-11-19&to=2026-11-01`);
  await page.getByText('The last of these days lies before the first', { exact: false }).waitFor();
  await look(page, 'person-notes-9-turned-round-desk');
  await page.getByLabel('First day').fill('2026-11-19');
  await page.getByLabel('Last day').fill('2026-11-19');
  await page.getByRole('button', { name: 'Show these days' }).click();
  await page.getByText('Was here; the note is not signed yet.').waitFor();
  await page.getByText('No note was signed about these days.').waitFor();
  await lookAtAllWidths(page, 'person-notes-10-gaps');
  await page.goto(`/people/${person.id}/notes/paper`);
  await page.getByText('Choose the days', { exact: false }).waitFor();
  assertQuiet(complaints);
});

test('the notes read well on a phone in Spanish', async (t) => {
  const { house, clinic, person } = await openStage(t);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone', 'es-US');
  await signInAt(page, house, clinic, `/people/${person.id}/notes`, { email: 'Correo electrónico', password: 'Contraseña', enter: 'Entrar' });
  await page.getByText('1 sesión aún no tiene nota firmada').waitFor();
  await page.locator('[data-note-row]').nth(1).click();
  await page.getByRole('link', { name: 'Imprimir esta nota' }).waitFor();
  await look(page, 'person-notes-11-spanish-phone');
  await page.getByRole('link', { name: 'Imprimir esta nota' }).click();
  await page.getByRole('heading', { name: 'Notas de progreso' }).waitFor();
  await assertNoSidewaysScroll(page, 'paper on a phone');
  await look(page, 'person-notes-12-spanish-paper-phone');
  assertQuiet(complaints);
});
