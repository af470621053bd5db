/** A counselor writes a plan, ends an episode, takes that back, transfers somebody and admits somebody who was here long ago, in a real browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { newId, newSilentId } from '../../src/platform/ids.ts';
import { insertParticipants } from '../../src/modules/people/index.ts';
import { insertEpisodes } from '../../src/modules/placements/index.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, look, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

async function signIn(page: Page, email: string, path = '/people'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const panel = (page: Page, name: string) => page.getByRole('dialog', { name });
const details = (page: Page) => page.getByRole('navigation', { name: 'Pages of this person' }).getByRole('link', { name: 'Details' }).click();

/** A second program at the site, somebody who left 200 days ago, and danger and a call that are open about the first person. */
async function furnishMore(house: House, { orgId, programId, siteId, sessionId, staff, people }: Organization): Promise<void> {
  const now = house.clock.now();
  await house.inOrganization(orgId, async (tx) => {
    await sql`insert into programs (org_id, id, name, population, specialty, level, recorded_at) select org_id, ${newId(now)}, 'Evening program', population, specialty, 'outpatient', ${now} from programs where org_id = ${orgId} and id = ${programId}`.execute(tx);
    const formerId = newSilentId();
    await insertParticipants(tx, orgId, [{ id: formerId, participantNumber: 'F-1', legalGivenName: 'Inés', legalFamilyName: 'Núñez', chosenName: null, pronouns: null, birthDate: '1988-04-05', language: 'es' }], now, null);
    await insertEpisodes(tx, orgId, [{ id: newId(now), participantId: formerId, programId, siteId, admittedOn: '2026-01-05', segmentId: newId(now), level: 'iop' }], now, null);
    await sql`update episodes set ended_on = '2026-05-03' where org_id = ${orgId} and participant_id = ${formerId}`.execute(tx);
    for (const [kind, source, concern] of [['danger', 'button', 'self'], ['outreach', 'absence', null]]) {
      await sql`insert into tasks (org_id, id, site_id, kind, source, concern, detail, participant_id, session_id, due_at, opened_at, opened_by)
        values (${orgId}, ${newId(now)}, ${siteId}, ${kind}, ${source}, ${concern}, '', ${people[0]?.id}, ${sessionId}, '2026-11-20T18:00:00Z', ${now}, ${staff.counselor.staffId})`.execute(tx);
    }
  });
}

