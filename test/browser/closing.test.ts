/** A facilitator closes a group of ten in one pass: warnings at their place, one tap to mend, one button that says what it writes. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { stampIn } from '../support/day.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertFocusSeen, assertQuiet, lookAtAllWidths, openBrowser, openPage } from '../support/browser.ts';

const NAMES = [['Beatriz', 'Tellez'], ['Kofi', 'Lamptey'], ['Orson', 'Pike'], ['Odalys', 'Reyes'], ['Silas', 'Moore'], ['Tamsin', 'Quill'], ['Marguerite', 'Abbot'], ['Wren', 'Hale'], ['Desmond', 'Fry'], ['Will', 'Dunn']] as const;
const SENTENCES = [
  'Named Sunday evening as her hour; has asked her sister to ring at seven.', 'Said no twice in role play without apologizing, and laughed at how short it was.', 'Came in late from the bus, said little; stayed behind to copy the map.',
  'Rehearsed leaving the break room when the talk turns to drinking, and chose the back stairs.', 'Was engaged and identified one high-risk situation for the coming week.', 'Held that avoiding friends is not a plan; proposed meeting them for breakfast.',
  'Was engaged and identified one high-risk situation for this weekend.', 'Brought the work party to the table; left early for the school run, as agreed.', 'Sat by the door; said that getting here was the risky hour of the day.', 'Asked for the handout twice and read the last line aloud.',
] as const;

/** Ten people by name, each with a goal and two objectives; one craving and one sentence from the week before. */
async function furnishNames(house: House, clinic: Organization): Promise<void> {
  const by = clinic.staff.counselor.staffId;
  await house.inOrganization(clinic.orgId, async (tx) => {
    for (const [index, person] of clinic.people.entries()) {
      const [given, family] = NAMES[index] ?? ['Somebody', 'Else'];
      await sql`update participants set legal_given_name = ${given}, legal_family_name = ${family} where org_id = ${clinic.orgId} and id = ${person.id}`.execute(tx);
      const goal = randomUUID();
      await sql`insert into plan_goals (org_id, id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)
        values (${clinic.orgId}, ${goal}, ${person.episodeId}, ${person.id}, 1, 'Evenings', 'I want my evenings back, and my girls to stop checking on me.', '2026-11-12', ${by})`.execute(tx);
      for (const [position, text] of [[1, 'Know my early signs'], [2, 'Leave in time']] as const) {
        await sql`insert into plan_objectives (org_id, id, goal_id, position, text, recorded_at, recorded_by)
          values (${clinic.orgId}, ${randomUUID()}, ${goal}, ${position}, ${text}, ${index === 5 && position === 2 ? '2026-11-03T18:00:00Z' : '2026-11-12T18:00:00Z'}, ${by})`.execute(tx);
      }
    }
    const [session, attendance, odalys] = [randomUUID(), randomUUID(), clinic.people[3]?.id];
    await sql`insert into sessions (org_id, id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, planned_start_at, planned_end_at, recorded_at)
      values (${clinic.orgId}, ${session}, 'group', 'Before', '2026-11-16', '10:10', ${clinic.siteId}, ${clinic.programId}, '2026-11-16T16:10:00Z', '2026-11-16T17:10:00Z', now())`.execute(tx);
    await sql`insert into attendances (org_id, id, session_id, participant_id, program_id, level, outcome, recorded_at, recorded_by) values (${clinic.orgId}, ${attendance}, ${session}, ${odalys}, ${clinic.programId}, 'iop', 'present', now(), ${by})`.execute(tx);
    await sql`insert into notes (org_id, id, session_id, participant_id, attendance_id, shared_part, chips, own_sentence, craving, practice, scheduled_minutes, attended_minutes, clinical_minutes, minutes_rule, author_id, author_name, author_credential, signed_at)
      values (${clinic.orgId}, ${randomUUID()}, ${session}, ${odalys}, ${attendance}, '{"topic": "", "interventions": [], "happened": "", "practice": ""}', '{}', 'Told the story of the stairs.', 4, '', 60, 60, 60, 'minutes-1', ${by}, 'Sam', 'LPC', '2026-11-16T17:30:00Z')`.execute(tx);
    await sql`insert into episode_counselors (org_id, id, episode_id, staff_id, starts_on, recorded_at) values (${clinic.orgId}, ${randomUUID()}, ${clinic.people[3]?.episodeId}, ${by}, '2026-11-01', now())`.execute(tx);
    await sql`insert into curriculum_modules (org_id, id, curriculum_id, position, title, is_entry_point, recorded_at)
      select ${clinic.orgId}, gen_random_uuid(), c.id, 90, 'High-risk situations', true, now() from curricula c where c.org_id = ${clinic.orgId} order by c.name limit 1`.execute(tx);
    await sql`update sessions set curriculum_module_id = (select id from curriculum_modules where org_id = ${clinic.orgId} and position = 90 limit 1) where org_id = ${clinic.orgId} and id = ${clinic.sessionId}`.execute(tx);
  });
}

