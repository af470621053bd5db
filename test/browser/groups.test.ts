/** A supervisor runs the week of groups in a real browser: starts one, gives seats, changes the room, ends a seat, cancels a session, and takes things back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { sql } from 'kysely';
import { newId } from '../../src/platform/ids.ts';
import { insertRoom } from '../../src/modules/program/index.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertNoSidewaysScroll, assertQuiet, look, lookAtAllWidths, openBrowser, openPage, takePicture, until } from '../support/browser.ts';

async function signIn(house: House, clinic: Organization, page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email address').fill(await house.emailOf(clinic, 'supervisor'));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Thursday, November 19' }).waitFor();
}

/** A second room, somebody's number and wish, and an open holiday: what the pages of groups have to say something about. */
async function furnishMore(house: House, clinic: Organization): Promise<void> {
  const now = house.clock.now();
  await house.inOrganization(clinic.orgId, async (tx) => {
    await insertRoom(tx, clinic.orgId, { id: newId(now), siteId: clinic.siteId, name: 'Birch' }, now);
    await sql`update participants set telephone = '(312) 555-0142', contact_by = 'phone', may_leave_message = false, contact_note = 'Only after four, my shift ends then'
      where org_id = ${clinic.orgId} and id = ${clinic.people[0]?.id ?? ''}`.execute(tx);
    await sql`insert into holidays (org_id, id, site_id, date, name, recorded_at) values (${clinic.orgId}, ${newId(now)}, null, '2026-11-30', 'Founders’ Day', ${now})`.execute(tx);
  });
}

async function startGroup(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a group' }).click();
  const panel = page.getByRole('dialog', { name: 'Start a group' });
  await panel.getByLabel('Name', { exact: true }).fill('Coping skills');
  await panel.getByLabel('Credential its leader must hold').fill('LPC');
  await panel.getByRole('group', { name: 'Time 1' }).getByLabel('Room').selectOption({ label: 'Alder' });
  await panel.getByRole('group', { name: 'Time 1' }).getByLabel('Led by').selectOption({ label: 'Sam facilitator, does not hold LPC' });
  await panel.getByRole('button', { name: 'Add a break 1' }).click();
  await panel.getByLabel('Begins after, in minutes').fill('80');
  await panel.getByLabel('Lasts, in minutes').fill('20');
  await panel.getByRole('button', { name: 'Add another time' }).click();
  await panel.getByText('These times give 5 h 20 a week, 40 min of breaks not counted.').waitFor();
  await panel.getByRole('button', { name: 'Start a group' }).click();
  await panel.getByText('The facilitator does not hold the credential that this group asks for on its first day.').waitFor();
  assert.equal(await panel.getByLabel('Name', { exact: true }).inputValue(), 'Coping skills', 'what was typed stays beside the refusal');
  await lookAtAllWidths(page, 'groups-2-start');
  await panel.getByLabel('Credential its leader must hold').fill('');
  await panel.getByRole('button', { name: 'Start a group' }).click();
  await page.getByRole('heading', { level: 1, name: 'Coping skills' }).waitFor();
}

async function giveSeat(page: Page, typed: string, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Give this seat/ }).click();
  const panel = page.getByRole('dialog', { name: 'Give a seat' });
  await panel.getByLabel('Find a person').fill(typed);
  await panel.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  if (name === 'Given1 F.') await look(page, 'groups-3-give-desk');
  await panel.getByRole('button', { name: 'Give the seat' }).click();
  await page.getByText(new RegExp(`^${name.replace('.', '[.]')} has seat`)).waitFor();
  await page.getByRole('link', { name, exact: true }).waitFor();
}

