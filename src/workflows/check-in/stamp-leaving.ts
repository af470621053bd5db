/** A person goes: the open stay ends. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideLeaving, endStay } from '../../modules/attendance/index.ts';
import type { stampLeaving as contract } from '../../modules/attendance/contract.ts';
import { loadStampFacts, toRule } from './stamp-facts.ts';

export const stampLeaving: Answer<typeof contract> = async (exchange, { params, body }) => {
  const loaded = await loadStampFacts(exchange, params.sessionId, params.participantId);
  if (loaded === null) return refuse('not-found');
  const at = body.at === undefined ? exchange.now : new Date(body.at);
  const decided = decideLeaving(toRule(loaded), at, exchange.now);
  if ('refused' in decided) return decided;
  if (loaded.attendance === null) return refuse('not-here');
  await endStay(exchange.tx, exchange.actor.orgId, { id: decided.value.stayId, endedAt: decided.value.at, at: exchange.now, by: exchange.actor.id });
  return { value: { ...params, attendanceId: loaded.attendance.id, at: decided.value.at.toISOString() } };
};
