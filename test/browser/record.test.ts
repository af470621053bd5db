/** The page of a person in a real browser: a counselor sees what comes next, reads back through a long past, and mends what stands first; the front desk sees no word of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { newId } from '../../src/platform/ids.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization, Person } from '../support/house.ts';
import { furnishMany } from '../support/many.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

const PHASES = [
  { name: 'Three blocks', weeks: 8, level: 'iop', blocks: [{ name: 'Block', sessionType: 'group', minutes: 200, breakMinutes: 20, perWeek: 3 }] },
  { name: 'One evening', weeks: 4, level: 'outpatient', blocks: [{ name: 'Evening', sessionType: 'group', minutes: 90, breakMinutes: 0, perWeek: 1 }] },
];

/** The plan was written when the person came, not today: only a superuser may say so afterwards. */
async function writtenLongAgo(house: House): Promise<void> {
  const client = new pg.Client(house.database.root);
  await client.connect();
  try {
    for (const table of ['plan_goals', 'plan_objectives']) await client.query(`update ${table} set recorded_at = recorded_at - interval '58 days' + interval '1 minute' * position`);
  } finally {
    await client.end();
  }
}

/** A path, a counselor, two sessions with free seats, somebody to call, an allergy, and sixty sessions behind. */
async function furnishPast(house: House, clinic: Organization, one: Person): Promise<void> {
  const now = house.clock.now();
  const { orgId, siteId, programId, staff } = clinic;
  await furnishMany(house, clinic, { record: { of: [one], sessionsEach: 60, contactNotes: 6, tasks: 4 } });
  await writtenLongAgo(house);
  await house.inOrganization(orgId, async (tx) => {
    const version = newId(now);
    await sql`insert into path_versions (org_id, id, path_id, version, program_id, name, weeks, phases, recorded_at) values (${orgId}, ${version}, ${newId(now)}, 1, ${programId}, 'Maple path', 12, ${JSON.stringify(PHASES)}::jsonb, ${now})`.execute(tx);
    await sql`insert into phase_segments (org_id, id, episode_id, path_version_id, phase_no, starts_on, recorded_at) values (${orgId}, ${newId(now)}, ${one.episodeId}, ${version}, 1, '2026-10-12', ${now})`.execute(tx);
    await sql`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at) values (${orgId}, ${newId(now)}, ${one.episodeId}, ${staff.counselor.staffId}, '2026-10-12', ${now})`.execute(tx);
    for (const [name, day] of [['Evening block', '2026-11-20'], ['Saturday block', '2026-11-21']]) {
      await sql`insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, room_id, facilitator_id, planned_start_at, planned_end_at, recorded_at)
        values (${orgId}, ${newId(now)}, 'group', ${name}, ${day}, '17:30', ${siteId}, ${programId}, ${clinic.roomId}, ${staff.facilitator.staffId}, ${`${day}T23:30:00Z`}, ${`${day}T23:30:00Z`}::timestamptz + interval '3 hours', ${now})`.execute(tx);
    }
    await sql`insert into participant_contacts (org_id, id, participant_id, kind, name, relation, telephone, recorded_at) values (${orgId}, ${newId(now)}, ${one.id}, 'emergency', 'Elena Vale', 'Sister', '312 555 0142', ${now})`.execute(tx);
    await sql`insert into health_items (org_id, id, participant_id, kind, label, detail, recorded_at) values (${orgId}, ${newId(now)}, ${one.id}, 'allergy', 'Penicillin', 'rash', ${now})`.execute(tx);
    await sql`update participants set legal_given_name = 'Juniper', legal_family_name = 'Vale', chosen_name = 'June', pronouns = 'she / her', contact_by = 'text', contact_note = 'Dana called', telephone = '312 555 0188' where org_id = ${orgId} and id = ${one.id}`.execute(tx);
  });
}

async function openAs(page: Page, email: string, path: string, language: 'en' | 'es' = 'en'): Promise<void> {
  await page.goto(path);
  await page.getByLabel(language === 'en' ? 'Email address' : 'Correo electrónico').fill(email);
  await page.getByLabel(language === 'en' ? 'Password' : 'Contraseña').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Juniper Vale' }).waitFor();
}

