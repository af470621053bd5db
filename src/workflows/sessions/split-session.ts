/** A group is split into two rooms: a second session of the same hour takes some of its people, and both rosters say so. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { lockSiteRow } from '../../modules/program/index.ts';
import { stillShown } from '../../modules/placements/index.ts';
import { decideSplit, findSplitFacts, insertBookings, insertSessionChange, insertSessions, withdrawBookings } from '../../modules/sessions/index.ts';
import type { splitSession as contract } from '../../modules/sessions/day.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { loadSessionToChange } from './session-change-facts.ts';
import { refusePlace, signedIn } from './session-day-facts.ts';

/** The second session stands nowhere yet: its room and its leader are asked as new. */
const NOWHERE = { startsAt: '', endsAt: '', roomId: null, telehealthLink: '', facilitatorId: null };

export const splitSession: Answer<typeof contract> = async (exchange, { params: { sessionId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null || (await stillShown(exchange, found.session.plannedStart, body.participantIds.map((participantId) => ({ participantId })))).noLongerShown > 0) return refuse('not-found');
  const { session, place, roster } = found;
  if (session.isCanceled) return refuse('session-canceled');
  if ((await signedIn(exchange, sessionId)).size > 0) return refuse('times-signed');
  await lockSiteRow(tx, actor.orgId, session.siteId);
  const splitId = newId<SessionId>();
  const to = { startsAt: place.startsAt, endsAt: place.endsAt, roomId: body.roomId, telehealthLink: body.telehealthLink, facilitatorId: body.facilitatorId };
  const no = await refusePlace(exchange, { ...found, place: NOWHERE }, splitId, to);
  if (no !== null) return no;
  const going = decideSplit(roster, body.participantIds);
  if (isRefused(going)) return going;
  const facts = await findSplitFacts(tx, actor.orgId, sessionId);
  if (facts === null) return refuse('not-found');
  await insertSessions(tx, actor.orgId, [{
    id: splitId, seriesId: null, sessionType: session.sessionType, name: facts.name, firstPlannedOn: session.firstPlannedOn, firstPlannedAtLocal: facts.firstPlannedAtLocal, siteId: session.siteId,
    programId: session.programId, roomId: body.roomId, facilitatorId: body.facilitatorId, plannedStartAt: session.plannedStart, plannedEndAt: session.plannedEnd,
    breaks: session.breaks.map(({ startMinute, minutes }) => ({ startMinute, minutes })), capacity: session.capacity, telehealthLink: body.telehealthLink, moduleId: facts.moduleId, splitFromId: sessionId,
  }], now, actor.id);
  // A booked seat moves along; the instant at which it was withdrawn is by what taking the split back finds it.
  await withdrawBookings(tx, actor.orgId, going.value.map((one) => one.bookingId).filter((id) => id !== null), now, actor.id);
  await insertBookings(tx, actor.orgId, going.value.map((one, index) => ({
    id: newId(), sessionId: splitId, participantId: one.participantId, seatNo: index + 1, movedFromId: one.movedFromId ?? sessionId, isMakeUp: one.isMakeUp,
  })), now, actor.id);
  const participantIds = going.value.map((one) => one.participantId as ParticipantId);
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'split', reason: body.reason, was: place, became: place, participantIds }, now, actor.id);
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId: splitId, kind: 'added', reason: body.reason, was: {}, became: to, participantIds }, now, actor.id);
  return { value: { sessionId, splitId, participantIds } satisfies OutputOf<typeof contract> };
};
