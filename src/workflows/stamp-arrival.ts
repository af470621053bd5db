/** A person comes in: load, decide, save. The unique seat and the unique open stay settle who was first. */
import type { OutputOf } from '../platform/contract.ts';
import type { Answer, Exchange } from '../platform/http.ts';
import { refuse } from '../platform/outcome.ts';
import { decideArrival, insertAttendance, insertStay } from '../modules/attendance/index.ts';
import type { stampArrival as contract } from '../modules/attendance/contract.ts';
import { listLevelsOn } from '../modules/placements/index.ts';
import { loadStampFacts, toRule } from './stamp-facts.ts';
import type { Loaded } from './stamp-facts.ts';

export const stampArrival: Answer<typeof contract> = async (exchange, { params, body }) => {
  const loaded = await loadStampFacts(exchange, params.sessionId, params.participantId);
  if (loaded === null) return refuse('not-found');
  const at = body.at === undefined ? exchange.now : new Date(body.at);
  const decided = decideArrival(toRule(loaded), at, exchange.now);
  if ('refused' in decided) return decided;
  const attendanceId = loaded.attendance?.id ?? await enter(exchange, loaded, params.participantId);
  const arrival = decided.value;
  if (arrival.step === 'open-stay') {
    await insertStay(exchange.tx, exchange.actor.orgId, { id: exchange.newId(), attendanceId, arrivedAt: arrival.at, at: exchange.now, by: exchange.actor.id });
  }
  return { value: { ...params, attendanceId, at: arrival.at.toISOString() } satisfies OutputOf<typeof contract> };
};

/** Writes the attendance with the program and level of that day (what-counts W6). */
async function enter({ tx, actor, now, newId }: Exchange, { session, seat }: Loaded, participantId: string): Promise<string> {
  const levels = await listLevelsOn(tx, actor.orgId, session.programId, [participantId], session.firstPlannedOn);
  const id = newId();
  await insertAttendance(tx, actor.orgId, {
    id, sessionId: session.id, participantId, enrollmentId: seat?.enrollmentId ?? null, programId: session.programId,
    level: levels[0]?.level ?? null, seatNo: seat?.seatNo ?? null, at: now, by: actor.id,
  });
  return id;
}
