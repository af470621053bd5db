/** All SQL of attendance: who came, and the stays. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ParticipantId } from '../people/words.ts';
import type { Absence } from './rules/absence.ts';
import type { LastStamp } from './rules/stamping.ts';
import type { Stay } from './rules/minutes.ts';
import type { AbsenceReason } from './words.ts';

export type CurrentAttendance = {
  id: string; outcome: 'present' | 'absent'; openStay: { id: string; arrivedAt: Date } | null;
  hasStays: boolean; seatNo: number | null; overCapReason: string | null; enrollmentId: string | null; level: string | null; absence: Absence | null;
  /** What the row that this one took the place of had said; null when it was the first. */
  instead: { outcome: 'present' | 'absent'; hasStays: boolean; absence: Absence | null } | null;
};
type AbsenceColumns = { reason: AbsenceReason | null; excused: boolean | null; detail: string };
type CurrentRow = Omit<CurrentAttendance, 'openStay' | 'absence' | 'instead'> & AbsenceColumns & {
  stayId: string | null; arrivedAt: Date | null; wasOutcome: 'present' | 'absent' | null; wasReason: AbsenceReason | null; wasExcused: boolean | null; wasDetail: string | null; wasStays: boolean;
};

/** An absence without a reason was recorded before reasons were asked for. */
const absenceOf = (outcome: 'present' | 'absent', { reason, excused, detail }: AbsenceColumns): Absence | null =>
  (outcome === 'present' ? null : { reason: reason ?? 'unknown', excused: excused ?? false, detail });

/** The attendance that counts for a person and session, with the open stay; locked, so that two desks stamp one after the other. */
export async function lockAttendance(tx: Tx, orgId: string, sessionId: string, participantId: string): Promise<CurrentAttendance | null> {
  const { rows } = await sql<CurrentRow>`
    select a.id, a.outcome, a.seat_no as "seatNo", a.over_cap_reason as "overCapReason", a.enrollment_id as "enrollmentId", a.level,
           a.absence_reason as reason, a.excused, a.absence_detail as detail, y.id as "stayId", y.arrived_at as "arrivedAt",
           exists (select 1 from stays z where z.org_id = a.org_id and z.attendance_id = a.id and z.withdrawn_at is null) as "hasStays",
           b.outcome as "wasOutcome", b.absence_reason as "wasReason", b.excused as "wasExcused", b.absence_detail as "wasDetail",
           exists (select 1 from stays z where z.org_id = b.org_id and z.attendance_id = b.id and z.withdrawn_at is null) as "wasStays"
      from attendances a
      left join stays y on y.org_id = a.org_id and y.attendance_id = a.id and y.ended_at is null and y.withdrawn_at is null
      left join attendances b on b.org_id = a.org_id and b.id = a.supersedes_id
     where a.org_id = ${orgId} and a.session_id = ${sessionId} and a.participant_id = ${participantId} and a.superseded_at is null
     for no key update of a
  `.execute(tx);
  const row = rows[0];
  if (row === undefined) return null;
  const { stayId, arrivedAt, wasOutcome, wasReason, wasExcused, wasDetail, wasStays, reason, excused, detail, ...rest } = row;
  return {
    ...rest, openStay: stayId === null || arrivedAt === null ? null : { id: stayId, arrivedAt }, absence: absenceOf(row.outcome, { reason, excused, detail }),
    instead: wasOutcome === null ? null : { outcome: wasOutcome, hasStays: wasStays, absence: absenceOf(wasOutcome, { reason: wasReason, excused: wasExcused, detail: wasDetail ?? '' }) },
  };
}

export type NewAttendance = {
  id: string; sessionId: string; participantId: string; enrollmentId: string | null; programId: string; level: string | null; seatNo: number | null; at: Date; by: string;
  /** Null: the person was there. */
  absence?: Absence | null; overCapReason?: string | null;
  /** The row whose place it takes, and why (W14). */
  instead?: { id: string; why: string } | null;
};

