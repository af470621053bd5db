/** May it be written down that somebody close to a person sits in, and what is recorded of a person whose family came alone. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addDays, dateIn, startOfDay } from '../../../values/civil-date.ts';
import { addMinutes } from '../../../values/minutes.ts';
import type { Absence } from './absence.ts';
import { OPENS_MINUTES_BEFORE } from './stamping.ts';

/** Nobody sits in at a medication visit or with a peer: what is said there is between two. */
const OPEN_TO_VISITORS: readonly string[] = ['group', 'individual', 'family', 'couple'];

export function takesVisitors(sessionType: string): boolean {
  return OPEN_TO_VISITORS.includes(sessionType);
}

/** To these a family may come without the person; to every other kind nobody comes whose person is not there. */
const MAY_COME_ALONE: readonly string[] = ['family', 'couple'];

export function mayComeAlone(sessionType: string): boolean {
  return MAY_COME_ALONE.includes(sessionType);
}

/** As long as somebody still knows who sat in; later it belongs into an addendum or a contact note. */
const VISIT_DAYS = 7;

/** The last moment at which a visit is written down: when the seventh day after the session's local day is over. */
export function visitsUntil(timeZone: string, plannedStart: Date): Date {
  return startOfDay(timeZone, addDays(dateIn(timeZone, plannedStart), VISIT_DAYS + 1));
}

/** What closing records of somebody who has a seat and of whom nothing is recorded: a session that the family held alone took place and is nobody's omission (W4, W17). */
export function closingAbsence(sessionType: string, someoneSatIn: boolean): Absence {
  const heldWithout = someoneSatIn && mayComeAlone(sessionType);
  return { reason: heldWithout ? 'other' : 'unknown', excused: heldWithout, detail: '' };
}

export type VisitFacts = {
  readonly session: { readonly sessionType: string; readonly plannedStart: Date; readonly isCanceled: boolean };
  /** Until when visits are written down. */
  readonly until: Date;
  readonly isSigned: boolean;
  /** Whether the person belongs to the session. */
  readonly isOnRoster: boolean;
  /** Whether the person is or was there. */
  readonly hasCome: boolean;
  /** By which permission this visitor may sit in here on this day. */
  readonly permissionId: string | null;
  /** The visit that is written down already. */
  readonly visitId: string | null;
};
export type VisitStep = { readonly step: 'here-already'; readonly visitId: string } | { readonly step: 'write'; readonly permissionId: string };
type VisitRefusal = 'session-canceled' | 'no-visitors-here' | 'not-on-roster' | 'visit-signed' | 'too-early-to-stamp' | 'visit-long-ago' | 'not-permitted' | 'person-not-come';

export function decideVisit({ session, ...facts }: VisitFacts, now: Date): Outcome<VisitStep, VisitRefusal> {
  if (session.isCanceled) return refuse('session-canceled');
  if (!takesVisitors(session.sessionType)) return refuse('no-visitors-here');
  if (!facts.isOnRoster) return refuse('not-on-roster');
  if (facts.isSigned) return refuse('visit-signed');
  const opensAt = addMinutes(session.plannedStart, -OPENS_MINUTES_BEFORE);
  if (now < opensAt) return refuse('too-early-to-stamp', { opensAt: opensAt.toISOString() });
  if (facts.visitId !== null) return { value: { step: 'here-already', visitId: facts.visitId } };
  if (now >= facts.until) return refuse('visit-long-ago');
  if (facts.permissionId === null) return refuse('not-permitted');
  return !facts.hasCome && !mayComeAlone(session.sessionType) ? refuse('person-not-come') : { value: { step: 'write', permissionId: facts.permissionId } };
}
