/** All SQL of sessions. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { addMinutes } from '../../values/minutes.ts';
import type { PlannedGroup } from '../schedules/index.ts';
import type { Existing, Wanted } from './rules/plan.ts';
import { LONGEST_MINUTES } from './words.ts';
import type { CHANGE_KINDS, SessionBreak } from './words.ts';

export type NewSession = {
  id: string; seriesId: string | null; sessionType: string; name: string; firstPlannedOn: string; firstPlannedAtLocal: string; siteId: string; programId: string;
  roomId: string | null; facilitatorId: string | null; plannedStartAt: Date; plannedEndAt: Date; breaks: readonly { startMinute: number; minutes: number }[]; capacity: number;
  telehealthLink?: string; moduleId?: string | null; /** The session of the same hour that it was split from. */ splitFromId?: string | null;
};

/** Writes sessions whose series and first planned time are new; running it twice changes nothing (W11). Returns how many were written. */
export async function insertSessions(tx: Tx, orgId: string, sessions: readonly NewSession[], at: Date, by: string | null): Promise<number> {
  let written = 0n;
  for (const one of sessions) {
    const result = await sql`
      insert into sessions (org_id, id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, room_id, facilitator_id,
                            planned_start_at, planned_end_at, breaks, capacity, telehealth_link, curriculum_module_id, split_from_id, recorded_at, recorded_by)
      values (${orgId}, ${one.id}, ${one.seriesId}, ${one.sessionType}, ${one.name}, ${one.firstPlannedOn}, ${one.firstPlannedAtLocal}, ${one.siteId}, ${one.programId},
              ${one.roomId}, ${one.facilitatorId}, ${one.plannedStartAt}, ${one.plannedEndAt}, ${JSON.stringify(one.breaks)}::jsonb, ${one.capacity}, ${one.telehealthLink ?? ''},
              ${one.moduleId ?? null}, ${one.splitFromId ?? null}, ${at}, ${by})
      on conflict on constraint sessions_first_planned_key do nothing
    `.execute(tx);
    written += result.numAffectedRows ?? 0n;
  }
  return Number(written);
}

export type SessionFacts = {
  id: string; seriesId: string | null; siteId: string; programId: string; firstPlannedOn: string; sessionType: string; capacity: number;
  plannedStart: Date; plannedEnd: Date; heldEnd: Date; breaks: SessionBreak[]; isCanceled: boolean;
};

type SessionRow = Omit<SessionFacts, 'breaks'> & { breaks: { startMinute: number; minutes: number; taken?: boolean }[] };

/** A break as planned counts as taken unless the session as held says otherwise (W2). */
export function breaksFrom(rows: readonly { startMinute: number; minutes: number; taken?: boolean }[]): SessionBreak[] {
  return rows.map((row) => ({ startMinute: row.startMinute, minutes: row.minutes, taken: row.taken ?? true }));
}

const locks = { share: sql`for share of s`, update: sql`for no key update of s` };

/**
 * One session at the asker's sites, locked: 'share' lets stamps of several people go side by side, 'update' is for signing,
 * which must see every stamp or none. Null when it is not there or not theirs to see.
 */