async function changeRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change the weekly times' }).click();
  const panel = page.getByRole('dialog', { name: 'Change the weekly times' });
  assert.equal(await panel.getByLabel('From this day on').inputValue(), '2026-11-23', 'a change begins with the next week');
  await panel.getByRole('group', { name: 'Time 1' }).getByLabel('Room').selectOption({ label: 'Birch' });
  await panel.getByText(/Everybody keeps their seat/).waitFor();
  await panel.getByLabel('From this day on').fill('2026-11-30');
  await panel.getByRole('button', { name: 'Change the times' }).click();
  await page.getByText('from Mon, Nov 30: Birch').waitFor();
}

async function endSeatAndUndo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'End the seat Given2 F.' }).click();
  const panel = page.getByRole('dialog', { name: 'Seat of Given2 F.' });
  await panel.getByLabel('Last day').fill('2026-11-27');
  await panel.getByRole('button', { name: 'Save the last day' }).click();
  await page.getByText('Given2 F. has the seat until Fri, Nov 27').waitFor();
  await page.getByText('free from Sat, Nov 28').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('free from Sat, Nov 28').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'End the seat Given2 F.' }).waitFor();
}

async function cancelAndTakeBack(house: House, page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Cancel or move Mon, Nov 23/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Everybody it concerns' }).waitFor();
  await page.getByText('It concerns 2 people.').waitFor();
  await lookAtAllWidths(page, 'groups-5-plan');
  await page.getByRole('button', { name: 'Cancel this session' }).click();
  const panel = page.getByRole('dialog', { name: 'Cancel this session' });
  await panel.getByLabel('Why').fill('The heating is out');
  await panel.getByText('2 people have a seat in it and should be told.').waitFor();
  await panel.getByRole('button', { name: 'Cancel this session' }).click();
  await page.getByRole('heading', { level: 2, name: 'Tell everybody it concerns' }).waitFor();
  await page.getByText('The session is canceled', { exact: true }).waitFor();
  assert.equal(await page.getByRole('link', { name: '(312) 555-0142' }).getAttribute('href'), 'tel:3125550142');
  await page.getByText('leave no message').waitFor();
  await lookAtAllWidths(page, 'groups-6-canceled');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByText('told', { exact: true }).first().isVisible(), true, 'on paper each row has a box to tick');
  assert.equal(await page.getByRole('button').count(), 0, 'and no button');
  await takePicture(page, 'groups-6-canceled-paper');
  await page.emulateMedia({ media: 'screen' });
  house.clock.advance(1);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('The session stands again where it was.').waitFor();
  await page.getByText(/^Taken back by Sam supervisor/).waitFor();
}

test('a supervisor starts a group, gives two seats, changes the room, ends a seat and undoes it, cancels a session and takes it back', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  await furnishMore(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(house, clinic, page);
  await page.getByRole('link', { name: 'Groups' }).first().click();
  await page.getByText('1 group meets at Maple Street; 4 of 10 seats are taken.').waitFor();
  await lookAtAllWidths(page, 'groups-1-week');
  await startGroup(page);
  await giveSeat(page, 'given1', 'Given1 F.');
  await giveSeat(page, 'GIVEN2', 'Given2 F.');
  await changeRoom(page);
  await page.getByText('Mon, Nov 30: Founders’ Day, no session').waitFor();
  await endSeatAndUndo(page);
  await lookAtAllWidths(page, 'groups-4-group');
  await cancelAndTakeBack(house, page);
  await page.getByRole('link', { name: 'Groups' }).first().click();
  await page.getByText('2 groups meet at Maple Street; 6 of 20 seats are taken.').waitFor();
  await page.getByRole('button', { name: 'Plan ahead now' }).click();
  await page.getByText(/session(s were|was) added|Everything was planned already/).waitFor();
  await lookAtAllWidths(page, 'groups-7-week');
  assertQuiet(complaints);
});

