/** How a person stands toward a session right now: the words behind the ten-seat alphabet. */
import { wholeMinutes } from '../../../values/minutes.ts';
import type { Standing } from '../words.ts';
import type { SessionTimes, Stay } from './minutes.ts';

export type StandingFacts = {
  readonly outcome: 'present' | 'absent' | null; readonly excused?: boolean | null;
  /** By a seat of the group, or one booked here only; nobody else has one. */
  readonly hasSeat: boolean; readonly isMakeUp?: boolean; readonly stays: readonly Stay[];
};

/** The stays that have a moment of the session. Who came and went before the start, after the end or within one instant has not come: such a stay counts for nothing (W2). */
export function staysThere<S extends Stay>(times: SessionTimes, stays: readonly S[]): S[] {
  return stays.filter(({ arrivedAt, leftAt }) => arrivedAt < times.heldEnd && (leftAt === null || (leftAt > times.plannedStart && leftAt > arrivedAt)));
}

/** Whether somebody has been in the session: the one question by which a note is owed, on every page. */
export function wasThere(times: SessionTimes, stays: readonly Stay[]): boolean {
  return staysThere(times, stays).length > 0;
}

/** Whole minutes between the planned start and the first arrival; 0 when early, on time or not here. */
export function minutesLate(times: SessionTimes, stays: readonly Stay[]): number {
  const first = Math.min(...staysThere(times, stays).map((stay) => stay.arrivedAt.getTime()));
  return Number.isFinite(first) ? wholeMinutes(Math.max(0, first - times.plannedStart.getTime())) : 0;
}

/** Whether the last stay ended before the session did and nobody came back: presence that is over. */
export function hasLeftEarly(times: SessionTimes, stays: readonly Stay[]): boolean {
  if (stays.some((stay) => stay.leftAt === null)) return false;
  const last = Math.max(...stays.map((stay) => stay.leftAt?.getTime() ?? 0));
  return last < times.heldEnd.getTime();
}

/** The first question that fits answers: recorded absent, not here yet, gone early, as a make-up, late, here. */
export function decideStanding(times: SessionTimes, facts: StandingFacts, now: Date): Standing {
  if (facts.outcome === 'absent') return facts.excused === true ? 'excused' : 'absent';
  const stays = staysThere(times, facts.stays);
  if (stays.length === 0) return now < times.plannedStart ? 'expected' : 'missing';
  if (hasLeftEarly(times, stays)) return 'left-early';
  if (!facts.hasSeat || facts.isMakeUp === true) return 'make-up';
  return minutesLate(times, stays) > 0 ? 'late' : 'here';
}
