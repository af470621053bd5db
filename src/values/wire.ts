/** What travels on the wire in every contract: ids and instants as text. */
import { z } from 'zod';

/** Any of our ids on the wire; in lower case, so that one id is one text wherever it is compared. */
export const uuid = z.uuid().toLowerCase();

/** An instant on the wire: ISO 8601 in UTC, such as 2026-11-19T15:10:00.000Z. */
export const instant = z.iso.datetime();

/** An instant to go on after: of a year, and in so many digits, that the database reads too. */
export const askedInstant = instant.refine((text) => text >= '1801' && text < '2199' && text.length <= 30, 'an instant from 1801 to 2198');

/**
 * What nobody sees and a copied name or number may carry: zero-width marks, embeddings and overrides of direction (they can turn a printed line
 * round), fillers. Joiners stay, since scripts and pictures need them; so do the marks U+200E, U+200F and U+061C, which turn nothing but themselves.
 */
const INVISIBLE = /[\u007f-\u009f\u00ad\u115f\u1160\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff]/g;

/** Only marks and joiners are no text. */
const NOTHING_BUT_MARKS = /^[\s\u061c\u200c-\u200f]*$/;

/** Text without what nobody sees and the spaces around it, its letters as they were given; empty where nothing can be seen. */
export function withoutUnseen(text: string): string {
  const kept = text.replace(INVISIBLE, '').trim();
  return NOTHING_BUT_MARKS.test(kept) ? '' : kept;
}

/**
 * Text as typed, in one form (NFC), without what cannot be seen and the spaces around it: no control characters but line breaks and tabs, and
 * no half of a surrogate pair (PostgreSQL refuses both), at most `max` characters and at least `min`.
 */
export function plainText(max: number, min = 0) {
  // eslint-disable-next-line no-control-regex -- the point is to name them
  return z.string().overwrite((text) => withoutUnseen(text).normalize('NFC')).min(min).max(max).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, 'no control characters').refine((text) => text.isWellFormed(), 'whole characters');
}

/** The same in one line: names, titles, telephone numbers. */
export function plainLine(max: number, min = 0) {
  return plainText(max, min).refine((text) => !/[\n\r\t]/.test(text), 'one line');
}
