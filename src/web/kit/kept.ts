/** What somebody typed into a form and has not saved: kept in this tab under who typed it, until it is saved, started afresh, or that one signs out (decision 0009). */

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
const PREFIX = 'stepdown.typed.';

/** At a shared desk the next one never meets the last one's words: the key holds who wrote them. */
export function keptKey(staffId: string, form: string): string {
  return `${PREFIX}${staffId}.${form}`;
}

/** What was typed over what the form begins with; null where nothing was. Fields that the form no longer has are left out. */
export function readTyped<Values extends object>(shelf: Shelf, key: string, start: Values): Values | null {
  try {
    const found: unknown = JSON.parse(shelf.getItem(key) ?? 'null');
    if (typeof found !== 'object' || found === null) return null;
    return { ...start, ...Object.fromEntries(Object.entries(found).filter(([name]) => name in start)) };
  } catch {
    return null;
  }
}

/** A form that reads as it began leaves nothing behind; storage that is full or closed stops nobody from writing. */
export function writeTyped<Values extends object>(shelf: Shelf, key: string, values: Values, start: Values): void {
  try {
    if (JSON.stringify(values) === JSON.stringify(start)) shelf.removeItem(key);
    else shelf.setItem(key, JSON.stringify(values));
  } catch {
    // The text stays on the screen.
  }
}

/** Signing out says that the desk is left: nothing typed about anybody stays on it. */
export function forgetTyped(shelf: Shelf): void {
  try {
    const keys = Array.from({ length: shelf.length }, (_, place) => shelf.key(place) ?? '');
    for (const key of keys.filter((one) => one.startsWith(PREFIX))) shelf.removeItem(key);
  } catch {
    // Storage that is closed holds nothing.
  }
}
