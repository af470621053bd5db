/** What the list and the paper of one person's notes are read from: places in time, contact notes, sessions without a note. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { AbsenceReason } from '../../modules/attendance/words.ts';
import type { SessionId, SessionType } from '../../modules/sessions/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readContactNotes } from './contacts.contract.ts';

/** Whose notes, and how far the asker sees: sessions of these sites, contacts only with the permission for them. */
export type Scope = { orgId: string; participantId: string; siteIds: readonly string[]; sessions: boolean; contacts: boolean };
/** A place in the order of time; microseconds as text, because no instant may be rounded between two pages. */
export type Place = { id: string; kind: 'session' | 'contact'; micros: string };
export type Days = { from: CivilDate; to: CivilDate };

/** Both kinds as one list of places: nothing of a note but when it happened, so that hundreds are ordered without being read. */
function places({ orgId, participantId, siteIds, sessions, contacts }: Scope): RawBuilder<unknown> {
  return sql`
    select n.id, 'session' as kind, (extract(epoch from s.planned_start_at) * 1000000)::bigint as micros, (s.planned_start_at at time zone t.time_zone)::date as day
      from notes n
      join sessions s on s.org_id = n.org_id and s.id = n.session_id
      join sites t on t.org_id = s.org_id and t.id = s.site_id
     where n.org_id = ${orgId} and n.participant_id = ${participantId} and s.site_id = any(${siteIds}::uuid[]) and ${sessions}::boolean
    union all
    select c.id, 'contact', (extract(epoch from c.happened_at) * 1000000)::bigint, (c.happened_at at time zone t.time_zone)::date
      from contact_notes c join sites t on t.org_id = c.org_id and t.id = c.site_id
     where c.org_id = ${orgId} and c.participant_id = ${participantId} and ${contacts}::boolean`;
}

/** The newest that are older than a place, at most so many. */
export async function listPlaces(tx: Tx, scope: Scope, before: { micros: string; id: string } | null, most: number): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select id, kind, micros from (${places(scope)}) mine
     where ${before?.micros ?? null}::bigint is null or (micros, id) < (${before?.micros ?? null}::bigint, ${before?.id ?? null}::uuid)
     order by micros desc, id desc limit ${most}
  `.execute(tx);
  return rows;
}

/** All of these days in the order of time, one more than `most` at the most, and how many there are. */
export async function listPlacesBetween(tx: Tx, scope: Scope, { from, to }: Days, most: number): Promise<{ places: Place[]; all: number }> {
  const { rows } = await sql<Place & { all: number }>`
    select id, kind, micros, (count(*) over ())::integer as "all" from (${places(scope)}) mine
     where day between ${from} and ${to} order by micros, id limit ${most + 1}
  `.execute(tx);
  return { places: rows, all: rows[0]?.all ?? 0 };
}

export async function countNotes(tx: Tx, { orgId, participantId, siteIds }: Scope): Promise<{ sessions: number; contacts: number }> {
  const { rows } = await sql<{ sessions: number; contacts: number }>`
    select (select count(*)::integer from notes n join sessions s on s.org_id = n.org_id and s.id = n.session_id
             where n.org_id = ${orgId} and n.participant_id = ${participantId} and s.site_id = any(${siteIds}::uuid[])) as sessions,
           (select count(*)::integer from contact_notes c where c.org_id = ${orgId} and c.participant_id = ${participantId}) as contacts
  `.execute(tx);
  return rows[0] ?? { sessions: 0, contacts: 0 };
}

type ContactRow = Omit<OutputOf<typeof readContactNotes>['notes'][number], 'happenedAt' | 'signedAt' | 'danger'> & { happenedAt: Date; signedAt: Date; timeZone: string };

export async function listContacts(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, ContactRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ContactRow>`
    select c.id, c.kind, c.with_whom as "withWhom", c.happened_at as "happenedAt", c.minutes, c.text, c.risk, c.author_name as "authorName", c.author_credential as "authorCredential",
           c.signed_at as "signedAt", t.time_zone as "timeZone"
      from contact_notes c join sites t on t.org_id = c.org_id and t.id = c.site_id
     where c.org_id = ${orgId} and c.id = any(${ids}::uuid[])
  `.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export type Gap = {
  sessionId: SessionId; date: CivilDate; name: string; type: SessionType; startsAt: Date; endsAt: Date; timeZone: string; isCanceled: boolean; outcome: 'present' | 'absent' | null;
  wasHere: boolean; reason: AbsenceReason | null; excused: boolean | null; detail: string | null;
};

/** Sessions of these days to which the person belonged, that are over and have no note. */
export async function listGaps(tx: Tx, { orgId, participantId, siteIds }: Scope, { from, to }: Days, now: Date): Promise<Gap[]> {
  const { rows } = await sql<Gap>`
    select p.session_id as "sessionId", (p.planned_start_at at time zone t.time_zone)::date as date, p.name, p.session_type as type, p.planned_start_at as "startsAt",
           coalesce(h.ends_at, p.planned_end_at) as "endsAt", t.time_zone as "timeZone", p.canceled_at is not null as "isCanceled", p.outcome,
           exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null) as "wasHere",
           p.absence_reason as reason, p.excused, p.absence_detail as detail
      from session_people p
      join sites t on t.org_id = p.org_id and t.id = p.site_id
      left join lateral (select ends_at from held_times h where h.org_id = p.org_id and h.session_id = p.session_id order by recorded_at desc, id desc limit 1) h on true
     where p.org_id = ${orgId} and p.participant_id = ${participantId} and p.site_id = any(${siteIds}::uuid[])
       and p.planned_start_at >= ${from}::date - interval '1 day' and p.planned_start_at < ${to}::date + interval '2 days'
       and (p.planned_start_at at time zone t.time_zone)::date between ${from} and ${to} and coalesce(h.ends_at, p.planned_end_at) <= ${now}
       and not exists (select 1 from notes n where n.org_id = p.org_id and n.session_id = p.session_id and n.participant_id = p.participant_id)
     order by p.planned_start_at, p.session_id
  `.execute(tx);
  return rows;
}
