/** All SQL of groups: series, their weekly times from a day to a day, their co-facilitators. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate, LocalTime } from '../../../values/civil-date.ts';
import type { PlannedBreak, WeeklyTime } from '../words.ts';

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

export type DatedTime = {
  id: string; weekday: WeeklyTime['weekday']; startsAtLocal: LocalTime; minutes: number; breaks: PlannedBreak[]; roomId: string | null; telehealthLink: string;
  facilitatorId: string | null; startsOn: CivilDate; endedOn: CivilDate | null;
};
export type PlannedGroup = {
  seriesId: string; siteId: string; programId: string; sessionType: string; name: string; capacity: number; curriculumId: string | null;
  startsOn: CivilDate; endedOn: CivilDate | null; times: DatedTime[];
};

/** Groups with their weekly times, locked: two planners, or a planner and a change, take turns. In order of id, so that they never wait for each other in a ring. */
export async function lockGroups(tx: Tx, orgId: string, which: { siteIds?: readonly string[]; seriesIds?: readonly string[] }): Promise<PlannedGroup[]> {
  const { rows } = await sql<PlannedGroup>`
    select id as "seriesId", site_id as "siteId", program_id as "programId", session_type as "sessionType", name, capacity, curriculum_id as "curriculumId",
           starts_on as "startsOn", ended_on as "endedOn", '[]'::json as times
      from series where org_id = ${orgId} and (id = any(${which.seriesIds ?? []}::uuid[]) or site_id = any(${which.siteIds ?? []}::uuid[]))
     order by id for no key update
  `.execute(tx);
  // After the lock, so that a change that was waited for is seen.
  const times = await listTimes(tx, orgId, rows.map((row) => row.seriesId));
  return rows.map((row) => ({ ...row, times: times.filter((time) => time.seriesId === row.seriesId) }));
}

/** Weekly times of groups that hold or will hold, in order of the week. */
export async function listTimes(tx: Tx, orgId: string, seriesIds: readonly string[]): Promise<(DatedTime & { seriesId: string })[]> {
  const { rows } = await sql<DatedTime & { seriesId: string }>`
    select id, series_id as "seriesId", weekday, to_char(starts_at_local, 'HH24:MI') as "startsAtLocal", minutes, breaks, room_id as "roomId", telehealth_link as "telehealthLink",
           facilitator_id as "facilitatorId", starts_on as "startsOn", ended_on as "endedOn"
      from weekly_times where org_id = ${orgId} and series_id = any(${seriesIds}::uuid[]) and withdrawn_at is null
     order by weekday, starts_at_local, starts_on
  `.execute(tx);
  return rows;
}

export type GroupRow = {
  id: string; siteId: string; programId: string; trackId: string | null; name: string; topic: string; sessionType: string; curriculumId: string | null; credentialRequired: string;
  capacity: number; minimum: number; startsOn: CivilDate; endedOn: CivilDate | null; endedAt: Date | null; timeZone: string;
};

/** One group at the asker's sites, locked; null when it is not there or not theirs to see. */
export async function lockGroup(tx: Tx, orgId: string, seriesId: string, siteIds: readonly string[]): Promise<GroupRow | null> {
  const { rows } = await sql<GroupRow>`
    select g.id, g.site_id as "siteId", g.program_id as "programId", g.track_id as "trackId", g.name, g.topic, g.session_type as "sessionType", g.curriculum_id as "curriculumId",
           g.credential_required as "credentialRequired", g.capacity, g.minimum, g.starts_on as "startsOn", g.ended_on as "endedOn", g.ended_at as "endedAt", s.time_zone as "timeZone"
      from series g join sites s on s.org_id = g.org_id and s.id = g.site_id
     where g.org_id = ${orgId} and g.id = ${seriesId} and g.site_id = any(${siteIds}::uuid[])
       for no key update of g
  `.execute(tx);
  return rows[0] ?? null;
}

export type GroupAttributes = Pick<GroupRow, 'name' | 'topic' | 'trackId' | 'curriculumId' | 'credentialRequired' | 'capacity' | 'minimum'>;

