/** All SQL of attendance: who came, and the stays. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ParticipantId } from '../people/words.ts';
import type { LastStamp } from './rules/stamping.ts';
import type { Stay } from './rules/minutes.ts';
import type { AbsenceReason } from './words.ts';

export type CurrentAttendance = { id: string; outcome: 'present' | 'absent'; openStay: { id: string; arrivedAt: Date } | null };

/** The attendance that counts for a person and session, with the open stay; locked, so that two desks stamp one after the other. */
export async function lockAttendance(tx: Tx, orgId: string, sessionId: string, participantId: string): Promise<CurrentAttendance | null> {
  const { rows } = await sql<{ id: string; outcome: 'present' | 'absent'; stayId: string | null; arrivedAt: Date | null }>`
    select a.id, a.outcome, y.id as "stayId", y.arrived_at as "arrivedAt"
      from attendances a
      left join stays y on y.org_id = a.org_id and y.attendance_id = a.id and y.ended_at is null and y.withdrawn_at is null
     where a.org_id = ${orgId} and a.session_id = ${sessionId} and a.participant_id = ${participantId} and a.superseded_at is null
     for no key update of a
  `.execute(tx);
  const row = rows[0];
  if (row === undefined) return null;
  const openStay = row.stayId === null || row.arrivedAt === null ? null : { id: row.stayId, arrivedAt: row.arrivedAt };
  return { id: row.id, outcome: row.outcome, openStay };
}

export type NewAttendance = {
  id: string; sessionId: string; participantId: string; enrollmentId: string | null; programId: string; level: string | null; seatNo: number | null; at: Date; by: string;
};

export async function insertAttendance(tx: Tx, orgId: string, one: NewAttendance): Promise<void> {
  await sql`
    insert into attendances (org_id, id, session_id, participant_id, enrollment_id, program_id, level, outcome, seat_no, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.sessionId}, ${one.participantId}, ${one.enrollmentId}, ${one.programId}, ${one.level}, 'present', ${one.seatNo}, ${one.at}, ${one.by})
  `.execute(tx);
}

export async function insertStay(tx: Tx, orgId: string, stay: { id: string; attendanceId: string; arrivedAt: Date; at: Date; by: string }): Promise<void> {
  await sql`
    insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by)
    values (${orgId}, ${stay.id}, ${stay.attendanceId}, ${stay.arrivedAt}, ${stay.at}, ${stay.by})
  `.execute(tx);
}

export async function endStay(tx: Tx, orgId: string, stay: { id: string; endedAt: Date; at: Date; by: string }): Promise<void> {
  await sql`
    update stays set ended_at = ${stay.endedAt}, ended_recorded_at = ${stay.at}, ended_by = ${stay.by}
     where org_id = ${orgId} and id = ${stay.id} and ended_at is null and withdrawn_at is null
  `.execute(tx);
}

/** The stamp made last for an attendance: an arrival or a leaving, whichever was written later; null when none counts. */
export async function findLastStamp(tx: Tx, orgId: string, attendanceId: string): Promise<LastStamp | null> {
  const { rows } = await sql<LastStamp>`
    select id as "stayId", case when ended_at is null then 'arrived' else 'left' end as kind,
           coalesce(ended_recorded_at, recorded_at) as "stampedAt", coalesce(ended_at, arrived_at) as at
      from stays where org_id = ${orgId} and attendance_id = ${attendanceId} and withdrawn_at is null
     order by coalesce(ended_recorded_at, recorded_at) desc, id desc limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

/** Withdraws the stay of the stamp; a leaving taken back opens a new stay from the same arrival, so that nothing written is rubbed out. */
export async function takeBack(tx: Tx, orgId: string, stamp: LastStamp, write: { id: string; at: Date; by: string }): Promise<void> {
  await sql`update stays set withdrawn_at = ${write.at}, withdrawn_by = ${write.by} where org_id = ${orgId} and id = ${stamp.stayId} and withdrawn_at is null`.execute(tx);
  if (stamp.kind === 'arrived') return;
  await sql`
    insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by)
    select org_id, ${write.id}, attendance_id, arrived_at, ${write.at}, ${write.by} from stays where org_id = ${orgId} and id = ${stamp.stayId}
  `.execute(tx);
}

export type PersonStays = { participantId: ParticipantId; attendanceId: string; stays: Stay[] };

/** Everybody present at a session with their stays, in one statement. */
export async function listStays(tx: Tx, orgId: string, sessionId: string): Promise<PersonStays[]> {
  const { rows } = await sql<{ participantId: ParticipantId; attendanceId: string; arrivedAt: Date | null; leftAt: Date | null }>`
    select a.participant_id as "participantId", a.id as "attendanceId", y.arrived_at as "arrivedAt", y.ended_at as "leftAt"
      from attendances a
      left join stays y on y.org_id = a.org_id and y.attendance_id = a.id and y.withdrawn_at is null
     where a.org_id = ${orgId} and a.session_id = ${sessionId} and a.superseded_at is null and a.outcome = 'present'
     order by a.id, y.arrived_at
  `.execute(tx);
  const people = new Map<string, PersonStays>();
  for (const row of rows) {
    const person = people.get(row.participantId) ?? { participantId: row.participantId, attendanceId: row.attendanceId, stays: [] };
    if (row.arrivedAt !== null) person.stays.push({ arrivedAt: row.arrivedAt, leftAt: row.leftAt });
    people.set(row.participantId, person);
  }
  return [...people.values()];
}

/** Whether anybody has been recorded in a session, present or absent: then it has become a fact. */
export async function hasBegun(tx: Tx, orgId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from attendances a
     where a.org_id = ${orgId} and a.session_id = ${sessionId} and a.superseded_at is null
       and (a.outcome = 'absent' or exists (select 1 from stays y where y.org_id = a.org_id and y.attendance_id = a.id and y.withdrawn_at is null))
     limit 1
  `.execute(tx);
  return rows.length > 0;
}

export type NewAbsence = {
  id: string; sessionId: string; participantId: string; enrollmentId: string | null; programId: string; level: string | null; reason: AbsenceReason; excused: boolean; detail: string;
};

/** Records that people did not come, one statement; who has an attendance that counts is left as recorded. Answers whose absence was written. */
export async function insertAbsences(tx: Tx, orgId: string, rows: readonly NewAbsence[], at: Date, by: string): Promise<string[]> {
  if (rows.length === 0) return [];
  const column = (key: keyof NewAbsence) => rows.map((row) => row[key]);
  const written = await sql<{ participantId: string }>`
    insert into attendances (org_id, id, session_id, participant_id, enrollment_id, program_id, level, outcome, absence_reason, excused, absence_detail, recorded_at, recorded_by)
    select ${orgId}, t.id, t.session_id, t.participant_id, t.enrollment_id, t.program_id, t.level, 'absent', t.reason, t.excused, t.detail, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('sessionId')}::uuid[], ${column('participantId')}::uuid[], ${column('enrollmentId')}::uuid[], ${column('programId')}::uuid[], ${column('level')}::text[],
                  ${column('reason')}::text[], ${column('excused')}::boolean[], ${column('detail')}::text[]) as t (id, session_id, participant_id, enrollment_id, program_id, level, reason, excused, detail)
    on conflict (org_id, session_id, participant_id) where superseded_at is null do nothing
    returning participant_id as "participantId"
  `.execute(tx);
  return written.rows.map((row) => row.participantId);
}
