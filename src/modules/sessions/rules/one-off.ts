/** How many people a session of each kind takes, and how far away a session may lie that no weekly time gives. */
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { SEATS } from '../../schedules/words.ts';
import type { SessionType } from '../words.ts';

const MOST: Readonly<Record<SessionType, number>> = { group: SEATS, individual: 1, family: SEATS, couple: 2, 'medication-visit': 1, 'peer-support': SEATS };

/** The most participants of a session of this kind; relatives do not count (W9). */
export function mostOf(type: SessionType): number {
  return MOST[type];
}

export function fitsType(said: { sessionType: SessionType; capacity: number; participantIds: readonly string[] }): boolean {
  return said.capacity <= mostOf(said.sessionType) && said.participantIds.length <= said.capacity;
}

/** What was held unplanned is written down within a week. */
const DAYS_BACK = 7;
/** Further ahead, weekly times are the place to plan. */
const DAYS_AHEAD = 60;

export function isWithinReach(date: CivilDate, today: CivilDate): boolean {
  return date >= addDays(today, -DAYS_BACK) && date <= addDays(today, DAYS_AHEAD);
}

/** Whether somebody may still be booked: until the end, or, where no weekly time gave the session, as long as one may be added. */
export function isBookable(session: { seriesId: string | null; heldEnd: Date; date: CivilDate }, now: Date, today: CivilDate): boolean {
  return now < session.heldEnd || (session.seriesId === null && isWithinReach(session.date, today));
}
