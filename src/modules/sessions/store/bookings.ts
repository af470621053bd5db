/** All SQL of seats booked in one session only: one-off sessions, make-up visits, people moved when a group is split; and how full a session is. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { LONGEST_MINUTES } from '../words.ts';

export type SeatCount = { capacity: number; taken: number };

/**
 * How many seats of these sessions are taken: by an enrollment of that day or a booking, each until an absence is recorded, and by whoever is there
 * without either (W9). Whoever was moved to the other room of a split counts there. Sessions that are not there are not in the map.
 */
export async function countSeats(tx: Tx, orgId: string, sessionIds: readonly string[]): Promise<Map<string, SeatCount>> {
  if (sessionIds.length === 0) return new Map();
  const { rows } = await sql<SeatCount & { sessionId: string }>`
    select s.id as "sessionId", s.capacity, count(p.participant_id)::integer as taken
      from sessions s
      left join session_people p on p.org_id = s.org_id and p.session_id = s.id and p.session_id = any(${sessionIds}::uuid[]) and p.outcome is distinct from 'absent'
       and (p.episode_id is not null or p.booking_id is not null
            or exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null))
     where s.org_id = ${orgId} and s.id = any(${sessionIds}::uuid[]) and s.withdrawn_at is null
     group by s.id, s.capacity
  `.execute(tx);
  return new Map(rows.map(({ sessionId, capacity, taken }) => [sessionId, { capacity, taken }]));
}

export type RosterRow = {
  participantId: string; seatNo: number | null; bookingId: string | null; movedFromId: string | null; isMakeUp: boolean; attendanceId: string | null;
  /** 'here': somebody stamped the person in; a stamp that was taken back leaves nothing. */
  recorded: 'here' | 'absent' | null;
};

/** Everybody who belongs to a session, in the order of the seats. */
export async function listRoster(tx: Tx, orgId: string, sessionId: string): Promise<RosterRow[]> {
  const { rows } = await sql<RosterRow>`
    select * from (
      select p.participant_id as "participantId", p.seat_no as "seatNo", p.booking_id as "bookingId", b.moved_from_id as "movedFromId", coalesce(p.is_make_up, false) as "isMakeUp", p.attendance_id as "attendanceId",
             case when p.outcome = 'absent' then 'absent'
                  when exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null) then 'here' end as recorded,
             p.episode_id is not null or p.booking_id is not null as "isPlanned"
        from session_people p left join session_bookings b on b.org_id = p.org_id and b.id = p.booking_id
       where p.org_id = ${orgId} and p.session_id = ${sessionId}) r
     where r."isPlanned" or r.recorded is not null
     order by r."seatNo" nulls last, r."participantId"
  `.execute(tx);
  return rows;
}

export type Elsewhere = { participantId: string; sessionId: string; name: string };

/** Where these people are expected or present between two instants, in sessions other than these. */
export async function listElsewhere(tx: Tx, orgId: string, participantIds: readonly string[], span: { from: Date | string; to: Date | string }, exceptIds: readonly string[]): Promise<Elsewhere[]> {
  const { rows } = await sql<Elsewhere>`
    select distinct on (p.participant_id) p.participant_id as "participantId", p.session_id as "sessionId", p.name
      from session_people p
     where p.org_id = ${orgId} and p.participant_id = any(${participantIds}::uuid[]) and p.session_id <> all(${exceptIds}::uuid[]) and p.canceled_at is null
       and p.planned_start_at < ${span.to} and p.planned_end_at > ${span.from} and p.planned_start_at > ${span.from}::timestamptz - make_interval(mins => ${LONGEST_MINUTES}) and p.outcome is distinct from 'absent'
     order by p.participant_id, p.planned_start_at
  `.execute(tx);
  return rows;
}

export type NewBooking = { id: string; sessionId: string; participantId: string; seatNo: number; movedFromId: string | null; isMakeUp: boolean };

/** Books seats, one statement; session_bookings_seat_key and session_bookings_person_key settle what a lock could miss. */
export async function insertBookings(tx: Tx, orgId: string, bookings: readonly NewBooking[], at: Date, by: string): Promise<void> {
  if (bookings.length === 0) return;
  const column = (key: keyof NewBooking) => bookings.map((one) => one[key]);
  await sql`
    insert into session_bookings (org_id, id, session_id, participant_id, seat_no, moved_from_id, is_make_up, recorded_at, recorded_by)
    select ${orgId}, t.id, t.session_id, t.participant_id, t.seat_no, t.moved_from_id, t.is_make_up, ${at}, ${by}
      from unnest(${column('id')}::uuid[], ${column('sessionId')}::uuid[], ${column('participantId')}::uuid[], ${column('seatNo')}::smallint[], ${column('movedFromId')}::uuid[], ${column('isMakeUp')}::boolean[])
        as t (id, session_id, participant_id, seat_no, moved_from_id, is_make_up)
  `.execute(tx);
}

