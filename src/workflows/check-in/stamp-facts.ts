/** What every stamp must know first: the session, the person's own seat, the attendance, and whether the note is signed. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Exchange } from '../../platform/http.ts';
import { closeOutreach } from '../../modules/tasks/index.ts';
import { insertAttendance, lockAttendance } from '../../modules/attendance/index.ts';
import type { Absence, CurrentAttendance } from '../../modules/attendance/index.ts';
import { isSigned } from '../../modules/notes/index.ts';
import { isStillShown, listLevelsOn } from '../../modules/placements/index.ts';
import { lockGroup, lockSeat } from '../../modules/schedules/index.ts';
import { findSeriesOf, lockSession } from '../../modules/sessions/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import { openOutreachTasks } from '../tasks/task-facts.ts';

export type OwnSeat = { enrollmentId: string | null; seatNo: number };
export type Loaded = { session: SessionFacts; seat: OwnSeat | null; attendance: CurrentAttendance | null; isSigned: boolean };

/** The whole session: the group first, then its row against every other stamp; for what chooses a seat. Null when it is not the asker's to see. */
export async function lockWholeSession({ tx, actor }: Exchange, sessionId: string): Promise<SessionFacts | null> {
  const seriesId = await findSeriesOf(tx, actor.orgId, sessionId);
  if (seriesId !== null) await lockGroup(tx, actor.orgId, seriesId, actor.placeIds);
  return await lockSession(tx, actor.orgId, sessionId, actor.placeIds, 'update');
}

/** Null when the session, or by now the person, is not the asker's to see; its row is locked against signing ('share') or against other stamps too ('whole'), seat and attendance against the other desk. */
export async function loadStampFacts(exchange: Exchange, sessionId: string, participantId: string, lock: 'share' | 'whole' = 'share'): Promise<Loaded | null> {
  const { tx, actor } = exchange;
  const session = lock === 'whole' ? await lockWholeSession(exchange, sessionId) : await lockSession(tx, actor.orgId, sessionId, actor.placeIds, 'share');
  if (session === null || !await isStillShown(exchange, session.plannedStart, participantId)) return null;
  // The seat first: before the first stamp there is no attendance to lock, and the other desk's must be seen once this one has its turn.
  const seat = await lockOwnSeat(tx, actor.orgId, session, participantId);
  const attendance = await lockAttendance(tx, actor.orgId, sessionId, participantId);
  return { session, seat, attendance, isSigned: await isSigned(tx, actor.orgId, sessionId, participantId) };
}

/** The seat booked in this session, else the one held in its group, unless the person was moved to another room for the hour. */
async function lockOwnSeat(tx: Tx, orgId: string, session: SessionFacts, participantId: string): Promise<OwnSeat | null> {
  const { rows } = await sql<{ sessionId: string; seatNo: number }>`
    select session_id as "sessionId", seat_no as "seatNo" from session_bookings
     where org_id = ${orgId} and participant_id = ${participantId} and (session_id = ${session.id} or moved_from_id = ${session.id}) and withdrawn_at is null
       for no key update
  `.execute(tx);
  const booked = rows.find((row) => row.sessionId === session.id);
  if (booked !== undefined) return { enrollmentId: null, seatNo: booked.seatNo };
  return rows.length > 0 || session.seriesId === null ? null : await lockSeat(tx, orgId, session.seriesId, participantId, session.firstPlannedOn);
}

/** The same facts in the shape the stamping rules ask for. */
export function toRule(loaded: Loaded) {
  const { session, seat, attendance } = loaded;
  return {
    session: { plannedStart: session.plannedStart, heldEnd: session.heldEnd, isCanceled: session.isCanceled }, isSigned: loaded.isSigned, seat,
    attendance: attendance === null ? null : { id: attendance.id, outcome: attendance.outcome }, openStay: attendance?.openStay ?? null,
  };
}

type Said = { seatNo: number | null; absence?: Absence | null; overCapReason?: string | null; why: string };

/** Writes the attendance with the program and level of that day (W6); one that counted before ends, and its seat and level are kept. Answers its id. */
export async function writeAttendance({ tx, actor, now, newId }: Exchange, { session, seat, attendance }: Pick<Loaded, 'session' | 'seat' | 'attendance'>, participantId: string, { why, ...said }: Said): Promise<string> {
  const levels = attendance === null ? await listLevelsOn(tx, actor.orgId, session.programId, [participantId], session.firstPlannedOn) : [];
  const id = newId();
  await insertAttendance(tx, actor.orgId, {
    ...said, id, sessionId: session.id, participantId, enrollmentId: attendance?.enrollmentId ?? seat?.enrollmentId ?? null, programId: session.programId,
    level: attendance === null ? levels[0]?.level ?? null : attendance.level, instead: attendance === null ? null : { id: attendance.id, why }, at: now, by: actor.id,
  });
  return id;
}

/** An unexcused absence opens an outreach task, and whatever makes it none ends the task (W17). */
export async function settleOutreach(exchange: Exchange, session: SessionFacts, participantId: string, was: Absence | null, became: Absence | null | 'taken-back'): Promise<void> {
  const isOwed = became !== null && became !== 'taken-back' && !became.excused;
  if (isOwed) return await openOutreachTasks(exchange, session, [participantId]);
  if (was === null || was.excused) return;
  await closeOutreach(exchange.tx, exchange.actor.orgId, session.id, [participantId], { endedAs: became === null ? 'came' : 'taken-back', at: exchange.now, by: exchange.actor.id });
}
