/** Weeks of a path, counted in days from where it began. */
import { addDays, daysBetween } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';

/** The week begins on the weekday of admission: days 1 to 7 are week 1. Null before the first day. */
export function weekSince(startsOn: CivilDate, day: CivilDate): number | null {
  return day < startsOn ? null : Math.floor(daysBetween(startsOn, day) / 7) + 1;
}

/** Last day of a phase as the path plans it. */
export function plannedEnd(startsOn: CivilDate, weeks: number): CivilDate {
  return addDays(startsOn, weeks * 7 - 1);
}

export type Position = { readonly phaseNo: number; readonly week: number; readonly weekOfPhase: number };

/** Where on the plan somebody is: weeks of earlier phases as planned, and of this one as lived, not beyond its plan. Null when the phase is none of the path, or begins later. */
export function positionOn(phases: readonly { weeks: number }[], { phaseNo, startsOn }: { phaseNo: number; startsOn: CivilDate }, day: CivilDate): Position | null {
  const phase = phases[phaseNo - 1];
  const weekOfPhase = weekSince(startsOn, day);
  if (phase === undefined || weekOfPhase === null) return null;
  const earlier = phases.slice(0, phaseNo - 1).reduce((sum, one) => sum + one.weeks, 0);
  return { phaseNo, week: earlier + Math.min(weekOfPhase, phase.weeks), weekOfPhase };
}
