/** The sessions of a person as entries of the timeline: what was attended, missed or canceled, with the sentence of the signed note; one statement. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { decideLine, minutesLate } from '../../modules/attendance/index.ts';
import type { SessionTimes, Stay } from '../../modules/attendance/index.ts';
import type { AbsenceReason, MinutesOfSession } from '../../modules/attendance/words.ts';
import type { NoteId } from '../../modules/notes/words.ts';
import { breaksFrom } from '../../modules/sessions/index.ts';
import type { SessionId, SessionType } from '../../modules/sessions/words.ts';
import { wholeMinutes } from '../../values/minutes.ts';
import type { TimelineEntry } from './timeline.contract.ts';
import { RANK, boundOf } from './timeline-merge.ts';
import type { Place } from './timeline-merge.ts';

type Row = {
  sessionId: SessionId; name: string; type: SessionType; timeZone: string; start: Date; end: Date; heldEnd: Date; breaks: { startMinute: number; minutes: number; taken?: boolean }[];
  outcome: 'present' | 'absent' | null; absenceReason: AbsenceReason | null; excused: boolean | null; absenceDetail: string | null; overCapReason: string | null; isMakeUp: boolean; cancelReason: string | null; isCanceled: boolean;
  stays: { arrivedAt: string; leftAt: string | null }[]; noteId: NoteId | null; ownSentence: string | null; by: string | null; minutes: MinutesOfSession | null;
};
export type AskedPage = { orgId: string; participantId: string; siteIds: readonly string[]; place: Place; now: Date; most: number };

/** Who belongs to a session is asked for the page first, so that stays, notes and corrections are looked up for its rows only. */
async function listRows(tx: Tx, { orgId, participantId, siteIds, place, most }: AskedPage): Promise<Row[]> {
  const bound = boundOf(place, RANK.session);
  const { rows } = await sql<Row>`
    with page as materialized (
      select p.* from session_people p
       where p.org_id = ${orgId} and p.participant_id = ${participantId} and p.site_id = any(${siteIds}::uuid[])
         and p.planned_start_at <= ${bound.at}::timestamptz and (p.planned_start_at, p.session_id) < (${bound.at}::timestamptz, ${bound.id}::uuid)
       order by p.planned_start_at desc, p.session_id desc limit ${most})
    select p.session_id as "sessionId", p.name, p.session_type as type, t.time_zone as "timeZone", p.planned_start_at as start, p.planned_end_at as "end", coalesce(h.ends_at, p.planned_end_at) as "heldEnd",
           coalesce(h.breaks, p.breaks) as breaks, p.outcome, p.absence_reason as "absenceReason", p.excused, p.absence_detail as "absenceDetail", p.over_cap_reason as "overCapReason",
           coalesce(p.is_make_up, p.enrollment_id is null and p.outcome is not distinct from 'present' and p.over_cap_reason is null) as "isMakeUp",
           s.cancel_reason as "cancelReason", p.canceled_at is not null as "isCanceled",
           coalesce((select json_agg(json_build_object('arrivedAt', y.arrived_at, 'leftAt', y.ended_at) order by y.arrived_at)
                       from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null), '[]') as stays,
           n.id as "noteId", n.own_sentence as "ownSentence", concat_ws(', ', n.author_name, nullif(n.author_credential, '')) as by,
           case when n.id is not null then json_build_object('scheduled', coalesce(c.scheduled_minutes, n.scheduled_minutes), 'attended', coalesce(c.attended_minutes, n.attended_minutes), 'clinical', coalesce(c.clinical_minutes, n.clinical_minutes)) end as minutes
      from page p
      join sessions s on s.org_id = p.org_id and s.id = p.session_id
      join sites t on t.org_id = p.org_id and t.id = p.site_id
      left join notes n on n.org_id = p.org_id and n.session_id = p.session_id and n.participant_id = p.participant_id
      left join lateral (select ends_at, breaks from held_times h where h.org_id = p.org_id and h.session_id = p.session_id order by recorded_at desc, id desc limit 1) h on true
      left join lateral (
        select scheduled_minutes, attended_minutes, clinical_minutes from note_addenda d where d.org_id = n.org_id and d.note_id = n.id and d.kind = 'correction' order by d.signed_at desc, d.id desc limit 1
      ) c on true
     order by p.planned_start_at desc, p.session_id desc
  `.execute(tx);
  return rows;
}

/** How long before the end as held the last stay was over. */
function leftEarly(times: SessionTimes, stays: readonly Stay[]): number {
  const last = Math.max(...stays.map((stay) => stay.leftAt?.getTime() ?? 0));
  return wholeMinutes(Math.max(0, times.heldEnd.getTime() - last));
}

function toEntry(row: Row, now: Date): TimelineEntry {
  const times = { plannedStart: row.start, plannedEnd: row.end, heldEnd: row.heldEnd, breaks: breaksFrom(row.breaks) };
  const stays = row.stays.map((stay) => ({ arrivedAt: new Date(stay.arrivedAt), leftAt: stay.leftAt === null ? null : new Date(stay.leftAt) }));
  const line = decideLine({ times, stays, outcome: row.outcome, isCanceled: row.isCanceled, isCounted: true, note: row.minutes }, now);
  return {
    is: 'session', id: row.sessionId, at: row.start.toISOString(), timeZone: row.timeZone, isDay: false, voice: row.ownSentence ?? (row.absenceDetail === '' ? null : row.absenceDetail), by: row.noteId === null ? null : row.by,
    sessionId: row.sessionId, name: row.name, type: row.type, startsAt: row.start.toISOString(), endsAt: row.heldEnd.toISOString(),
    standing: line.standing, scheduledMinutes: line.minutes.scheduled, attendedMinutes: line.minutes.attended,
    lateMinutes: line.differences.includes('came-late') ? minutesLate(times, stays) : 0, leftEarlyMinutes: line.differences.includes('left-early') ? leftEarly(times, stays) : 0,
    isMakeUp: row.isMakeUp, isOverCap: row.overCapReason !== null, noteId: row.noteId,
    absence: row.outcome === 'absent' ? { reason: row.absenceReason, isExcused: row.excused === true } : null,
    cancelReason: row.isCanceled ? row.cancelReason ?? '' : null,
  };
}

export async function listSessionEntries(tx: Tx, asked: AskedPage): Promise<TimelineEntry[]> {
  return (await listRows(tx, asked)).map((row) => toEntry(row, asked.now));
}
