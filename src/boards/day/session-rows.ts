/** The facts that all boards of sessions share: one row for each person of a session, with stays and note. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Seated, SessionTimes, Stay } from '../../modules/attendance/index.ts';
import type { AbsenceReason } from '../../modules/attendance/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { breaksFrom } from '../../modules/sessions/index.ts';
import type { SessionId, SessionType } from '../../modules/sessions/words.ts';

export type SessionRow = {
  id: SessionId; name: string; type: SessionType; siteId: string; programId: string; roomName: string | null; telehealthLink: string; facilitatorName: string | null; facilitatorCredential: string;
  firstPlannedOn: string; capacity: number; times: SessionTimes; isCanceled: boolean; /** Written down once it had begun. */ isEnteredAfterwards: boolean;
};
export type PersonRow = {
  sessionId: SessionId; participantId: ParticipantId; seatNo: number | null; attendanceId: string | null; outcome: 'present' | 'absent' | null; stays: Stay[];
  /** By a seat of the group, or one booked in this session only. */
  hasSeat: boolean; isMakeUp: boolean; absenceReason: AbsenceReason | null; excused: boolean | null; absenceDetail: string | null; overCapReason: string | null;
  legalGivenName: string; legalFamilyName: string; chosenName: string | null; noteSigned: boolean; lacksTelephone: boolean;
  /** Who sits in with the person, by permission; in no seat (W9). */ visitors: { name: string; relation: string }[];
};

type RawSession = Omit<SessionRow, 'times'> & { plannedStart: Date; plannedEnd: Date; heldEnd: Date; breaks: { startMinute: number; minutes: number; taken?: boolean }[] };

/** Sessions that fit a condition on `s`, in order of their start, with room, facilitator of the day and the times as held. */
export async function listSessions(tx: Tx, where: RawBuilder<unknown>): Promise<SessionRow[]> {
  const { rows } = await sql<RawSession>`
    select s.id, s.name, s.session_type as type, s.site_id as "siteId", s.program_id as "programId", r.name as "roomName", s.telehealth_link as "telehealthLink", f.given_name || ' ' || f.family_name as "facilitatorName",
           coalesce(f.credential, '') as "facilitatorCredential", s.first_planned_on as "firstPlannedOn", s.capacity,
           s.planned_start_at as "plannedStart", s.planned_end_at as "plannedEnd", coalesce(h.ends_at, s.planned_end_at) as "heldEnd",
           coalesce(h.breaks, s.breaks) as breaks, s.canceled_at is not null as "isCanceled", s.recorded_at > s.planned_start_at as "isEnteredAfterwards"
      from sessions s
      left join rooms r on r.org_id = s.org_id and r.id = s.room_id
      left join staff f on f.org_id = s.org_id and f.id = s.facilitator_id
      left join lateral (
        select ends_at, breaks from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1
      ) h on true
     where ${where} and s.withdrawn_at is null
     order by s.planned_start_at, s.name
  `.execute(tx);
  return rows.map(({ plannedStart, plannedEnd, heldEnd, breaks, ...row }) => ({ ...row, times: { plannedStart, plannedEnd, heldEnd, breaks: breaksFrom(breaks) } }));
}

type RawPerson = Omit<PersonRow, 'stays'> & { stays: { arrivedAt: string; leftAt: string | null }[] };

/** Everybody who belongs to the sessions that fit a condition on `p` (the view session_people). */
export async function listPeople(tx: Tx, where: RawBuilder<unknown>): Promise<PersonRow[]> {
  const { rows } = await sql<RawPerson>`
    select p.session_id as "sessionId", p.participant_id as "participantId", p.seat_no as "seatNo", p.attendance_id as "attendanceId", p.outcome,
           (p.enrollment_id is not null or p.booking_id is not null) as "hasSeat", coalesce(p.is_make_up, p.enrollment_id is null and p.booking_id is null) as "isMakeUp",
           p.absence_reason as "absenceReason", p.excused, p.absence_detail as "absenceDetail", p.over_cap_reason as "overCapReason",
           n.legal_given_name as "legalGivenName", n.legal_family_name as "legalFamilyName", n.chosen_name as "chosenName",
           (n.telephone = '' and n.contact_by in ('phone', 'text')) as "lacksTelephone",
           exists (select 1 from notes w where w.org_id = p.org_id and w.session_id = p.session_id and w.participant_id = p.participant_id) as "noteSigned",
           coalesce((select json_agg(json_build_object('name', v.name, 'relation', v.relation) order by v.recorded_at, v.id)
                       from supporter_visits v where v.org_id = p.org_id and v.session_id = p.session_id and v.participant_id = p.participant_id and v.withdrawn_at is null), '[]') as visitors,
           coalesce((
             select json_agg(json_build_object('arrivedAt', y.arrived_at, 'leftAt', y.ended_at) order by y.arrived_at)
               from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null), '[]') as stays
      from session_people p
      join participants n on n.org_id = p.org_id and n.id = p.participant_id
     where ${where}
     order by p.seat_no nulls last, n.legal_family_name, n.id
  `.execute(tx);
  return rows.map((row) => ({
    ...row, stays: row.stays.map((stay) => ({ arrivedAt: new Date(stay.arrivedAt), leftAt: stay.leftAt === null ? null : new Date(stay.leftAt) })),
  }));
}

/** Why somebody did not come; null for everybody else, and the words beside it only for those who read notes. */
export function absenceOf(person: PersonRow, readsNotes: boolean): { reason: AbsenceReason; excused: boolean; detail: string | null } | null {
  if (person.outcome !== 'absent') return null;
  return { reason: person.absenceReason ?? 'unknown', excused: person.excused ?? false, detail: readsNotes ? person.absenceDetail : null };
}

/** The person as the rule of seats sees one. */
export function seatedOf(person: PersonRow): Seated {
  return { participantId: person.participantId, seatNo: person.seatNo, state: person.outcome ?? 'awaited' };
}
