/** Which step of a plan is due: writing it, signing it, or looking at it again. The board of the week and the page of a person ask here. */
import { addDays, daysBetween } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

export type PlanFacts = {
  readonly admittedOn: CivilDate; readonly hasGoals: boolean;
  /** Day of the newest signature; a plan that changed since is not due by itself. */
  readonly signedOn: CivilDate | null; readonly nextReviewOn: CivilDate | null;
};
export type DueFigures = { readonly planDueDays: number; readonly planReviewDays: number };
/** plan: none is written; signature: goals that nobody has signed; review: it is to be looked at again. */
export type Due = { kind: 'plan' | 'signature' | 'review'; dueOn: CivilDate; daysLate: number };

/** What is further ahead is nobody's work today. */
const NAMED_AHEAD_DAYS = 7;

/** Null while nothing is due within a week. A plan is due until it is signed, on the same day with goals or without; then its reviews. */
export function dueDocument({ admittedOn, hasGoals, signedOn, nextReviewOn }: PlanFacts, { planDueDays, planReviewDays }: DueFigures, today: CivilDate): Due | null {
  const dueOn = signedOn === null ? addDays(admittedOn, planDueDays) : nextReviewOn ?? addDays(signedOn, planReviewDays);
  const daysLate = daysBetween(dueOn, today);
  if (daysLate < -NAMED_AHEAD_DAYS) return null;
  return { kind: signedOn !== null ? 'review' : hasGoals ? 'signature' : 'plan', dueOn, daysLate };
}
