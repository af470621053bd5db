/** What every stamp must know first: the session, the seat, the attendance, and whether the note is signed. */
import type { Exchange } from '../platform/http.ts';
import { lockAttendance } from '../modules/attendance/index.ts';
import type { CurrentAttendance } from '../modules/attendance/index.ts';
import { isSigned } from '../modules/notes/index.ts';
import { lockSeat } from '../modules/schedules/index.ts';
import { lockSession } from '../modules/sessions/index.ts';
import type { SessionFacts } from '../modules/sessions/index.ts';

export type Loaded = {
  session: SessionFacts; seat: { enrollmentId: string; seatNo: number } | null; attendance: CurrentAttendance | null; isSigned: boolean;
};

/** Null when the session is not the asker's to see; the session row is locked against signing, seat and attendance against the other desk. */
export async function loadStampFacts({ tx, actor }: Exchange, sessionId: string, participantId: string): Promise<Loaded | null> {
  const session = await lockSession(tx, actor.orgId, sessionId, actor.placeIds, 'share');
  if (session === null) return null;
  // The seat first: before the first stamp there is no attendance to lock, and the other desk's must be seen once this one has its turn.
  const seat = session.seriesId === null ? null : await lockSeat(tx, actor.orgId, session.seriesId, participantId, session.firstPlannedOn);
  const attendance = await lockAttendance(tx, actor.orgId, sessionId, participantId);
  return { session, seat, attendance, isSigned: await isSigned(tx, actor.orgId, sessionId, participantId) };
}

/** The same facts in the shape the stamping rules ask for. */
export function toRule(loaded: Loaded) {
  const { session, seat, attendance } = loaded;
  return {
    session: { plannedStart: session.plannedStart, isCanceled: session.isCanceled }, isSigned: loaded.isSigned, seat,
    attendance: attendance === null ? null : { id: attendance.id, outcome: attendance.outcome }, openStay: attendance?.openStay ?? null,
  };
}