export type Booking = { id: string; sessionId: string; participantId: string; seatNo: number; movedFromId: string | null; isMakeUp: boolean; isWithdrawn: boolean };

/** A booking, withdrawn ones too, held until the end of the transaction; lock its session first. */
export async function lockBooking(tx: Tx, orgId: string, bookingId: string): Promise<Booking | null> {
  const { rows } = await sql<Booking>`
    select id, session_id as "sessionId", participant_id as "participantId", seat_no as "seatNo", moved_from_id as "movedFromId", is_make_up as "isMakeUp", withdrawn_at is not null as "isWithdrawn"
      from session_bookings where org_id = ${orgId} and id = ${bookingId} for no key update
  `.execute(tx);
  return rows[0] ?? null;
}

/** In which session a booking is, and from which one its person was moved; its row is not locked. */
export async function findBooking(tx: Tx, orgId: string, bookingId: string): Promise<Pick<Booking, 'sessionId' | 'movedFromId'> | null> {
  const { rows } = await sql<Pick<Booking, 'sessionId' | 'movedFromId'>>`
    select session_id as "sessionId", moved_from_id as "movedFromId" from session_bookings where org_id = ${orgId} and id = ${bookingId}
  `.execute(tx);
  return rows[0] ?? null;
}

/** Seat numbers of a session that bookings hold. */
export async function listBookedSeats(tx: Tx, orgId: string, sessionId: string): Promise<number[]> {
  const { rows } = await sql<{ seatNo: number }>`select seat_no as "seatNo" from session_bookings where org_id = ${orgId} and session_id = ${sessionId} and withdrawn_at is null`.execute(tx);
  return rows.map((row) => row.seatNo);
}

export async function withdrawBookings(tx: Tx, orgId: string, ids: readonly string[], at: Date, by: string): Promise<void> {
  await sql`update session_bookings set withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = any(${ids}::uuid[]) and withdrawn_at is null`.execute(tx);
}

/** Brings bookings back under their own ids; when somebody else has the seat by then session_bookings_seat_key refuses. */
export async function reopenBookings(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  await sql`update session_bookings set withdrawn_at = null, withdrawn_by = null where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(tx);
}

/** Bookings of these people in a session that were withdrawn at an instant: those that a split took with it. */
export async function listWithdrawnAt(tx: Tx, orgId: string, sessionId: string, participantIds: readonly string[], at: Date): Promise<{ id: string; participantId: string }[]> {
  const { rows } = await sql<{ id: string; participantId: string }>`
    select id, participant_id as "participantId" from session_bookings
     where org_id = ${orgId} and session_id = ${sessionId} and participant_id = any(${participantIds}::uuid[]) and withdrawn_at = ${at}
  `.execute(tx);
  return rows;
}

/** The next sessions of a program at a site, of one type, that have a free seat; at most three, the nearest first. */
export async function listWithSeats(tx: Tx, orgId: string, like: { siteId: string; programId: string; sessionType: string; exceptId: string }, from: Date, to: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from sessions
     where org_id = ${orgId} and site_id = ${like.siteId} and program_id = ${like.programId} and session_type = ${like.sessionType} and id <> ${like.exceptId}
       and canceled_at is null and withdrawn_at is null and planned_start_at >= ${from} and planned_start_at < ${to}
     order by planned_start_at, id limit 40
  `.execute(tx);
  const seats = await countSeats(tx, orgId, rows.map((row) => row.id));
  return rows.map((row) => row.id).filter((id) => { const seat = seats.get(id); return seat !== undefined && seat.taken < seat.capacity; }).slice(0, 3);
}

/** Seats booked in single sessions of a group from a day on, each for its one day: seats of the group go around them (W9). */
export async function listBookedDays(tx: Tx, orgId: string, seriesId: string, from: string): Promise<{ participantId: string; seatNo: number; startsOn: CivilDate; endedOn: CivilDate }[]> {
  const { rows } = await sql<{ participantId: string; seatNo: number; startsOn: CivilDate; endedOn: CivilDate }>`
    select b.participant_id as "participantId", b.seat_no as "seatNo", s.first_planned_on as "startsOn", s.first_planned_on as "endedOn"
      from session_bookings b join sessions s on s.org_id = b.org_id and s.id = b.session_id
     where b.org_id = ${orgId} and s.series_id = ${seriesId} and s.first_planned_on >= ${from} and b.withdrawn_at is null and s.withdrawn_at is null and s.canceled_at is null
  `.execute(tx);
  return rows;
}