export async function updateGroup(tx: Tx, orgId: string, seriesId: string, to: GroupAttributes): Promise<void> {
  await sql`
    update series set name = ${to.name}, topic = ${to.topic}, track_id = ${to.trackId}, curriculum_id = ${to.curriculumId}, credential_required = ${to.credentialRequired},
           capacity = ${to.capacity}, minimum = ${to.minimum}
     where org_id = ${orgId} and id = ${seriesId}
  `.execute(tx);
}

/** The end of weekly times, and the withdrawal of those that were still to begin. */
export async function endTimes(tx: Tx, orgId: string, { end, withdraw, lastDay, by, at }: { end: readonly string[]; withdraw: readonly string[]; lastDay: string; by: string; at: Date }): Promise<void> {
  await sql`update weekly_times set ended_on = ${lastDay}, ended_by = ${by}, ended_at = ${at} where org_id = ${orgId} and id = any(${end}::uuid[])`.execute(tx);
  await sql`update weekly_times set withdrawn_at = ${at}, withdrawn_by = ${by} where org_id = ${orgId} and id = any(${withdraw}::uuid[])`.execute(tx);
}

/** Ends a group with whatever of it goes on after its last day; all of it carries the same instant, by which `reopenSeries` finds it again. */
export async function endSeries(tx: Tx, orgId: string, seriesId: string, { lastDay, by, at }: { lastDay: string; by: string; at: Date }): Promise<void> {
  await sql`update series set ended_on = ${lastDay}, ended_by = ${by}, ended_at = ${at} where org_id = ${orgId} and id = ${seriesId}`.execute(tx);
  await sql`
    update weekly_times set ended_on = ${lastDay}, ended_by = ${by}, ended_at = ${at}
     where org_id = ${orgId} and series_id = ${seriesId} and withdrawn_at is null and starts_on <= ${lastDay} and ended_on is null
  `.execute(tx);
  await sql`
    update weekly_times set withdrawn_at = ${at}, withdrawn_by = ${by}
     where org_id = ${orgId} and series_id = ${seriesId} and withdrawn_at is null and starts_on > ${lastDay}
  `.execute(tx);
}

/** Takes the end of a group back; a room or leader that was given away meanwhile is refused by the exclusion's name. */
export async function reopenSeries(tx: Tx, orgId: string, seriesId: string, endedAt: Date): Promise<void> {
  await sql`update series set ended_on = null, ended_by = null, ended_at = null where org_id = ${orgId} and id = ${seriesId}`.execute(tx);
  await sql`update weekly_times set ended_on = null, ended_by = null, ended_at = null where org_id = ${orgId} and series_id = ${seriesId} and ended_at = ${endedAt} and withdrawn_at is null`.execute(tx);
  await sql`update weekly_times set withdrawn_at = null, withdrawn_by = null where org_id = ${orgId} and series_id = ${seriesId} and withdrawn_at = ${endedAt}`.execute(tx);
}

export async function listCoFacilitators(tx: Tx, orgId: string, seriesIds: readonly string[]): Promise<{ seriesId: string; staffId: string }[]> {
  const { rows } = await sql<{ seriesId: string; staffId: string }>`
    select series_id as "seriesId", staff_id as "staffId" from co_facilitators where org_id = ${orgId} and series_id = any(${seriesIds}::uuid[]) and ended_at is null
  `.execute(tx);
  return rows;
}

/** Makes these the co-facilitators of a group: who is not named any more is ended, who is new begins. */
export async function setCoFacilitators(tx: Tx, orgId: string, seriesId: string, rows: readonly { id: string; staffId: string }[], { today, at, by }: { today: string; at: Date; by: string }): Promise<void> {
  const staffIds = rows.map((row) => row.staffId);
  await sql`
    update co_facilitators set ended_on = greatest(starts_on, ${today}::date), ended_by = ${by}, ended_at = ${at}
     where org_id = ${orgId} and series_id = ${seriesId} and ended_at is null and staff_id <> all(${staffIds}::uuid[])
  `.execute(tx);
  await sql`
    insert into co_facilitators (org_id, id, series_id, staff_id, starts_on, recorded_at, recorded_by)
    select ${orgId}, t.id, ${seriesId}, t.staff_id, ${today}, ${at}, ${by} from unnest(${rows.map((row) => row.id)}::uuid[], ${staffIds}::uuid[]) as t (id, staff_id)
    on conflict (org_id, series_id, staff_id) where ended_at is null do nothing
  `.execute(tx);
}
