/** All SQL of plans. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ParticipantId } from '../people/words.ts';
import type { GoalId, ObjectiveId } from './words.ts';

export type OpenObjective = { objectiveId: ObjectiveId; goalId: GoalId; participantId: ParticipantId; number: string; text: string; ownWords: string };

/**
 * The objectives that people work on now, numbered goal.objective, with the goal in the person's own words: of open episodes, and where a discharge
 * is written down of the newest one, since the notes of its last days are still to be signed.
 */
export async function listOpenObjectives(tx: Tx, orgId: string, participantIds: readonly string[]): Promise<OpenObjective[]> {
  const { rows } = await sql<OpenObjective>`
    select o.id as "objectiveId", g.id as "goalId", g.participant_id as "participantId", g.position || '.' || o.position as number, o.text, g.own_words as "ownWords"
      from plan_goals g
      join plan_objectives o on o.org_id = g.org_id and o.goal_id = g.id and o.ended_at is null
      join episodes e on e.org_id = g.org_id and e.id = g.episode_id
       and (e.ended_on is null or not exists (select 1 from episodes l where l.org_id = e.org_id and l.participant_id = e.participant_id and l.admitted_on > e.admitted_on))
     where g.org_id = ${orgId} and g.participant_id = any(${participantIds}::uuid[]) and g.ended_at is null
     order by g.participant_id, g.position, o.position
  `.execute(tx);
  return rows;
}

export type NumberedRow = { position: number; hasEnded: boolean };
type Written = { at: Date; by: string };

/** Every goal of an episode, ended ones too. Ask with the episode locked. */
export async function listGoalNumbers(tx: Tx, orgId: string, episodeId: string): Promise<NumberedRow[]> {
  const { rows } = await sql<NumberedRow>`select position, ended_at is not null as "hasEnded" from plan_goals where org_id = ${orgId} and episode_id = ${episodeId}`.execute(tx);
  return rows;
}

/** Every objective of a goal, ended ones too. Ask with the goal locked. */
export async function listObjectiveNumbers(tx: Tx, orgId: string, goal: string): Promise<NumberedRow[]> {
  const { rows } = await sql<NumberedRow>`select position, ended_at is not null as "hasEnded" from plan_objectives where org_id = ${orgId} and goal_id = ${goal}`.execute(tx);
  return rows;
}

export type NewGoal = { id: string; episodeId: string; participantId: string; position: number; problem: string; ownWords: string };

export async function insertGoal(tx: Tx, orgId: string, goal: NewGoal, { at, by }: Written): Promise<void> {
  await sql`
    insert into plan_goals (org_id, id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)
    values (${orgId}, ${goal.id}, ${goal.episodeId}, ${goal.participantId}, ${goal.position}, ${goal.problem}, ${goal.ownWords}, ${at}, ${by})
  `.execute(tx);
}

export async function insertObjective(tx: Tx, orgId: string, one: { id: string; goalId: string; position: number; text: string }, { at, by }: Written): Promise<void> {
  await sql`
    insert into plan_objectives (org_id, id, goal_id, position, text, recorded_at, recorded_by) values (${orgId}, ${one.id}, ${one.goalId}, ${one.position}, ${one.text}, ${at}, ${by})
  `.execute(tx);
}

/** In which episode a goal stands; its row is not locked. */
export async function findEpisodeOfGoal(tx: Tx, orgId: string, goal: string): Promise<string | null> {
  const { rows } = await sql<{ episodeId: string }>`select episode_id as "episodeId" from plan_goals where org_id = ${orgId} and id = ${goal}`.execute(tx);
  return rows[0]?.episodeId ?? null;
}

/** Under which goal an objective stands; its row is not locked. */
export async function findGoalOfObjective(tx: Tx, orgId: string, objective: string): Promise<string | null> {
  const { rows } = await sql<{ goalId: string }>`select goal_id as "goalId" from plan_objectives where org_id = ${orgId} and id = ${objective}`.execute(tx);
  return rows[0]?.goalId ?? null;
}

/** Whether a goal has ended. Ask with its episode locked. */
export async function hasGoalEnded(tx: Tx, orgId: string, goal: string): Promise<boolean> {
  const { rows } = await sql<{ hasEnded: boolean }>`select ended_at is not null as "hasEnded" from plan_goals where org_id = ${orgId} and id = ${goal}`.execute(tx);
  return rows[0]?.hasEnded ?? true;
}

/** Whether an objective has ended. Ask with its episode locked. */
export async function hasObjectiveEnded(tx: Tx, orgId: string, objective: string): Promise<boolean> {
  const { rows } = await sql<{ hasEnded: boolean }>`select ended_at is not null as "hasEnded" from plan_objectives where org_id = ${orgId} and id = ${objective}`.execute(tx);
  return rows[0]?.hasEnded ?? true;
}

export async function setGoalEnd(tx: Tx, orgId: string, goal: string, end: Written | null): Promise<void> {
  await sql`update plan_goals set ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${goal}`.execute(tx);
}

export async function setObjectiveEnd(tx: Tx, orgId: string, objective: string, end: Written | null): Promise<void> {
  await sql`update plan_objectives set ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${objective}`.execute(tx);
}

export async function insertReview(tx: Tx, orgId: string, one: { id: string; episodeId: string; reviewedOn: string; nextOn: string }, { at, by }: Written): Promise<void> {
  await sql`
    insert into plan_reviews (org_id, id, episode_id, reviewed_on, next_on, recorded_at, recorded_by) values (${orgId}, ${one.id}, ${one.episodeId}, ${one.reviewedOn}, ${one.nextOn}, ${at}, ${by})
  `.execute(tx);
}
