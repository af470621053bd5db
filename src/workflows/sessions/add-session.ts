/** A session that no weekly time gives: a one-off group, an individual or a family session, with seats booked for its people. */
import type { BodyOf, OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { Refused } from '../../platform/outcome.ts';
import { lockParticipants } from '../../modules/people/index.ts';
import { isVisible, listOpenEpisodes } from '../../modules/placements/index.ts';
import { findSite, listHolidayDates, lockSiteRow } from '../../modules/program/index.ts';
import { breaksFit, insertBookings, insertSessionChange, insertSessions, isWithinReach, listElsewhere } from '../../modules/sessions/index.ts';
import type { addSession as contract } from '../../modules/sessions/day.contract.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { dateIn, instantOf } from '../../values/civil-date.ts';
import { addMinutes } from '../../values/minutes.ts';
import { isCurrent } from './session-day-facts.ts';
import { refuseBusy } from './session-change-facts.ts';

type Body = BodyOf<typeof contract>;

/** Everybody must be the asker's to see, be in the program at that site on that day, and be nowhere else then. */
async function refusePeople(exchange: Exchange, siteId: string, { programId, date, participantIds }: Body, span: { from: Date; to: Date }): Promise<Refused<'not-found' | 'no-episode' | 'people-elsewhere'> | null> {
  const { tx, actor, now } = exchange;
  if (participantIds.length === 0) return null;
  // Two sessions added at once would each find the person free.
  await lockParticipants(tx, actor.orgId, participantIds);
  for (const id of participantIds) if (!await isVisible(tx, actor.orgId, id, actor, now)) return refuse('not-found');
  const open = await listOpenEpisodes(tx, actor.orgId, siteId, date);
  const here = new Set<string>(open.filter((one) => one.programId === programId).map((one) => one.participantId));
  if (!participantIds.every((id) => here.has(id))) return refuse('no-episode');
  const elsewhere = await listElsewhere(tx, actor.orgId, participantIds, span, []);
  return elsewhere.length === 0 ? null : refuse('people-elsewhere', { participantIds: elsewhere.map((one) => one.participantId) });
}

export const addSession: Answer<typeof contract> = async (exchange, { params: { siteId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const site = await findSite(tx, actor.orgId, siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  // Two sessions that are added into one room at once take turns at their site; before anything holds that row shared, or the two would wait for each other.
  await lockSiteRow(tx, actor.orgId, siteId);
  if (!await isCurrent(exchange, { siteId, programId: body.programId }, body.roomId, body.facilitatorId)) return refuse('not-found');
  if (!isWithinReach(body.date, dateIn(site.timeZone, now))) return refuse('day-out-of-reach');
  if (!breaksFit(body.breaks, body.minutes)) return refuse('breaks-outside');
  const holidays = await listHolidayDates(tx, actor.orgId);
  if (holidays.some((one) => one.date === body.date && (one.siteId === null || one.siteId === siteId))) return refuse('holiday-then');
  const start = instantOf(site.timeZone, body.date, body.startsAtLocal);
  const end = addMinutes(start, body.minutes);
  const sessionId = newId<SessionId>();
  const place = { startsAt: start.toISOString(), endsAt: end.toISOString(), roomId: body.roomId, telehealthLink: body.telehealthLink, facilitatorId: body.facilitatorId };
  const no = await refuseBusy(exchange, sessionId, place) ?? await refusePeople(exchange, siteId, body, { from: start, to: end });
  if (no !== null) return no;
  const { participantIds } = body;
  await insertSessions(tx, actor.orgId, [{
    id: sessionId, seriesId: null, sessionType: body.sessionType, name: body.name, firstPlannedOn: body.date, firstPlannedAtLocal: body.startsAtLocal, siteId, programId: body.programId,
    roomId: body.roomId, facilitatorId: body.facilitatorId, plannedStartAt: start, plannedEndAt: end, breaks: body.breaks, capacity: body.capacity, telehealthLink: body.telehealthLink,
  }], now, actor.id);
  const bookings = participantIds.map((participantId, index) => ({ id: newId(), sessionId, participantId, seatNo: index + 1, movedFromId: null, isMakeUp: false }));
  await insertBookings(tx, actor.orgId, bookings, now, actor.id);
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'added', reason: '', was: {}, became: place, participantIds }, now, actor.id);
  return { value: { sessionId, participantIds, startsAt: place.startsAt, bookingIds: bookings.map((one) => one.id) } satisfies OutputOf<typeof contract> };
};