/** Presses Tab until the focus is on something that matches; on the way it is seen at every stop. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await assertFocusSeen(page, `Tab ${stop + 1} on the way to ${wanted}`));
    if (wanted.test(stops.at(-1) ?? '')) return;
  }
  assert.fail(`no ${wanted} among ${stops.join('; ')}`);
}

/** A group of one seat, held until Friday of next week. */
async function fullGroup(house: House, clinic: Organization): Promise<string> {
  const ask = await house.as(clinic, 'supervisor');
  const times = [{ weekday: 5, startsAtLocal: '10:10', minutes: 60, breaks: [], roomId: clinic.roomId, telehealthLink: '', facilitatorId: null }];
  const started = await ask('POST', '/groups', {
    siteId: clinic.siteId, programId: clinic.programId, sessionType: 'group', name: 'Small group', topic: '', trackId: null, curriculumId: null, credentialRequired: '', capacity: 1, minimum: 1,
    coFacilitatorIds: [], startsOn: '2026-11-19', endedOn: null, times,
  });
  assert.equal(started.status, 200, JSON.stringify(started.body));
  const seated = await ask('POST', `/groups/${started.body.seriesId}/seats`, { participantId: clinic.people[0]?.id, startsOn: '2026-11-19', lastDay: '2026-11-27' });
  assert.equal(seated.status, 200, JSON.stringify(seated.body));
  assert.equal((await ask('POST', `/sites/${clinic.siteId}/plan-ahead`, {})).status, 200);
  return started.body.seriesId as string;
}

test('a full group says from which day it has a seat and gives it then, a moved session says who is elsewhere, and an ended group goes on when it is undone', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  const seriesId = await fullGroup(house, clinic);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(house, clinic, page);
  await page.goto(`/groups/${seriesId}`);
  await page.getByText('1 of 1 seats are taken. The next seat is free from Sat, Nov 28.').waitFor();
  await page.getByRole('button', { name: /^Give this seat/ }).click();
  await page.getByRole('radio', { name: /^Given2 F\./ }).check();
  await page.getByLabel('First day').fill('2026-11-20');
  await page.getByRole('button', { name: 'Give the seat' }).click();
  await page.getByText('A seat is free from Sat, Nov 28.').waitFor();
  await look(page, 'groups-8-full-desk');
  await page.getByRole('button', { name: 'Give it from Sat, Nov 28' }).click();
  await page.getByText('Given2 F. has seat 1 from Sat, Nov 28').waitFor();

  await page.getByRole('link', { name: /^Cancel or move Fri, Nov 20/ }).click();
  await page.getByRole('button', { name: 'Move this session' }).click();
  const panel = page.getByRole('dialog', { name: 'Move this session' });
  assert.deepEqual([await panel.getByLabel('Day').inputValue(), await panel.getByLabel('Begins at').inputValue()], ['2026-11-20', '10:10'], 'it begins with where the session stands');
  await panel.getByLabel('Day').fill('2026-11-26');
  await panel.getByLabel('Why').fill('The leader is away on Friday');
  await panel.getByRole('button', { name: 'Move the session' }).click();
  await panel.getByText('Another session is in that room at that time.').waitFor();
  await panel.getByLabel('Room').selectOption({ label: 'Not settled yet' });
  await panel.getByRole('button', { name: 'Move the session' }).click();
  await page.getByText('Given1 F. is in another session then.').waitFor();
  await page.getByText(/^was Fri, Nov 20, 10:10; now Thu, Nov 26, 10:10/).waitFor();
  await lookAtAllWidths(page, 'groups-9-moved');
  house.clock.advance(1);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('The session stands again where it was.').waitFor();

  await page.getByRole('link', { name: 'Small group' }).click();
  await page.getByRole('button', { name: 'End the group' }).click();
  await page.getByRole('dialog').getByLabel('Last day').fill('2026-12-18');
  await page.getByRole('dialog').getByRole('button', { name: 'End the group' }).click();
  await page.getByText('It ends after Fri, Dec 18.').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('It ends after Fri, Dec 18.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Change what it is' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Smaller group');
  await page.getByRole('button', { name: 'Save the group' }).click();
  await page.getByRole('heading', { level: 1, name: 'Smaller group' }).waitFor();
  assertQuiet(complaints);
});

