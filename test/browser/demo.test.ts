/** A visitor of the demo closes the group that has just ended in twelve acts beyond the words, and the front desk sees no note. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openHouse } from '../support/house.ts';
import type { House } from '../support/house.ts';
import { assertQuiet, look, lookAtAllWidths, openBrowser, openPage, untilSuiteEnds } from '../support/browser.ts';

const PRESENT = 9;
/** What a visitor does besides typing words and pressing two chips for each person. */
const ACTS_MAX = 12;
const SENTENCES = ['Named Sunday evening as the hour to plan for.', 'Refused twice in the role play.', 'Copied the map from the board.', 'Chose the back stairs as a way out.',
  'Told the pair about the last payday.', 'Offered to meet friends for breakfast.', 'Wrote two early signs on the card.', 'Left with three sentences to say at the party.', 'Sat by the door and said that coming was the hard part.'];

/** Counts every click and every press that is neither text nor one of the chips. */
function hands(page: Page) {
  let acts = 0;
  return {
    acts: () => acts,
    click: async (target: Locator) => { acts += 1; await target.click(); },
    press: async (key: string) => { acts += 1; await page.keyboard.press(key); },
    /** Two chips for each person are beyond the count, and so are the words. */
    chips: async (...keys: [string, string]) => { for (const key of keys) await page.keyboard.press(key); },
    write: (text: string) => page.keyboard.type(text),
  };
}

async function enterAs(page: Page, role: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: role }).click();
  await page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
}

describe('the demo', () => {
  let house: House;
  let browser: Browser;
  let room = '';
  const suite = untilSuiteEnds();
  before(async () => {
    house = await openHouse(suite, undefined, { pages: true, demo: true });
    browser = await openBrowser(suite);
  });

  test('a visitor who chooses the facilitator’s card closes the group that has just ended with at most twelve acts beyond the words and two chips a person', async (t) => {
    const { page, complaints } = await openPage(browser, house.address, 'desk');
    const hand = hands(page);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Who would you like to be?' }).waitFor();
    await lookAtAllWidths(page, 'demo-1-cards');
    await hand.click(page.getByRole('button', { name: 'Group facilitator' }));
    await page.getByText('9 notes wait').waitFor();
    await lookAtAllWidths(page, 'demo-2-today');
    assert.match(await page.getByRole('complementary', { name: 'About this program' }).innerText(), /^Larkfield House is a fictional program/, 'the banner says that it is fictional');

    await hand.click(page.getByRole('complementary', { name: 'Needs somebody' }).getByRole('link', { name: 'Open Relapse prevention' }));
    await page.getByText('9 in the room, 1 not here').waitFor();
    room = new URL(page.url()).pathname;
    await hand.click(page.getByText('Not written yet').first());
    for (const [index, sentence] of SENTENCES.entries()) {
      await hand.chips('Alt+1', 'Alt+2');
      await hand.write(sentence);
      if (index < PRESENT - 1) await hand.press('Enter');
    }
    await page.getByText('9 notes ready').waitFor();
    await lookAtAllWidths(page, 'demo-3-written');
    await hand.press('Control+Enter');
    await page.getByText(/^9 notes are signed/).waitFor();
    await lookAtAllWidths(page, 'demo-4-signed');
    t.diagnostic(`${hand.acts()} acts beyond the words and two chips a person`);
    assert.ok(hand.acts() <= ACTS_MAX, `${hand.acts()} acts`);
    for (const sentence of SENTENCES) assert.equal(await page.getByText(sentence, { exact: true }).count(), 1, `in one note: ${sentence}`);
    assert.equal(await page.getByText('Did not come; no note.').count(), 1);
    assert.equal(await page.getByLabel('Topic').isEditable(), false, 'what was said for everybody is frozen with the notes');
    assertQuiet(complaints);
  });

  test('after signing, the day says that all of this group is signed, and a person’s hours name the signed note', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'desk');
    await enterAs(page, 'Group facilitator');
    await page.locator('summary').filter({ hasText: 'Relapse prevention' }).filter({ hasText: '9 here, 1 did not come' }).getByText('all signed').waitFor();
    await page.getByRole('link', { name: 'Kofi L.' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Hours of Kofi L.' }).waitFor();
    await page.getByText(/^note, Theo Okafor-Lind, signed/).first().waitFor();
    await lookAtAllWidths(page, 'demo-5-hours');
    assertQuiet(complaints);
  });

  test('in the room of a group that still runs, whoever is missing is not here yet, and nothing can be signed before its end', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'tablet');
    await enterAs(page, 'Group facilitator');
    await page.getByRole('link', { name: 'Open the group room Coping skills' }).click();
    await page.getByText('8 in the room, 2 not here').waitFor();
    assert.equal(await page.getByText('Not here yet; no note until the arrival is stamped.').count(), 2);
    assert.equal(await page.getByText('Did not come').count(), 0);
    await page.getByText(/^You can sign after /).waitFor();
    await look(page, 'demo-6-running-room');
    assertQuiet(complaints);
  });

  test('the front desk sees the day and stamps somebody in, and is offered no group room', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'phone');
    await enterAs(page, 'Front desk');
    await look(page, 'demo-7-front-desk-today');
    assert.equal(await page.getByRole('link', { name: /Open/ }).count(), 0, 'no link into a group room');
    const missing = page.getByRole('button', { name: /^Here/ });
    const count = await missing.count();
    await missing.first().click();
    await page.getByRole('status').filter({ hasText: /is here, / }).waitFor();
    assert.equal(await missing.count(), count - 1);
    assertQuiet(complaints);
  });

  test('the front desk at a group room’s address is told plainly that this is not its role, and where to go', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'phone');
    await enterAs(page, 'Front desk');
    await page.goto(room);
    await page.getByText('Your role does not include this.').waitFor();
    await page.getByText('Larkfield House is a fictional program').waitFor();
    await look(page, 'demo-8-front-desk-room');
    assert.equal(await page.getByText(SENTENCES[0] ?? '').count(), 0, 'no word of a note');
    await page.getByRole('main').getByRole('link', { name: 'Go to today' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
    assertQuiet(complaints);
  });
});