test('a counselor reads what comes next, goes back through sixty sessions by keyboard, and mends the week from what stands first', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const one = clinic.people[0] as Person;
  await furnishPast(house, clinic, one);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await openAs(page, await house.emailOf(clinic, 'counselor'), `/people/${one.id}`);

  const first = page.getByRole('region', { name: 'Look at this first' });
  await first.getByText('Ends the week at').waitFor();
  const week = page.getByRole('region', { name: 'This week' });
  await week.getByText('Today 10:10–11:10').waitFor();
  await week.getByText('One evening from Mon, Dec 7, as planned. 9 h a week become 1 h 30. Level of care: Outpatient.').waitFor();
  await page.getByRole('region', { name: 'What June wants' }).getByText('In my own words 1').waitFor();
  const latest = page.getByRole('region', { name: 'Latest' });
  await latest.getByText('Named situation 1 in which').waitFor();
  await page.getByText('Your opening of this page is written down.').waitFor();
  await lookAtAllWidths(page, 'record-1-overview');

  const older = latest.getByRole('button', { name: 'Show older' });
  for (let shown = 30; shown <= 60; shown += 30) {
    await older.focus();
    await page.keyboard.press('Enter');
    await latest.getByText(`${shown} entries are shown.`).waitFor();
    assert.match(await assertFocusSeen(page, 'showing older entries'), /^li /);
  }
  for (let pages = 0; pages < 5 && await older.isVisible(); pages += 1) {
    const before = await latest.getByRole('status').innerText();
    await older.focus();
    await page.keyboard.press('Enter');
    await latest.getByText(before, { exact: true }).waitFor({ state: 'detached' });
  }
  await latest.getByText('This is the beginning.').waitFor();
  await latest.getByText('Named situation 60 in which').waitFor();
  await latest.getByText('Admitted: ').waitFor();

  await latest.getByRole('link', { name: 'Contacts' }).focus();
  await page.keyboard.press('Enter');
  await latest.getByText('Telephone with The person, 5 min.').first().waitFor();
  assert.equal(await latest.getByText('Named situation').count(), 0);
  assert.match(page.url(), /#contacts$/);
  await latest.getByRole('link', { name: 'Everything' }).click();
  await latest.getByText('Named situation 1 in which').waitFor();

  await first.getByRole('button', { name: /^Book June V\., Fri 5:30/ }).first().click();
  await first.getByText('Ends the week at').waitFor({ state: 'detached' });
  await week.getByText('Evening block').waitFor();
  await week.getByText('make-up visit').first().waitFor();
  await look(page, 'record-2-mended-desk');
  await page.getByRole('button', { name: 'Undo' }).click();
  await first.getByText('Ends the week at').waitFor();

  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('n');
  const contact = page.getByRole('dialog', { name: 'Contact: June V.' });
  await contact.getByLabel('With whom').fill('Her sister');
  await contact.getByLabel('What was said and done').fill('Will bring her on Friday.');
  await contact.getByLabel('Risk').selectOption({ label: 'Nothing seen' });
  await contact.getByRole('button', { name: 'Sign the note' }).click();
  await latest.getByText('Telephone with Her sister, 5 min.').waitFor();

  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Change details' }).click();
  await page.getByRole('dialog', { name: 'Change what is written' }).waitFor();
  await page.keyboard.press('Escape');
  await first.getByRole('link', { name: 'Open the plan' }).or(page.getByRole('region', { name: 'What June wants' }).getByRole('link', { name: 'Plan' })).first().click();
  await page.getByRole('link', { name: 'Plan', exact: true }).and(page.locator('[aria-current="page"]')).waitFor();
  assertQuiet(complaints);
});

test('the front desk sees whom to call and what comes next, and no clinical word', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const one = clinic.people[0] as Person;
  await furnishPast(house, clinic, one);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone');
  await openAs(page, await house.emailOf(clinic, 'front-desk'), `/people/${one.id}`);
  await page.getByRole('region', { name: 'Next' }).getByText('Today 10:10–11:10').waitFor();
  await page.getByRole('region', { name: 'People' }).getByText('Elena Vale').waitFor();
  await page.getByRole('region', { name: 'Look at this first' }).getByText('Nothing waits here.').waitFor();
  const text = await page.locator('main').innerText();
  for (const word of ['Named situation', 'In my own words', 'Objective', 'Penicillin', 'Called back', 'Latest', 'Ends the week', 'not signed', 'A call is due']) assert.ok(!text.includes(word), `${word} is not for the front desk`);
  await lookAtAllWidths(page, 'record-3-front-desk');
  assertQuiet(complaints);
});

test('the page of a person fits in Spanish at all widths, and on a phone the tabs move inside their row', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  const one = clinic.people[0] as Person;
  await furnishPast(house, clinic, one);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone', 'es-US');
  await openAs(page, await house.emailOf(clinic, 'supervisor'), `/people/${one.id}`, 'es');
  await page.getByRole('region', { name: 'Mire esto primero' }).getByText('Termina la semana con').waitFor();
  await page.getByRole('region', { name: 'Lo último' }).getByText('Named situation 1 in which').waitFor();
  await lookAtAllWidths(page, 'record-4-es');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('navigation', { name: 'Páginas de esta persona' }).getByRole('link', { name: 'Datos' }).click();
  const details = page.locator('nav a[aria-current="page"]');
  await details.filter({ hasText: 'Datos' }).waitFor();
  const box = await details.filter({ hasText: 'Datos' }).boundingBox();
  assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 390, 'the present page is in view');
  await look(page, 'record-5-details-es-phone');
  assertQuiet(complaints);
});

test('somebody without goals, sessions or contacts is met with the first act of each part', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 1);
  const one = clinic.people[0] as Person;
  await house.inOrganization(clinic.orgId, async (tx) => { await sql`update participants set legal_given_name = 'Juniper', legal_family_name = 'Vale' where org_id = ${clinic.orgId} and id = ${one.id}`.execute(tx); });
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await openAs(page, await house.emailOf(clinic, 'counselor'), `/people/${one.id}`);
  await page.getByRole('link', { name: 'Write the first goal' }).waitFor();
  await page.getByText('The plan was due on').waitFor();
  await page.getByText('No emergency contact is on the list').waitFor();
  await page.getByRole('region', { name: 'Look at this first' }).getByRole('button', { name: 'Plan a session' }).click();
  await page.getByRole('dialog', { name: 'Plan a session' }).waitFor();
  await page.keyboard.press('Escape');
  await look(page, 'record-6-new-desk');
  assertQuiet(complaints);
});
