/** What to look at first about one person: only facts that the asker may read, from a fixed number of statements. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { hasMoment } from '../../modules/attendance/index.ts';
import { displayName } from '../../modules/people/index.ts';
import { isVisible } from '../../modules/placements/index.ts';
import { listSites, loadDayFigures } from '../../modules/program/index.ts';
import { boundsOf, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { dueDocument } from '../week/needs-due.ts';
import { listWeeks, toLine } from '../week/hours-ledger-rows.ts';
import type { Line } from '../week/hours-ledger-rows.ts';
import { loadGrounds } from '../week/hours-of-week.ts';
import { listPlaced } from '../week/hours-placed.ts';
import type { Placed } from '../week/hours-placed.ts';
import { toPerson } from '../week/week-hours.ts';
import { listFreeSessions } from '../week/week-openings.ts';
import { LOOK_TASKS } from './record.contract.ts';
import type { readLook as contract } from './record.contract.ts';

type Look = OutputOf<typeof contract>;
/** As far back as unsigned notes are looked for. */
const UNSAID_LOOK_BACK_DAYS = 60;
/** Levels at which an individual session belongs to every week (domain 3.1), as the board of the week asks it. */
const WEEKLY_LEVELS = new Set<string | null>(['iop', 'php']);
const GIVES_NONE = new Set(['missed', 'canceled']);

const hasIndividual = (own: readonly Line[]): boolean => own.some(({ shown, line }) => shown.type === 'individual' && !GIVES_NONE.has(line.standing));

async function loadWeek({ tx, actor, now }: Exchange, placed: Placed): Promise<Look['week']> {
  const { orgId } = actor;
  const zone = placed.timeZone;
  const today = dateIn(zone, now);
  const ground = (await loadGrounds(tx, orgId, placed.siteId, [placed], today)).get(placed.episodeId);
  if (ground === undefined) throw new Error('an episode without its rules');
  const bounds = boundsOf(zone, ground.range);
  const [rows, free] = await Promise.all([listWeeks(tx, orgId, [placed.participantId], bounds), listFreeSessions(tx, orgId, placed.siteId, { from: now > bounds.start ? now : bounds.start, to: bounds.end })]);
  const lines = (rows.get(placed.participantId) ?? []).map((row) => toLine(row, { ground, zone, now, readsText: false }));
  const own = lines.filter((line) => line.shown.date >= ground.week.starts && line.shown.date <= ground.week.ends);
  return {
    ...ground.week, person: toPerson({ person: placed, ground, lines, free, day: today, zone, name: displayName(placed) }),
    hasIndividual: WEEKLY_LEVELS.has(ground.levelOn(today)) ? hasIndividual(own) : null,
  };
}

type PlanRow = { hasGoals: boolean; signedAt: Date | null; nextReviewOn: CivilDate | null };

/** Whoever reads plans sees what of it is due, by the rule of the board of the week: signing writes a review too, so the newest review says the next. */
async function loadPlan({ tx, actor, now }: Exchange, placed: Placed): Promise<Look['plan']> {
  const today = dateIn(placed.timeZone, now);
  const [{ rows }, figures] = await Promise.all([
    sql<PlanRow>`
      select exists (select 1 from plan_goals g where g.org_id = ${actor.orgId} and g.episode_id = ${placed.episodeId}) as "hasGoals",
             (select max(p.signed_at) from signed_plans p where p.org_id = ${actor.orgId} and p.episode_id = ${placed.episodeId}) as "signedAt",
             (select r.next_on from plan_reviews r where r.org_id = ${actor.orgId} and r.episode_id = ${placed.episodeId} order by r.recorded_at desc, r.id desc limit 1) as "nextReviewOn"
    `.execute(tx),
    loadDayFigures(tx, actor.orgId, placed.siteId, today),
  ]);
  const { hasGoals = false, signedAt = null, nextReviewOn = null } = rows[0] ?? {};
  const facts = { admittedOn: placed.admittedOn, hasGoals, signedOn: signedAt === null ? null : dateIn(placed.timeZone, signedAt), nextReviewOn };
  return dueDocument(facts, { planDueDays: figures['plan-due-days'], planReviewDays: figures['plan-review-days'] }, today);
}

type TaskRow = Omit<Look['tasks'][number], 'openedAt' | 'dueAt' | 'isOverdue'> & { openedAt: Date; dueAt: Date };

/** Danger first, wherever it was marked (W18), then what is due first. A danger that somebody has taken is not overdue. */
async function listTasks(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[], now: Date): Promise<Look['tasks']> {
  const { rows } = await sql<TaskRow>`
    select k.id as "taskId", k.kind, k.concern, k.opened_at as "openedAt", k.due_at as "dueAt", f.given_name || ' ' || f.family_name as "takenBy"
      from tasks k left join staff f on f.org_id = k.org_id and f.id = k.taken_by
     where k.org_id = ${orgId} and k.participant_id = ${participantId} and (k.kind = 'danger' or k.site_id = any(${siteIds}::uuid[])) and k.closed_at is null
     order by k.kind = 'danger' desc, k.due_at, k.id limit ${LOOK_TASKS}
  `.execute(tx);
  return rows.map((row) => ({ ...row, openedAt: row.openedAt.toISOString(), dueAt: row.dueAt.toISOString(), isOverdue: row.dueAt <= now && !(row.kind === 'danger' && row.takenBy !== null) }));
}

