/** From stays to minutes: scheduled, attended and clinical, each floored once for one person and session (W1, W2). */
import type { SessionBreak } from '../../sessions/words.ts';
import { addMinutes, intersect, lengthMs, overlap, union, wholeMinutes } from '../../../values/minutes.ts';
import type { Span } from '../../../values/minutes.ts';
import type { MinutesOfSession } from '../words.ts';

/** A session as planned, and its end as held: the planned end unless the facilitator moved it (W2). */
export type SessionTimes = { readonly plannedStart: Date; readonly plannedEnd: Date; readonly heldEnd: Date; readonly breaks: readonly SessionBreak[] };
/** One stretch of presence; `leftAt` null while the person is still there. */
export type Stay = { readonly arrivedAt: Date; readonly leftAt: Date | null };

/** The session as held: minutes before the planned start never count, minutes after the held end never count (W2). */
export function heldSpan(times: SessionTimes): Span {
  return { start: times.plannedStart, end: times.heldEnd };
}

function breakSpans(times: SessionTimes): Span[] {
  return union(times.breaks.filter((one) => one.taken).map((one) => {
    const start = addMinutes(times.plannedStart, one.startMinute);
    return { start, end: addMinutes(start, one.minutes) };
  }));
}

function presence(stays: readonly Stay[], frame: Span): Span[] {
  const closed = stays.map((stay) => ({ start: stay.arrivedAt, end: stay.leftAt ?? frame.end }));
  return union(closed.map((span) => overlap(span, frame)).filter((span) => span !== null));
}

/** The stretches in which a person was in the session as held: touching and overlapping stays are one, what lies outside is none. */
export function presenceIn(times: SessionTimes, stays: readonly Stay[]): Span[] {
  return presence(stays, heldSpan(times));
}

/**
 * Minutes of one person in one session (rule version MINUTES_RULE).
 * Scheduled = planned end minus planned start. Attended = presence inside the session as held. Clinical = attended minus breaks as held.
 * @param until open stays count up to here, at most the held end: now while the session runs, any later time afterwards
 */
export function decideMinutes(times: SessionTimes, stays: readonly Stay[], until: Date): MinutesOfSession {
  const whole = heldSpan(times);
  const frame = until < whole.end ? { start: whole.start, end: until < whole.start ? whole.start : until } : whole;
  const present = presence(stays, frame);
  const inBreaks = intersect(present, breakSpans(times));
  return {
    scheduled: wholeMinutes(times.plannedEnd.getTime() - times.plannedStart.getTime()),
    attended: wholeMinutes(lengthMs(present)),
    clinical: wholeMinutes(lengthMs(present) - lengthMs(inBreaks)),
  };
}

/** Clinical minutes of somebody who stays from the planned start to the held end: what the session can give. */
export function clinicalMinutesOf(times: SessionTimes): number {
  return decideMinutes(times, [{ arrivedAt: times.plannedStart, leftAt: null }], times.heldEnd).clinical;
}

/** Minutes of breaks inside the session as held: what makes its clinical minutes fewer than its planned ones. */
export function breakMinutesOf(times: SessionTimes): number {
  return wholeMinutes(lengthMs(intersect(breakSpans(times), [heldSpan(times)])));
}
