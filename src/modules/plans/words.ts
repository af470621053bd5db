/** The nouns of plans: goals in the person's own words, and objectives under them. */
import { z } from 'zod';
import { uuid } from '../../values/wire.ts';

export const objectiveId = uuid.brand<'ObjectiveId'>();
export type ObjectiveId = z.infer<typeof objectiveId>;
export const goalId = uuid.brand<'GoalId'>();
export type GoalId = z.infer<typeof goalId>;

/** What the person says to the plan as it is signed. */
export const PLAN_AGREEMENTS = ['agrees', 'agrees-in-part', 'does-not-agree', 'not-asked'] as const;
export const planAgreement = z.enum(PLAN_AGREEMENTS);
