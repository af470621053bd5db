/** Where a path goes next: the phase that somebody set, or else the one that the plan has next, and the last day as it stands now. */
import { plannedEnd } from '../../modules/placements/index.ts';
import { addDays } from '../../values/civil-date.ts';
import type { CivilDate } from '../../values/civil-date.ts';

export type StepPhase = { readonly name: string; readonly weeks: number; readonly level: string; /** Clinical minutes that the path plans for a week; null where it names no blocks. */ readonly minutes: number | null };
export type StepSegment = { readonly phaseNo: number; readonly startsOn: CivilDate; readonly endedOn: CivilDate | null };
export type Step = { isSet: boolean; on: CivilDate; phaseNo: number; phaseName: string; level: string; levelChanges: boolean; minutesBefore: number | null; minutesAfter: number | null };
type Facts = { readonly phases: readonly StepPhase[]; readonly segments: readonly StepSegment[]; readonly endsOn: CivilDate | null; readonly today: CivilDate };

const last = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);

/** Last day of the path when this phase begins on this day and the later ones follow as planned. */
function endOf(phases: readonly StepPhase[], phaseNo: number, startsOn: CivilDate): CivilDate {
  return plannedEnd(startsOn, phases.slice(phaseNo - 1).reduce((weeks, phase) => weeks + phase.weeks, 0));
}

/** Null where no phase is in force or ahead. A step that the plan had for a day that is over stands on that day: it is still to be decided. */
export function decideStep({ phases, segments, endsOn, today }: Facts): { endsOn: CivilDate; step: Step | null } | null {
  const current = segments.find((one) => one.startsOn <= today && (one.endedOn === null || one.endedOn >= today));
  const ahead = segments.filter((one) => one.startsOn > today).sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const final = ahead.at(-1) ?? current;
  if (final === undefined) return null;
  const planned = current === undefined || phases[current.phaseNo] === undefined ? null
    : { phaseNo: current.phaseNo + 1, on: addDays(plannedEnd(current.startsOn, phases[current.phaseNo - 1]?.weeks ?? 1), 1) };
  const next = ahead[0] === undefined ? planned : { phaseNo: ahead[0].phaseNo, on: ahead[0].startsOn };
  const asPlanned = ahead.length > 0 || planned === null ? endOf(phases, final.phaseNo, final.startsOn) : endOf(phases, planned.phaseNo, last(planned.on, today));
  const end = endsOn !== null && endsOn < asPlanned ? endsOn : last(asPlanned, today);
  const phase = next === null ? undefined : phases[next.phaseNo - 1];
  if (next === null || phase === undefined || (endsOn !== null && next.on > endsOn)) return { endsOn: end, step: null };
  const before = current === undefined ? undefined : phases[current.phaseNo - 1];
  return {
    endsOn: end,
    step: {
      isSet: ahead.length > 0, on: next.on, phaseNo: next.phaseNo, phaseName: phase.name, level: phase.level, levelChanges: before !== undefined && before.level !== phase.level,
      minutesBefore: before?.minutes ?? null, minutesAfter: phase.minutes,
    },
  };
}