export async function lockSession(tx: Tx, orgId: string, sessionId: string, siteIds: readonly string[], lock: keyof typeof locks): Promise<SessionFacts | null> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.series_id as "seriesId", s.site_id as "siteId", s.program_id as "programId", s.first_planned_on as "firstPlannedOn", s.session_type as "sessionType",
           s.capacity, s.planned_start_at as "plannedStart", s.planned_end_at as "plannedEnd", coalesce(h.ends_at, s.planned_end_at) as "heldEnd",
           coalesce(h.breaks, s.breaks) as breaks, s.canceled_at is not null as "isCanceled"
      from sessions s
      left join lateral (
        select ends_at, breaks from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1
      ) h on true
     where s.org_id = ${orgId} and s.id = ${sessionId} and s.site_id = any(${siteIds}::uuid[]) and s.withdrawn_at is null
     ${locks[lock]}
  `.execute(tx);
  const row = rows[0];
  return row === undefined ? null : { ...row, breaks: breaksFrom(row.breaks) };
}

export type SiteSession = { id: string; seriesId: string | null; seriesEndsOn: string | null; firstPlannedOn: string; start: Date; end: Date; isCanceled: boolean };

/** Sessions that start at a site between two instants, the first included, in order; with the last day of their group. */
export async function listSessions(tx: Tx, orgId: string, siteId: string, from: Date, to: Date): Promise<SiteSession[]> {
  const { rows } = await sql<SiteSession>`
    select s.id, s.series_id as "seriesId", g.ended_on as "seriesEndsOn", s.first_planned_on as "firstPlannedOn", s.planned_start_at as start, s.planned_end_at as "end", s.canceled_at is not null as "isCanceled"
      from sessions s left join series g on g.org_id = s.org_id and g.id = s.series_id
     where s.org_id = ${orgId} and s.site_id = ${siteId} and s.planned_start_at >= ${from} and s.planned_start_at < ${to} and s.withdrawn_at is null
     order by s.planned_start_at, s.id
  `.execute(tx);
  return rows;
}

/** Arrivals open an hour before the start: from then on somebody may have been stamped, and the plan leaves the session alone. */
const ARRIVALS_OPEN_MINUTES = 60;

/** The sessions of groups that are still to begin, withdrawn and canceled ones too, with whether anybody may have touched them. */
export async function listPlanned(tx: Tx, orgId: string, seriesIds: readonly string[], now: Date): Promise<(Existing & { seriesId: string })[]> {
  const arrivalsOpenUntil = addMinutes(now, ARRIVALS_OPEN_MINUTES);
  const { rows } = await sql<Existing & { seriesId: string }>`
    select s.id, s.series_id as "seriesId", s.first_planned_on as "firstPlannedOn", to_char(s.first_planned_at_local, 'HH24:MI') as "firstPlannedAtLocal", s.name,
           s.planned_start_at as "plannedStart", s.planned_end_at as "plannedEnd", s.breaks, s.capacity, s.room_id as "roomId", s.telehealth_link as "telehealthLink",
           s.facilitator_id as "facilitatorId", s.curriculum_module_id as "moduleId", s.withdrawn_at is not null as "isWithdrawn", s.canceled_at is not null as "isCanceled",
           (s.canceled_at is not null or s.planned_start_at <= ${arrivalsOpenUntil}
            or exists (select 1 from session_changes c where c.org_id = s.org_id and c.session_id = s.id)
            or exists (select 1 from session_bookings b where b.org_id = s.org_id and (b.session_id = s.id or b.moved_from_id = s.id) and b.withdrawn_at is null)) as "isTouched"
      from sessions s where s.org_id = ${orgId} and s.series_id = any(${seriesIds}::uuid[]) and s.planned_start_at > ${now}
     order by s.planned_start_at
  `.execute(tx);
  return rows;
}

/** The module of each group's last session that has begun and was held. */
export async function listLastModules(tx: Tx, orgId: string, seriesIds: readonly string[], now: Date): Promise<Map<string, string>> {
  const { rows } = await sql<{ seriesId: string; moduleId: string }>`
    select distinct on (series_id) series_id as "seriesId", curriculum_module_id as "moduleId"
      from sessions where org_id = ${orgId} and series_id = any(${seriesIds}::uuid[]) and planned_start_at <= ${now} and canceled_at is null and withdrawn_at is null
       and curriculum_module_id is not null
     order by series_id, planned_start_at desc
  `.execute(tx);
  return new Map(rows.map((row) => [row.seriesId, row.moduleId]));
}

const planColumns = (rows: readonly (Wanted & { id: string })[]): string => JSON.stringify(rows.map((one) => ({
  id: one.id, first_planned_on: one.firstPlannedOn, first_planned_at_local: one.firstPlannedAtLocal, name: one.name, planned_start_at: one.plannedStart, planned_end_at: one.plannedEnd,
  breaks: one.breaks, capacity: one.capacity, room_id: one.roomId, telehealth_link: one.telehealthLink, facilitator_id: one.facilitatorId, curriculum_module_id: one.moduleId,
})));
const PLAN_ROW = sql`(id uuid, first_planned_on date, first_planned_at_local time, name text, planned_start_at timestamptz, planned_end_at timestamptz, breaks jsonb, capacity smallint,
  room_id uuid, telehealth_link text, facilitator_id uuid, curriculum_module_id uuid)`;

/** Writes the sessions of a group whose first planned time is new, in one statement; what another planner wrote meanwhile stays (W11). */
export async function insertPlanned(tx: Tx, orgId: string, group: PlannedGroup, rows: readonly (Wanted & { id: string })[], at: Date, by: string | null): Promise<number> {
  const result = await sql`
    insert into sessions (org_id, id, series_id, session_type, name, first_planned_on, first_planned_at_local, site_id, program_id, room_id, telehealth_link, facilitator_id,
                          planned_start_at, planned_end_at, breaks, capacity, curriculum_module_id, recorded_at, recorded_by)
    select ${orgId}, t.id, ${group.seriesId}, ${group.sessionType}, t.name, t.first_planned_on, t.first_planned_at_local, ${group.siteId}, ${group.programId}, t.room_id, t.telehealth_link,
           t.facilitator_id, t.planned_start_at, t.planned_end_at, t.breaks, t.capacity, t.curriculum_module_id, ${at}, ${by}
      from jsonb_to_recordset(${planColumns(rows)}::jsonb) as t ${PLAN_ROW}
    on conflict on constraint sessions_first_planned_key do nothing
  `.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Brings sessions that nobody touched up to their plan; a withdrawn one stands again. */
export async function changePlanned(tx: Tx, orgId: string, rows: readonly (Wanted & { id: string })[]): Promise<void> {
  await sql`
    update sessions s set name = t.name, planned_start_at = t.planned_start_at, planned_end_at = t.planned_end_at, breaks = t.breaks, capacity = t.capacity, room_id = t.room_id,
           telehealth_link = t.telehealth_link, facilitator_id = t.facilitator_id, curriculum_module_id = t.curriculum_module_id, withdrawn_at = null
      from jsonb_to_recordset(${planColumns(rows)}::jsonb) as t ${PLAN_ROW}
     where s.org_id = ${orgId} and s.id = t.id
  `.execute(tx);
}

export async function withdrawPlanned(tx: Tx, orgId: string, ids: readonly string[], at: Date): Promise<void> {
  await sql`update sessions set withdrawn_at = ${at} where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(tx);
}

