/** What may be written into a plan, and which number it gets. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

export type Numbered = { readonly position: number; readonly hasEnded: boolean };

/** The number after the highest that was ever given, ended or not: papers and notes that name one stay true. */
export function decideNumber<Name extends string>(existing: readonly Numbered[], most: number, full: Name): Outcome<{ position: number }, Name> {
  if (existing.filter((one) => !one.hasEnded).length >= most) return refuse(full);
  return { value: { position: Math.max(0, ...existing.map((one) => one.position)) + 1 } };
}

type Asked = { readonly reviewedOn: CivilDate; readonly nextOn: CivilDate; readonly admittedOn: CivilDate; readonly today: CivilDate };

export function decideReview({ reviewedOn, nextOn, admittedOn, today }: Asked): 'review-ahead' | 'review-outside-episode' | 'next-too-early' | null {
  if (reviewedOn > today) return 'review-ahead';
  if (reviewedOn < admittedOn) return 'review-outside-episode';
  return nextOn <= reviewedOn || nextOn < today ? 'next-too-early' : null;
}

/** By when the plan is looked at: as the last review said; before the first one, the days after the admission by which a plan is due. */
export function reviewDue(nextOn: CivilDate | null, admittedOn: CivilDate, planDueDays: number): CivilDate {
  return nextOn ?? addDays(admittedOn, planDueDays);
}

/** A target day that is said now lies ahead; one that was said before may have passed. */
export function isTargetPassed(targetOn: CivilDate | null, was: CivilDate | null, today: CivilDate): boolean {
  return targetOn !== null && targetOn !== was && targetOn < today;
}
