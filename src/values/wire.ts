/** What travels on the wire in every contract: ids and instants as text. */
import { z } from 'zod';

/** Any of our ids on the wire; in lower case, so that one id is one text wherever it is compared. */
export const uuid = z.uuid().toLowerCase();

/** An instant on the wire: ISO 8601 in UTC, such as 2026-11-19T15:10:00.000Z. */
export const instant = z.iso.datetime();

/** What nobody sees and a copied name or number may carry: zero-width marks, directions, fillers. Joiners stay: scripts and pictures need them. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff]/g;

/**
 * Text as typed, in one form (NFC), without what cannot be seen and the spaces around it: no control characters but line breaks and tabs, and
 * no half of a surrogate pair (PostgreSQL refuses both), at most `max` characters and at least `min`.
 */
export function plainText(max: number, min = 0) {
  // eslint-disable-next-line no-control-regex -- the point is to name them
  return z.string().overwrite((text) => text.replace(INVISIBLE, '').normalize('NFC')).trim().min(min).max(max).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, 'no control characters').refine((text) => text.isWellFormed(), 'whole characters');
}

/** The same in one line: names, titles, telephone numbers. */
export function plainLine(max: number, min = 0) {
  return plainText(max, min).refine((text) => !/[\n\r\t]/.test(text), 'one line');
}
