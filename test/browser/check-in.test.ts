/** The desk on a full morning: arrivals by name, absences with a reason, times typed, and people who come without a seat. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, openBrowser, openPage } from '../support/browser.ts';

async function signIn(page: Page, house: House, clinic: Organization, role: 'front-desk' | 'facilitator'): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email address').fill(await house.emailOf(clinic, role));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
}

const NAMES = ['Juniper Vance', 'Tobias Marlow', 'Íñigo Muñoz', 'Beatrix Holloway', 'Cornelius Ashby', 'Delphine Quarles', 'Ezra Whitlock', 'Fern Abernathy', 'Gideon Pell', 'Harriet Stone', 'Ines Calloway', 'Jonah Reed'];

/** Ten in the group and two more of the program, by names as people have them. */
async function furnish(house: House): Promise<Organization> {
  const clinic = await house.furnish('Larkfield House', 12);
  await house.inOrganization(clinic.orgId, async (tx) => {
    for (const [index, person] of clinic.people.entries()) {
      const [given = '', family = ''] = (NAMES[index] ?? '').split(' ');
      await sql`update participants set legal_given_name = ${given}, legal_family_name = ${family} where org_id = ${clinic.orgId} and id = ${person.id}`.execute(tx);
    }
  });
  return clinic;
}

const panel = (page: Page, name: string) => page.getByRole('dialog', { name });
const standings = async (house: House, clinic: Organization): Promise<Map<string, string>> => {
  const board = await (await house.as(clinic, 'facilitator'))('GET', `/boards/today?siteId=${clinic.siteId}`);
  return new Map(board.body.sessions[0].people.map((person: { displayName: string; standing: string }) => [person.displayName, person.standing]));
};

test('the desk finds a person by name and the keyboard alone, records who does not come, and takes it back', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await furnish(house);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, house, clinic, 'front-desk');
  await page.keyboard.press('i');
  assert.match(await assertFocusSeen(page, 'I'), /^input/);
  await look(page, 'check-in-1-next-desk');
  await page.keyboard.type('inigo');
  await panel(page, 'Check somebody in').getByText('1 person').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/^Íñigo M\. is here/).waitFor();
  await page.keyboard.press('Escape');
  house.clock.advance(25);
  await page.reload();
  await page.getByText('missing 15 min').first().waitFor();
  await look(page, 'check-in-2-missing-desk');

  await page.getByRole('button', { name: 'Did not come Juniper V.' }).click();
  const times = panel(page, 'Times of Juniper V.');
  await times.getByRole('button', { name: 'court' }).click();
  await times.getByLabel('Excused').check();
  await look(page, 'check-in-3-absence-desk');
  await times.getByRole('button', { name: 'Record the absence' }).click();
  await page.getByText('excused, court').waitFor();
  await page.getByText('Juniper V. did not come').waitFor();
  await page.keyboard.press('u');
  await page.getByText('excused, court').waitFor({ state: 'detached' });
  assert.equal((await standings(house, clinic)).get('Juniper V.'), 'missing');
  assertQuiet(complaints);
});

test('times are typed with the key S, and a change of what was stamped needs a reason', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await furnish(house);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, house, clinic, 'facilitator');
  house.clock.advance(40);
  await page.reload();
  await page.getByRole('button', { name: 'Here Tobias M.' }).focus();
  await page.keyboard.press('s');
  const times = panel(page, 'Times of Tobias M.');
  await times.getByLabel('Arrived at').fill('10:14');
  await times.getByRole('button', { name: 'Stamp the arrival' }).click();
  await page.getByText('10:14, 4 late').waitFor();
  await page.getByRole('button', { name: /times of Tobias M\.$/ }).click();
  await times.getByText('Recorded: since 10:14.').waitFor();
  await times.getByLabel('Arrived at').fill('10:08');
  await times.getByLabel('Left at').fill('10:30');
  await times.getByLabel('Why the times change').fill('Read off the wrong row');
  await look(page, 'check-in-4-correction-desk');
  await times.getByRole('button', { name: 'Correct the times' }).click();
  await page.getByText('left 10:30').waitFor();
  assert.equal((await standings(house, clinic)).get('Tobias M.'), 'left-early');
  assertQuiet(complaints);
});

for (const width of ['desk', 'tablet', 'phone'] as const) {
  test(`at ${width} width somebody without a seat waits for the grace time, then gets the seat of somebody missing; the next sits in anyway, with a reason`, async (t) => {
    const house = await openHouse(t, undefined, { pages: true });
    const clinic = await furnish(house);
    const { page, complaints } = await openPage(await openBrowser(t), house.address, width);
    await signIn(page, house, clinic, 'facilitator');
    const ask = await house.as(clinic, 'facilitator');
    house.clock.advance(15);
    for (const person of clinic.people.slice(1, 10)) await ask('POST', `/sessions/${clinic.sessionId}/people/${person.id}/arrival`, {});
    await page.reload();
    await page.getByRole('button', { name: 'Check somebody in' }).click();
    await page.getByLabel('Name').fill('calloway');
    await page.getByText('On no roster of today').waitFor();
    await look(page, `check-in-5-found-${width}`);
    await page.getByRole('button', { name: 'Make-up visit Ines C.' }).click();
    await page.getByText('Seats can be given away from 10:30').waitFor();
    await look(page, `check-in-6-full-${width}`);
    house.clock.advance(20);
    await page.reload();
    await page.getByRole('button', { name: 'Check somebody in' }).click();
    await page.getByLabel('Name').fill('calloway');
    await page.getByRole('button', { name: 'Make-up visit Ines C.' }).click();
    await look(page, `check-in-7-give-${width}`);
    await page.getByRole('button', { name: 'Give the seat of Juniper V.' }).click();
    await page.getByText('Ines C. sits in: Relapse prevention').waitFor();
    assert.equal((await standings(house, clinic)).get('Juniper V.'), 'absent');

    await page.getByRole('button', { name: 'Check somebody in' }).click();
    await page.getByLabel('Name').fill('jonah');
    await page.getByRole('button', { name: 'Make-up visit Jonah R.' }).click();
    await page.locator('summary', { hasText: 'Sits in anyway' }).click();
    await page.getByLabel('Sits in anyway, because').fill('Only session this week');
    await page.getByRole('button', { name: /^Let sit in beyond the seats/ }).click();
    await page.getByText('Jonah R. sits in: Relapse prevention').waitFor();
    await page.getByText('beyond the seats').first().waitFor();
    await look(page, `check-in-8-roster-${width}`);
    assert.equal((await standings(house, clinic)).get('Jonah R.'), 'make-up');
    assertQuiet(complaints);
  });
}
