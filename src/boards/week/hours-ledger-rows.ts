/** The rows from which the weeks of people are read: sessions, presence, notes with their corrections; three statements, whatever the number of people. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import { decideLine, forecastOf, reachable } from '../../modules/attendance/index.ts';
import type { AbsenceReason, MinutesOfSession } from '../../modules/attendance/words.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { COUNTED_TYPES } from '../../modules/program/index.ts';
import type { SessionId } from '../../modules/sessions/words.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { readHoursLedger as contract } from './hours-ledger.contract.ts';
import type { Ground, ServiceRow } from './hours-of-week.ts';
import { listPeople, listSessions } from '../day/session-rows.ts';
import type { PersonRow, SessionRow } from '../day/session-rows.ts';

type Row = OutputOf<typeof contract>['rows'][number];
type Signed = { authorName: string; signedAt: string; minutesRule: string; minutes: MinutesOfSession };
/** A correction with its minutes belongs to a signed note; without them to times that no note had frozen yet. */
type Corrected = { authorName: string; recordedAt: string; reason: string; minutes: MinutesOfSession | null; minutesRule: string | null };
type Detail = {
  sessionId: SessionId; participantId: ParticipantId; note: Signed | null; corrected: Corrected | null; isMakeUp: boolean;
  absenceReason: AbsenceReason | null; isExcused: boolean | null; absenceDetail: string; overCapReason: string | null;
};
export type WeekRow = { session: SessionRow; person: PersonRow; detail: Detail };

/** What stands beside the presence: the signed note, the newest correction of its times (W14), why somebody did not come, and whether the visit makes up for another. */
async function listDetails(tx: Tx, orgId: string, participantIds: readonly string[], sessionIds: readonly string[]): Promise<Detail[]> {
  const { rows } = await sql<Detail>`
    select p.session_id as "sessionId", p.participant_id as "participantId", p.absence_reason as "absenceReason", p.excused as "isExcused", coalesce(p.absence_detail, '') as "absenceDetail",
           p.over_cap_reason as "overCapReason", coalesce(p.is_make_up, p.enrollment_id is null and p.outcome is not distinct from 'present' and p.over_cap_reason is null) as "isMakeUp",
           case when n.id is not null then json_build_object('authorName', n.author_name, 'signedAt', n.signed_at, 'minutesRule', n.minutes_rule,
             'minutes', json_build_object('scheduled', n.scheduled_minutes, 'attended', n.attended_minutes, 'clinical', n.clinical_minutes)) end as note,
           case when c.id is not null then json_build_object('authorName', c.author_name, 'recordedAt', c.signed_at, 'reason', c.text, 'minutesRule', c.minutes_rule,
                  'minutes', json_build_object('scheduled', coalesce(c.scheduled_minutes, n.scheduled_minutes), 'attended', c.attended_minutes, 'clinical', c.clinical_minutes))
                when n.id is null and a.supersedes_id is not null then json_build_object('authorName', f.given_name || ' ' || f.family_name, 'recordedAt', a.recorded_at, 'reason', a.correction_reason,
                  'minutesRule', null, 'minutes', null) end as corrected
      from session_people p
      left join notes n on n.org_id = p.org_id and n.session_id = p.session_id and n.participant_id = p.participant_id
      left join attendances a on a.org_id = p.org_id and a.id = p.attendance_id
      left join staff f on f.org_id = a.org_id and f.id = a.recorded_by
      left join lateral (
        select id, author_name, signed_at, text, minutes_rule, scheduled_minutes, attended_minutes, clinical_minutes
          from note_addenda d where d.org_id = n.org_id and d.note_id = n.id and d.kind = 'correction' order by d.signed_at desc, d.id desc limit 1
      ) c on true
     where p.org_id = ${orgId} and p.participant_id = any(${participantIds}::uuid[]) and p.session_id = any(${sessionIds}::uuid[])
  `.execute(tx);
  return rows;
}

