/** The plan of one person at the asker's sites, a fixed number of statements for each placement. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import type { Answer } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { SEEN_AFTER_END_DAYS, isVisible } from '../../modules/placements/index.ts';
import { reviewDue } from '../../modules/plans/index.ts';
import { loadDayFigures } from '../../modules/program/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readPlan as contract, shownGoal, shownObjective, shownPlan } from './plan.contract.ts';

type Plan = z.output<typeof shownPlan>;
type EpisodeRow = { episodeId: string; siteId: string; programName: string; siteName: string; timeZone: string; admittedOn: CivilDate; endedOn: CivilDate | null; reviewedOn: CivilDate | null; nextOn: CivilDate | null };
type ObjectiveRow = Omit<z.output<typeof shownObjective>, 'lastSpokenOn' | 'number'> & { goalId: string; position: number; spokenAt: Date | null };
type GoalRow = Omit<z.output<typeof shownGoal>, 'objectives' | 'number'> & { episodeId: string; position: number };

/** Newest first; the review that was written last counts. */
async function listPlacements(tx: Tx, orgId: string, participantId: string, siteIds: readonly string[], now: Date): Promise<EpisodeRow[]> {
  const { rows } = await sql<EpisodeRow>`
    select e.id as "episodeId", s.id as "siteId", g.name as "programName", s.name as "siteName", s.time_zone as "timeZone", e.admitted_on as "admittedOn", e.ended_on as "endedOn",
           r.reviewed_on as "reviewedOn", r.next_on as "nextOn"
      from episodes e
      join sites s on s.org_id = e.org_id and s.id = e.site_id
      join programs g on g.org_id = e.org_id and g.id = e.program_id
      left join lateral (select reviewed_on, next_on from plan_reviews r where r.org_id = e.org_id and r.episode_id = e.id order by recorded_at desc, id desc limit 1) r on true
     where e.org_id = ${orgId} and e.participant_id = ${participantId} and e.site_id = any(${siteIds}::uuid[])
       and (e.ended_on is null or e.ended_on >= (${now}::timestamptz at time zone s.time_zone)::date - ${SEEN_AFTER_END_DAYS}::integer)
     order by e.admitted_on desc, e.id
  `.execute(tx);
  return rows;
}

async function listGoals(tx: Tx, orgId: string, episodeIds: readonly string[]): Promise<{ goals: GoalRow[]; objectives: ObjectiveRow[] }> {
  const { rows: goals } = await sql<GoalRow>`
    select id as "goalId", episode_id as "episodeId", position, problem, own_words as "ownWords", ended_at is not null as "hasEnded"
      from plan_goals where org_id = ${orgId} and episode_id = any(${episodeIds}::uuid[]) order by position
  `.execute(tx);
  const { rows: objectives } = await sql<ObjectiveRow>`
    select o.id as "objectiveId", o.goal_id as "goalId", o.position, o.text, o.ended_at is not null as "hasEnded",
           (select max(n.signed_at) from notes n where n.org_id = o.org_id and n.objective_id = o.id) as "spokenAt"
      from plan_objectives o where o.org_id = ${orgId} and o.goal_id = any(${goals.map((goal) => goal.goalId)}::uuid[]) order by o.position
  `.execute(tx);
  return { goals, objectives };
}

function toGoal({ episodeId: _, position, ...goal }: GoalRow, objectives: readonly ObjectiveRow[], timeZone: string): z.output<typeof shownGoal> {
  const own = objectives.filter((one) => one.goalId === goal.goalId);
  return {
    ...goal, number: String(position),
    objectives: own.map(({ goalId: __, position: at, spokenAt, ...one }) => ({ ...one, number: `${position}.${at}`, lastSpokenOn: spokenAt === null ? null : dateIn(timeZone, spokenAt) })),
  };
}

export const readPlan: Answer<typeof contract> = async ({ tx, actor, now }, { params: { participantId } }) => {
  if (!await isVisible(tx, actor.orgId, participantId, actor, now)) return refuse('not-found');
  const placements = await listPlacements(tx, actor.orgId, participantId, actor.placeIds, now);
  const { goals, objectives } = await listGoals(tx, actor.orgId, placements.map((one) => one.episodeId));
  const plans: Plan[] = [];
  for (const { episodeId, programName, siteName, siteId, timeZone, admittedOn, endedOn, reviewedOn, nextOn } of placements) {
    const today = dateIn(timeZone, now);
    const figures = await loadDayFigures(tx, actor.orgId, siteId, today);
    const isOpen = endedOn === null || endedOn >= today;
    plans.push({
      episodeId, programName, siteName, today, isOpen, reviewedOn, dueOn: isOpen ? reviewDue(nextOn, admittedOn, figures['plan-due-days']) : null, suggestedOn: addDays(today, figures['plan-review-days']),
      goals: goals.filter((goal) => goal.episodeId === episodeId).map((goal) => toGoal(goal, objectives, timeZone)),
    });
  }
  return { value: { participantId, plans } };
};
