/** What travels on the wire in every contract: ids and instants as text. */
import { z } from 'zod';

/** Any of our ids on the wire; in lower case, so that one id is one text wherever it is compared. */
export const uuid = z.uuid().toLowerCase();

/** An instant on the wire: ISO 8601 in UTC, such as 2026-11-19T15:10:00.000Z. */
export const instant = z.iso.datetime();

/**
 * Text as typed, without the spaces around it: no control characters but line breaks and tabs, and no half of a surrogate pair
 * (PostgreSQL refuses both), at most `max` characters and at least `min`.
 */
export function plainText(max: number, min = 0) {
  // eslint-disable-next-line no-control-regex -- the point is to name them
  return z.string().trim().min(min).max(max).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, 'no control characters').refine((text) => text.isWellFormed(), 'whole characters');
}
