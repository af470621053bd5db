/** The facilitator says when a session really ended and which breaks were taken (W2): a new fact; no stay changes but of those who are elsewhere by then. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { clinicalMinutesOf, endStaysOfGone } from '../../modules/attendance/index.ts';
import { countChanges, decideHeld, insertHeldTimes, insertSessionChange, wasHeld } from '../../modules/sessions/index.ts';
import type { holdSession as contract } from '../../modules/sessions/day.contract.ts';
import { loadSessionToChange } from './session-change-facts.ts';
import { signedIn } from './session-day-facts.ts';

export const holdSession: Answer<typeof contract> = async (exchange, { params: { sessionId }, body }) => {
  const { tx, actor, now, newId } = exchange;
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null) return refuse('not-found');
  if (await countChanges(tx, actor.orgId, sessionId) !== body.version) return refuse('changed-meanwhile');
  const { session, place, participantIds } = found;
  const endsAt = new Date(body.endsAt);
  const isSigned = (await signedIn(exchange, sessionId)).size > 0;
  const decided = decideHeld({ ...session, isSigned, wasHeld: await wasHeld(tx, actor.orgId, sessionId) }, { endsAt, breaks: body.breaks }, now);
  if ('refused' in decided) return decided;
  await insertHeldTimes(tx, actor.orgId, { id: newId(), sessionId, endsAt, breaks: body.breaks, reason: body.reason }, now, actor.id);
  if (endsAt > session.heldEnd) await endStaysOfGone(tx, actor.orgId, { sessionId, oldEnd: session.heldEnd, newEnd: endsAt, now, by: actor.id });
  const was = { ...place, endsAt: session.heldEnd.toISOString() };
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'end-moved', reason: body.reason, was, became: { ...place, endsAt: body.endsAt }, participantIds }, now, actor.id);
  return { value: { sessionId, endsAt: endsAt.toISOString(), clinicalMinutes: clinicalMinutesOf({ ...session, heldEnd: endsAt, breaks: body.breaks }) } satisfies OutputOf<typeof contract> };
};
