/** All SQL of objectives: what will be seen when a goal is reached, and by which day. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { ParticipantId } from '../../people/words.ts';
import type { GoalId, ObjectiveId } from '../words.ts';
import type { NumberedRow, Written } from './goals.ts';

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

export type ObjectiveRow = NumberedRow & { objectiveId: ObjectiveId; goalId: GoalId; text: string; targetOn: CivilDate | null };

/** Every objective of these goals, ended ones too, in the order of their numbers. */
export async function listObjectives(tx: Tx, orgId: string, goals: readonly string[]): Promise<ObjectiveRow[]> {
  const { rows } = await sql<ObjectiveRow>`
    select id as "objectiveId", goal_id as "goalId", position, text, target_on as "targetOn", ended_at is not null as "hasEnded"
      from plan_objectives where org_id = ${orgId} and goal_id = any(${goals}::uuid[]) order by position
  `.execute(tx);
  return rows;
}

/** One objective as it stands; its row is not locked: whoever changes it holds its episode. */
export async function findObjective(tx: Tx, orgId: string, objective: string): Promise<ObjectiveRow | null> {
  const { rows } = await sql<ObjectiveRow>`
    select id as "objectiveId", goal_id as "goalId", position, text, target_on as "targetOn", ended_at is not null as "hasEnded" from plan_objectives where org_id = ${orgId} and id = ${objective}
  `.execute(tx);
  return rows[0] ?? null;
}

export type NewObjective = { id: string; goalId: string; position: number; text: string; targetOn: string | null };

export async function insertObjective(tx: Tx, orgId: string, one: NewObjective, { at, by }: Written): Promise<void> {
  await sql`
    insert into plan_objectives (org_id, id, goal_id, position, text, target_on, recorded_at, recorded_by)
    values (${orgId}, ${one.id}, ${one.goalId}, ${one.position}, ${one.text}, ${one.targetOn}::date, ${at}, ${by})
  `.execute(tx);
}

export async function updateObjective(tx: Tx, orgId: string, objective: string, to: { text: string; targetOn: string | null }): Promise<void> {
  await sql`update plan_objectives set text = ${to.text}, target_on = ${to.targetOn}::date where org_id = ${orgId} and id = ${objective}`.execute(tx);
}

export async function setObjectiveEnd(tx: Tx, orgId: string, objective: string, end: Written | null): Promise<void> {
  await sql`update plan_objectives set ended_at = ${end?.at ?? null}::timestamptz, ended_by = ${end?.by ?? null}::uuid where org_id = ${orgId} and id = ${objective}`.execute(tx);
}
