/** The nouns of plans: goals in the person's own words, objectives and interventions under them, and a plan as it was signed. */
import { z } from 'zod';
import { civilDate } from '../../values/civil-date.ts';
import { uuid } from '../../values/wire.ts';
import { staffId } from '../people/words.ts';

export const objectiveId = uuid.brand<'ObjectiveId'>();
export type ObjectiveId = z.infer<typeof objectiveId>;
export const goalId = uuid.brand<'GoalId'>();
export type GoalId = z.infer<typeof goalId>;
export const interventionId = uuid.brand<'InterventionId'>();
export type InterventionId = z.infer<typeof interventionId>;
export const signedPlanId = uuid.brand<'SignedPlanId'>();
export type SignedPlanId = z.infer<typeof signedPlanId>;

/** What the person says to the plan as it is signed. */
export const PLAN_AGREEMENTS = ['agrees', 'agrees-in-part', 'does-not-agree', 'not-asked'] as const;
export const planAgreement = z.enum(PLAN_AGREEMENTS);
export type PlanAgreement = z.infer<typeof planAgreement>;

/** What holds in a plan, as it is signed. A number is never used twice in a placement (PLN-1), so it says which row is meant for good. */
export const planContent = z.object({
  goals: z.array(z.object({
    number: z.string(), problem: z.string(), ownWords: z.string(),
    objectives: z.array(z.object({ number: z.string(), text: z.string(), targetOn: civilDate.nullable() })),
    /** `staffName` with the credential as they stood; null where the whole team answers. */
    interventions: z.array(z.object({ number: z.string(), text: z.string(), frequency: z.string(), staffId: staffId.nullable(), staffName: z.string().nullable() })),
  })),
});
export type PlanContent = z.infer<typeof planContent>;

/** What became of one part of a plan since it was signed. */
export const planChange = z.object({ part: z.enum(['goal', 'objective', 'intervention']), number: z.string(), how: z.enum(['added', 'changed', 'ended']) });
export type PlanChange = z.infer<typeof planChange>;

/** Where a signed plan stands toward its co-signature; computed, never stored. `final` waits for nobody; `replaced` by a newer one before it was co-signed. */
export const signedState = z.enum(['final', 'awaiting', 'co-signed', 'replaced']);
export type SignedState = z.infer<typeof signedState>;