/** The first so many are in the room and the session is over. */
async function hold(house: House, clinic: Organization, present: number): Promise<void> {
  house.clock.set(clinic.start);
  await stampIn(await house.as(clinic, 'facilitator'), clinic, clinic.people.slice(0, present));
  house.clock.set(new Date(clinic.end.getTime() + 120_000));
}

async function enter(page: Page, house: House, clinic: Organization): Promise<void> {
  await page.goto(`/sessions/${clinic.sessionId}`);
  await page.getByLabel('Email address').fill(await house.emailOf(clinic, 'facilitator'));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Relapse prevention' }).waitFor();
  await page.getByText(/in the room/).waitFor();
}

/** Waits for what the sign bar says; what it says instead stands in the failure. */
async function barSays(page: Page, text: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Sign' });
  const came = await bar.getByText(text).waitFor({ timeout: 4000 }).then(() => true, () => false);
  const warnings = (await page.locator('[class*=warning]').allInnerTexts()).map((one) => one.split('\n')[0]);
  if (!came) assert.fail(`${text}\n instead: ${await bar.innerText()}\n with ${warnings.join('\n     ')}`);
}

/* Counted in the page itself: every key but letters into a field, the words themselves, and chips; every press of the pointer but on chips. A chord is one. */
const COUNT = `(() => {
  window.counted = [];
  addEventListener('keydown', (event) => {
    const field = document.activeElement?.matches('textarea, input:not([type=checkbox])') === true;
    if (['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return;
    if (field && event.key.length === 1 && !event.ctrlKey && !event.altKey) return;
    if (event.altKey && /^Digit[1-8]$/.test(event.code)) return;
    window.counted.push(event.key);
  }, true);
  addEventListener('pointerdown', (event) => { if (event.target.closest('[aria-pressed]') === null) window.counted.push('pointer'); }, true);
})()`;

test('ten individual notes, two chips each, take at most twelve presses beside the words and the chips', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnishNames(house, clinic);
  await hold(house, clinic, 10);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await enter(page, house, clinic);
  await page.evaluate(COUNT);
  await page.keyboard.press('Enter');
  for (const [index, sentence] of SENTENCES.entries()) {
    await page.locator(`#sentence-${clinic.people[index]?.id}:focus`).waitFor({ timeout: 4000 });
    await page.keyboard.press('Alt+1');
    await page.keyboard.press(index % 2 === 0 ? 'Alt+3' : 'Alt+5');
    await page.keyboard.type(sentence);
    if (index < SENTENCES.length - 1) await page.keyboard.press('Enter');
  }
  await page.getByText(/^10 notes ready/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('10 notes are signed; 600 minutes stand in the ledger.').waitFor({ timeout: 10_000 });
  const counted = await page.evaluate<string[]>('window.counted');
  assert.ok(counted.length <= 12, `${counted.length}: ${counted.join(' ')}`);
  const room = await (await house.as(clinic, 'facilitator'))('GET', `/sessions/${clinic.sessionId}/room`);
  assert.deepEqual(room.body.people.map((person: { note: { part: { ownSentence: string; chips: string[] } } }) => [person.note.part.ownSentence, person.note.part.chips.length]), SENTENCES.map((sentence) => [sentence, 2]));
  assertQuiet(complaints);
});