export type SessionPlace = { startsAt: string; endsAt: string; roomId: string | null; telehealthLink: string; facilitatorId: string | null };
/** `was` is empty for a session that was added: it stood nowhere before. */
export type SessionChange = { id: string; sessionId: string; kind: (typeof CHANGE_KINDS)[number]; reason: string; was: SessionPlace | Record<string, never>; became: SessionPlace; participantIds: readonly string[] };

/** What was done to a session, why, and everybody it concerned then (W11). */
export async function insertSessionChange(tx: Tx, orgId: string, change: SessionChange, at: Date, by: string): Promise<void> {
  await sql`
    insert into session_changes (org_id, id, session_id, kind, reason, was, became, participant_ids, recorded_at, recorded_by)
    values (${orgId}, ${change.id}, ${change.sessionId}, ${change.kind}, ${change.reason}, ${JSON.stringify(change.was)}::jsonb, ${JSON.stringify(change.became)}::jsonb,
            ${change.participantIds}::uuid[], ${at}, ${by})
  `.execute(tx);
}

export async function cancelSession(tx: Tx, orgId: string, id: string, { reason, at, by }: { reason: string; at: Date; by: string }): Promise<void> {
  await sql`update sessions set canceled_at = ${at}, canceled_by = ${by}, cancel_reason = ${reason} where org_id = ${orgId} and id = ${id}`.execute(tx);
}

/** Where and when a session takes place now; a canceled one stands again. */
export async function placeSession(tx: Tx, orgId: string, id: string, place: SessionPlace): Promise<void> {
  await sql`
    update sessions set planned_start_at = ${place.startsAt}, planned_end_at = ${place.endsAt}, room_id = ${place.roomId}, telehealth_link = ${place.telehealthLink},
           facilitator_id = ${place.facilitatorId}, canceled_at = null, canceled_by = null, cancel_reason = null
     where org_id = ${orgId} and id = ${id}
  `.execute(tx);
}

/** The last change of a session; null when nobody changed it. */
export async function findLastChange(tx: Tx, orgId: string, sessionId: string): Promise<{ kind: (typeof CHANGE_KINDS)[number]; was: SessionPlace } | null> {
  const { rows } = await sql<{ kind: (typeof CHANGE_KINDS)[number]; was: SessionPlace }>`
    select kind, was from session_changes where org_id = ${orgId} and session_id = ${sessionId} order by recorded_at desc, id desc limit 1
  `.execute(tx);
  return rows[0] ?? null;
}

/** What else takes place at a site between two instants: for a room or a leader that cannot be at two things. */
export async function listOthers(tx: Tx, orgId: string, sessionId: string, from: string, to: string): Promise<{ id: string; name: string; siteId: string; roomId: string | null; facilitatorId: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; siteId: string; roomId: string | null; facilitatorId: string | null }>`
    select id, name, site_id as "siteId", room_id as "roomId", facilitator_id as "facilitatorId"
      from sessions s where org_id = ${orgId} and id <> ${sessionId} and canceled_at is null and withdrawn_at is null and planned_start_at < ${to}
       and planned_start_at > ${from}::timestamptz - make_interval(mins => ${LONGEST_MINUTES})
       and coalesce((select h.ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by h.recorded_at desc, h.id desc limit 1), planned_end_at) > ${from}
  `.execute(tx);
  return rows;
}

/** Where and when a session takes place now. */
export async function findPlace(tx: Tx, orgId: string, sessionId: string): Promise<SessionPlace> {
  const { rows } = await sql<Omit<SessionPlace, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }>`
    select planned_start_at as "startsAt", planned_end_at as "endsAt", room_id as "roomId", telehealth_link as "telehealthLink", facilitator_id as "facilitatorId"
      from sessions where org_id = ${orgId} and id = ${sessionId}
  `.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error('a session that was locked is gone');
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}

/** The group of a session; null for a one-off session, or none. */
export async function findSeriesOf(tx: Tx, orgId: string, sessionId: string): Promise<string | null> {
  const { rows } = await sql<{ seriesId: string | null }>`select series_id as "seriesId" from sessions where org_id = ${orgId} and id = ${sessionId}`.execute(tx);
  return rows[0]?.seriesId ?? null;
}

/** Whether any session was ever planned at a site: by its clock. */
export async function wasPlannedAt(tx: Tx, orgId: string, siteId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from sessions where org_id = ${orgId} and site_id = ${siteId} limit 1`.execute(tx);
  return rows.length > 0;
}
