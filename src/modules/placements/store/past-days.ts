/** Who of a session is still shown: whoever left more than 90 days ago is not, on no board of a past day and in no act on one (W20). */
import type { Exchange } from '../../../platform/http.ts';
import { SEEN_AFTER_END_DAYS, isVisible, listVisible } from '../store.ts';

type Asking = Pick<Exchange, 'tx' | 'actor' | 'now'>;

const DAY_MS = 86_400_000;

/**
 * Whether somebody of a session that began at `start` may have left too long ago to be shown. A day earlier than that can be, since the days
 * of an episode are local and may have 25 hours: boards of all later days ask nothing.
 */
export function isLongPast(start: Date, now: Date): boolean {
  return now.getTime() - start.getTime() >= (SEEN_AFTER_END_DAYS - 1) * DAY_MS;
}

export type Shown<Row> = { shown: Row[]; /** How many people were left out. */ noLongerShown: number };

/** The rows of people of a session, or of a day, that began at `start`, without those who are not the asker's to see any more. */
export async function stillShown<Row extends { participantId: string }>({ tx, actor, now }: Asking, start: Date, rows: readonly Row[]): Promise<Shown<Row>> {
  if (rows.length === 0 || !isLongPast(start, now)) return { shown: [...rows], noLongerShown: 0 };
  const visible = await listVisible(tx, actor.orgId, rows.map((row) => row.participantId), actor, now);
  const hidden = new Set(rows.map((row) => row.participantId).filter((id) => !visible.has(id)));
  return { shown: rows.filter((row) => !hidden.has(row.participantId)), noLongerShown: hidden.size };
}

/** The same of one person, for acts on a session that began at `start`. */
export async function isStillShown({ tx, actor, now }: Asking, start: Date, participantId: string): Promise<boolean> {
  return !isLongPast(start, now) || await isVisible(tx, actor.orgId, participantId, actor, now);
}
