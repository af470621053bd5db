/** A session is canceled with a reason; who it concerns is written down and answered, and what it would have taught moves on to the next. */
import type { OutputOf } from '../../platform/contract.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { cancelSession as cancel, insertSessionChange, planAhead } from '../../modules/sessions/index.ts';
import type { cancelSession as contract } from '../../modules/sessions/contract.ts';
import { loadSessionToChange } from './session-change-facts.ts';

export const cancelSession: Answer<typeof contract> = async (exchange, { params: { sessionId }, body: { reason } }) => {
  const { tx, actor, now, newId } = exchange;
  const found = await loadSessionToChange(exchange, sessionId);
  if (found === null) return refuse('not-found');
  if (found.session.isCanceled) return refuse('session-canceled');
  if (found.hasBegun) return refuse('session-began');
  await cancel(tx, actor.orgId, sessionId, { reason, at: now, by: actor.id });
  const { place, participantIds } = found;
  await insertSessionChange(tx, actor.orgId, { id: newId(), sessionId, kind: 'canceled', reason, was: place, became: place, participantIds }, now, actor.id);
  if (found.session.seriesId !== null) await planAhead(exchange, { seriesIds: [found.session.seriesId] });
  return { value: { sessionId, participantIds } satisfies OutputOf<typeof contract> };
};
