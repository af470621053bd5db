/** What ends with an episode, whether it may end on a day, and how long that can be taken back. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import { isTooFar } from './admission.ts';

/** Anything with a first and a last day, null while it goes on. */
export type Dated = { readonly id: string; readonly startsOn: CivilDate; readonly endedOn: CivilDate | null };
export type Ending<Row> = { readonly cut: readonly Row[]; readonly withdrawn: readonly Row[] };

/** What reaches past the last day is cut to it; what would begin after it is withdrawn; what ended by then stays as it is. */
export function decideEnding<Row extends Dated>(rows: readonly Row[], lastDay: CivilDate): Ending<Row> {
  const reaching = rows.filter((row) => row.endedOn === null || row.endedOn > lastDay);
  return { cut: reaching.filter((row) => row.startsOn <= lastDay), withdrawn: reaching.filter((row) => row.startsOn > lastDay) };
}

export type EndFacts = {
  readonly admittedOn: CivilDate; readonly endedOn: CivilDate | null; readonly today: CivilDate;
  /** Last local day on which the person was present under this episode. */
  readonly lastHere: CivilDate | null;
};

/** @param ahead days that may lie between today and the last day */
export function decideDischarge(facts: EndFacts, lastDay: CivilDate, ahead: number): Outcome<null, 'already-discharged' | 'day-outside-episode' | 'day-too-far' | 'was-here-after'> {
  if (facts.endedOn !== null) return refuse('already-discharged', { lastDay: facts.endedOn });
  if (lastDay < facts.admittedOn) return refuse('day-outside-episode');
  if (isTooFar(lastDay, facts.today, ahead)) return refuse('day-too-far');
  if (facts.lastHere !== null && facts.lastHere > lastDay) return refuse('was-here-after', { day: facts.lastHere });
  return { value: null };
}

/** A call to somebody who is still here has to be made; once the last day is here or over, or before the call is due, there is nobody to call. */
export function endsTask(task: { readonly kind: string; readonly dueOn: CivilDate }, lastDay: CivilDate, today: CivilDate): boolean {
  return task.kind !== 'danger' && (lastDay <= today || task.dueOn > lastDay);
}

/** On the day on which it was written, and while the last day is still ahead. */
export function undoUntil(writtenOn: CivilDate, lastDay: CivilDate): CivilDate {
  return writtenOn > lastDay ? writtenOn : lastDay;
}

type Written = { readonly writtenOn: CivilDate; readonly lastDay: CivilDate; readonly nextEpisodeId: string | null };

/** Null when it may be taken back. An admission cannot be unmade, so a transfer cannot either. */
export function decideUndo(discharge: Written | null, today: CivilDate): 'not-discharged' | 'transfer-stays' | 'undo-day-passed' | null {
  if (discharge === null) return 'not-discharged';
  if (discharge.nextEpisodeId !== null) return 'transfer-stays';
  return today > undoUntil(discharge.writtenOn, discharge.lastDay) ? 'undo-day-passed' : null;
}