type UnsignedRow = Omit<NonNullable<Look['unsigned']>, 'startsAt'> & { startedAt: Date };

/** The oldest note that is still to be signed, of a session that is over, and how many there are. */
async function loadUnsigned(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[], now: Date): Promise<Look['unsigned']> {
  const { rows } = await sql<UnsignedRow>`
    select s.id as "sessionId", s.name, s.site_id as "siteId", t.time_zone as "timeZone", s.planned_start_at as "startedAt", (count(*) over ())::integer as notes
      from attendances a
      join sessions s on s.org_id = a.org_id and s.id = a.session_id and s.canceled_at is null and s.withdrawn_at is null
      join sites t on t.org_id = s.org_id and t.id = s.site_id
      left join lateral (select ends_at from held_times h where h.org_id = s.org_id and h.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
     where a.org_id = ${orgId} and a.participant_id = ${participantId} and a.outcome = 'present' and a.superseded_at is null and s.site_id = any(${siteIds}::uuid[]) and coalesce(h.ends_at, s.planned_end_at) <= ${now}
       and not exists (select 1 from notes n where n.org_id = a.org_id and n.session_id = a.session_id and n.participant_id = a.participant_id)
       and exists (select 1 from stays y where y.org_id = a.org_id and y.attendance_id = a.id and ${hasMoment(sql`s.planned_start_at`, sql`coalesce(h.ends_at, s.planned_end_at)`)})
     order by s.planned_start_at, s.id limit 1
  `.execute(tx);
  const [oldest] = rows;
  if (oldest === undefined) return null;
  const { startedAt, ...shown } = oldest;
  return { ...shown, startsAt: startedAt.toISOString() };
}

type UnsaidRow = Omit<NonNullable<Look['unsaid']>, 'startsAt'> & { startedAt: Date };

/** The newest session that is over and of which nothing says whether the person came: no note is owed yet, and no absence holds (W17). */
async function loadUnsaid(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[], now: Date): Promise<Look['unsaid']> {
  const { rows } = await sql<UnsaidRow>`
    select p.session_id as "sessionId", p.name, p.site_id as "siteId", t.time_zone as "timeZone", p.planned_start_at as "startedAt", (count(*) over ())::integer as sessions
      from session_people p
      join sites t on t.org_id = p.org_id and t.id = p.site_id
      left join lateral (select ends_at from held_times h where h.org_id = p.org_id and h.session_id = p.session_id order by recorded_at desc, id desc limit 1) h on true
     where p.org_id = ${orgId} and p.participant_id = ${participantId} and p.site_id = any(${siteIds}::uuid[]) and p.canceled_at is null and p.outcome is distinct from 'absent'
       and p.planned_start_at > ${now}::timestamptz - make_interval(days => ${UNSAID_LOOK_BACK_DAYS}) and p.planned_start_at <= ${now} and coalesce(h.ends_at, p.planned_end_at) <= ${now}
       and not exists (select 1 from notes n where n.org_id = p.org_id and n.session_id = p.session_id and n.participant_id = p.participant_id)
       and not exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and ${hasMoment(sql`p.planned_start_at`, sql`coalesce(h.ends_at, p.planned_end_at)`)})
     order by p.planned_start_at desc, p.session_id limit 1
  `.execute(tx);
  const [newest] = rows;
  if (newest === undefined) return null;
  const { startedAt, ...shown } = newest;
  return { ...shown, startsAt: startedAt.toISOString() };
}

export const readLook: Answer<typeof contract> = async (exchange, { params: { participantId } }) => {
  const { tx, actor, now } = exchange;
  const { orgId, placeIds, permissions } = actor;
  if (!await isVisible(tx, orgId, participantId, actor, now)) return refuse('not-found');
  const [[placed], sites] = await Promise.all([listPlaced(tx, orgId, sql`e.participant_id = ${participantId} and e.site_id = any(${placeIds}::uuid[])`, { day: null, now }), listSites(tx, orgId)]);
  const zone = placed?.timeZone ?? sites.find((site) => placeIds.includes(site.id))?.timeZone ?? 'UTC';
  const today = dateIn(zone, now);
  const inCare = placed !== undefined && placed.admittedOn <= today && (placed.endedOn === null || placed.endedOn >= today) ? placed : null;
  const [week, plan, tasks, unsigned, unsaid] = await Promise.all([
    inCare !== null && permissions.has('hours.read') ? loadWeek(exchange, inCare) : null,
    inCare !== null && permissions.has('plan.read') ? loadPlan(exchange, inCare) : null,
    permissions.has('task.read') ? listTasks(tx, orgId, participantId, placeIds, now) : [],
    permissions.has('note.read') ? loadUnsigned(tx, orgId, participantId, placeIds, now) : null,
    permissions.has('note.read') ? loadUnsaid(tx, orgId, participantId, placeIds, now) : null,
  ]);
  return { value: { participantId, asOf: now.toISOString(), today, timeZone: zone, week, plan, tasks, unsigned, unsaid } };
};
