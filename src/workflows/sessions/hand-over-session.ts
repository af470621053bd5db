/** Somebody else leads today, another room is used, or the session begins late; also while it runs, as long as its notes are not all signed. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { isRefused, refuse } from '../../platform/outcome.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { findSite, lockSiteRow } from '../../modules/program/index.ts';
import { countChanges, decideLaterStart, findLastChange, insertSessionChange, placeSession, wasHeld } from '../../modules/sessions/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import type { handOverSession as contract } from '../../modules/sessions/day.contract.ts';
import type { BodyOf } from '../../platform/contract.ts';
import { dateIn, instantOf } from '../../values/civil-date.ts';
import { loadSessionToChange } from './session-change-facts.ts';
import { refusePlace, signedIn } from './session-day-facts.ts';

type Times = { startsAt: string; endsAt: string };

/** The times as they stand, or those of a session that begins late. */
async function timesOf(exchange: Exchange, session: SessionFacts, later: BodyOf<typeof contract>['start'], isSigned: boolean): Promise<Outcome<Times, 'not-found' | 'times-signed' | 'start-settled'>> {
  const { tx, actor } = exchange;
  if (later === null) return { value: { startsAt: session.plannedStart.toISOString(), endsAt: session.plannedEnd.toISOString() } };
  const site = await findSite(tx, actor.orgId, session.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const start = instantOf(site.timeZone, dateIn(site.timeZone, session.plannedStart), later.startsAtLocal);
  const [held, last] = await Promise.all([wasHeld(tx, actor.orgId, session.id), findLastChange(tx, actor.orgId, session.id)]);
  const before = last?.kind === 'handed-over' ? { start: new Date(last.was.startsAt), end: new Date(last.was.endsAt) } : null;
  const decided = decideLaterStart({ ...session, isSigned, wasHeld: held, before }, session.breaks, start, later.minutes);
  return isRefused(decided) ? decided : { value: { startsAt: decided.value.start.toISOString(), endsAt: decided.value.end.toISOString() } };
}

export const handOverSession: Answer<typeof contract> = async (exchange, { params: { sessionId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null) return refuse('not-found');
  const { session, place, participantIds, roster } = found;
  if (session.isCanceled) return refuse('session-canceled');
  if (await countChanges(tx, actor.orgId, sessionId) !== body.version) return refuse('changed-meanwhile');
  const signed = await signedIn(exchange, sessionId);
  const there = roster.filter((one) => one.recorded === 'here');
  if (there.length > 0 && there.every((one) => signed.has(one.participantId))) return refuse('session-signed');
  const times = await timesOf(exchange, session, body.start, signed.size > 0);
  if (isRefused(times)) return times;
  // Two sessions that are handed into one room at once take turns at their site.
  await lockSiteRow(tx, actor.orgId, session.siteId);
  const to = { ...times.value, roomId: body.roomId, telehealthLink: body.telehealthLink, facilitatorId: body.facilitatorId };
  const no = await refusePlace(exchange, found, sessionId, to);
  if (no !== null) return no;
  await placeSession(tx, actor.orgId, sessionId, to);
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'handed-over', reason: body.reason, was: place, became: to, participantIds }, now, actor.id);
  return { value: { sessionId, participantIds, ...times.value } satisfies OutputOf<typeof contract> };
};