test('warnings stand at their place, are mended with one tap, are counted in the bar and stop nobody', async (t) => {
  const house = await openHouse(t, undefined, { pages: true });
  const clinic = await house.furnish('Larkfield House');
  await furnishNames(house, clinic);
  await hold(house, clinic, 9);
  const { page, complaints } = await openPage(await openBrowser(t), house.address, 'desk');
  await enter(page, house, clinic);
  const happened = page.getByLabel('What happened');
  assert.match(await page.getByLabel('Curriculum session').locator('option:checked').innerText(), /High-risk situations/);
  await page.getByRole('button', { name: 'Role play' }).click();
  await happened.fill('Pairs rehearsed one refusal. Wren offered the example of a work party, and they will plan for it.');
  await page.getByLabel('Practice until next time').fill('Write down one risky hour, and who you will call.');
  await happened.blur();

  for (const [index, sentence] of SENTENCES.slice(0, 8).entries()) {
    await page.getByRole('button', { name: `${NAMES[index]?.[0]} ${NAMES[index]?.[1].charAt(0)}.`, exact: true }).click();
    await page.keyboard.press('1');
    await page.keyboard.press(String(2 + (index % 5)));
    await page.keyboard.press('Enter');
    await page.keyboard.type(index === 7 ? `Thanked Odalys. ${sentence}` : sentence);
    await page.keyboard.press('Escape');
    if (index === 3) {
      await page.keyboard.press('o');
      assert.match(await assertFocusSeen(page, 'O'), /^select/);
      await page.locator('select:focus').selectOption({ index: 1 });
      await page.keyboard.press('Escape');
      await page.keyboard.press('c');
      assert.match(await assertFocusSeen(page, 'C'), /Craving 0 of 10/);
      await page.getByRole('button', { name: 'Craving 7 of 10' }).click();
      await page.getByText('Craving rose from 4 to 7.').waitFor();
      await page.getByText('Sam counselor gets a task when you sign.').waitFor();
    }
  }
  await page.getByText('78 % like Marguerite A.').waitFor();
  await page.getByText('78 % like Silas M.').waitFor();
  await page.getByText('Nothing is recorded. Signing records an absence, and a task to call.').waitFor();
  await barSays(page, '8 notes ready, 1 to finish, 8 warnings to look at');
  await barSays(page, 'Signing writes 8 notes, 480 minutes to the ledger, 1 absence, 2 tasks. Warnings do not stop you.');
  await page.getByText('6 stand alone').waitFor();
  await page.getByRole('button', { name: 'Odalys R.', exact: true }).click();
  await page.getByText(/Draft saved .* on the server/).waitFor();
  await lookAtAllWidths(page, 'closing-1-warnings');

  const shared = page.getByRole('region', { name: 'For everybody, once' });
  await shared.getByText('“Wren” is in the shared part.').waitFor();
  await shared.getByRole('button', { name: 'Change to “a member”' }).first().click();
  assert.equal(await happened.inputValue(), 'Pairs rehearsed one refusal. A member offered the example of a work party, and they will plan for it.');
  assert.match(await assertFocusSeen(page, 'a mend'), /What happened/);
  await shared.getByRole('button', { name: 'Not a person here' }).first().click();
  await shared.getByText(/is in the shared part/).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Tamsin Q.', exact: true }).click();
  await page.getByText('no note has spoken to it in 16 days.').waitFor();
  await page.getByRole('button', { name: 'This note speaks to it' }).click();
  assert.match(await page.getByLabel('Objective', { exact: true }).locator('option:checked').innerText(), /^1\.2 Leave in time/);
  await page.getByRole('button', { name: 'Wren H.', exact: true }).click();
  await page.getByText('“Odalys” is somebody else here.').waitFor();
  await page.getByRole('button', { name: 'Change to “a member”' }).click();
  assert.match(await page.getByLabel('Own sentence about Wren H.').inputValue(), /^Thanked a member\. Brought/);
  await barSays(page, '8 notes ready, 1 to finish, 3 warnings to look at');

  await page.keyboard.press('Control+Enter');
  await page.getByText('8 notes are signed; 480 minutes stand in the ledger.').waitFor({ timeout: 10_000 });
  await page.getByText('1 absence is recorded. 2 tasks are open.').waitFor();
  await page.getByText('Did not come; no note.').waitFor();
  await page.getByText('The whole note').nth(3).click();
  await page.getByText('1.1 Know my early signs').first().waitFor();
  await lookAtAllWidths(page, 'closing-2-signed');
  assertQuiet(complaints);
});
