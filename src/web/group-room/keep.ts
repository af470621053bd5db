/** What the browser keeps of a room until the server has it: per person signed in and per session, gone once saved or signed. */
import type { PersonPart, SharedPart } from '../../modules/notes/words.ts';

export type AnyPart = SharedPart | PersonPart;
export type Kept = Record<string, { part: AnyPart; version: number }>;

/** At a shared desk the next person never meets the last one's text: the key holds who wrote it. */
export function draftKey(staffId: string, sessionId: string): string {
  return `stepdown.unsaved.${staffId}.${sessionId}`;
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Storage that is full, closed or holds something else must not stop anybody from writing. */
export function readKept(shelf: Shelf, key: string): Kept {
  try {
    const found: unknown = JSON.parse(shelf.getItem(key) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Kept) : {};
  } catch {
    return {};
  }
}

export function writeKept(shelf: Shelf, key: string, kept: Kept): void {
  try {
    if (Object.keys(kept).length === 0) shelf.removeItem(key);
    else shelf.setItem(key, JSON.stringify(kept));
  } catch {
    // The text stays on the screen and goes to the server as always.
  }
}
