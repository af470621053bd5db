/** What booking a seat, and bringing one back, must know: whether the person may sit there then, and which seat is free. */
import type { Exchange } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import { findSite } from '../../modules/program/index.ts';
import { decideBookedSeat, isBookable, listBookedSeats, listElsewhere, listWithSeats } from '../../modules/sessions/index.ts';
import { addDays, dateIn, startOfDay } from '../../values/civil-date.ts';
import type { Concerned } from './session-change-facts.ts';

export type NoSeat = 'session-canceled' | 'already-there' | 'elsewhere-then' | 'seats-taken';

/** How far a full session looks for others with seats. */
const LOOK_DAYS = 7;

/** Whether bookings are still taken; null when the site is not the asker's. */
export async function isOpenToBook({ tx, actor, now }: Exchange, { session }: Concerned): Promise<boolean | null> {
  const site = await findSite(tx, actor.orgId, session.siteId, actor.placeIds);
  if (site === null) return null;
  return isBookable({ seriesId: session.seriesId, heldEnd: session.heldEnd, date: dateIn(site.timeZone, session.plannedStart) }, now, dateIn(site.timeZone, now));
}

/** The seat that a person would get; the session is locked, and the person from here on too. Whoever was moved here is not elsewhere in the first room. */
export async function findSeat({ tx, actor, now }: Exchange, { session, roster }: Concerned, participantId: string, movedFromId: string | null = null): Promise<Outcome<number, NoSeat>> {
  const { orgId } = actor;
  if (session.isCanceled) return refuse('session-canceled');
  if (roster.some((one) => one.participantId === participantId)) return refuse('already-there');
  // Two sessions at once would each find the person free.
  await lockParticipants(tx, orgId, [participantId]);
  const [elsewhere] = await listElsewhere(tx, orgId, [participantId], { from: session.plannedStart, to: session.plannedEnd }, [session.id, ...(movedFromId === null ? [] : [movedFromId])]);
  if (elsewhere !== undefined) return refuse('elsewhere-then', { group: elsewhere.name });
  const seat = decideBookedSeat(session.capacity, roster, await listBookedSeats(tx, orgId, session.id));
  if (!isRefused(seat)) return seat;
  const site = await findSite(tx, orgId, session.siteId, actor.placeIds);
  const until = site === null ? now : startOfDay(site.timeZone, addDays(dateIn(site.timeZone, now), LOOK_DAYS));
  return refuse('seats-taken', { sessionIds: await listWithSeats(tx, orgId, { ...session, exceptId: session.id }, now, until) });
}
