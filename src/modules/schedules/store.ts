/** All SQL of schedules: series and the seats in them. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { WeeklyTime } from './words.ts';

export type NewSeries = {
  id: string; programId: string; siteId: string; trackId: string | null; name: string; topic: string; sessionType: string; curriculumId: string | null;
  credentialRequired: string; capacity: number; minimum: number; startsOn: string; endedOn: string | null;
};

export async function insertSeries(tx: Tx, orgId: string, series: NewSeries, at: Date, by: string | null): Promise<void> {
  await sql`
    insert into series (org_id, id, program_id, site_id, track_id, name, topic, session_type, curriculum_id, credential_required, capacity, minimum, starts_on, ended_on, recorded_at, recorded_by)
    values (${orgId}, ${series.id}, ${series.programId}, ${series.siteId}, ${series.trackId}, ${series.name}, ${series.topic}, ${series.sessionType}, ${series.curriculumId},
            ${series.credentialRequired}, ${series.capacity}, ${series.minimum}, ${series.startsOn}, ${series.endedOn}, ${at}, ${by})
  `.execute(tx);
}

export type NewWeeklyTime = WeeklyTime & { id: string; seriesId: string; startsOn: string; endedOn: string | null };

/** One room and one leader can be at one thing at a time: the exclusions over weekday, hours and days refuse a second (weekly_times_*_excl). */
export async function insertWeeklyTime(tx: Tx, orgId: string, time: NewWeeklyTime, at: Date, by: string | null): Promise<void> {
  await sql`
    insert into weekly_times (org_id, id, series_id, weekday, starts_at_local, minutes, breaks, room_id, telehealth_link, facilitator_id, starts_on, ended_on, recorded_at, recorded_by)
    values (${orgId}, ${time.id}, ${time.seriesId}, ${time.weekday}, ${time.startsAtLocal}, ${time.minutes}, ${JSON.stringify(time.breaks)}::jsonb, ${time.roomId},
            ${time.telehealthLink}, ${time.facilitatorId}, ${time.startsOn}, ${time.endedOn}, ${at}, ${by})
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
       and starts_on <= ${date} and (ended_on is null or ended_on >= ${date}) and withdrawn_at is null
       for no key update
  `.execute(tx);
  return rows[0] ?? null;
}