test('a group is started by keyboard alone, and the focus is never lost', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await signIn(house, clinic, page);
  await tabTo(page, /^a Groups/);
  await page.keyboard.press('Enter');
  await page.getByText(/^1 group meets/).waitFor();
  await tabTo(page, /^button Start a group/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Start a group' }).waitFor();
  assert.match(await assertFocusSeen(page, 'opening the panel'), /Name$/);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.match(await assertFocusSeen(page, 'Escape'), /^button Start a group/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Start a group' }).waitFor();
  await page.keyboard.type('Sleep and rest');
  await tabTo(page, /Length in minutes$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('90');
  await tabTo(page, /^select.*Room$/);
  await page.keyboard.type('Ald');
  await tabTo(page, /^select.*Led by$/);
  await page.keyboard.type('Sam s');
  await tabTo(page, /^button Add another time/);
  await page.keyboard.press('Enter');
  assert.match(await assertFocusSeen(page, 'adding a time'), /^select.*Day of the week$/);
  assert.equal(await page.evaluate('document.activeElement.value'), '3', 'another time begins two days later');
  await tabTo(page, /^button Start a group/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sleep and rest' }).waitFor();
  await assertFocusSeen(page, 'the new page');
  await page.getByText('It meets 2 times a week, 3 h 00 in all.').waitFor();
  await tabTo(page, /^button Give this seat/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Give a seat' }).waitFor();
  assert.match(await assertFocusSeen(page, 'opening the panel of a seat'), /Find a person$/);
  await page.keyboard.type('given3');
  await page.getByRole('radio', { name: /^Given4/ }).waitFor({ state: 'detached' });
  await tabTo(page, /^input Given3 F\./);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText(/^Given3 F\. has seat 1/).waitFor();
  await until(page, `document.activeElement !== document.body`);
  assert.match(await assertFocusSeen(page, 'giving the seat'), /^h2.* Seats$/);
  await page.keyboard.press('u');
  await page.getByRole('link', { name: 'Given3 F.' }).waitFor({ state: 'detached' });
  assertQuiet(complaints);
});

test('on a phone in Spanish the pages of groups say everything in Spanish and scroll only one way', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House', 4);
  await furnishMore(house, clinic);
  const ask = await house.as(clinic, 'supervisor');
  const planned = await ask('POST', `/sites/${clinic.siteId}/plan-ahead`, {});
  assert.equal(planned.status, 200, JSON.stringify(planned.body));
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'phone', 'es-MX');
  await page.goto('/');
  await page.getByLabel('Correo electrónico').fill(await house.emailOf(clinic, 'supervisor'));
  await page.getByLabel('Contraseña').fill(PASSWORD);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('heading', { level: 1, name: 'jueves, 19 de noviembre' }).waitFor();
  await page.goto('/groups');
  await page.getByText('Se reúne 1 grupo en Maple Street; 4 de 10 lugares están ocupados.').waitFor();
  await look(page, 'groups-es-1-week-phone');
  await page.getByRole('button', { name: 'Iniciar un grupo' }).click();
  await page.getByRole('dialog', { name: 'Iniciar un grupo' }).waitFor();
  await look(page, 'groups-es-2-start-phone');
  await page.goto(`/groups/${clinic.seriesId}`);
  await page.getByRole('heading', { level: 2, name: 'Próximas sesiones' }).waitFor();
  await look(page, 'groups-es-3-group-phone');
  await page.getByRole('button', { name: /^Dar este lugar/ }).click();
  await page.getByText('Todas las personas de este programa ya tienen lugar aquí.').waitFor();
  await assertNoSidewaysScroll(page, 'giving a seat');
  await page.goto(`/sessions/${clinic.sessionId}/plan`);
  await page.getByText('Concierne a 4 personas.').waitFor();
  await look(page, 'groups-es-4-plan-phone');
  assert.doesNotMatch(await page.title(), /grupo|terapia/i);
  assertQuiet(complaints);
});
