/** Where a session stands, computed from its times and its notes. */
import type { SessionState } from './words.ts';

export type StateFacts = {
  readonly plannedStart: Date; readonly heldEnd: Date; readonly isCanceled: boolean;
  /** People who were there, and how many of them have a signed note. */
  readonly present: number; readonly signed: number;
};

export function decideState(facts: StateFacts, now: Date): SessionState {
  if (facts.isCanceled) return 'canceled';
  if (now < facts.plannedStart) return 'planned';
  if (now < facts.heldEnd) return 'running';
  return facts.present > 0 && facts.signed >= facts.present ? 'signed' : 'ended';
}
