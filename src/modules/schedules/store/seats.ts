/** All SQL of seats: who is enrolled in which group from which day to which. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';

export type NewEnrollment = { id: string; seriesId: string; episodeId: string; participantId: string; seatNo: number; startsOn: string; endedOn?: string | null };

/** Seats people; the exclusion over seat and days refuses an eleventh, whoever comes first (W9). */
export async function insertEnrollments(tx: Tx, orgId: string, enrollments: readonly NewEnrollment[], at: Date, by: string | null): Promise<void> {
  const column = (key: keyof NewEnrollment) => enrollments.map((one) => one[key] ?? null);
  await sql`
    insert into enrollments (org_id, id, series_id, episode_id, participant_id, seat_no, starts_on, ended_on, recorded_at, recorded_by)
    select ${orgId}, t.id, t.series_id, t.episode_id, t.participant_id, t.seat_no, t.starts_on, t.ended_on, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('seriesId')}::uuid[], ${column('episodeId')}::uuid[], ${column('participantId')}::uuid[], ${column('seatNo')}::smallint[], ${column('startsOn')}::date[],
                  ${column('endedOn')}::date[])
        as t (id, series_id, episode_id, participant_id, seat_no, starts_on, ended_on)
  `.execute(tx);
}

/** The seat a person holds in a series on a day, locked, so that two desks stamp its holder one after the other; null when none. */
export async function lockSeat(tx: Tx, orgId: string, seriesId: string, participantId: string, date: string): Promise<{ enrollmentId: string; seatNo: number } | null> {
  const { rows } = await sql<{ enrollmentId: string; seatNo: number }>`
    select id as "enrollmentId", seat_no as "seatNo" from enrollments
     where org_id = ${orgId} and series_id = ${seriesId} and participant_id = ${participantId}
       and starts_on <= ${date} and (ended_on is null or ended_on >= ${date}) and withdrawn_at is null
       for no key update
  `.execute(tx);
  return rows[0] ?? null;
}

export type HeldSeat = { enrollmentId: string; participantId: string; seatNo: number; startsOn: CivilDate; endedOn: CivilDate | null };

/** Every seat held in a group on or after a day. */
export async function listSeats(tx: Tx, orgId: string, seriesId: string, from: string): Promise<HeldSeat[]> {
  const { rows } = await sql<HeldSeat>`
    select id as "enrollmentId", participant_id as "participantId", seat_no as "seatNo", starts_on as "startsOn", ended_on as "endedOn"
      from enrollments where org_id = ${orgId} and series_id = ${seriesId} and withdrawn_at is null and (ended_on is null or ended_on >= ${from})
     order by seat_no, starts_on
  `.execute(tx);
  return rows;
}

/** Who holds a seat in a group on one day. */
export async function listSeatsOn(tx: Tx, orgId: string, seriesId: string, date: string): Promise<HeldSeat[]> {
  const seats = await listSeats(tx, orgId, seriesId, date);
  return seats.filter((seat) => seat.startsOn <= date);
}

export type EnrollmentRow = HeldSeat & { seriesId: string; siteId: string; timeZone: string; endedAt: Date | null; withdrawnAt: Date | null; capacity: number };

/** One enrollment at the asker's sites, locked, withdrawn ones too; null when it is not there or not theirs to see. */
export async function lockEnrollment(tx: Tx, orgId: string, enrollmentId: string, siteIds: readonly string[]): Promise<EnrollmentRow | null> {
  const { rows } = await sql<EnrollmentRow>`
    select e.id as "enrollmentId", e.participant_id as "participantId", e.seat_no as "seatNo", e.starts_on as "startsOn", e.ended_on as "endedOn", e.series_id as "seriesId",
           g.site_id as "siteId", s.time_zone as "timeZone", e.ended_at as "endedAt", e.withdrawn_at as "withdrawnAt", g.capacity
      from enrollments e join series g on g.org_id = e.org_id and g.id = e.series_id join sites s on s.org_id = g.org_id and s.id = g.site_id
     where e.org_id = ${orgId} and e.id = ${enrollmentId} and g.site_id = any(${siteIds}::uuid[])
       for no key update of e
  `.execute(tx);
  return rows[0] ?? null;
}

export async function endEnrollment(tx: Tx, orgId: string, id: string, { lastDay, by, at }: { lastDay: string; by: string; at: Date }): Promise<void> {
  await sql`update enrollments set ended_on = ${lastDay}, ended_by = ${by}, ended_at = ${at} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

export async function withdrawEnrollment(tx: Tx, orgId: string, id: string, { by, at }: { by: string; at: Date }): Promise<void> {
  await sql`update enrollments set withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** The seat goes on, or to a later last day; when somebody else has it by then the exclusion refuses. */
export async function reopenEnrollment(tx: Tx, orgId: string, id: string, lastDay: string | null): Promise<void> {
  await sql`
    update enrollments set ended_on = ${lastDay}, ended_by = null, ended_at = null, withdrawn_at = null, withdrawn_by = null where org_id = ${orgId} and id = ${id}
  `.execute(tx);
}

export type BusyTime = {
  participantId: string; seriesId: string; groupName: string; weekday: number; startsAtLocal: LocalTime; minutes: number; startsOn: CivilDate; endedOn: CivilDate | null;
};

/** When these people already are in another group, week by week: each weekly time of each of their seats, on the days on which both hold. */
export async function listBusyTimes(tx: Tx, orgId: string, participantIds: readonly string[], from: string, exceptSeriesId: string): Promise<BusyTime[]> {
  const { rows } = await sql<BusyTime>`
    select e.participant_id as "participantId", g.id as "seriesId", g.name as "groupName", w.weekday, to_char(w.starts_at_local, 'HH24:MI') as "startsAtLocal", w.minutes,
           greatest(w.starts_on, e.starts_on) as "startsOn", least(w.ended_on, e.ended_on) as "endedOn"
      from enrollments e
      join series g on g.org_id = e.org_id and g.id = e.series_id
      join weekly_times w on w.org_id = e.org_id and w.series_id = e.series_id and w.withdrawn_at is null
     where e.org_id = ${orgId} and e.participant_id = any(${participantIds}::uuid[]) and e.series_id <> ${exceptSeriesId} and e.withdrawn_at is null
       and (e.ended_on is null or e.ended_on >= ${from}) and (w.ended_on is null or w.ended_on >= ${from})
       and daterange(w.starts_on, w.ended_on, '[]') && daterange(e.starts_on, e.ended_on, '[]')
  `.execute(tx);
  return rows;
}
