/** What may be changed about a member of staff: roles with at least one administrator left, and an end that leaves nothing behind. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';

export type Difference<One> = { readonly ended: One[]; readonly begun: One[] };

/** What ends and what begins when a list is replaced by another; what stands in both is left alone. */
export function differenceOf<One>(held: readonly One[], wanted: readonly One[]): Difference<One> {
  const begun = [...new Set(wanted)].filter((one) => !held.includes(one));
  return { ended: held.filter((one) => !wanted.includes(one)), begun };
}

/** @param administrators everybody who is an administrator now and whose end is not written down */
export function isLastAdministrator(administrators: readonly string[], staffId: string): boolean {
  return administrators.includes(staffId) && administrators.every((one) => one === staffId);
}

export function decideRoles(staffId: string, held: readonly string[], wanted: readonly string[], administrators: readonly string[]): Outcome<Difference<string>, 'last-administrator'> {
  const difference = differenceOf(held, wanted);
  if (difference.ended.includes('administrator') && isLastAdministrator(administrators, staffId)) return refuse('last-administrator');
  return { value: difference };
}

/** What somebody would leave behind: groups without a leader, days with nobody on call. */
export type LeftBehind = { readonly groups: readonly string[]; readonly onCallDays: readonly string[] };

export function decideLeaving(left: LeftBehind): Outcome<null, 'still-leads' | 'still-on-call'> {
  if (left.groups.length > 0) return refuse('still-leads', { groups: left.groups });
  if (left.onCallDays.length > 0) return refuse('still-on-call', { days: left.onCallDays });
  return { value: null };
}

export type EndFacts = LeftBehind & { readonly staffId: string; readonly startedOn: string; readonly administrators: readonly string[] };

export function decideEnd(facts: EndFacts, lastDay: string): Outcome<null, 'ends-before-start' | 'last-administrator' | 'still-leads' | 'still-on-call'> {
  if (lastDay < facts.startedOn) return refuse('ends-before-start', { startedOn: facts.startedOn });
  if (isLastAdministrator(facts.administrators, facts.staffId)) return refuse('last-administrator');
  return decideLeaving(facts);
}

/**
 * The instant from which an end holds. Written on the last day or later it holds at once, so that somebody who must go is out within seconds;
 * written ahead it holds once the last day is over at every site of the person.
 */
export function endHoldsFrom(now: Date, sites: readonly { lastDayBegins: Date; lastDayIsOver: Date }[]): Date {
  const ahead = sites.filter((site) => site.lastDayBegins.getTime() > now.getTime());
  if (ahead.length === 0) return now;
  return new Date(Math.max(...sites.map((site) => site.lastDayIsOver.getTime())));
}
