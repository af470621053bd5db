/** Every word of the four pages is Spanish once Spanish is chosen, at the door or behind the name; nothing breaks for being longer. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { en } from '../../src/web/words/en.ts';
import { es } from '../../src/web/words/es.ts';
import { PASSWORD, openHouse } from '../support/house.ts';
import type { House, Organization } from '../support/house.ts';
import { assertQuiet, look, openBrowser, openPage, untilSuiteEnds } from '../support/browser.ts';
import type { Width } from '../support/browser.ts';

/** Everything that is said on a page: shown, read out, or on the window. */
const SAID = `(() => {
  const said = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) if (!node.parentElement.closest('script, style, [lang="en"]')) said.push(node.data);
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]')) for (const name of ['aria-label', 'placeholder', 'title']) said.push(one.getAttribute(name) || '');
  return said.map((text) => text.trim().replace(/\\s+/g, ' ')).filter((text) => text !== '');
})()`;

/** What a message says around its values, piece by piece; `Signing writes {n}` and each form of a plural. */
function piecesOf(message: string): string[] {
  return message.replace(/\{\w+, plural,|=?\w+ \{|<\/?b>/g, '|').replace(/\{\w+\}|[{}#]/g, '|').split('|').map((piece) => piece.replace(/^[\s,.;:]+|[\s,.;:]+$/g, '')).filter((piece) => /\p{L}{2}/u.test(piece));
}

const SPANISH = new Set(Object.values(es).flatMap(piecesOf));
const ENGLISH = [...new Set(Object.values(en).flatMap(piecesOf))].filter((piece) => !SPANISH.has(piece));
const DATES = /\b(January|February|March|April|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(day)?\b/;

/** A whole text, or some words of one; a single word inside a longer text may be anybody's name. */
function isEnglish(text: string): string | null {
  return ENGLISH.find((piece) => text === piece || (piece.split(' ').length >= 3 && text.includes(piece))) ?? DATES.exec(text)?.[0] ?? null;
}

async function assertSpanish(page: Page, where: string): Promise<void> {
  assert.equal(await page.evaluate('document.documentElement.lang'), 'es', where);
  const said = await page.evaluate<string[]>(SAID);
  assert.ok(said.length > 5, `${where} says something`);
  assert.deepEqual(said.flatMap((text) => { const found = isEnglish(text); return found === null ? [] : [`${found} in: ${text}`]; }), [], where);
}

describe('in Spanish', () => {
  let house: House;
  let clinic: Organization;
  let browser: Browser;
  const suite = untilSuiteEnds();
  before(async () => {
    house = await openHouse(suite, undefined, { pages: true });
    clinic = await house.furnish('Larkfield House', 4);
    browser = await openBrowser(suite);
    house.clock.advance(22);
    const ask = await house.as(clinic, 'facilitator');
    for (const { id } of clinic.people.slice(0, 3)) await ask('POST', `/sessions/${clinic.sessionId}/people/${id}/arrival`, {});
  });

  /** The three pages behind the door, each said in Spanish from the first word to the last. */
  async function lookAround(page: Page, width: Width): Promise<void> {
    await page.getByRole('heading', { level: 1, name: 'jueves, 19 de noviembre' }).waitFor();
    await assertSpanish(page, 'today');
    await look(page, `spanish-2-today-${width}`);
    await page.goto(`/sessions/${clinic.sessionId}`);
    await page.getByRole('heading', { level: 2, name: 'Para todos, una vez' }).waitFor();
    await page.getByRole('button', { name: 'Given1 F.', exact: true }).click();
    await page.getByLabel('Frase propia sobre Given1 F.').waitFor();
    await page.keyboard.press('1');
    await page.getByText(/^Borrador guardado/).waitFor();
    await assertSpanish(page, 'the group room');
    await look(page, `spanish-3-room-${width}`);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await assertSpanish(page, 'the keys of the room');
    await page.goto(`/people/${clinic.people[0]?.id}/hours`);
    await page.getByRole('heading', { level: 1, name: /Given1 F\.$/ }).waitFor();
    await assertSpanish(page, 'the hours');
    await look(page, `spanish-4-hours-${width}`);
  }

  test('whoever chooses Spanish at the door reads all four pages in Spanish, on a phone too', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'phone');
    await page.goto('/');
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
    await assertSpanish(page, 'the door');
    await look(page, 'spanish-1-door-phone');
    await page.getByLabel('Correo electrónico').fill(await house.emailOf(clinic, 'facilitator'));
    await page.getByLabel('Contraseña').fill('not the password');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('alert').waitFor();
    await assertSpanish(page, 'a wrong password');
    await page.getByLabel('Contraseña').fill(PASSWORD);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await lookAround(page, 'phone');
    assertQuiet(complaints);
  });

  test('the same choice stands behind the name at the top, and changes the page at once, both ways', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'tablet');
    await page.goto('/');
    await page.getByLabel('Email address').fill(await house.emailOf(clinic, 'facilitator'));
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
    await page.locator('summary').filter({ hasText: 'Language and sign-out' }).click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('button', { name: 'Cerrar sesión' }).waitFor();
    await assertSpanish(page, 'the open menu');
    await look(page, 'spanish-5-menu-tablet');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thursday, November 19' }).waitFor();
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
    await page.getByRole('button', { name: 'Español' }).click();
    await page.reload();
    await lookAround(page, 'tablet');
    assertQuiet(complaints);
  });

  test('a browser that asks for Spanish gets it without choosing, also for an address that leads nowhere', async () => {
    const { page, complaints } = await openPage(browser, house.address, 'desk', 'es-MX');
    await page.goto('/');
    await page.getByLabel('Correo electrónico').fill(await house.emailOf(clinic, 'facilitator'));
    await page.getByLabel('Contraseña').fill(PASSWORD);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await lookAround(page, 'desk');
    await page.goto('/nowhere');
    await page.getByRole('heading', { level: 1, name: 'Aquí no hay nada' }).waitFor();
    await assertSpanish(page, 'an address that leads nowhere');
    assertQuiet(complaints);
  });
});