/** A row that takes the place of another ends that one first: one attendance of a person counts (attendances_person_key). */
export async function insertAttendance(tx: Tx, orgId: string, one: NewAttendance): Promise<void> {
  const { absence = null, instead = null } = one;
  if (instead !== null) await endAttendance(tx, orgId, instead.id, one);
  await sql`
    insert into attendances (org_id, id, session_id, participant_id, enrollment_id, program_id, level, outcome, seat_no, absence_reason, excused, absence_detail, over_cap_reason,
                             supersedes_id, correction_reason, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.sessionId}, ${one.participantId}, ${one.enrollmentId}, ${one.programId}, ${one.level}, ${absence === null ? 'present' : 'absent'}, ${one.seatNo},
            ${absence?.reason ?? null}, ${absence?.excused ?? null}, ${absence?.detail ?? ''}, ${one.overCapReason ?? null}, ${instead?.id ?? null}, ${instead?.why ?? null}, ${one.at}, ${one.by})
  `.execute(tx);
}

/** An attendance counts no longer: another takes its place, or what it said was taken back. */
export async function endAttendance(tx: Tx, orgId: string, id: string, { at, by }: { at: Date; by: string }): Promise<void> {
  await sql`update attendances set superseded_at = ${at}, superseded_by = ${by} where org_id = ${orgId} and id = ${id} and superseded_at is null`.execute(tx);
}

/** All stays of a corrected attendance, in one statement; each that has ended was ended by whoever corrected it. */
export async function insertStays(tx: Tx, orgId: string, attendanceId: string, stays: readonly (Stay & { id: string })[], { at, by }: { at: Date; by: string }): Promise<void> {
  if (stays.length === 0) return;
  await sql`
    insert into stays (org_id, id, attendance_id, arrived_at, ended_at, ended_recorded_at, ended_by, recorded_at, recorded_by)
    select ${orgId}, t.id, ${attendanceId}, t.arrived_at, t.ended_at, case when t.ended_at is null then null else ${at}::timestamptz end,
           case when t.ended_at is null then null else ${by}::uuid end, ${at}, ${by}
      from unnest(${stays.map((stay) => stay.id)}::uuid[], ${stays.map((stay) => stay.arrivedAt)}::timestamptz[], ${stays.map((stay) => stay.leftAt)}::timestamptz[]) as t (id, arrived_at, ended_at)
  `.execute(tx);
}

/** `leftAt`: where it is known already that the person went on to another room. */
export async function insertStay(tx: Tx, orgId: string, stay: { id: string; attendanceId: string; arrivedAt: Date; leftAt: Date | null; at: Date; by: string }): Promise<void> {
  const end = stay.leftAt === null ? { at: null, by: null } : { at: stay.at, by: stay.by };
  await sql`
    insert into stays (org_id, id, attendance_id, arrived_at, recorded_at, recorded_by, ended_at, ended_recorded_at, ended_by)
    values (${orgId}, ${stay.id}, ${stay.attendanceId}, ${stay.arrivedAt}, ${stay.at}, ${stay.by}, ${stay.leftAt}::timestamptz, ${end.at}::timestamptz, ${end.by}::uuid)
  `.execute(tx);
}

