/** The plan of one person at the asker's sites, a fixed number of statements for each placement. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { versionsOf } from '../../platform/changes.ts';
import type { Tx } from '../../platform/database.ts';
import type { Answer, Exchange } from '../../platform/http.ts';
import { refuse } from '../../platform/outcome.ts';
import { findSupervisor, listCoSigners } from '../../modules/notes/index.ts';
import { SEEN_AFTER_END_DAYS, isVisible } from '../../modules/placements/index.ts';
import { changesSince, contentOf, fingerprintOf, letterOf, listAnswerable, listSignedPlans, listWholeGoals, reviewDue } from '../../modules/plans/index.ts';
import type { WholeGoal } from '../../modules/plans/index.ts';
import { loadDayFigures } from '../../modules/program/index.ts';
import { addDays, dateIn } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { readPlan as contract, shownGoal, shownPlan } from './plan.contract.ts';
import { toSigned } from './plan-signed.ts';

type Plan = z.output<typeof shownPlan>;
type EpisodeRow = { episodeId: string; siteId: string; programName: string; siteName: string; timeZone: string; admittedOn: CivilDate; endedOn: CivilDate | null; reviewedOn: CivilDate | null; nextOn: CivilDate | null };
type Seen = { versions: Map<string, number>; spoken: Map<string, Date>; timeZone: string };

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

/** When the newest signed note spoke to each of these objectives. */
async function listSpoken(tx: Tx, orgId: string, objectiveIds: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ objectiveId: string; at: Date }>`
    select objective_id as "objectiveId", max(signed_at) as at from notes where org_id = ${orgId} and objective_id = any(${objectiveIds}::uuid[]) group by objective_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.objectiveId, row.at]));
}

function toGoal({ goalId, position, problem, ownWords, hasEnded, ...goal }: WholeGoal, { versions, spoken, timeZone }: Seen): z.output<typeof shownGoal> {
  const version = (id: string): number => versions.get(id) ?? 0;
  return {
    goalId, number: String(position), problem, ownWords, hasEnded, version: version(goalId),
    objectives: goal.objectives.map((one) => {
      const at = spoken.get(one.objectiveId);
      return { objectiveId: one.objectiveId, number: `${position}.${one.position}`, text: one.text, targetOn: one.targetOn, hasEnded: one.hasEnded, version: version(one.objectiveId), lastSpokenOn: at === undefined ? null : dateIn(timeZone, at) };
    }),
    interventions: goal.interventions.map(({ goalId: _, position: at, ...one }) => ({ ...one, number: `${position}${letterOf(at)}`, version: version(one.interventionId) })),
  };
}

/** The name of whoever would co-sign what the asker signs on a day. */
async function findWouldCoSign({ tx, actor }: Exchange, day: CivilDate): Promise<string | null> {
  const supervisor = await findSupervisor(tx, actor.orgId, actor.id, day);
  if (supervisor === null) return null;
  const { rows } = await sql<{ name: string }>`select given_name || ' ' || family_name as name from staff where org_id = ${actor.orgId} and id = ${supervisor}`.execute(tx);
  return rows[0]?.name ?? null;
}

export const readPlan: Answer<typeof contract> = async (exchange, { params: { participantId } }) => {
  const { tx, actor, now } = exchange;
  const { orgId } = actor;
  if (!await isVisible(tx, orgId, participantId, actor, now)) return refuse('not-found');
  const placements = await listPlacements(tx, orgId, participantId, actor.placeIds, now);
  const episodeIds = placements.map((one) => one.episodeId);
  const [whole, signed, signers] = await Promise.all([listWholeGoals(tx, orgId, episodeIds), listSignedPlans(tx, orgId, episodeIds), listCoSigners(tx, orgId, now)]);
  const objectiveIds = whole.flatMap((goal) => goal.objectives.map((one) => one.objectiveId));
  const rowIds = [...whole.map((goal) => goal.goalId), ...objectiveIds, ...whole.flatMap((goal) => goal.interventions.map((one) => one.interventionId))];
  const [versions, spoken] = await Promise.all([versionsOf(tx, orgId, rowIds), listSpoken(tx, orgId, objectiveIds)]);
  const plans: Plan[] = [];
  for (const { episodeId, programName, siteName, siteId, timeZone, admittedOn, endedOn, reviewedOn, nextOn } of placements) {
    const today = dateIn(timeZone, now);
    const figures = await loadDayFigures(tx, orgId, siteId, today);
    const isOpen = endedOn === null || endedOn >= today;
    const writes = isOpen && actor.permissions.has('plan.change');
    const goals = whole.filter((goal) => goal.episodeId === episodeId);
    const content = contentOf(goals);
    const own = signed.filter((one) => one.episodeId === episodeId);
    plans.push({
      episodeId, programName, siteName, timeZone, today, isOpen, reviewedOn, dueOn: isOpen ? reviewDue(nextOn, admittedOn, figures['plan-due-days']) : null, suggestedOn: addDays(today, figures['plan-review-days']),
      version: fingerprintOf(content), goals: goals.map((goal) => toGoal(goal, { versions, spoken, timeZone })),
      signed: own.map((one) => toSigned(one, { timeZone, siteId, signers, actor })), changes: own[0] === undefined ? [] : changesSince(own[0].content, content),
      answerable: writes ? await listAnswerable(tx, orgId, siteId, today) : [], wouldCoSign: writes ? await findWouldCoSign(exchange, today) : null,
    });
  }
  return { value: { asOf: now.toISOString(), participantId, plans } };
};
