/** The placements of one person at the asker's sites: levels, phases, counselors and seats, a fixed number of statements. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database.ts';
import { SEEN_AFTER_END_DAYS, plannedEnd, positionOn, undoUntil, versionsOfEpisodes, weekSince } from '../../modules/placements/index.ts';
import { dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { shownEpisode, shownPhase } from './people.contract.ts';

type Shown = z.output<typeof shownEpisode>;
type EpisodeRow = Pick<Shown, 'episodeId' | 'programId' | 'programName' | 'population' | 'trackId' | 'trackName' | 'admittedOn' | 'endedOn'> & { siteId: string; siteName: string; timeZone: string };
type Of<Row> = Row & { episodeId: string };
type PathPhase = NonNullable<Shown['path']>['phases'][number];
type PhaseRow = Omit<z.output<typeof shownPhase>, 'plannedEnd' | 'name' | 'level'> & { weeks: number; phases: PathPhase[] };
type DischargeRow = Omit<NonNullable<Shown['discharge']>, 'writtenOn' | 'undoUntil'> & { recordedAt: Date };
type Parts = { levels: Of<Shown['levels'][number]>[]; phases: Of<PhaseRow>[]; counselors: Of<Shown['counselors'][number]>[]; seats: Of<Shown['seats'][number]>[]; discharges: Of<DischargeRow>[]; versions: Map<string, number> };

/** Newest first; at other sites, and ended longer than 90 days ago, there are none to see (W20). */
export async function listEpisodes(tx: Tx, actor: Actor, participantId: string, now: Date): Promise<Shown[]> {
  const { rows } = await sql<EpisodeRow>`
    select e.id as "episodeId", e.program_id as "programId", g.name as "programName", g.population, e.track_id as "trackId", t.name as "trackName", e.admitted_on as "admittedOn", e.ended_on as "endedOn",
           s.id as "siteId", s.name as "siteName", s.time_zone as "timeZone"
      from episodes e
      join programs g on g.org_id = e.org_id and g.id = e.program_id
      join sites s on s.org_id = e.org_id and s.id = e.site_id
      left join tracks t on t.org_id = e.org_id and t.id = e.track_id
     where e.org_id = ${actor.orgId} and e.participant_id = ${participantId} and e.site_id = any(${actor.placeIds}::uuid[])
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer)
     order by e.admitted_on desc, e.id
  `.execute(tx);
  if (rows.length === 0) return [];
  const parts = await loadParts(tx, actor.orgId, { participantId, ids: rows.map((row) => row.episodeId) }, now);
  const mayReadReasons = actor.permissions.has('health.read');
  return rows.map((row) => toShown(row, parts, dateIn(row.timeZone, now), mayReadReasons));
}

