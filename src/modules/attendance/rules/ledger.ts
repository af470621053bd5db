/** The hours ledger as a reading: rows of one week to sums, standing and forecast (W4 to W7). */
import type { LedgerStanding, MinutesOfSession } from '../words.ts';
import { breakMinutesOf, decideMinutes, presenceIn } from './minutes.ts';
import type { SessionTimes, Stay } from './minutes.ts';
import { hasLeftEarly, minutesLate, wasThere } from './standing.ts';

export type LedgerFacts = {
  readonly times: SessionTimes; readonly stays: readonly Stay[]; readonly outcome: 'present' | 'absent' | null; readonly isCanceled: boolean;
  readonly isCounted: boolean; readonly note: MinutesOfSession | null;
};
export type Difference = 'came-late' | 'left-early' | 'was-away-between' | 'break-left-out' | 'ended-early' | 'did-not-come' | 'not-counted-for-floor';
export type LedgerLine = { minutes: MinutesOfSession; standing: LedgerStanding; differences: Difference[] };

function standingOf(facts: LedgerFacts, now: Date): LedgerStanding {
  if (facts.note !== null) return 'documented';
  if (facts.isCanceled) return 'canceled';
  if (facts.outcome === 'absent') return 'missed';
  if (now < facts.times.heldEnd && facts.stays.some((stay) => stay.leftAt === null)) return 'running';
  // Who came and went before the start can still come: the session stays booked (W7).
  if (wasThere(facts.times, facts.stays) && now >= facts.times.plannedStart) return 'provisional';
  return now < facts.times.heldEnd ? 'booked' : 'missed';
}

function differencesOf(facts: LedgerFacts, minutes: MinutesOfSession, standing: LedgerStanding): Difference[] {
  const said: Difference[] = [];
  if (standing === 'missed') said.push('did-not-come');
  else if (standing === 'booked' && breakMinutesOf(facts.times) > 0) said.push('break-left-out');
  else if (standing !== 'booked' && standing !== 'canceled' && facts.stays.length > 0) {
    if (minutesLate(facts.times, facts.stays) > 0) said.push('came-late');
    if (presenceIn(facts.times, facts.stays).length > 1) said.push('was-away-between');
    if (hasLeftEarly(facts.times, facts.stays)) said.push('left-early');
    if (minutes.clinical < minutes.attended) said.push('break-left-out');
    if (facts.times.heldEnd < facts.times.plannedEnd) said.push('ended-early');
  }
  if (!facts.isCounted) said.push('not-counted-for-floor');
  return said;
}

/** One row of the account. A signed note's minutes stand as signed; canceled and missed give none; the rest is computed from stays up to now. */
export function decideLine(facts: LedgerFacts, now: Date): LedgerLine {
  const standing = standingOf(facts, now);
  const counted = standing === 'canceled' || standing === 'missed' ? [] : facts.stays;
  const minutes = facts.note ?? decideMinutes(facts.times, counted, now);
  return { minutes, standing, differences: differencesOf(facts, minutes, standing) };
}

/** `done` is what has been given so far; of it `provisional` begins at stamp-out or session end (W6), so somebody still there is in neither part. */
export type Account = { done: MinutesOfSession; documentedMinutes: number; provisionalMinutes: number; forecastMinutes: number };

/** What one line adds to the forecast (W7): what is done, or for a session still to come all it can give. */
export function forecastOf(line: LedgerLine, expected: number): number {
  if (line.standing === 'booked') return expected;
  if (line.standing === 'running') return Math.max(line.minutes.clinical, expected);
  return line.standing === 'missed' || line.standing === 'canceled' ? 0 : line.minutes.clinical;
}

/**
 * Sums a week. Only counted rows enter; done = sums over what has begun, forecast = done plus what is still booked.
 * @param rows each line with whether its session type counts (W4) and the clinical minutes still to be had from it
 */
export function sumAccount(rows: readonly { line: LedgerLine; isCounted: boolean; expected: number }[]): Account {
  const account: Account = { done: { scheduled: 0, attended: 0, clinical: 0 }, documentedMinutes: 0, provisionalMinutes: 0, forecastMinutes: 0 };
  for (const { line, isCounted, expected } of rows) {
    if (!isCounted) continue;
    account.forecastMinutes += forecastOf(line, expected);
    if (line.standing === 'booked' || line.standing === 'canceled') continue;
    account.done.scheduled += line.minutes.scheduled;
    account.done.attended += line.minutes.attended;
    account.done.clinical += line.minutes.clinical;
    if (line.standing === 'documented') account.documentedMinutes += line.minutes.clinical;
    else if (line.standing === 'provisional') account.provisionalMinutes += line.minutes.clinical;
  }
  return account;
}

/**
 * Minutes somebody can still reach in a session (W7): from the arrival to the end as held; for somebody who is not there yet
 * (gone before the start is not there) from now, or from the start when it has not begun.
 */
export function reachable(times: SessionTimes, stays: readonly Stay[], now: Date): MinutesOfSession {
  if (wasThere(times, stays)) return decideMinutes(times, stays, times.heldEnd);
  return decideMinutes(times, [{ arrivedAt: now > times.plannedStart ? now : times.plannedStart, leftAt: null }], times.heldEnd);
}

/** The clinical part of what is reachable: what a row may still bring to the forecast. */
export function reachableMinutes(times: SessionTimes, stays: readonly Stay[], now: Date): number {
  return reachable(times, stays, now).clinical;
}
