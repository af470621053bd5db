/** All SQL of plans. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ParticipantId } from '../people/words.ts';
import type { GoalId, ObjectiveId } from './words.ts';

export type OpenObjective = { objectiveId: ObjectiveId; goalId: GoalId; participantId: ParticipantId; number: string; text: string; ownWords: string };

/** The objectives that people work on now, numbered goal.objective, with the goal in the person's own words; of open episodes only. */
export async function listOpenObjectives(tx: Tx, orgId: string, participantIds: readonly string[]): Promise<OpenObjective[]> {
  const { rows } = await sql<OpenObjective>`
    select o.id as "objectiveId", g.id as "goalId", g.participant_id as "participantId", g.position || '.' || o.position as number, o.text, g.own_words as "ownWords"
      from plan_goals g
      join plan_objectives o on o.org_id = g.org_id and o.goal_id = g.id and o.ended_at is null
      join episodes e on e.org_id = g.org_id and e.id = g.episode_id and e.ended_on is null
     where g.org_id = ${orgId} and g.participant_id = any(${participantIds}::uuid[]) and g.ended_at is null
     order by g.participant_id, g.position, o.position
  `.execute(tx);
  return rows;
}
