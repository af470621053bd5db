/** A tap too many: the last stamp of a person is taken back within seconds of making it. */
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideTakeBack, endAttendance, findLastStamp, listStays, takeBack } from '../../modules/attendance/index.ts';
import type { takeBackStamp as contract } from '../../modules/attendance/contract.ts';
import { loadStampFacts, settleOutreach, writeAttendance } from './stamp-facts.ts';

export const takeBackStamp: Answer<typeof contract> = async (exchange, { params }) => {
  const { tx, actor, now, newId } = exchange;
  const loaded = await loadStampFacts(exchange, params.sessionId, params.participantId);
  if (loaded === null) return refuse('not-found');
  const { attendance, session } = loaded;
  if (attendance === null || attendance.outcome === 'absent') return refuse('not-here');
  const last = await findLastStamp(tx, actor.orgId, attendance.id);
  const decided = decideTakeBack(last, loaded.isSigned, now);
  if ('refused' in decided) return decided;
  await takeBack(tx, actor.orgId, decided.value, { id: newId(), at: now, by: actor.id });
  const taken = { value: { ...params, attendanceId: attendance.id, at: decided.value.at.toISOString() } };
  const stays = (await listStays(tx, actor.orgId, session.id)).find((person) => person.attendanceId === attendance.id)?.stays ?? [];
  if (decided.value.kind === 'left' || stays.length > 0) return taken;
  // The only stamp there was: the attendance goes with it, and an absence that it took the place of stands again.
  const absence = attendance.instead?.absence ?? null;
  if (absence === null) await endAttendance(tx, actor.orgId, attendance.id, { at: now, by: actor.id });
  else {
    await writeAttendance(exchange, loaded, params.participantId, { seatNo: null, absence, why: 'Stamp taken back' });
    await settleOutreach(exchange, session, params.participantId, null, absence);
  }
  return taken;
};
