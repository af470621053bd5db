/** What is typed is never lost: two people at one draft, no network, a closed page, a sign-in that has ended. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import pg from 'pg';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Role } from '../../src/permissions.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage, untilSuiteEnds } from '../support/browser.ts';
import type { Visit } from '../support/browser.ts';

/** What the browser itself writes for each request while there is no network. */
const NO_NETWORK = /net::ERR_INTERNET_DISCONNECTED/;
const SAVED = /^Draft saved .*, on the server$/;
const HERE_ONLY = 'Draft here only, no network';

describe('drafts', () => {
  let house: House;
  let clinic: Organization;
  let browser: Browser;
  const suite = untilSuiteEnds();
  before(async () => {
    house = await openHouse(suite, undefined, { pages: true });
    clinic = await house.furnish('Larkfield House', 4);
    browser = await openBrowser(suite);
    house.clock.advance(12);
    const ask = await house.as(clinic, 'facilitator');
    for (const { id } of clinic.people) await ask('POST', `/sessions/${clinic.sessionId}/people/${id}/arrival`, {});
    house.clock.advance(70);
  });

  async function enterRoom(role: Role, width: 'desk' | 'phone' = 'desk'): Promise<Visit> {
    const visit = await openPage(browser, house.address, width);
    await visit.page.goto(`/sessions/${clinic.sessionId}`);
    await signIn(visit.page, await house.emailOf(clinic, role));
    return visit;
  }

  async function signIn(page: Page, email: string): Promise<void> {
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Relapse prevention' }).waitFor();
  }

  async function openSentence(page: Page, name: string): Promise<Locator> {
    await page.getByRole('button', { name, exact: true }).click();
    return page.getByLabel(`Own sentence about ${name}`);
  }

  async function onServer(person: number): Promise<string> {
    const room = await (await house.as(clinic, 'facilitator'))('GET', `/sessions/${clinic.sessionId}/room`);
    return room.body.people[person].draft.part.ownSentence as string;
  }

  test('when two facilitators write about the same person, the second sees both texts and keeps hers', async () => {
    const [first, second] = await Promise.all([enterRoom('facilitator'), enterRoom('supervisor')]);
    const [one, two] = [await openSentence(first.page, 'Given1 F.'), await openSentence(second.page, 'Given1 F.')];
    await one.fill('Named Sunday evening as the hour to plan for.');
    await first.page.getByText(SAVED).waitFor();
    await two.fill('Asked her sister to ring at seven.');
    const both = second.page.getByRole('alert').filter({ hasText: 'changed this while you were writing' });
    await both.getByText('Named Sunday evening as the hour to plan for.').waitFor();
    await both.getByText('Asked her sister to ring at seven.').waitFor();
    await both.getByText('Sam facilitator changed this while you were writing.').waitFor();
    await lookAtAllWidths(second.page, 'drafts-1-two-versions');
    await both.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await second.page.getByText(SAVED).waitFor();
    await assertFocusSeen(second.page, 'keeping mine');
    assert.equal(await two.inputValue(), 'Asked her sister to ring at seven.');
    assert.equal(await onServer(0), 'Asked her sister to ring at seven.');
    assertQuiet(first.complaints);
    assertQuiet(second.complaints);
  });

  test('the second may also take the other’s text, and then both have the same', async () => {
    const [first, second] = await Promise.all([enterRoom('facilitator'), enterRoom('supervisor', 'phone')]);
    const [one, two] = [await openSentence(first.page, 'Given2 F.'), await openSentence(second.page, 'Given2 F.')];
    await one.fill('Left with three sentences to say.');
    await first.page.getByText(SAVED).waitFor();
    await two.fill('Something else.');
    await second.page.getByText('Left with three sentences to say.').waitFor();
    await look(second.page, 'drafts-2-two-versions-phone');
    await second.page.getByRole('button', { name: 'Take the other' }).press('Enter');
    await second.page.getByRole('button', { name: 'Take the other' }).waitFor({ state: 'detached' });
    await assertFocusSeen(second.page, 'taking the other');
    assert.equal(await two.inputValue(), 'Left with three sentences to say.');
    assert.equal(await onServer(1), 'Left with three sentences to say.');
    assertQuiet(second.complaints);
  });

  test('when the network goes away the page says so, writing goes on, and all of it reaches the server once the network is back', async () => {
    const { page, context, complaints } = await enterRoom('facilitator');
    const field = await openSentence(page, 'Given3 F.');
    await context.setOffline(true);
    await field.pressSequentially('Held that avoiding friends');
    await page.getByRole('status').filter({ hasText: HERE_ONLY }).waitFor();
    await lookAtAllWidths(page, 'drafts-3-no-network');
    await field.pressSequentially(' is no plan.');
    assert.equal(await field.inputValue(), 'Held that avoiding friends is no plan.');
    await context.setOffline(false);
    await page.getByText(SAVED).waitFor();
    assert.equal(await onServer(2), 'Held that avoiding friends is no plan.');
    assertQuiet(complaints, NO_NETWORK);
  });

  test('on a machine that draws slowly, a press into the field right after its row opened keeps the focus, and no letter is lost', async () => {
    const { page, complaints } = await enterRoom('counselor');
    await page.evaluate('window.requestAnimationFrame = (act) => setTimeout(act, 150)');
    const field = await openSentence(page, 'Given1 F.');
    await field.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' x marks each letter.', { delay: 40 });
    assert.match(await field.inputValue(), / x marks each letter\.$/);
    await page.getByText(SAVED).waitFor();
    assertQuiet(complaints);
  });

  test('a page that is closed without a network still has the text when it is opened again, and then sends it', async () => {
    const { page, context, complaints } = await enterRoom('facilitator');
    const field = await openSentence(page, 'Given3 F.');
    await context.setOffline(true);
    await field.fill('Offered to meet them for breakfast.');
    await page.getByRole('status').filter({ hasText: HERE_ONLY }).waitFor();
    await page.close();
    assert.notEqual(await onServer(2), 'Offered to meet them for breakfast.');
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`/sessions/${clinic.sessionId}`);
    await again.getByText('Offered to meet them for breakfast.').waitFor();
    await again.getByText(SAVED).waitFor();
    assert.equal(await onServer(2), 'Offered to meet them for breakfast.');
    assertQuiet(complaints, NO_NETWORK);
  });

  test('when the sign-in has ended meanwhile, signing in leads back to the same room with the text still there', async () => {
    const { page, complaints } = await enterRoom('supervisor');
    const field = await openSentence(page, 'Given4 F.');
    await expireAll(house);
    await untilSignedOut(page);
    await field.pressSequentially('Sat by the door and said that coming was the hard part.');
    await page.waitForURL(/\/sign-in\?back=/);
    await page.getByText('Then you are back on the same page. What you typed is kept.').waitFor();
    await look(page, 'drafts-4-sign-in-again');
    await signIn(page, await house.emailOf(clinic, 'supervisor'));
    assert.equal(new URL(page.url()).pathname, `/sessions/${clinic.sessionId}`);
    await page.getByText('Sat by the door and said that coming was the hard part.').waitFor();
    await page.getByText(SAVED).waitFor();
    assert.equal(await onServer(3), 'Sat by the door and said that coming was the hard part.');
    await look(page, 'drafts-5-back-again');
    assertQuiet(complaints);
  });
});

async function expireAll(house: House): Promise<void> {
  const client = new pg.Client(house.database.root);
  await client.connect();
  try {
    await client.query('update sign_ins set expires_at = created_at');
  } finally {
    await client.end();
  }
}

/** A server remembers a sign-in for up to five seconds. */
async function untilSignedOut(page: Page): Promise<void> {
  const end = performance.now() + 10_000;
  while ((await page.request.get('/api/me')).status() !== 401) {
    assert.ok(performance.now() < end, 'the sign-in has ended within ten seconds');
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
}
