/** The seats of one session as they stand, and where else there is room: reads that several acts share. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Exchange } from '../../platform/http.ts';
import type { Seated } from '../../modules/attendance/index.ts';
import type { SessionFacts } from '../../modules/sessions/index.ts';
import { addMinutes } from '../../values/minutes.ts';

/** How far ahead another session is still a way on for somebody who stands in the door. */
const OFFERS_HOURS_AHEAD = 2;

/** Everybody of a session with the seat held. Ask with the session locked. */
export async function listSeated(tx: Tx, orgId: string, sessionId: string): Promise<Seated[]> {
  const { rows } = await sql<Seated>`
    select participant_id as "participantId", seat_no as "seatNo", case coalesce(outcome, '') when 'present' then 'present' when 'absent' then 'absent' else 'awaited' end as state
      from session_people where org_id = ${orgId} and session_id = ${sessionId}
  `.execute(tx);
  return rows;
}

/** Whether the person must be given a seat: the own one is taken by somebody else, or there is none. A guess to choose the lock by. */
export async function needsSeat(tx: Tx, orgId: string, sessionId: string, participantId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from session_people p
     where p.org_id = ${orgId} and p.session_id = ${sessionId} and p.participant_id = ${participantId} and p.outcome is distinct from 'present'
       and (p.seat_no is null or exists (
         select 1 from attendances a
          where a.org_id = p.org_id and a.session_id = p.session_id and a.seat_no = p.seat_no and a.outcome = 'present' and a.superseded_at is null and a.participant_id <> p.participant_id))
  `.execute(tx);
  return rows.length > 0;
}

export type Offer = { sessionId: string; name: string; roomName: string | null; startsAt: string; endsAt: string; free: number };

/** Other sessions of the same program at the site that run, or start within two hours, and have free seats. Nobody is named. */
export async function listOffers({ tx, actor, now }: Exchange, session: SessionFacts): Promise<Offer[]> {
  const { rows } = await sql<Omit<Offer, 'startsAt' | 'endsAt'> & { start: Date; end: Date }>`
    select s.id as "sessionId", s.name, r.name as "roomName", s.planned_start_at as start, coalesce(h.ends_at, s.planned_end_at) as "end",
           s.capacity - (select count(*)::integer from session_people p where p.org_id = s.org_id and p.session_id = s.id and p.outcome is distinct from 'absent') as free
      from sessions s
      left join rooms r on r.org_id = s.org_id and r.id = s.room_id
      left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
     where s.org_id = ${actor.orgId} and s.site_id = ${session.siteId} and s.program_id = ${session.programId} and s.id <> ${session.id}
       and s.canceled_at is null and s.withdrawn_at is null and s.planned_start_at <= ${addMinutes(now, OFFERS_HOURS_AHEAD * 60)} and coalesce(h.ends_at, s.planned_end_at) > ${now}
     order by s.planned_start_at, s.name, s.id
  `.execute(tx);
  return rows.filter((row) => row.free > 0).map(({ start, end, ...row }) => ({ ...row, startsAt: start.toISOString(), endsAt: end.toISOString() }));
}

/** The running session in which a person is present, other than this one; null when nowhere. */
export async function findElsewhere({ tx, actor, now }: Exchange, sessionId: string, participantId: string): Promise<{ sessionId: string; name: string; endsAt: Date } | null> {
  const { rows } = await sql<{ sessionId: string; name: string; endsAt: Date }>`
    select s.id as "sessionId", s.name, coalesce(h.ends_at, s.planned_end_at) as "endsAt"
      from attendances a
      join stays y on y.org_id = a.org_id and y.attendance_id = a.id and y.ended_at is null and y.withdrawn_at is null
      join sessions s on s.org_id = a.org_id and s.id = a.session_id
      left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
     where a.org_id = ${actor.orgId} and a.participant_id = ${participantId} and a.session_id <> ${sessionId} and a.outcome = 'present' and a.superseded_at is null
       and s.canceled_at is null and s.withdrawn_at is null and s.site_id = any(${actor.placeIds}::uuid[]) and coalesce(h.ends_at, s.planned_end_at) > ${now}
     order by "endsAt" desc, s.id
     limit 1
  `.execute(tx);
  return rows[0] ?? null;
}
