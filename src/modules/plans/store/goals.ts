/** All SQL of goals: what a person wants to reach, in the person's own words. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { GoalId } from '../words.ts';

export type Written = { at: Date; by: string };
export type NumberedRow = { position: number; hasEnded: boolean };
export type GoalRow = NumberedRow & { goalId: GoalId; episodeId: string; problem: string; ownWords: string };

/** Every goal of these episodes, ended ones too, in the order of their numbers. */
export async function listGoals(tx: Tx, orgId: string, episodeIds: readonly string[]): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select id as "goalId", episode_id as "episodeId", position, problem, own_words as "ownWords", ended_at is not null as "hasEnded"
      from plan_goals where org_id = ${orgId} and episode_id = any(${episodeIds}::uuid[]) order by position
  `.execute(tx);
  return rows;
}

/** One goal as it stands; its row is not locked: whoever changes it holds its episode. */
export async function findGoal(tx: Tx, orgId: string, goal: string): Promise<GoalRow | null> {
  const { rows } = await sql<GoalRow>`
    select id as "goalId", episode_id as "episodeId", position, problem, own_words as "ownWords", ended_at is not null as "hasEnded" from plan_goals where org_id = ${orgId} and id = ${goal}
  `.execute(tx);
  return rows[0] ?? null;
}

export type NewGoal = { id: string; episodeId: string; participantId: string; position: number; problem: string; ownWords: string };

export async function insertGoal(tx: Tx, orgId: string, goal: NewGoal, { at, by }: Written): Promise<void> {
  await sql`
    insert into plan_goals (org_id, id, episode_id, participant_id, position, problem, own_words, recorded_at, recorded_by)
    values (${orgId}, ${goal.id}, ${goal.episodeId}, ${goal.participantId}, ${goal.position}, ${goal.problem}, ${goal.ownWords}, ${at}, ${by})
  `.execute(tx);
}

export async function updateGoal(tx: Tx, orgId: string, goal: string, to: { problem: string; ownWords: string }): Promise<void> {
  await sql`update plan_goals set problem = ${to.problem}, own_words = ${to.ownWords} where org_id = ${orgId} and id = ${goal}`.execute(tx);
}

export async function setGoalEnd(tx: Tx, orgId: string, goal: string, end: Written | null): Promise<void> {
  await sql`update plan_goals set ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${goal}`.execute(tx);
}
