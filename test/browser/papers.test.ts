/** The front desk prints the papers of the day: slips to cut apart, the roster, the day sheet; on Letter and on A4, in both languages. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/permissions.ts';
import { assertQuiet, lookAtAllWidths, openBrowser, openPage, takePicture } from '../support/browser.ts';
import { stampIn } from '../support/day.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { furnishEverything } from '../support/rows.ts';

type After = { after(work: () => Promise<void>): void };
const TELLING = /treatment|recovery|group|therapy|addiction|intensive|relapse|tratamiento|recuperación|grupo|terapia|adicción|recaída/i;
const FORMATS = ['Letter', 'A4'] as const;
/** The width between the margins of a sheet of Letter, in CSS pixels. */
const BETWEEN_MARGINS = 703;

async function signIn(page: Page, house: House, clinic: Organization, role: Role): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email address').fill(await house.emailOf(clinic, role));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
}

/** Two in the room, one recorded not to come; printing is counted where a printer would open. */
async function openDesk(t: After, role: Role = 'front-desk') {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Lakeside Recovery', 12);
  await furnishEverything(house, clinic, 'Larkfield');
  await house.inOrganization(clinic.orgId, (tx) => sql`update series set topic = 'Saying no' where org_id = ${clinic.orgId} and id = ${clinic.seriesId}`.execute(tx));
  house.clock.set(clinic.start);
  const supervisor = await house.as(clinic, 'supervisor');
  await stampIn(supervisor, clinic, clinic.people.slice(0, 2));
  assert.equal((await supervisor('POST', `/sessions/${clinic.sessionId}/people/${clinic.people[2]?.id}/absence`, { reason: 'court', excused: true, detail: 'Hearing at nine' })).status, 200);
  const { page, context, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await context.addInitScript('window.print = () => { const { dataset } = document.documentElement; dataset.printed = String(Number(dataset.printed ?? 0) + 1); };');
  await signIn(page, house, clinic, role);
  return { house, clinic, page, complaints, supervisor };
}

const printed = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-printed');
const paper = (page: Page) => page.getByRole('article');

/** How many sheets come out of the printer; kept beside the pictures for people to look at. */
async function sheetsOf(page: Page, name: string, format: (typeof FORMATS)[number]): Promise<number> {
  const pdf = await page.pdf({ format, tagged: true });
  await writeFile(fileURLToPath(new URL(`shots/${name}-${format}.pdf`, import.meta.url)), pdf);
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}

/** As it comes out, on the screen of a person who looks at pictures. */
async function picturePrinted(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: BETWEEN_MARGINS, height: 900 });
  await takePicture(page, `${name}-printed`);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1440, height: 1000 });
}

/** What stands on the paper and not only on the screen above it. */
async function printedText(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const text = await paper(page).innerText();
  const foot = await page.evaluate<string>("document.documentElement.style.getPropertyValue('--running-line')");
  await page.emulateMedia({ media: null });
  return `${text}\n${foot}`;
}