/** The sessions of each person between two instants, in order of their start. */
export async function listWeeks(tx: Tx, orgId: string, participantIds: readonly string[], { start, end }: { start: Date; end: Date }): Promise<Map<string, WeekRow[]>> {
  const people = await listPeople(tx, sql`p.org_id = ${orgId} and p.participant_id = any(${participantIds}::uuid[]) and p.planned_start_at >= ${start} and p.planned_start_at < ${end}`);
  const ids = [...new Set(people.map((person) => person.sessionId))];
  const sessions = await listSessions(tx, sql`s.org_id = ${orgId} and s.id = any(${ids}::uuid[])`);
  const details = await listDetails(tx, orgId, participantIds, ids);
  const key = (one: { sessionId: string; participantId: string }): string => `${one.sessionId} ${one.participantId}`;
  const detailOf = new Map(details.map((detail) => [key(detail), detail]));
  const inSession = Map.groupBy(people, (person) => person.sessionId);
  const weeks = new Map<string, WeekRow[]>(participantIds.map((id) => [id, []]));
  for (const session of sessions) {
    for (const person of inSession.get(session.id) ?? []) {
      const detail = detailOf.get(key(person));
      if (detail !== undefined) weeks.get(person.participantId)?.push({ session, person, detail });
    }
  }
  return weeks;
}

type Reading = { ground: Ground; zone: string; now: Date; /** Reasons in somebody's own words are for whoever may read notes (W20). */ readsText: boolean };

function correctionOf({ note, corrected }: Detail, readsText: boolean): Row['correction'] {
  if (corrected === null) return null;
  return {
    was: note?.minutes ?? null, minutesRule: corrected.minutesRule, reason: readsText ? corrected.reason : null,
    authorName: corrected.authorName, recordedAt: new Date(corrected.recordedAt).toISOString(),
  };
}

function besideOf(detail: Detail, person: PersonRow, readsText: boolean): Pick<Row, 'note' | 'correction' | 'absence' | 'isMakeUp' | 'overCap'> {
  const { note } = detail;
  return {
    note: note === null ? null : { authorName: note.authorName, signedAt: new Date(note.signedAt).toISOString(), minutesRule: note.minutesRule },
    correction: correctionOf(detail, readsText),
    absence: person.outcome !== 'absent' ? null : { reason: detail.absenceReason, isExcused: detail.isExcused === true, detail: readsText && detail.absenceDetail !== '' ? detail.absenceDetail : null },
    isMakeUp: detail.isMakeUp,
    overCap: detail.overCapReason === null ? null : { reason: readsText ? detail.overCapReason : null },
  };
}

export type Line = ReturnType<typeof toLine>;

/** One row of an account. Where times were corrected after signing, the corrected minutes count and the row keeps both (W14). */
export function toLine({ session, person, detail }: WeekRow, { ground, zone, now, readsText }: Reading) {
  const date = dateIn(zone, session.times.plannedStart);
  const isCounted = (ground.floorOn(date)?.sessionTypes ?? COUNTED_TYPES).includes(session.type);
  const signed = detail.note === null ? null : detail.corrected?.minutes ?? detail.note.minutes;
  const line = decideLine({ times: session.times, stays: person.stays, outcome: person.outcome, isCanceled: session.isCanceled, isCounted, note: signed }, now);
  const toCome = reachable(session.times, person.stays, now);
  const expected = toCome.clinical;
  const shown: Row = {
    sessionId: session.id, name: session.name, type: session.type, date,
    startsAt: session.times.plannedStart.toISOString(), endsAt: session.times.heldEnd.toISOString(),
    stays: person.stays.map((stay) => ({ arrivedAt: stay.arrivedAt.toISOString(), leftAt: stay.leftAt?.toISOString() ?? null })),
    ...line, minutes: line.standing === 'booked' ? { ...line.minutes, clinical: 0 } : line.minutes, countsForFloor: isCounted, expectedMinutes: forecastOf(line, expected),
    ...besideOf(detail, person, readsText),
  };
  /* A session is in somebody's week by an own seat or by having come: it is never one without the participant. */
  const service: ServiceRow = { sessionId: session.id, date, type: session.type, standing: line.standing, participantPresent: true, minutes: line.minutes, reachable: toCome };
  return { line, isCounted, expected, shown, service };
}
