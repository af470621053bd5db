/** The last cancellation or move of a session is taken back: it stands again where and when it did before. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { lockSiteRow } from '../../modules/program/index.ts';
import { findLastChange, insertSessionChange, placeSession, planAhead } from '../../modules/sessions/index.ts';
import type { reinstateSession as contract } from '../../modules/sessions/contract.ts';
import { loadSessionToChange, refuseBusy } from './session-change-facts.ts';

export const reinstateSession: Answer<typeof contract> = async (exchange, { params: { sessionId } }) => {
  const { tx, actor, now, newId } = exchange;
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null) return refuse('not-found');
  if (found.hasBegun) return refuse('session-began');
  const last = await findLastChange(tx, actor.orgId, sessionId);
  if (last === null || (last.kind !== 'canceled' && last.kind !== 'moved')) return refuse('nothing-to-reinstate');
  if (new Date(last.was.endsAt) <= now) return refuse('time-passed');
  await lockSiteRow(tx, actor.orgId, found.session.siteId);
  const busy = await refuseBusy(exchange, sessionId, last.was);
  if (busy !== null) return busy;
  await placeSession(tx, actor.orgId, sessionId, last.was);
  const { place, participantIds } = found;
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'reinstated', reason: '', was: place, became: last.was, participantIds }, now, actor.id);
  if (found.session.seriesId !== null) await planAhead(exchange, { seriesIds: [found.session.seriesId] });
  return { value: { sessionId, participantIds } satisfies OutputOf<typeof contract> };
};
