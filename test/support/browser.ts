/** A real Chromium against a real server: opens pages, fails on anything the page complains of, asks axe, takes pictures. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

type After = { after(work: () => Promise<void>): void };

/** The three widths of the design (2.6): phone, tablet, desk. */
export const WIDTHS = { phone: { width: 390, height: 844 }, tablet: { width: 820, height: 1180 }, desk: { width: 1440, height: 1000 } } as const;
export type Width = keyof typeof WIDTHS;

const SHOTS = fileURLToPath(new URL('../browser/shots/', import.meta.url));
/** WCAG 2.0 to 2.2, A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Called where a suite is described: what is opened for all of its tests is put away after the last, the newest first. */
export function untilSuiteEnds(): After {
  const works: (() => Promise<void>)[] = [];
  after(async () => { for (const work of works.toReversed()) await work(); });
  return { after: (work) => void works.push(work) };
}

/** Chromium as it comes in an npm package; the flags keep it from calling anybody. */
export async function openBrowser(t: After): Promise<Browser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(), headless: true,
    args: [...chromium.args.filter((arg) => !arg.startsWith('--single-process')), '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
  });
  t.after(() => browser.close());
  return browser;
}

export type Visit = { page: Page; context: BrowserContext; complaints: string[] };

/** A page of its own, as on another machine. What the console, the network or an uncaught error says is collected. */
export async function openPage(browser: Browser, address: string, width: Width, locale = 'en-US'): Promise<Visit> {
  const context = await browser.newContext({ baseURL: address, viewport: WIDTHS[width], locale, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', hasTouch: width !== 'desk' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return { page, context, complaints };
}

/** No violation of WCAG 2.2 AA on what is on the screen now; each is named with the element it is about. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  /* At the end of the page the bar that sticks to the bottom stands in its own place, so that it half covers nothing. */
  const top = await page.evaluate<number>('(() => { const top = scrollY; scrollTo(0, document.documentElement.scrollHeight); return top; })()');
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  await page.evaluate(`scrollTo(0, ${top})`);
  const said = violations.map((one) => `${one.id}: ${one.help}\n    ${one.nodes.map((node) => node.target.join(' ')).join('\n    ')}`);
  assert.deepEqual(said, [], `axe on ${what}`);
}

/** No sideways scrolling, whatever the width (WCAG 1.4.10). */
export async function assertNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const excess = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  assert.ok(excess <= 0, `${what} scrolls sideways by ${excess} px`);
}

/** Keeps a picture for people to look at; never compared by a machine. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** Axe, sideways scroll and a picture of what is on the screen now. */
export async function look(page: Page, what: string): Promise<void> {
  await assertAccessible(page, what);
  await assertNoSidewaysScroll(page, what);
  await page.evaluate('window.scrollTo(0, 0)');
  await takePicture(page, what);
}

/** The same state at all three widths; ends at the desk's. */
export async function lookAtAllWidths(page: Page, what: string): Promise<void> {
  for (const width of ['phone', 'tablet', 'desk'] as const) {
    await page.setViewportSize(WIDTHS[width]);
    await look(page, `${what}-${width}`);
  }
}

/** What the browser itself writes when a request is answered 401, 409 or 422: not a mistake of the page. */
const ANSWERS = /^error: Failed to load resource: the server responded with a status of (401|409|422)\b/;

/** Nothing on the console but the browser's own lines about answers, and those that this journey `expects`. */
export function assertQuiet(complaints: readonly string[], expects?: RegExp): void {
  assert.deepEqual(complaints.filter((said) => !ANSWERS.test(said) && expects?.test(said) !== true), []);
}

const FOCUS = `(() => {
  const held = document.activeElement;
  if (held === null || held === document.body) return { what: 'nothing', seen: false };
  const label = (held.labels && held.labels[0] && held.labels[0].textContent) || held.getAttribute('aria-label') || '';
  const what = held.tagName.toLowerCase() + (held.id ? '#' + held.id : '') + ' ' + (label || held.textContent || '').trim().replace(/\\s+/g, ' ').slice(0, 60);
  if (held.tagName === 'MAIN') return { what, seen: true };
  const box = held.getBoundingClientRect(), style = getComputedStyle(held);
  const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none' || held.matches('input, textarea, select');
  const points = [[box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)], [box.left + 4, box.top + 4], [box.right - 4, box.bottom - 4]];
  const clear = points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top !== null && (held.contains(top) || top.contains(held)); });
  return { what, seen: marked && clear };
})()`;

/** The focus is somewhere, marked, and not under anything (WCAG 2.4.7, 2.4.11). Answers what holds it. */
export async function assertFocusSeen(page: Page, after: string): Promise<string> {
  const { what, seen } = await page.evaluate<{ what: string; seen: boolean }>(FOCUS);
  assert.ok(seen, `after ${after} the focus is on ${what} and is not seen`);
  return what;
}

/** Waits until an expression is true in the page. Asked from here: the page's own content policy forbids it to evaluate text, which waiting inside it would need. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await page.evaluate(expression) === true) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`never true in the page: ${expression}`);
}
