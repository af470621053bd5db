/** Who is meant by what was typed at a tablet: exactly one person expected there and then, or nobody. */
import { addMinutes } from '../../../values/minutes.ts';

/** People may say that they are here from an hour before the start, as staff may stamp them in from then (design 3.3). */
export const CLAIMS_FROM_MINUTES = 60;
/** From when a tablet inside a group room may list the names of its session (W23). */
export const LISTS_FROM_MINUTES = 15;
/** A page that stood open for a moment longer still means what it showed. */
export const TAPS_UNTIL_MINUTES = 10;

export type Expected = {
  readonly participantId: string; readonly sessionId: string; readonly start: Date; readonly end: Date; readonly isHere: boolean;
  readonly number: string; readonly legalGivenName: string; readonly legalFamilyName: string; readonly chosenName: string | null;
};

/** Without accents, capitals, punctuation and doubled spaces. */
export function plainName(text: string): string {
  return text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, ' ').trim();
}

function compact(text: string): string {
  return plainName(text).replaceAll(' ', '');
}

/** Everything a person may call himself or herself here: full names, first name and initial, the number. Never a first name alone. */
function namesOf({ number, legalGivenName, legalFamilyName, chosenName }: Expected): Set<string> {
  const firsts = [legalGivenName, ...(chosenName === null ? [] : [chosenName])].map(compact).filter((name) => name !== '');
  const family = compact(legalFamilyName);
  const initial = Array.from(family)[0] ?? '';
  // A chosen name may have its family name in it already.
  const whole = chosenName !== null && plainName(chosenName).includes(' ') ? [compact(chosenName)] : [];
  return new Set([compact(number), ...whole, ...(family === '' ? [] : firsts.flatMap((first) => [`${first}${family}`, `${family}${first}`, `${first}${initial}`]))]);
}

export type Match = { readonly participantId: string; readonly sessionId: string };

/** Which of several sessions: the first in which the person is not yet, else the first. */
function sessionOf(rows: readonly Expected[]): Match | null {
  const first = rows.toSorted((a, b) => Number(a.isHere) - Number(b.isHere) || a.start.getTime() - b.start.getTime())[0];
  return first === undefined ? null : { participantId: first.participantId, sessionId: first.sessionId };
}

export function matchTyped(typed: string, expected: readonly Expected[], now: Date): Match | null {
  const said = compact(typed);
  if (said === '') return null;
  const open = expected.filter((one) => now >= addMinutes(one.start, -CLAIMS_FROM_MINUTES) && now <= one.end);
  const meant = open.filter((one) => namesOf(one).has(said));
  return new Set(meant.map((one) => one.participantId)).size === 1 ? sessionOf(meant) : null;
}

/** The session whose people a tablet in its room lists now: the one that runs, else the one that begins soonest. */
export function sessionListed<Session extends { readonly start: Date; readonly end: Date }>(sessions: readonly Session[], now: Date): Session | null {
  const open = sessions.filter(({ start, end }) => now >= addMinutes(start, -LISTS_FROM_MINUTES) && now <= end);
  // Where one ends while the next is due, whoever stands at the tablet comes for the next.
  return open.toSorted((a, b) => b.start.getTime() - a.start.getTime())[0] ?? null;
}
