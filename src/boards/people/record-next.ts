/** What comes next for one person: sessions of 14 days, the next step on the path, seats that change, days without sessions; a fixed number of statements. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { decideStanding } from '../../modules/attendance/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { COUNTED_TYPES, listSites } from '../../modules/program/index.ts';
import { amountOf } from '../../modules/program/paths.contract.ts';
import type { PathPhase } from '../../modules/program/words.ts';
import { breaksFrom } from '../../modules/sessions/index.ts';
import { addDays, dateIn, startOfDay } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { listEpisodes } from './placement-rows.ts';
import { NEXT_DAYS, NEXT_SESSIONS } from './record.contract.ts';
import type { nextSession, pathStep, readNext as contract } from './record.contract.ts';
import { decideStep } from './record-step.ts';
import type { Step } from './record-step.ts';

type Shown = z.output<typeof nextSession>;
type Row = Pick<Shown, 'sessionId' | 'name' | 'type' | 'timeZone' | 'siteName' | 'roomName' | 'telehealthLink' | 'leader' | 'isMakeUp'> & {
  start: Date; plannedEnd: Date; heldEnd: Date; breaks: { startMinute: number; minutes: number; taken?: boolean }[]; outcome: 'present' | 'absent' | null; excused: boolean | null; hasSeat: boolean;
  isCanceled: boolean; cancelReason: string | null; stays: { arrivedAt: string; leftAt: string | null }[]; all: number;
};
type Span = { from: Date; to: Date };

async function listComing(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[], { from, to }: Span): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with page as materialized (
      select p.*, (count(*) over ())::integer as "all" from session_people p
       where p.org_id = ${orgId} and p.participant_id = ${participantId} and p.site_id = any(${siteIds}::uuid[]) and p.planned_start_at >= ${from} and p.planned_start_at < ${to}
       order by p.planned_start_at, p.session_id limit ${NEXT_SESSIONS})
    select p.session_id as "sessionId", p.name, p.session_type as type, t.time_zone as "timeZone", t.name as "siteName", r.name as "roomName", s.telehealth_link as "telehealthLink",
           f.given_name || ' ' || f.family_name || case when f.credential = '' then '' else ', ' || f.credential end as leader,
           p.planned_start_at as start, p.planned_end_at as "plannedEnd", coalesce(h.ends_at, p.planned_end_at) as "heldEnd", coalesce(h.breaks, p.breaks) as breaks, p.outcome, p.excused,
           (p.enrollment_id is not null or p.booking_id is not null) as "hasSeat", coalesce(p.is_make_up, p.enrollment_id is null and p.booking_id is null) as "isMakeUp",
           p.canceled_at is not null as "isCanceled", s.cancel_reason as "cancelReason", p."all",
           coalesce((select json_agg(json_build_object('arrivedAt', y.arrived_at, 'leftAt', y.ended_at) order by y.arrived_at)
                       from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null), '[]') as stays
      from page p
      join sessions s on s.org_id = p.org_id and s.id = p.session_id
      join sites t on t.org_id = p.org_id and t.id = p.site_id
      left join rooms r on r.org_id = s.org_id and r.id = s.room_id
      left join staff f on f.org_id = s.org_id and f.id = s.facilitator_id
      left join lateral (select ends_at, breaks from held_times h where h.org_id = p.org_id and h.session_id = p.session_id order by recorded_at desc, id desc limit 1) h on true
     order by p.planned_start_at, p.session_id
  `.execute(tx);
  return rows;
}

function toSession(row: Row, now: Date, readsSchedule: boolean): Shown {
  const { start, plannedEnd, heldEnd, breaks, outcome, excused, hasSeat, isCanceled, cancelReason, stays, all: _, ...shown } = row;
  const times = { plannedStart: start, plannedEnd, heldEnd, breaks: breaksFrom(breaks) };
  const presence = stays.map((stay) => ({ arrivedAt: new Date(stay.arrivedAt), leftAt: stay.leftAt === null ? null : new Date(stay.leftAt) }));
  return {
    ...shown, date: dateIn(row.timeZone, start), startsAt: start.toISOString(), endsAt: heldEnd.toISOString(),
    standing: decideStanding(times, { outcome, excused, hasSeat, isMakeUp: shown.isMakeUp, stays: presence }, now),
    canceled: isCanceled ? { reason: readsSchedule ? cancelReason ?? '' : '' } : null,
  };
}

async function loadPhases(tx: Tx, orgId: string, pathVersionId: string | null): Promise<PathPhase[]> {
  const { rows } = await sql<{ phases: PathPhase[] }>`select phases from path_versions where org_id = ${orgId} and id = ${pathVersionId}`.execute(tx);
  return rows[0]?.phases ?? [];
}

async function listHolidays(tx: Tx, orgId: string, siteIds: readonly string[], from: CivilDate, to: CivilDate): Promise<{ date: CivilDate; name: string }[]> {
  const { rows } = await sql<{ date: CivilDate; name: string }>`
    select date, min(name) as name from holidays
     where org_id = ${orgId} and (site_id is null or site_id = any(${siteIds}::uuid[])) and date between ${from} and ${to} and ended_at is null group by date order by date
  `.execute(tx);
  return rows;
}

/** Clinical minutes of a week on a phase; none is planned where it names no blocks. */
function minutesOf({ blocks }: PathPhase): number | null {
  const minutes = amountOf({ blocks }, { basis: 'clinical', sessionTypes: COUNTED_TYPES });
  return minutes === 0 ? null : minutes;
}

