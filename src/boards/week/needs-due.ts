/** Which document of a person is due: the plan some days after admission, then its reviews. */
import { addDays, daysBetween } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

export type PlanFacts = { readonly admittedOn: CivilDate; readonly firstGoalOn: CivilDate | null; readonly nextReviewOn: CivilDate | null };
export type DueFigures = { readonly planDueDays: number; readonly planReviewDays: number };
export type Due = { kind: 'plan' | 'review'; dueOn: CivilDate; daysLate: number };

/** What is further ahead is nobody's work today. */
const NAMED_AHEAD_DAYS = 7;

/** Null while nothing is due within a week. Before the first review, one is due some days after the first goal. */
export function dueDocument({ admittedOn, firstGoalOn, nextReviewOn }: PlanFacts, { planDueDays, planReviewDays }: DueFigures, today: CivilDate): Due | null {
  const dueOn = firstGoalOn === null ? addDays(admittedOn, planDueDays) : nextReviewOn ?? addDays(firstGoalOn, planReviewDays);
  const daysLate = daysBetween(dueOn, today);
  return daysLate < -NAMED_AHEAD_DAYS ? null : { kind: firstGoalOn === null ? 'plan' : 'review', dueOn, daysLate };
}
