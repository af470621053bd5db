/** How a person stands toward a session right now: the words behind the ten-seat alphabet. */
import { wholeMinutes } from '../../../values/minutes.ts';
import type { Standing } from '../words.ts';
import type { SessionTimes, Stay } from './minutes.ts';

export type StandingFacts = { readonly outcome: 'present' | 'absent' | null; readonly hasSeat: boolean; readonly stays: readonly Stay[] };

/** Whole minutes between the planned start and the first arrival; 0 when early, on time or not here. */
export function minutesLate(times: SessionTimes, stays: readonly Stay[]): number {
  const first = Math.min(...stays.map((stay) => stay.arrivedAt.getTime()));
  return Number.isFinite(first) ? wholeMinutes(Math.max(0, first - times.plannedStart.getTime())) : 0;
}

/** Whether the last stay ended before the session did and nobody came back: presence that is over. */
export function hasLeftEarly(times: SessionTimes, stays: readonly Stay[]): boolean {
  if (stays.some((stay) => stay.leftAt === null)) return false;
  const last = Math.max(...stays.map((stay) => stay.leftAt?.getTime() ?? 0));
  return last < times.heldEnd.getTime();
}

/** The first question that fits answers: recorded absent, not here yet, gone early, without a seat, late, here. */
export function decideStanding(times: SessionTimes, facts: StandingFacts, now: Date): Standing {
  if (facts.outcome === 'absent') return 'absent';
  if (facts.stays.length === 0) return now < times.plannedStart ? 'expected' : 'missing';
  if (hasLeftEarly(times, facts.stays)) return 'left-early';
  if (!facts.hasSeat) return 'make-up';
  return minutesLate(times, facts.stays) > 0 ? 'late' : 'here';
}
