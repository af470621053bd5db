/** May it be written down that somebody close to a person sits in, and may that be taken back. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addMinutes } from '../../../values/minutes.ts';
import { OPENS_MINUTES_BEFORE } from './stamping.ts';

/** Nobody sits in at a medication visit or with a peer: what is said there is between two. */
const OPEN_TO_VISITORS: readonly string[] = ['group', 'individual', 'family', 'couple'];

export function takesVisitors(sessionType: string): boolean {
  return OPEN_TO_VISITORS.includes(sessionType);
}

export type VisitFacts = {
  readonly session: { readonly sessionType: string; readonly plannedStart: Date; readonly isCanceled: boolean };
  readonly isSigned: boolean;
  /** Whether the person belongs to the session; being there is not asked: a family may come without the person. */
  readonly isOnRoster: boolean;
  /** By which permission this visitor may sit in here on this day. */
  readonly permissionId: string | null;
  /** The visit that is written down already. */
  readonly visitId: string | null;
};
export type VisitStep = { readonly step: 'here-already'; readonly visitId: string } | { readonly step: 'write'; readonly permissionId: string };
type VisitRefusal = 'session-canceled' | 'no-visitors-here' | 'not-on-roster' | 'visit-signed' | 'too-early-to-stamp' | 'not-permitted';

export function decideVisit({ session, ...facts }: VisitFacts, now: Date): Outcome<VisitStep, VisitRefusal> {
  if (session.isCanceled) return refuse('session-canceled');
  if (!takesVisitors(session.sessionType)) return refuse('no-visitors-here');
  if (!facts.isOnRoster) return refuse('not-on-roster');
  if (facts.isSigned) return refuse('visit-signed');
  const opensAt = addMinutes(session.plannedStart, -OPENS_MINUTES_BEFORE);
  if (now < opensAt) return refuse('too-early-to-stamp', { opensAt: opensAt.toISOString() });
  if (facts.visitId !== null) return { value: { step: 'here-already', visitId: facts.visitId } };
  return facts.permissionId === null ? refuse('not-permitted') : { value: { step: 'write', permissionId: facts.permissionId } };
}
