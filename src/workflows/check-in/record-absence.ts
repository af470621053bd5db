/** Somebody did not come, or told that they will not: a row that says why, and an outreach task when it is not excused (W17). */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideAbsence } from '../../modules/attendance/index.ts';
import type { recordAbsence as contract } from '../../modules/attendance/contract.ts';
import { loadStampFacts, settleOutreach, writeAttendance } from './stamp-facts.ts';

export const recordAbsence: Answer<typeof contract> = async (exchange, { params, body }) => {
  const loaded = await loadStampFacts(exchange, params.sessionId, params.participantId);
  if (loaded === null) return refuse('not-found');
  const { session, seat, attendance, isSigned } = loaded;
  const decided = decideAbsence({ session, isSigned, hasSeat: seat !== null, attendance }, body, exchange.now);
  if ('refused' in decided) return decided;
  if (decided.value.step === 'said-already') return { value: { ...params, attendanceId: decided.value.attendanceId } };
  const attendanceId = await writeAttendance(exchange, loaded, params.participantId, { seatNo: null, absence: body, why: 'Absence changed' });
  await settleOutreach(exchange, session, params.participantId, attendance?.absence ?? null, body);
  return { value: { ...params, attendanceId } };
};
