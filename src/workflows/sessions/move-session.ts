/** A session is moved to another time, room or facilitator with a reason; its key stays the time first planned (W11). */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { listHolidayDates, lockSiteRow } from '../../modules/program/index.ts';
import { areCurrent } from '../../modules/schedules/index.ts';
import { insertSessionChange, listElsewhere, placeSession } from '../../modules/sessions/index.ts';
import type { moveSession as contract } from '../../modules/sessions/contract.ts';
import { instantOf } from '../../values/civil-date.ts';
import { addMinutes } from '../../values/minutes.ts';
import { loadSessionToChange, refuseBusy } from './session-change-facts.ts';

export const moveSession: Answer<typeof contract> = async (exchange, { params: { sessionId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null) return refuse('not-found');
  const { session, participantIds } = found;
  if (session.isCanceled) return refuse('session-canceled');
  if (found.hasBegun) return refuse('session-began');
  // Two sessions that are moved into one room at once take turns at their site, before anything holds that row shared.
  const site = await lockSiteRow(tx, actor.orgId, session.siteId);
  if (site === null) return refuse('not-found');
  const whole = await areCurrent(tx, actor.orgId, {
    siteId: session.siteId, programId: session.programId, trackId: null, curriculumId: null, roomIds: body.roomId === null ? [] : [body.roomId], staffIds: body.facilitatorId === null ? [] : [body.facilitatorId],
  });
  if (!whole) return refuse('not-found');
  const start = instantOf(site.timeZone, body.date, body.startsAtLocal);
  if (start <= now) return refuse('time-passed');
  const holidays = await listHolidayDates(tx, actor.orgId);
  if (holidays.some((one) => one.date === body.date && (one.siteId === null || one.siteId === session.siteId))) return refuse('holiday-then');
  const to = { startsAt: start.toISOString(), endsAt: addMinutes(start, body.minutes).toISOString(), roomId: body.roomId, telehealthLink: body.telehealthLink, facilitatorId: body.facilitatorId };
  const busy = await refuseBusy(exchange, sessionId, to);
  if (busy !== null) return busy;
  await placeSession(tx, actor.orgId, sessionId, to);
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'moved', reason: body.reason, was: found.place, became: to, participantIds }, now, actor.id);
  const elsewhere = await listElsewhere(tx, actor.orgId, participantIds, { from: to.startsAt, to: to.endsAt }, [sessionId]);
  const elsewhereIds = elsewhere.map((one) => one.participantId as ParticipantId);
  return { value: { sessionId, participantIds, startsAt: to.startsAt, elsewhereIds } satisfies OutputOf<typeof contract> };
};
