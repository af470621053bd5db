/** An absence recorded by mistake is taken back: the person is expected again, unless somebody else sits on the seat by now. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideAbsenceTakeBack, endAttendance } from '../../modules/attendance/index.ts';
import type { takeBackAbsence as contract } from '../../modules/attendance/contract.ts';
import { listSeated } from './seat-facts.ts';
import { loadStampFacts, settleOutreach } from './stamp-facts.ts';

export const takeBackAbsence: Answer<typeof contract> = async (exchange, { params }) => {
  const { tx, actor, now } = exchange;
  const loaded = await loadStampFacts(exchange, params.sessionId, params.participantId, 'whole');
  if (loaded === null) return refuse('not-found');
  const { session, seat, attendance, isSigned } = loaded;
  const others = await listSeated(tx, actor.orgId, session.id);
  const isSeatTaken = seat !== null && others.some((one) => one.participantId !== params.participantId && one.seatNo === seat.seatNo && one.state !== 'absent');
  const decided = decideAbsenceTakeBack({ isSigned, isSeatTaken, attendance: attendance === null ? null : { outcome: attendance.outcome, insteadOfPresence: attendance.instead?.hasStays === true } });
  if ('refused' in decided) return decided;
  if (attendance === null) return refuse('not-absent');
  await endAttendance(tx, actor.orgId, attendance.id, { at: now, by: actor.id });
  await settleOutreach(exchange, session, params.participantId, attendance.absence, 'taken-back');
  return { value: { ...params } };
};
