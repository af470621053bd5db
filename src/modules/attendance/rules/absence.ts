/** May it be said that somebody did not come, and may that be taken back (W17). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addMinutes } from '../../../values/minutes.ts';
import type { AbsenceReason } from '../words.ts';
import { OPENS_MINUTES_BEFORE } from './stamping.ts';

export type Absence = { readonly reason: AbsenceReason; readonly excused: boolean; readonly detail: string };
type Session = { readonly plannedStart: Date; readonly isCanceled: boolean };

/** An absence told ahead is an excused one; that somebody simply did not come is known when arrivals are open. */
export function decideAbsenceTime(session: Session, excused: boolean, now: Date): Outcome<null, 'too-early-absent'> {
  const opensAt = addMinutes(session.plannedStart, -OPENS_MINUTES_BEFORE);
  return !excused && now < opensAt ? refuse('too-early-absent', { opensAt: opensAt.toISOString() }) : { value: null };
}

export type AbsenceFacts = {
  readonly session: Session; readonly isSigned: boolean; readonly hasSeat: boolean;
  readonly attendance: { readonly id: string; readonly outcome: 'present' | 'absent'; readonly hasStays: boolean; readonly absence: Absence | null } | null;
};
/** What to write: nothing when the same was said before. */
export type AbsenceStep = { readonly step: 'said-already'; readonly attendanceId: string } | { readonly step: 'write'; readonly instead: string | null };

export function decideAbsence(facts: AbsenceFacts, said: Absence, now: Date): Outcome<AbsenceStep, 'session-canceled' | 'already-signed' | 'not-on-roster' | 'was-here' | 'too-early-absent'> {
  const { attendance } = facts;
  if (facts.session.isCanceled) return refuse('session-canceled');
  if (facts.isSigned) return refuse('already-signed');
  if (attendance === null && !facts.hasSeat) return refuse('not-on-roster');
  if (attendance?.hasStays === true) return refuse('was-here');
  const before = attendance?.absence ?? null;
  if (attendance !== null && before !== null && before.reason === said.reason && before.excused === said.excused && before.detail === said.detail) {
    return { value: { step: 'said-already', attendanceId: attendance.id } };
  }
  const time = decideAbsenceTime(facts.session, said.excused, now);
  if ('refused' in time) return time;
  return { value: { step: 'write', instead: attendance?.id ?? null } };
}

export type TakeBackFacts = {
  readonly isSigned: boolean;
  readonly attendance: { readonly outcome: 'present' | 'absent'; /** Whether this absence corrected times that had been stamped. */ readonly insteadOfPresence: boolean } | null;
  /** Whether somebody else sits on the seat by now. */
  readonly isSeatTaken: boolean;
};

export function decideAbsenceTakeBack(facts: TakeBackFacts): Outcome<null, 'already-signed' | 'not-absent' | 'undo-passed' | 'seat-given-away'> {
  if (facts.isSigned) return refuse('already-signed');
  if (facts.attendance?.outcome !== 'absent') return refuse('not-absent');
  if (facts.attendance.insteadOfPresence) return refuse('undo-passed');
  if (facts.isSeatTaken) return refuse('seat-given-away');
  return { value: null };
}