test('a counselor writes a plan, ends the episode with everything said before, takes it back, and transfers somebody else', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnishMore(house, clinic);
  house.clock.advance(10);
  const counselor = await house.as(clinic, 'counselor');
  assert.equal((await counselor('POST', `/sessions/${clinic.sessionId}/people/${clinic.people[0]?.id}/arrival`, {})).status, 200);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'counselor'), `/people/${clinic.people[0]?.id}/plan`);
  await page.getByRole('heading', { name: 'Given1 Family1' }).waitFor();

  await page.getByRole('button', { name: 'Add a goal' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('I want my evenings back.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Drinks alone after work');
  await assertFocusSeen(page, 'typing the problem');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('“I want my evenings back.”').waitFor();
  await page.getByRole('button', { name: 'Add an objective to goal 1' }).click();
  await panel(page, 'Add an objective to goal 1').getByLabel('What will be seen when it is reached').fill('Calls somebody before the first drink, three evenings a week');
  await panel(page, 'Add an objective to goal 1').getByRole('button', { name: 'Add the objective' }).click();
  await page.getByText('no note speaks to it yet').waitFor();
  await page.getByRole('button', { name: 'Record a review' }).click();
  await panel(page, 'Record a review').getByRole('button', { name: 'Record the review' }).click();
  await page.getByText('Looked at together on November 19; next by December 19.').waitFor();
  await page.getByRole('button', { name: 'End objective 1.1' }).click();
  await page.getByText('Objective 1.1 has ended.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'End objective 1.1' }).waitFor();
  await lookAtAllWidths(page, 'discharge-1-plan');

  await details(page);
  await page.getByRole('button', { name: 'End the episode' }).click();
  const end = panel(page, 'End the episode');
  await end.getByText('1 seat is free from November 20: Relapse prevention.').waitFor();
  await end.getByText('1 note is still to be signed:').waitFor();
  await end.getByText('1 open call is closed as discharged.').waitFor();
  await end.getByText('Danger about this person is still open.').waitFor();
  await end.getByLabel('Last day').fill('2026-11-18');
  await end.getByLabel('Reason').selectOption('completed');
  await end.getByText('The person was here on November 19.').waitFor();
  await end.getByRole('button', { name: 'End the episode' }).click();
  await end.getByText('Nothing was ended: the person was here after this day.').waitFor();
  await end.getByLabel('Last day').fill('2026-11-19');
  await end.getByLabel('Reason').selectOption('left');
  await lookAtAllWidths(page, 'discharge-2-end');
  await end.getByRole('button', { name: 'End the episode' }).click();
  await page.getByText('Discharged on November 19.').waitFor();
  await page.getByText('Left by own decision. Written by Sam counselor on November 19.').waitFor();
  await lookAtAllWidths(page, 'discharge-3-ended');

  await page.getByRole('button', { name: 'Take the discharge back' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Left by own decision.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'End the episode' }).waitFor();

  await page.goto(`/people/${clinic.people[1]?.id}/details`);
  await page.getByRole('button', { name: 'Transfer' }).click();
  const transfer = panel(page, 'Transfer Given2 F.');
  await transfer.getByText('A transfer cannot be taken back.').waitFor();
  await transfer.getByText('1 seat is free from November 20').waitFor();
  await look(page, 'discharge-4-transfer-desk');
  await transfer.getByRole('button', { name: 'Transfer' }).click();
  await page.getByText('Care goes on at another placement from the next day on.').waitFor();
  await look(page, 'discharge-5-transferred-desk');
  assertQuiet(complaints);
});

test('a seat that somebody else got meanwhile is named, and the discharge is taken back without it', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 11);
  const counselor = await house.as(clinic, 'counselor');
  const [first, last] = [clinic.people[0], clinic.people[10]];
  assert.equal((await counselor('POST', `/episodes/${first?.episodeId}/discharge`, { version: 0, lastDay: '2026-11-19', reason: 'completed', detail: '' })).status, 200);
  assert.equal((await counselor('POST', `/groups/${clinic.seriesId}/seats`, { participantId: last?.id, startsOn: '2026-11-20', lastDay: null })).status, 200);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone');
  await signIn(page, await house.emailOf(clinic, 'counselor'), `/people/${first?.id}/details`);
  await page.getByRole('button', { name: 'Take the discharge back' }).click();
  await page.getByText('Somebody else has the seat in Relapse prevention.').waitFor();
  await look(page, 'discharge-6-taken-phone');
  await page.getByRole('button', { name: 'Take it back without this seat' }).click();
  await page.getByRole('button', { name: 'End the episode' }).waitFor();
  assertQuiet(complaints);
});

test('who left long ago is found by exact name and birth date and admitted again, also in Spanish', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnishMore(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(page, await house.emailOf(clinic, 'counselor'));
  await page.getByText('10 people are in the program').waitFor();
  await page.getByRole('button', { name: 'Was here before' }).click();
  const former = panel(page, 'Was here before');
  await former.getByRole('button', { name: 'Look up' }).click();
  await former.getByText('Give the family name with the birth date, or the number.').waitFor();
  await former.getByLabel('Legal family name').fill('nunez');
  await former.getByLabel('Birth date').fill('1988-04-06');
  await former.getByRole('button', { name: 'Look up' }).click();
  await former.getByText('Nobody who was here before reads like that.').waitFor();
  await former.getByLabel('Birth date').fill('1988-04-05');
  await former.getByRole('button', { name: 'Look up' }).click();
  await former.getByText('born 1988, left on May 3').waitFor();
  await lookAtAllWidths(page, 'discharge-7-former');
  await former.getByRole('button', { name: 'Admit again: Inés N.' }).click();
  await panel(page, 'Admit Inés N.').getByRole('button', { name: 'Admit' }).click();
  await page.getByRole('heading', { name: 'Inés Núñez' }).waitFor();

  await details(page);
  await page.getByRole('button', { name: 'End the episode' }).click();
  await panel(page, 'End the episode').getByLabel('Reason').selectOption('completed');
  await panel(page, 'End the episode').getByRole('button', { name: 'End the episode' }).click();
  await page.getByRole('button', { name: 'Admit again' }).waitFor();
  await page.locator('summary').filter({ hasText: 'Language and sign-out' }).click();
  await page.getByRole('button', { name: 'Español' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Deshacer el alta' }).waitFor();
  await lookAtAllWidths(page, 'discharge-8-spanish');
  assertQuiet(complaints);
});
