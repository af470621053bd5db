/** The nouns of plans: goals in the person's own words, and objectives under them. */
import type { z } from 'zod';
import { uuid } from '../../values/wire.ts';

export const objectiveId = uuid.brand<'ObjectiveId'>();
export type ObjectiveId = z.infer<typeof objectiveId>;
export const goalId = uuid.brand<'GoalId'>();
export type GoalId = z.infer<typeof goalId>;
