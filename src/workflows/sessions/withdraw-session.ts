/** A session that was added or split off is taken back as if it had not been, while nobody is recorded in it. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findPlace, findSplitFacts, insertSessionChange, listWithdrawnAt, reopenBookings, takenOf, withdrawBookings, withdrawPlanned } from '../../modules/sessions/index.ts';
import type { withdrawSession as contract } from '../../modules/sessions/day.contract.ts';
import { loadSessionToChange } from './session-change-facts.ts';

export const withdrawSession: Answer<typeof contract> = async (exchange, { params: { sessionId } }) => {
  const { tx, actor, now, newId } = exchange;
  // The first room before the second: a split locks in that order.
  const splitFromId = (await findSplitFacts(tx, actor.orgId, sessionId))?.splitFromId ?? null;
  const first = splitFromId === null ? null : await loadSessionToChange(exchange, splitFromId);
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null) return refuse('not-found');
  const { session, place, roster, participantIds } = found;
  if (session.seriesId !== null) return refuse('not-one-off');
  // An absence told ahead is a record too: it would stand in a session that is not there.
  if (roster.some((one) => one.recorded !== null)) return refuse('session-began');
  if (first !== null && takenOf(first.roster) + participantIds.length > first.session.capacity) return refuse('seats-taken');
  const facts = await findSplitFacts(tx, actor.orgId, sessionId);
  await withdrawBookings(tx, actor.orgId, roster.map((one) => one.bookingId).filter((id) => id !== null), now, actor.id);
  await withdrawPlanned(tx, actor.orgId, [sessionId], now);
  if (first !== null && splitFromId !== null && facts !== null) {
    const booked = await listWithdrawnAt(tx, actor.orgId, splitFromId, participantIds, facts.recordedAt);
    await reopenBookings(tx, actor.orgId, booked.map((one) => one.id));
    await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId: splitFromId, kind: 'reinstated', reason: '', was: first.place, became: first.place, participantIds }, now, actor.id);
  }
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'canceled', reason: '', was: place, became: place, participantIds }, now, actor.id);
  return { value: { sessionId, participantIds } satisfies OutputOf<typeof contract> };
};
