/** Whether somebody is at this screen: what a page asks by itself must not keep an empty room signed in. */
import { now } from './clock.ts';

/** Reading a page takes a while without a key or a touch; a board refetches each minute. */
const STILL_THERE_MS = 3 * 60_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

let lastSign = now();

if (typeof document !== 'undefined') {
  for (const sign of SIGNS) document.addEventListener(sign, () => { lastSign = now(); }, { capture: true, passive: true });
}

export function isAttended(at: number = now()): boolean {
  return at - lastSign < STILL_THERE_MS;
}
