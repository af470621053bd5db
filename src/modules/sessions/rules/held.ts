/** What may be written about the end, the breaks and the start of a session on its day (W2). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addMinutes, wholeMinutes } from '../../../values/minutes.ts';
import type { PlannedBreak } from '../../schedules/words.ts';
import type { SessionBreak } from '../words.ts';

/** A session that runs on for longer was another session. */
const MOST_AFTER_PLANNED = 240;

export type TimesFacts = {
  readonly plannedStart: Date; readonly plannedEnd: Date; readonly heldEnd: Date; readonly isCanceled: boolean;
  /** Whether any note of it is signed. */ readonly isSigned: boolean;
  /** Whether its end or its breaks were written before. */ readonly wasHeld: boolean;
  /** The times that the last handing over changed; null when that was something else. */ readonly before?: { readonly start: Date; readonly end: Date } | null;
};

/** Whether breaks lie inside so many minutes and apart from each other. */
export function breaksFit(breaks: readonly PlannedBreak[], minutes: number): boolean {
  const sorted = [...breaks].sort((a, b) => a.startMinute - b.startMinute);
  return sorted.every((one, index) => {
    const before = sorted[index - 1];
    return one.startMinute + one.minutes <= minutes && (before === undefined || before.startMinute + before.minutes <= one.startMinute);
  });
}

/**
 * The end may be anything after the start up to four hours after the plan, but what lies after the planned end only once it has passed: an end is
 * written, not promised. An end before the planned one may be said ahead. A break planned after an early end stays, and takes nothing away.
 */
export function decideHeld(facts: TimesFacts, said: { endsAt: Date; breaks: readonly SessionBreak[] }, now: Date):
Outcome<null, 'session-canceled' | 'session-not-begun' | 'times-signed' | 'end-outside' | 'breaks-outside'> {
  if (facts.isCanceled) return refuse('session-canceled');
  if (now < facts.plannedStart) return refuse('session-not-begun');
  if (facts.isSigned) return refuse('times-signed');
  const latest = now > facts.plannedEnd ? now : facts.plannedEnd;
  if (said.endsAt <= facts.plannedStart || said.endsAt > latest || said.endsAt > addMinutes(facts.plannedEnd, MOST_AFTER_PLANNED)) return refuse('end-outside');
  const last = said.endsAt > facts.plannedEnd ? said.endsAt : facts.plannedEnd;
  return breaksFit(said.breaks, wholeMinutes(last.getTime() - facts.plannedStart.getTime())) ? { value: null } : refuse('breaks-outside');
}

/**
 * A session that begins late: the new start lies after the planned one, and the session becomes no longer. Stays are facts and stand; minutes
 * before the new start do not count, so nothing may be signed yet. Breaks count from the start and must still fit. The last handing over may be taken back.
 */
export function decideLaterStart(facts: TimesFacts, breaks: readonly PlannedBreak[], start: Date, minutes: number): Outcome<{ start: Date; end: Date }, 'times-signed' | 'start-settled'> {
  if (facts.isSigned) return refuse('times-signed');
  const end = addMinutes(start, minutes);
  if (!facts.wasHeld && facts.before?.start.getTime() === start.getTime() && facts.before.end.getTime() === end.getTime()) return { value: { start, end } };
  const isLater = start > facts.plannedStart && start < facts.plannedEnd && end >= facts.plannedEnd;
  const isNoLonger = end.getTime() - start.getTime() <= facts.plannedEnd.getTime() - facts.plannedStart.getTime();
  return isLater && isNoLonger && !facts.wasHeld && breaksFit(breaks, minutes) ? { value: { start, end } } : refuse('start-settled');
}
