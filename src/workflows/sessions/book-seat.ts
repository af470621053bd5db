/** A person gets the lowest free seat of one session; the session's row is locked, so that of ten who ask for the last seat one gets it (W9). */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import { findOpenEpisode, isVisible } from '../../modules/placements/index.ts';
import { insertBookings } from '../../modules/sessions/index.ts';
import type { bookSeat as contract } from '../../modules/sessions/day.contract.ts';
import { findSeat, isOpenToBook } from './booking-facts.ts';
import { loadSessionToChange } from './session-change-facts.ts';

export const bookSeat: Answer<typeof contract> = async (exchange, { params: { sessionId }, body: { participantId, isMakeUp } }) => {
  const { tx, actor, now, newId } = exchange;
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null || !await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const { session } = found;
  if (session.isCanceled) return refuse('session-canceled');
  if (await isOpenToBook(exchange, found) !== true) return refuse('time-passed');
  const episodeId = await findOpenEpisode(tx, actor.orgId, { participantId, programId: session.programId, siteId: session.siteId, date: session.firstPlannedOn });
  if (episodeId === null) return refuse('no-episode');
  const seat = await findSeat(exchange, found, participantId);
  if (isRefused(seat)) return seat;
  const bookingId = newId();
  await insertBookings(tx, actor.orgId, [{ id: bookingId, sessionId, participantId, seatNo: seat.value, movedFromId: null, isMakeUp }], now, actor.id);
  return { value: { bookingId, participantId, seatNo: seat.value } satisfies OutputOf<typeof contract> };
};
