/** A plan whole: goals with objectives and interventions, ended ones too, in three statements for any number of episodes. */
import type { Tx } from '../../../platform/database.ts';
import { listGoals } from './goals.ts';
import type { GoalRow } from './goals.ts';
import { listInterventions } from './interventions.ts';
import type { InterventionRow } from './interventions.ts';
import { listObjectives } from './objectives.ts';
import type { ObjectiveRow } from './objectives.ts';

export type WholeGoal = GoalRow & { objectives: ObjectiveRow[]; interventions: InterventionRow[] };

export async function listWholeGoals(tx: Tx, orgId: string, episodeIds: readonly string[]): Promise<WholeGoal[]> {
  const goals = await listGoals(tx, orgId, episodeIds);
  const ids = goals.map((goal) => goal.goalId);
  const [objectives, interventions] = await Promise.all([listObjectives(tx, orgId, ids), listInterventions(tx, orgId, ids)]);
  const [objectivesOf, interventionsOf] = [Map.groupBy(objectives, (one) => one.goalId), Map.groupBy(interventions, (one) => one.goalId)];
  return goals.map((goal) => ({ ...goal, objectives: objectivesOf.get(goal.goalId) ?? [], interventions: interventionsOf.get(goal.goalId) ?? [] }));
}