test('the front desk goes from the day to its sheet, to slips and to the roster, and prints each with one key', async (t) => {
  const { page, complaints } = await openDesk(t);
  await page.getByRole('link', { name: 'Day sheet' }).click();
  await page.getByRole('heading', { name: 'Day sheet' }).waitFor();
  await paper(page).getByText('1 session, 9 people are expected.').waitFor();
  assert.match(await page.title(), /^Paper/);
  await page.keyboard.press('p');
  assert.equal(await printed(page), '1');
  await page.getByRole('button', { name: /^Print/ }).click();
  assert.equal(await printed(page), '2');
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Print this page').waitFor();
  await page.keyboard.press('Escape');
  await lookAtAllWidths(page, 'papers-1-day');
  await picturePrinted(page, 'papers-1-day');
  for (const format of FORMATS) assert.equal(await sheetsOf(page, 'papers-1-day', format), 1, format);

  await page.getByRole('link', { name: 'Sign-in slips Relapse prevention' }).click();
  await paper(page).getByRole('heading', { name: 'Sign-in slips' }).waitFor();
  await paper(page).getByText('Given10 F.').waitFor();
  assert.equal(await paper(page).getByRole('listitem').count(), 9);
  await page.getByText('1 person is recorded as not coming and has no slip').waitFor();
  await page.getByLabel('Blank ones').fill('1');
  await page.waitForURL(/\bblank=1$/);
  assert.equal(await paper(page).getByRole('listitem').count(), 10);
  await lookAtAllWidths(page, 'papers-2-slips');
  await picturePrinted(page, 'papers-2-slips');
  for (const format of FORMATS) assert.equal(await sheetsOf(page, 'papers-2-slips', format), 2, `ten slips on ${format}`);
  await page.getByLabel('Blank ones').fill('2');
  await page.waitForURL(/\bblank=2$/);
  assert.equal(await sheetsOf(page, 'papers-2-slips-eleven', 'A4'), 3, 'five on each');

  await page.getByRole('radio', { name: 'One sheet that goes round' }).check();
  await page.waitForURL(/as=sheet/);
  await paper(page).getByRole('columnheader', { name: 'Signature' }).waitFor();
  await lookAtAllWidths(page, 'papers-3-sheet');
  await picturePrinted(page, 'papers-3-sheet');
  for (const format of FORMATS) assert.equal(await sheetsOf(page, 'papers-3-sheet', format), 1, format);
  await page.reload();
  await paper(page).getByRole('columnheader', { name: 'Signature' }).waitFor();
  assert.equal(await paper(page).getByRole('row').count(), 12, 'the address holds what was chosen');

  await page.goBack();
  await paper(page).getByRole('heading', { name: 'Everybody by name' }).waitFor();
  await page.getByRole('link', { name: 'Roster Relapse prevention' }).click();
  await paper(page).getByRole('heading', { name: 'Roster: Relapse prevention' }).waitFor();
  assert.equal(await paper(page).getByRole('cell', { name: 'excused', exact: true }).count(), 1);
  assert.doesNotMatch(await page.locator('body').innerText(), /court|Hearing/);
  await page.keyboard.press('p');
  assert.equal(await printed(page), '1');
  await lookAtAllWidths(page, 'papers-4-roster');
  await picturePrinted(page, 'papers-4-roster');
  for (const format of FORMATS) assert.equal(await sheetsOf(page, 'papers-4-roster', format), 1, format);
  assertQuiet(complaints);
});

describe('who may read a paper that lies about', () => {
  test('W23 a slip tells who, when and where in either language, and what is taught only by choice', async (t) => {
    const { page, clinic, complaints } = await openDesk(t);
    for (const language of ['en', 'es'] as const) {
      if (language === 'es') await page.evaluate("localStorage.setItem('stepdown.language', 'es')");
      for (const search of ['', '?as=sheet']) {
        await page.goto(`/sessions/${clinic.sessionId}/slips${search}`);
        await paper(page).getByText('Given1 F.').waitFor();
        const text = await printedText(page);
        assert.match(text, language === 'en' ? /Signature/ : /Firma/);
        assert.doesNotMatch(text, TELLING, `${language} ${search}`);
        assert.doesNotMatch(text, /Lakeside|Family|N-1|1990|Saying no/, `${language} ${search}`);
      }
    }
    await page.evaluate("localStorage.setItem('stepdown.language', 'en')");
    await page.goto(`/sessions/${clinic.sessionId}/slips`);
    await page.getByRole('checkbox', { name: 'With name and topic of the session' }).check();
    await page.waitForURL(/named=yes/);
    assert.match(await printedText(page), /Relapse prevention: Saying no/);
    assertQuiet(complaints);
  });

  test('a supervisor finds slips and roster in the menu of the session, and reads on the roster why somebody did not come', async (t) => {
    const { page, complaints } = await openDesk(t, 'supervisor');
    await page.locator('summary', { hasText: 'More Relapse prevention' }).click();
    await takePicture(page, 'papers-5-menu');
    await page.getByRole('link', { name: 'Roster' }).click();
    await paper(page).getByRole('cell', { name: 'excused: court, Hearing at nine' }).waitFor();
    await page.goBack();
    await page.locator('summary', { hasText: 'More Relapse prevention' }).click();
    await page.getByRole('link', { name: 'Sign-in slips' }).click();
    await page.waitForURL(/slips$/);
    await paper(page).getByRole('heading', { name: 'Sign-in slips' }).waitFor();
    await paper(page).getByText('Given10 F.').waitFor();
    assertQuiet(complaints);
  });

  test('a session by link has no slips, and the page says so kindly', async (t) => {
    const { page, clinic, supervisor, complaints } = await openDesk(t);
    const moved = await supervisor('POST', `/sessions/${clinic.sessionId}/hand-over`, { version: 1, facilitatorId: null, roomId: null, telehealthLink: 'https://meet.example/r', start: null, reason: 'Snow' });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    await page.goto(`/sessions/${clinic.sessionId}/slips`);
    await page.getByText('This session meets by link, so nobody signs on paper.').waitFor();
    await lookAtAllWidths(page, 'papers-6-by-link');
    await page.getByRole('link', { name: 'Print the roster' }).click();
    await paper(page).getByText('by link').waitFor();
    assertQuiet(complaints);
  });
});
