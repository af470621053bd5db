/** What would mend a week that ends under its floor: the fewest sessions with a free seat that close the gap, the earliest first (W8). */
import type { Span } from '../../../values/minutes.ts';
import { overlap } from '../../../values/minutes.ts';

/** A session of the rest of the week; `minutes` are the clinical minutes that it can give. */
export type Opening = Span & { readonly sessionId: string; readonly minutes: number };
export type Way = { readonly sessionIds: readonly string[]; readonly minutes: number };

/** More sessions on top of a full week are no offer but a wish. */
const MOST_SESSIONS = 3;
const MOST_WAYS = 2;
/** Of a large site only the first so many are looked at: three of them are at most 9880 choices for each person. */
const MOST_LOOKED_AT = 40;

const meets = (one: Span, others: readonly Span[]): boolean => others.some((other) => overlap(one, other) !== null);

type Search = { readonly openings: readonly Opening[]; readonly longest: number; readonly size: number; readonly found: Way[] };

/** Tries openings in order of their start, so that what is found first begins first. */
function search(all: Search, from: number, taken: readonly Opening[], gap: number): void {
  const left = all.size - taken.length;
  if (left === 0) {
    if (gap <= 0) all.found.push({ sessionIds: taken.map((one) => one.sessionId), minutes: taken.reduce((sum, one) => sum + one.minutes, 0) });
    return;
  }
  for (let index = from; index < all.openings.length && all.found.length < MOST_WAYS && left * all.longest >= gap; index += 1) {
    const opening = all.openings[index];
    if (opening !== undefined && !meets(opening, taken)) search(all, index + 1, [...taken, opening], gap - opening.minutes);
  }
}

/**
 * At most two ways of the same least number of sessions. None: nothing is left of this week that would close the gap.
 * @param own when the person is busy already
 */
export function waysToMend(gapMinutes: number, openings: readonly Opening[], own: readonly Span[]): Way[] {
  if (gapMinutes <= 0) return [];
  const free = openings.filter((one) => one.minutes > 0 && !meets(one, own)).sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime() || (a.sessionId < b.sessionId ? -1 : 1)).slice(0, MOST_LOOKED_AT);
  const longest = Math.max(0, ...free.map((one) => one.minutes));
  for (let size = 1; size <= MOST_SESSIONS; size += 1) {
    const found: Way[] = [];
    search({ openings: free, longest, size, found }, 0, [], gapMinutes);
    if (found.length > 0) return found;
  }
  return [];
}

/** Where a week stands against its floor; an incomplete week never alarms (W5). */
export type WeekStanding = 'short' | 'open' | 'met' | 'pro-rata' | 'no-floor';

export function standingOfWeek(floor: { readonly minutes: number; readonly isProRata: boolean } | null, doneMinutes: number, forecastMinutes: number): WeekStanding {
  if (floor === null) return 'no-floor';
  if (floor.isProRata) return 'pro-rata';
  if (doneMinutes >= floor.minutes) return 'met';
  return forecastMinutes >= floor.minutes ? 'open' : 'short';
}

/** An individual or couple session belongs to whoever is in it; any other is open while it has a free seat. */
export function hasRoom(session: { readonly type: string; readonly capacity: number; readonly taken: number }): boolean {
  if (session.type === 'individual' || session.type === 'couple') return session.taken === 0;
  return session.taken < session.capacity;
}

type InTrouble = { readonly standing: WeekStanding; readonly gapMinutes: number; readonly ways: number };
const ORDER: Readonly<Record<WeekStanding, number>> = { short: 0, open: 2, met: 3, 'pro-rata': 4, 'no-floor': 5 };

/** Whoever is in trouble comes first: no way left, then what can be mended, the larger gap first; then open, met, and weeks without a whole floor. */
export function compareTrouble(one: InTrouble, other: InTrouble): number {
  const rank = ({ standing, ways }: InTrouble): number => ORDER[standing] + (standing === 'short' && ways > 0 ? 1 : 0);
  return rank(one) - rank(other) || other.gapMinutes - one.gapMinutes;
}
