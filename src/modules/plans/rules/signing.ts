/** When a plan can be signed and co-signed, and where a signed one stands. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import type { PlanAgreement, PlanContent, SignedState } from '../words.ts';
import { changesSince } from './content.ts';

/** Goals that say what is wanted but not what will be seen when it is reached. */
export function bareGoals(content: PlanContent): string[] {
  return content.goals.filter((goal) => goal.objectives.length === 0).map((goal) => goal.number);
}

export type Said = { readonly agreement: PlanAgreement; readonly agreementWords: string };

/** The first question that fails refuses; what is seen and what stands are compared before. The same plan is signed again when the person now says something else to it. */
export function decidePlanSigning(content: PlanContent, said: Said, newest: (Said & { readonly content: PlanContent }) | null): Outcome<PlanContent, 'plan-empty' | 'goal-bare' | 'signed-already'> {
  if (content.goals.length === 0) return refuse('plan-empty');
  const goals = bareGoals(content);
  if (goals.length > 0) return refuse('goal-bare', { goals });
  const isSame = newest !== null && changesSince(newest.content, content).length === 0 && newest.agreement === said.agreement && newest.agreementWords === said.agreementWords;
  return isSame ? refuse('signed-already') : { value: content };
}

export type SignedFacts = {
  readonly authorId: string;
  /** Whose co-signature it wanted when it was signed; null when nobody's. */
  readonly cosignBy: string | null;
  readonly isCoSigned: boolean;
  readonly isNewest: boolean;
};

export function stateOfSigned({ cosignBy, isCoSigned, isNewest }: SignedFacts): SignedState {
  if (isCoSigned) return 'co-signed';
  if (cosignBy === null) return 'final';
  return isNewest ? 'awaiting' : 'replaced';
}

/** `waits`: for this one, by the same rule as notes (W13). */
export function decideCoSignature(plan: SignedFacts, asker: { readonly id: string; readonly waits: boolean }): 'plan-not-awaiting' | 'plan-co-signed-before' | 'plan-replaced' | 'own-plan' | 'plan-waits-for-another' | null {
  const state = stateOfSigned(plan);
  if (state === 'co-signed') return 'plan-co-signed-before';
  if (state === 'final') return 'plan-not-awaiting';
  if (state === 'replaced') return 'plan-replaced';
  if (plan.authorId === asker.id) return 'own-plan';
  return asker.waits ? null : 'plan-waits-for-another';
}