/** When a person, in a room from `after` on, first was in another one by `until`: a stamp that is set back ends there, so that no minute counts twice. Minutes before a start never count (W2). */
export async function findNextRoom(tx: Tx, orgId: string, { participantId, sessionId, after, until }: { participantId: string; sessionId: string; after: Date; until: Date }): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(greatest(y.arrived_at, s.planned_start_at)) as at
      from attendances a
      join sessions s on s.org_id = a.org_id and s.id = a.session_id
      join stays y on y.org_id = a.org_id and y.attendance_id = a.id and y.withdrawn_at is null
     where a.org_id = ${orgId} and a.participant_id = ${participantId} and a.session_id <> ${sessionId} and a.outcome = 'present' and a.superseded_at is null
       and y.arrived_at > ${after} and greatest(y.arrived_at, s.planned_start_at) <= ${until}
  `.execute(tx);
  return rows[0]?.at ?? null;
}

export async function endStay(tx: Tx, orgId: string, stay: { id: string; endedAt: Date; at: Date; by: string }): Promise<void> {
  await sql`
    update stays set ended_at = ${stay.endedAt}, ended_recorded_at = ${stay.at}, ended_by = ${stay.by}
     where org_id = ${orgId} and id = ${stay.id} and ended_at is null and withdrawn_at is null
  `.execute(tx);
}

/**
 * Ends the stays in which a person was never stamped out of sessions that are over by now, at their end or at the new arrival, whichever is
 * earlier. Signed times stand, and so does a stay that began after an arrival that is set back.
 */
export async function endStaysOver(tx: Tx, orgId: string, { participantId, sessionId, at, now, by }: { participantId: string; sessionId: string; at: Date; now: Date; by: string }): Promise<void> {
  await sql`
    update stays y set ended_at = greatest(y.arrived_at, least(o.ends_at, ${at})), ended_recorded_at = ${now}, ended_by = ${by}
      from (select a.id as attendance_id, coalesce(h.ends_at, s.planned_end_at) as ends_at
              from attendances a
              join sessions s on s.org_id = a.org_id and s.id = a.session_id
              left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
             where a.org_id = ${orgId} and a.participant_id = ${participantId} and a.session_id <> ${sessionId} and a.outcome = 'present' and a.superseded_at is null
               and not exists (select 1 from notes n where n.org_id = a.org_id and n.session_id = a.session_id and n.participant_id = a.participant_id)) o
     where y.org_id = ${orgId} and y.attendance_id = o.attendance_id and y.ended_at is null and y.withdrawn_at is null and y.arrived_at <= ${at} and o.ends_at <= ${now}
  `.execute(tx);
}

/** A session that goes on later keeps only those who stayed: whoever is in another session by then, and was never stamped out, left at the end as it was before. */
export async function endStaysOfGone(tx: Tx, orgId: string, { sessionId, oldEnd, newEnd, now, by }: { sessionId: string; oldEnd: Date; newEnd: Date; now: Date; by: string }): Promise<void> {
  await sql`
    update stays y set ended_at = greatest(y.arrived_at, ${oldEnd}), ended_recorded_at = ${now}, ended_by = ${by}
      from attendances a
     where y.org_id = ${orgId} and a.org_id = y.org_id and a.id = y.attendance_id and a.session_id = ${sessionId} and a.outcome = 'present' and a.superseded_at is null
       and y.ended_at is null and y.withdrawn_at is null
       and exists (
         select 1 from attendances b
           join sessions t on t.org_id = b.org_id and t.id = b.session_id
           join stays z on z.org_id = b.org_id and z.attendance_id = b.id and z.withdrawn_at is null
          where b.org_id = a.org_id and b.participant_id = a.participant_id and b.session_id <> a.session_id and b.outcome = 'present' and b.superseded_at is null
            and greatest(z.arrived_at, t.planned_start_at) >= y.arrived_at and greatest(z.arrived_at, t.planned_start_at) < ${newEnd})
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

/**
 * Whether anybody was stamped into a session, or recorded absent once it had begun: then it has become a fact. An absence told ahead of the
 * start, or a stamp taken back, does not make one of it.
 */
export async function hasBegun(tx: Tx, orgId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from attendances a join sessions s on s.org_id = a.org_id and s.id = a.session_id
     where a.org_id = ${orgId} and a.session_id = ${sessionId} and a.superseded_at is null
       and ((a.outcome = 'absent' and a.recorded_at >= s.planned_start_at)
            or exists (select 1 from stays y where y.org_id = a.org_id and y.attendance_id = a.id and y.withdrawn_at is null))
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