async function loadParts(tx: Tx, orgId: string, { participantId, ids }: { participantId: string; ids: readonly string[] }, now: Date): Promise<Parts> {
  const { rows: levels } = await sql<Parts['levels'][number]>`
    select episode_id as "episodeId", level, starts_on as "startsOn", ended_on as "endedOn"
      from level_segments where org_id = ${orgId} and episode_id = any(${ids}::uuid[]) and withdrawn_at is null order by starts_on
  `.execute(tx);
  const { rows: phases } = await sql<Parts['phases'][number]>`
    select h.episode_id as "episodeId", h.path_version_id as "pathVersionId", v.name as "pathName", h.phase_no as "phaseNo", h.starts_on as "startsOn", h.ended_on as "endedOn", h.reason, v.weeks,
           (select jsonb_agg(jsonb_build_object('name', p.phase ->> 'name', 'weeks', p.phase -> 'weeks', 'level', p.phase ->> 'level') order by p.no)
              from jsonb_array_elements(v.phases) with ordinality as p (phase, no)) as phases
      from phase_segments h join path_versions v on v.org_id = h.org_id and v.id = h.path_version_id
     where h.org_id = ${orgId} and h.episode_id = any(${ids}::uuid[]) and h.withdrawn_at is null order by h.starts_on
  `.execute(tx);
  const { rows: counselors } = await sql<Parts['counselors'][number]>`
    select c.episode_id as "episodeId", c.staff_id as "staffId", f.given_name || ' ' || f.family_name || case when f.credential = '' then '' else ', ' || f.credential end as name,
           c.starts_on as "startsOn", c.ended_on as "endedOn"
      from episode_counselors c join staff f on f.org_id = c.org_id and f.id = c.staff_id
     where c.org_id = ${orgId} and c.episode_id = any(${ids}::uuid[]) and c.withdrawn_at is null order by c.starts_on
  `.execute(tx);
  const { rows: seats } = await sql<Parts['seats'][number]>`
    select n.episode_id as "episodeId", n.id as "enrollmentId", n.series_id as "seriesId", s.name, n.seat_no as "seatNo", n.starts_on as "startsOn", least(n.ended_on, s.ended_on) as "endedOn",
           (select coalesce(jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsAt', to_char(w.starts_at_local, 'HH24:MI'), 'minutes', w.minutes) order by w.weekday, w.starts_at_local), '[]')
              from weekly_times w where w.org_id = n.org_id and w.series_id = n.series_id and w.withdrawn_at is null and w.starts_on <= d.day and (w.ended_on is null or w.ended_on >= d.day)) as times
      from enrollments n
      join series s on s.org_id = n.org_id and s.id = n.series_id
      join sites t on t.org_id = s.org_id and t.id = s.site_id
     cross join lateral (select greatest((${now}::timestamptz at time zone t.time_zone)::date, n.starts_on) as day) d
     where n.org_id = ${orgId} and n.participant_id = ${participantId} and n.episode_id = any(${ids}::uuid[]) and n.withdrawn_at is null order by n.ended_on nulls first, s.name, n.id
  `.execute(tx);
  const { rows: discharges } = await sql<Parts['discharges'][number]>`
    select d.episode_id as "episodeId", d.last_day as "lastDay", d.reason, d.detail, d.next_episode_id as "nextEpisodeId", d.recorded_at as "recordedAt", f.given_name || ' ' || f.family_name as "byName"
      from discharges d join staff f on f.org_id = d.org_id and f.id = d.recorded_by
     where d.org_id = ${orgId} and d.episode_id = any(${ids}::uuid[]) and d.undone_at is null
  `.execute(tx);
  return { levels, phases, counselors, seats, discharges, versions: await versionsOfEpisodes(tx, orgId, ids) };
}

function toShown({ siteId, siteName, timeZone, ...row }: EpisodeRow, parts: Parts, today: CivilDate, mayReadReasons: boolean): Shown {
  const mine = <Row>(rows: readonly Of<Row>[]): Row[] => rows.flatMap(({ episodeId, ...one }) => (episodeId === row.episodeId ? [one as Row] : []));
  const phases = mine<PhaseRow>(parts.phases);
  const current = phases.find((one) => one.endedOn === null || one.endedOn >= today) ?? phases.at(-1);
  return {
    ...row, version: parts.versions.get(row.episodeId) ?? 0, site: { id: siteId, name: siteName, timeZone }, week: weekSince(row.admittedOn, today),
    discharge: toDischarge(mine<DischargeRow>(parts.discharges)[0] ?? null, timeZone, today, mayReadReasons),
    levels: mine(parts.levels), counselors: mine(parts.counselors), seats: mine(parts.seats),
    path: current === undefined ? null : { pathVersionId: current.pathVersionId, name: current.pathName, weeks: current.weeks, phases: current.phases },
    position: current === undefined ? null : positionOn(current.phases, current, today),
    phases: phases.map(({ weeks: _, phases: plan, ...one }) => toPhase(one, plan, mayReadReasons)),
  };
}

function toPhase(one: Omit<PhaseRow, 'weeks' | 'phases'>, plan: readonly PathPhase[], mayReadReasons: boolean): z.output<typeof shownPhase> {
  const phase = plan[one.phaseNo - 1];
  if (phase === undefined) throw new Error(`phase ${one.phaseNo} is none of path version ${one.pathVersionId}`);
  return { ...one, name: phase.name, level: phase.level, plannedEnd: one.endedOn === null ? plannedEnd(one.startsOn, phase.weeks) : null, reason: mayReadReasons ? one.reason : null };
}

function toDischarge(row: DischargeRow | null, timeZone: string, today: CivilDate, mayReadReasons: boolean): Shown['discharge'] {
  if (row === null) return null;
  const { recordedAt, reason, detail, ...shown } = row;
  const writtenOn = dateIn(timeZone, recordedAt);
  const until = undoUntil(writtenOn, row.lastDay);
  return { ...shown, writtenOn, reason: mayReadReasons ? reason : null, detail: mayReadReasons ? detail : null, undoUntil: row.nextEpisodeId !== null || until < today ? null : until };
}
