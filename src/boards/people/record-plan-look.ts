/** What of a plan somebody should look at: it is not written, not signed, or to be reviewed. */
import { addDays, daysBetween } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { dueDocument } from '../week/needs-due.ts';
import type { DueFigures, PlanFacts } from '../week/needs-due.ts';

export type PlanLook = { kind: 'plan' | 'signature' | 'review'; dueOn: CivilDate; daysLate: number };

/** What is further ahead is nobody's work today; the board of the week says the same. */
const NAMED_AHEAD_DAYS = 7;

/** A plan with goals but no signature is due on the day on which it had to be written. */
export function decidePlanLook(facts: PlanFacts & { readonly isSigned: boolean }, figures: DueFigures, today: CivilDate): PlanLook | null {
  if (facts.firstGoalOn === null || facts.isSigned) return dueDocument(facts, figures, today);
  const dueOn = addDays(facts.admittedOn, figures.planDueDays);
  const daysLate = daysBetween(dueOn, today);
  return daysLate < -NAMED_AHEAD_DAYS ? null : { kind: 'signature', dueOn, daysLate };
}
