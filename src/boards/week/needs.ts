/** What needs somebody at a site, from four statements whatever the number of people. */
import { sql } from 'kysely';
import type { OutputOf } from '../../platform/contract.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { displayNames } from '../../modules/people/index.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import { findSite, loadDayFigures } from '../../modules/program/index.ts';
import { boundsOf, dateIn, weekOf } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { addMinutes } from '../../values/minutes.ts';
import { dueDocument } from './needs-due.ts';
import type { readNeeds as contract } from './needs.contract.ts';

type Board = OutputOf<typeof contract>;
type Row = {
  participantId: ParticipantId; legalGivenName: string; legalFamilyName: string; chosenName: string | null; counselorId: string | null; counselorName: string | null;
  level: string | null; admittedOn: CivilDate; hasIndividual: boolean; firstGoalAt: Date | null; nextReviewOn: CivilDate | null;
};
/** Levels at which an individual session belongs to every week (domain 3.1); outpatient care has its own rhythm. */
const WEEKLY_LEVELS = new Set<string | null>(['iop', 'php']);

export const readNeeds: Answer<typeof contract> = async ({ tx, actor, now }, { query }) => {
  const { orgId } = actor;
  const site = await findSite(tx, orgId, query.siteId, actor.placeIds);
  if (site === null) return refuse('not-found');
  const today = dateIn(site.timeZone, now);
  const week = weekOf(today);
  const all = await loadDayFigures(tx, orgId, site.id, today);
  const figures = { planDueDays: all['plan-due-days'], planReviewDays: all['plan-review-days'], noteDueHours: all['note-due-hours'] };
  const rows = await listInCare(tx, orgId, { siteId: site.id, today, now, ...boundsOf(site.timeZone, week) });
  const names = displayNames(rows);
  const shown = (row: Row) => ({ participantId: row.participantId, displayName: names.get(row) ?? '', counselorId: row.counselorId, counselorName: row.counselorName });
  const documents = rows.flatMap((row) => {
    const firstGoalOn = row.firstGoalAt === null ? null : dateIn(site.timeZone, row.firstGoalAt);
    const due = dueDocument({ admittedOn: row.admittedOn, firstGoalOn, nextReviewOn: row.nextReviewOn }, figures, today);
    return due === null ? [] : [{ ...shown(row), ...due }];
  });
  const withoutIndividual = rows.filter((row) => WEEKLY_LEVELS.has(row.level) && !row.hasIndividual).map((row) => ({ ...shown(row), admittedOn: row.admittedOn }));
  return { value: {
    asOf: now.toISOString(), site: { id: site.id, name: site.name, timeZone: site.timeZone }, week: { ...week, today },
    withoutIndividual: withoutIndividual.sort((one, other) => byCounselor(one, other) || byName(one, other)),
    documents: documents.sort((one, other) => other.daysLate - one.daysLate || byName(one, other)),
    notes: await countNotes(tx, orgId, { siteId: site.id, now, dueBefore: addMinutes(now, -figures.noteDueHours * 60) }), figures,
  } };
};

type Named = { displayName: string; counselorName: string | null; participantId: string };
function byName(one: Named, other: Named): number {
  return one.displayName.localeCompare(other.displayName, 'en') || one.participantId.localeCompare(other.participantId);
}
/** People without a counselor first: nobody looks after them yet. */
function byCounselor(one: Named, other: Named): number {
  return (one.counselorName ?? '').localeCompare(other.counselorName ?? '', 'en');
}

type Asked = { siteId: string; today: CivilDate; now: Date; start: Date; end: Date };

/**
 * Everybody with an open episode, one row each (the newest admitted). An individual session counts when it was attended, runs, or is still booked:
 * not when it is canceled, when the person was recorded absent, or when it is over and nobody came.
 */
async function listInCare(tx: Tx, orgId: string, { siteId, today, now, start, end }: Asked): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select distinct on (e.participant_id) e.participant_id as "participantId", n.legal_given_name as "legalGivenName", n.legal_family_name as "legalFamilyName", n.chosen_name as "chosenName",
           c.staff_id as "counselorId", f.given_name || ' ' || f.family_name as "counselorName", l.level, e.admitted_on as "admittedOn",
           exists (
             select 1 from session_people p
              where p.org_id = e.org_id and p.participant_id = e.participant_id and p.session_type = 'individual' and p.planned_start_at >= ${start} and p.planned_start_at < ${end}
                and p.canceled_at is null and p.outcome is distinct from 'absent'
                and (p.planned_end_at > ${now} or exists (select 1 from stays y where y.org_id = p.org_id and y.attendance_id = p.attendance_id and y.withdrawn_at is null))) as "hasIndividual",
           (select min(g.recorded_at) from plan_goals g where g.org_id = e.org_id and g.episode_id = e.id) as "firstGoalAt",
           (select r.next_on from plan_reviews r where r.org_id = e.org_id and r.episode_id = e.id order by r.recorded_at desc, r.id desc limit 1) as "nextReviewOn"
      from episodes e
      join participants n on n.org_id = e.org_id and n.id = e.participant_id
      left join level_segments l on l.org_id = e.org_id and l.episode_id = e.id and l.withdrawn_at is null and l.starts_on <= ${today} and (l.ended_on is null or l.ended_on >= ${today})
      left join episode_counselors c on c.org_id = e.org_id and c.episode_id = e.id and c.withdrawn_at is null and c.starts_on <= ${today} and (c.ended_on is null or c.ended_on >= ${today})
      left join staff f on f.org_id = c.org_id and f.id = c.staff_id
     where e.org_id = ${orgId} and e.site_id = ${siteId} and e.admitted_on <= ${today} and (e.ended_on is null or e.ended_on >= ${today})
     order by e.participant_id, e.admitted_on desc, e.id
  `.execute(tx);
  return rows;
}

/** Who was there when a session of the site had ended, and has no signed note. */
async function countNotes(tx: Tx, orgId: string, { siteId, now, dueBefore }: { siteId: string; now: Date; dueBefore: Date }): Promise<Board['notes']> {
  const { rows } = await sql<{ unsigned: number; overdue: number; oldest: Date | null }>`
    select count(*)::integer as unsigned, count(*) filter (where x.held_end < ${dueBefore})::integer as overdue, min(x.held_end) as oldest
      from (select coalesce(h.ends_at, s.planned_end_at) as held_end
              from attendances a
              join sessions s on s.org_id = a.org_id and s.id = a.session_id
              left join lateral (select ends_at from held_times t where t.org_id = s.org_id and t.session_id = s.id order by recorded_at desc, id desc limit 1) h on true
             where a.org_id = ${orgId} and s.site_id = ${siteId} and s.canceled_at is null and s.withdrawn_at is null and a.superseded_at is null and a.outcome = 'present'
               and exists (select 1 from stays y where y.org_id = a.org_id and y.attendance_id = a.id and y.withdrawn_at is null)
               and not exists (select 1 from notes w where w.org_id = a.org_id and w.session_id = a.session_id and w.participant_id = a.participant_id)) x
     where x.held_end <= ${now}
  `.execute(tx);
  const [row] = rows;
  return { unsigned: row?.unsigned ?? 0, overdue: row?.overdue ?? 0, oldestEndedAt: row?.oldest?.toISOString() ?? null };
}
