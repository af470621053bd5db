/** All SQL of schedules: series and the seats in them. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type Series = {
  id: string; programId: string; siteId: string; roomId: string | null; name: string; sessionType: string; weekday: number; startsAtLocal: string;
  minutes: number; breaks: readonly { startMinute: number; minutes: number }[]; facilitatorId: string | null; capacity: number; startsOn: string;
};

export async function insertSeries(tx: Tx, orgId: string, series: Series, at: Date, by: string | null): Promise<void> {
  await sql`
    insert into series (org_id, id, program_id, site_id, room_id, name, session_type, weekday, starts_at_local, minutes, breaks, facilitator_id, capacity, starts_on, recorded_at, recorded_by)
    values (${orgId}, ${series.id}, ${series.programId}, ${series.siteId}, ${series.roomId}, ${series.name}, ${series.sessionType}, ${series.weekday}, ${series.startsAtLocal},
            ${series.minutes}, ${JSON.stringify(series.breaks)}::jsonb, ${series.facilitatorId}, ${series.capacity}, ${series.startsOn}, ${at}, ${by})
  `.execute(tx);
}

export type NewEnrollment = { id: string; seriesId: string; episodeId: string; participantId: string; seatNo: number; startsOn: string };

/** Seats people; the exclusion over seat and days refuses an eleventh, whoever comes first (W9). */
export async function insertEnrollments(tx: Tx, orgId: string, enrollments: readonly NewEnrollment[], at: Date, by: string | null): Promise<void> {
  const column = (key: keyof NewEnrollment) => enrollments.map((one) => one[key]);
  await sql`
    insert into enrollments (org_id, id, series_id, episode_id, participant_id, seat_no, starts_on, recorded_at, recorded_by)
    select ${orgId}, t.id, t.series_id, t.episode_id, t.participant_id, t.seat_no, t.starts_on, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('seriesId')}::uuid[], ${column('episodeId')}::uuid[], ${column('participantId')}::uuid[], ${column('seatNo')}::smallint[], ${column('startsOn')}::date[])
        as t (id, series_id, episode_id, participant_id, seat_no, starts_on)
  `.execute(tx);
}

/** The seat a person holds in a series on a day, locked, so that two desks stamp its holder one after the other; null when none. */
export async function lockSeat(tx: Tx, orgId: string, seriesId: string, participantId: string, date: string): Promise<{ enrollmentId: string; seatNo: number } | null> {
  const { rows } = await sql<{ enrollmentId: string; seatNo: number }>`
    select id as "enrollmentId", seat_no as "seatNo" from enrollments
     where org_id = ${orgId} and series_id = ${seriesId} and participant_id = ${participantId}
       and starts_on <= ${date} and (ended_on is null or ended_on >= ${date})
       for no key update
  `.execute(tx);
  return rows[0] ?? null;
}
