/** Seats booked in single sessions after a day, and whether such a seat, or that of a group, is somebody else's by now. Reads only. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';

/**
 * Bookings of a person in sessions that begin after a local day at their sites, except those that another episode of the person carries: one in
 * the program of that session, open on its day.
 */
export async function listBookingsAfter(tx: Tx, orgId: string, of: { participantId: string; episodeId: string }, lastDay: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from session_bookings b
      join sessions s on s.org_id = b.org_id and s.id = b.session_id and s.withdrawn_at is null
      join sites t on t.org_id = s.org_id and t.id = s.site_id
     cross join lateral (select (s.planned_start_at at time zone t.time_zone)::date as day) d
     where b.org_id = ${orgId} and b.participant_id = ${of.participantId} and b.withdrawn_at is null and d.day > ${lastDay}
       and not exists (select 1 from episodes o where o.org_id = b.org_id and o.participant_id = b.participant_id and o.id <> ${of.episodeId} and o.program_id = s.program_id
                          and o.admitted_on <= d.day and (o.ended_on is null or o.ended_on >= d.day))
     order by b.id
  `.execute(tx);
  return rows.map((row) => row.id);
}

/** Whether somebody else was given a seat of a session, by a booking or by being stamped in, from an instant on: what stood before it is no news. */
const givenSince = (seat: string, since: Date) => {
  const [orgId, seatNo, participantId] = [sql.ref(`${seat}.org_id`), sql.ref(`${seat}.seat_no`), sql.ref(`${seat}.participant_id`)];
  return sql`(exists (select 1 from session_bookings o where o.org_id = ${orgId} and o.session_id = s.id and o.seat_no = ${seatNo} and o.participant_id <> ${participantId} and o.withdrawn_at is null and o.recorded_at >= ${since})
    or exists (select 1 from attendances o where o.org_id = ${orgId} and o.session_id = s.id and o.seat_no = ${seatNo} and o.participant_id <> ${participantId} and o.outcome = 'present' and o.superseded_at is null and o.recorded_at >= ${since}))`;
};

/** Those of these withdrawn bookings that cannot come back: somebody else has the seat by now, also by a seat of the group, or the person is in the session again. */
export async function listBookingsTaken(tx: Tx, orgId: string, bookingIds: readonly string[], since: Date): Promise<{ id: string; group: string }[]> {
  const { rows } = await sql<{ id: string; group: string }>`
    select b.id, s.name as "group" from session_bookings b join sessions s on s.org_id = b.org_id and s.id = b.session_id
     where b.org_id = ${orgId} and b.id = any(${bookingIds}::uuid[])
       and (${givenSince('b', since)}
            or exists (select 1 from session_bookings o where o.org_id = b.org_id and o.session_id = b.session_id and o.withdrawn_at is null and (o.participant_id = b.participant_id or o.seat_no = b.seat_no))
            or exists (select 1 from enrollments o where o.org_id = b.org_id and o.series_id = s.series_id and o.seat_no = b.seat_no and o.withdrawn_at is null and o.recorded_at >= ${since}
                          and o.starts_on <= s.first_planned_on and (o.ended_on is null or o.ended_on >= s.first_planned_on)))
     order by s.name, b.id
  `.execute(tx);
  return rows;
}

/** Those of these seats of groups whose number somebody else was given in a session of those days, from an instant on. */
export async function listBookedOver(tx: Tx, orgId: string, claims: readonly { id: string; from: string; until: string | null }[], since: Date): Promise<{ id: string; group: string }[]> {
  const { rows } = await sql<{ id: string; group: string }>`
    select distinct e.id, s.name as "group"
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as t (id uuid, "from" date, "until" date)
      join enrollments e on e.org_id = ${orgId} and e.id = t.id
      join sessions s on s.org_id = e.org_id and s.series_id = e.series_id and s.withdrawn_at is null and s.first_planned_on >= t."from" and (t."until" is null or s.first_planned_on <= t."until")
     where ${givenSince('e', since)}
     order by 2, 1
  `.execute(tx);
  return rows;
}
