/** May this stamp be made: arriving, leaving and taking a stamp back. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addMinutes } from '../../../values/minutes.ts';

/** Arrivals may be stamped from an hour before the start (design 3.3: "only in the hour around its start"). */
export const OPENS_MINUTES_BEFORE = 60;
/** A second tap takes a stamp back for five seconds (design 4, roster row); the rest is for a slow network. */
export const UNDO_SECONDS = 10;

export type StampFacts = {
  readonly session: { readonly plannedStart: Date; readonly heldEnd: Date; readonly isCanceled: boolean };
  readonly isSigned: boolean;
  /** The person's own: of the group, or booked in this session only (then without an enrollment). */
  readonly seat: { readonly enrollmentId: string | null; readonly seatNo: number } | null;
  readonly attendance: { readonly id: string; readonly outcome: 'present' | 'absent' } | null;
  readonly openStay: { readonly id: string; readonly arrivedAt: Date } | null;
};

type ArrivalRefusal = 'session-canceled' | 'too-early-to-stamp' | 'not-on-roster' | 'already-signed' | 'time-in-the-future' | 'session-over';
/** What to write: nothing when the person is here already, else a stay, under a new attendance where there is none that says present. */
export type Arrival =
  | { readonly step: 'here-already'; readonly at: Date }
  | { readonly step: 'open-stay'; readonly at: Date; readonly newAttendance: boolean; /** The absence that this arrival proves wrong. */ readonly instead: string | null };

export function decideArrival(facts: StampFacts, at: Date, now: Date): Outcome<Arrival, ArrivalRefusal> {
  const { session, attendance } = facts;
  if (session.isCanceled) return refuse('session-canceled');
  if (facts.isSigned) return refuse('already-signed');
  if (at > now) return refuse('time-in-the-future');
  if (at < addMinutes(session.plannedStart, -OPENS_MINUTES_BEFORE)) {
    return refuse('too-early-to-stamp', { opensAt: addMinutes(session.plannedStart, -OPENS_MINUTES_BEFORE).toISOString() });
  }
  if (facts.openStay !== null) return { value: { step: 'here-already', at: facts.openStay.arrivedAt } };
  if (attendance === null && facts.seat === null) return refuse('not-on-roster');
  if (at >= session.heldEnd) return refuse('session-over', { endedAt: session.heldEnd.toISOString() });
  return { value: { step: 'open-stay', at, newAttendance: attendance?.outcome !== 'present', instead: attendance?.outcome === 'absent' ? attendance.id : null } };
}

type LeavingRefusal = 'session-canceled' | 'already-signed' | 'not-here' | 'left-before-arriving' | 'time-in-the-future';

export function decideLeaving(facts: StampFacts, at: Date, now: Date): Outcome<{ stayId: string; at: Date }, LeavingRefusal> {
  if (facts.session.isCanceled) return refuse('session-canceled');
  if (facts.isSigned) return refuse('already-signed');
  if (facts.openStay === null) return refuse('not-here');
  if (at > now) return refuse('time-in-the-future');
  if (at < facts.openStay.arrivedAt) return refuse('left-before-arriving', { arrivedAt: facts.openStay.arrivedAt.toISOString() });
  return { value: { stayId: facts.openStay.id, at } };
}

export type LastStamp = { readonly stayId: string; readonly kind: 'arrived' | 'left'; readonly stampedAt: Date; readonly at: Date };

export function decideTakeBack(last: LastStamp | null, isSigned: boolean, now: Date): Outcome<LastStamp, 'already-signed' | 'not-here' | 'undo-passed'> {
  if (isSigned) return refuse('already-signed');
  if (last === null) return refuse('not-here');
  if (now.getTime() - last.stampedAt.getTime() > UNDO_SECONDS * 1000) return refuse('undo-passed', { stampedAt: last.stampedAt.toISOString() });
  return { value: last };
}
