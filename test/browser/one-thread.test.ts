/** A facilitator runs one group in a real browser: sign in, stamp ten people in, write ten sentences, sign, read the ledger. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import { assertQuiet, look, openBrowser, openPage, until } from '../support/browser.ts';
import type { Width } from '../support/browser.ts';

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
}

/** Writes one sentence for each person by the keyboard alone, from the first row on. */
async function writeSentences(page: Page, count: number): Promise<void> {
  await page.keyboard.press('n');
  for (let index = 0; index < count; index += 1) {
    const field = page.getByLabel(/^Own sentence about/);
    await field.waitFor({ timeout: 4000 });
    await page.keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor({ timeout: 4000 });
    await page.keyboard.type(`Sentence ${index + 1}: told the group what helped on the way here.`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    if (index < count - 1) await page.keyboard.press('n');
  }
}

for (const width of ['desk', 'tablet', 'phone'] as const satisfies readonly Width[]) {
  test(`at ${width} width a facilitator stamps ten people in, writes ten sentences, signs them together and reads the ledger`, async (t) => {
    const house = await openHouse(t, undefined, { pages: true });
    const clinic = await house.furnish('Larkfield House');
    const email = await house.emailOf(clinic, 'facilitator');
    const { page, complaints } = await openPage(await openBrowser(t), house.address, width);
    await page.goto('/');
    await page.getByLabel('Email address').waitFor();
    await look(page, `one-thread-1-sign-in-${width}`);
    await signIn(page, email);

    house.clock.advance(10);
    await page.reload();
    const here = page.getByRole('button', { name: /^Here/ });
    for (let left = 10; left > 0; left -= 1) {
      await here.first().click();
      await until(page, `document.querySelectorAll('[data-tap="arrive"]').length < ${left}`);
    }
    await look(page, `one-thread-2-today-${width}`);

    house.clock.advance(60);
    await page.goto(`/sessions/${clinic.sessionId}`);
    await page.getByLabel('Topic').fill('High-risk situations');
    await page.getByLabel('What happened').fill('Pairs rehearsed one refusal aloud.');
    await page.getByLabel('What happened').blur();
    await writeSentences(page, 10);
    await page.getByText(/Draft saved .* on the server/).waitFor();
    await look(page, `one-thread-3-room-${width}`);

    await page.keyboard.press('Control+Enter');
    await page.getByText('10 notes are signed; 600 minutes stand in the ledger.').waitFor({ timeout: 10_000 });
    await look(page, `one-thread-4-signed-${width}`);

    await page.goto(`/people/${clinic.people[0]?.id}/hours`);
    await page.getByRole('heading', { name: /^Hours of/ }).waitFor();
    await look(page, `one-thread-5-hours-${width}`);

    const reply = await (await house.as(clinic, 'facilitator'))('GET', `/sessions/${clinic.sessionId}/room`);
    const notes = reply.body.people.map((person: { note: { part: { ownSentence: string } } | null }) => person.note?.part.ownSentence ?? null);
    assert.equal(new Set(notes).size, 10, 'ten notes, no two alike');
    assert.ok(!notes.includes(null), 'a note for each of the ten');
    assertQuiet(complaints);
  });
}
