/** What travels on the wire in every contract: ids and instants as text. */
import { z } from 'zod';

/** Any of our ids on the wire; in lower case, so that one id is one text wherever it is compared. */
export const uuid = z.uuid().toLowerCase();

/** An instant on the wire: ISO 8601 in UTC, such as 2026-11-19T15:10:00.000Z. */
export const instant = z.iso.datetime();
