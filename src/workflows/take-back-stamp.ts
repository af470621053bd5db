/** A tap too many: the last stamp of a person is taken back within seconds of making it. */
import type { Answer } from '../platform/http.ts';
import { refuse } from '../platform/outcome.ts';
import { decideTakeBack, findLastStamp, takeBack } from '../modules/attendance/index.ts';
import type { takeBackStamp as contract } from '../modules/attendance/contract.ts';
import { loadStampFacts } from './stamp-facts.ts';

export const takeBackStamp: Answer<typeof contract> = async (exchange, { params }) => {
  const loaded = await loadStampFacts(exchange, params.sessionId, params.participantId);
  if (loaded === null) return refuse('not-found');
  if (loaded.attendance === null) return refuse('not-here');
  const last = await findLastStamp(exchange.tx, exchange.actor.orgId, loaded.attendance.id);
  const decided = decideTakeBack(last, loaded.isSigned, exchange.now);
  if ('refused' in decided) return decided;
  await takeBack(exchange.tx, exchange.actor.orgId, decided.value, { id: exchange.newId(), at: exchange.now, by: exchange.actor.id });
  return { value: { ...params, attendanceId: loaded.attendance.id, at: decided.value.at.toISOString() } };
};