export const readNext: Answer<typeof contract> = async ({ tx, actor, now }, { params: { participantId } }) => {
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const [episodes, sites] = await Promise.all([listEpisodes(tx, actor, participantId, now), listSites(tx, actor.orgId)]);
  const zone = episodes[0]?.site.timeZone ?? sites.find((site) => actor.placeIds.includes(site.id))?.timeZone ?? 'UTC';
  const today = dateIn(zone, now);
  const until = addDays(today, NEXT_DAYS - 1);
  const episode = episodes.find((one) => one.endedOn === null || one.endedOn >= today) ?? null;
  const [coming, phases, holidays] = await Promise.all([
    listComing(tx, actor.orgId, participantId, actor.placeIds, { from: startOfDay(zone, today), to: startOfDay(zone, addDays(until, 1)) }),
    loadPhases(tx, actor.orgId, episode?.path?.pathVersionId ?? null),
    listHolidays(tx, actor.orgId, episode === null ? [] : [episode.site.id], today, until),
  ]);
  const plan = phases.map((phase) => ({ name: phase.name, weeks: phase.weeks, level: phase.level, minutes: minutesOf({ ...phase, blocks: phase.blocks ?? [] }) }));
  const segments = episode?.phases.filter((one) => one.pathVersionId === episode.path?.pathVersionId) ?? [];
  const found = decideStep({ phases: plan, segments, endsOn: episode?.endedOn ?? null, today });
  const seats = (episode?.seats ?? []).flatMap(({ seriesId, name, startsOn, endedOn }) => [
    ...(startsOn > today ? [{ seriesId, name, on: startsOn, does: 'begin' as const }] : []),
    ...(endedOn !== null && endedOn >= today ? [{ seriesId, name, on: endedOn, does: 'end' as const }] : []),
  ]);
  return { value: {
    participantId, asOf: now.toISOString(), today,
    sessions: coming.map((row) => toSession(row, now, actor.permissions.has('schedule.read'))), more: Math.max(0, (coming[0]?.all ?? 0) - coming.length),
    path: found === null || episode?.path == null ? null : { name: episode.path.name, endsOn: found.endsOn, step: toStep(found.step) },
    seats: seats.sort((one, other) => one.on.localeCompare(other.on) || one.name.localeCompare(other.name, 'en')), holidays,
  } };
};

/** The level of a stored phase is one of the closed list; the rule of steps does not need to know it. */
function toStep(step: Step | null): z.output<typeof pathStep> | null {
  return step === null ? null : { ...step, level: step.level as z.output<typeof pathStep>['level'] };
}
