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

export type EnrollmentRow = HeldSeat & { seriesId: string; siteId: string; timeZone: string; endedAt: Date | null; withdrawnAt: Date | null; capacity: number; /** Last day of the episode under which the seat is held. */ episodeEndedOn: CivilDate | null };

/** One enrollment at the asker's sites, locked, withdrawn ones too; null when it is not there or not theirs to see. */
export async function lockEnrollment(tx: Tx, orgId: string, enrollmentId: string, siteIds: readonly string[]): Promise<EnrollmentRow | null> {
  const { rows } = await sql<EnrollmentRow>`
    select e.id as "enrollmentId", e.participant_id as "participantId", e.seat_no as "seatNo", e.starts_on as "startsOn", e.ended_on as "endedOn", e.series_id as "seriesId",
           g.site_id as "siteId", s.time_zone as "timeZone", e.ended_at as "endedAt", e.withdrawn_at as "withdrawnAt", g.capacity, p.ended_on as "episodeEndedOn"
      from enrollments e join series g on g.org_id = e.org_id and g.id = e.series_id join sites s on s.org_id = g.org_id and s.id = g.site_id join episodes p on p.org_id = e.org_id and p.id = e.episode_id
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

export type EpisodeSeat = { id: string; seriesId: string; startsOn: CivilDate; endedOn: CivilDate | null; endedAt: Date | null; endedBy: string | null };

/** The groups in which seats are held under an episode; the rows are not locked. */
export async function listGroupsOf(tx: Tx, orgId: string, episodeId: string): Promise<string[]> {
  const { rows } = await sql<{ seriesId: string }>`select distinct series_id as "seriesId" from enrollments where org_id = ${orgId} and episode_id = ${episodeId}`.execute(tx);
  return rows.map((row) => row.seriesId);
}

/** Seats under an episode that are not withdrawn, held until the end of the transaction: whoever stamps their holder in waits. */
export async function lockSeatsOf(tx: Tx, orgId: string, episodeId: string): Promise<EpisodeSeat[]> {
  const { rows } = await sql<EpisodeSeat>`
    select id, series_id as "seriesId", starts_on as "startsOn", ended_on as "endedOn", ended_at as "endedAt", ended_by as "endedBy"
      from enrollments where org_id = ${orgId} and episode_id = ${episodeId} and withdrawn_at is null order by id for no key update
  `.execute(tx);
  return rows;
}

/** These seats, withdrawn ones too, held until the end of the transaction. */
export async function lockSeatsById(tx: Tx, orgId: string, ids: readonly string[]): Promise<EpisodeSeat[]> {
  const { rows } = await sql<EpisodeSeat>`
    select id, series_id as "seriesId", starts_on as "startsOn", ended_on as "endedOn", ended_at as "endedAt", ended_by as "endedBy"
      from enrollments where org_id = ${orgId} and id = any(${ids}::uuid[]) order by id for no key update
  `.execute(tx);
  return rows;
}

/** Cuts seats to a last day, and withdraws those that would have begun after it. */
export async function endSeats(tx: Tx, orgId: string, ending: { cut: readonly { id: string }[]; withdrawn: readonly { id: string }[] }, { lastDay, by, at }: { lastDay: string; by: string; at: Date }): Promise<void> {
  await sql`update enrollments set ended_on = ${lastDay}, ended_by = ${by}, ended_at = ${at} where org_id = ${orgId} and id = any(${ending.cut.map((one) => one.id)}::uuid[])`.execute(tx);
  await sql`update enrollments set withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = any(${ending.withdrawn.map((one) => one.id)}::uuid[])`.execute(tx);
}

export type CutSeat = { id: string; endedOn: string | null; endedAt: string | null; endedBy: string | null };

/** Brings back seats that ended together, each as it was; one that was changed since keeps what was said of it. Answers which came back. */
export async function reopenSeats(tx: Tx, orgId: string, seats: { cut: readonly CutSeat[]; withdrawn: readonly string[] }, { lastDay, at }: { lastDay: string; at: Date }): Promise<string[]> {
  const cut = await sql<{ id: string }>`
    update enrollments r set ended_on = t."endedOn", ended_at = t."endedAt", ended_by = t."endedBy"
      from jsonb_to_recordset(${JSON.stringify(seats.cut)}::jsonb) as t (id uuid, "endedOn" date, "endedAt" timestamptz, "endedBy" uuid)
     where r.org_id = ${orgId} and r.id = t.id and r.ended_on = ${lastDay} and r.withdrawn_at is null returning r.id
  `.execute(tx);
  const withdrawn = await sql<{ id: string }>`
    update enrollments set withdrawn_at = null, withdrawn_by = null where org_id = ${orgId} and id = any(${seats.withdrawn}::uuid[]) and withdrawn_at = ${at} returning id
  `.execute(tx);
  return [...cut.rows, ...withdrawn.rows].map((row) => row.id);
}

export type SeatClaim = { id: string; /** First day that is claimed. */ from: string; /** Last one; null while it would go on. */ until: string | null };

/** Those of these seats that cannot come back: somebody else holds the number by then, the person sits there again, or the group has fewer seats now. */
export async function listTaken(tx: Tx, orgId: string, claims: readonly SeatClaim[]): Promise<{ id: string; group: string }[]> {
  const { rows } = await sql<{ id: string; group: string }>`
    select e.id, g.name as "group"
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as t (id uuid, "from" date, "until" date)
      join enrollments e on e.org_id = ${orgId} and e.id = t.id
      join series g on g.org_id = e.org_id and g.id = e.series_id
     where e.seat_no > g.capacity
        or exists (select 1 from enrollments o
                    where o.org_id = e.org_id and o.series_id = e.series_id and o.id <> e.id and o.withdrawn_at is null and (o.seat_no = e.seat_no or o.participant_id = e.participant_id)
                      and daterange(o.starts_on, o.ended_on, '[]') && daterange(t."from", t."until", '[]'))
     order by g.name, e.id
  `.execute(tx);
  return rows;
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
