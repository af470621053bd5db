/** May times be corrected as they were typed (W14): in order, not ahead of the clock, near the session, and with an addendum once signed. */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { addMinutes } from '../../../values/minutes.ts';
import { decideAbsenceTime } from './absence.ts';
import type { Absence } from './absence.ts';
import type { Stay } from './minutes.ts';

/** Times further away belong to another day. */
const HOURS_AROUND = 12;

export type CorrectionFacts = {
  readonly session: { readonly plannedStart: Date; readonly heldEnd: Date; readonly isCanceled: boolean };
  readonly isOnRoster: boolean;
  readonly attendanceId: string | null;
  readonly isSigned: boolean;
  readonly maySign: boolean;
};
export type CorrectionAsked = { readonly stays: readonly Stay[]; readonly absence: Absence | null; readonly addendum: string | null; readonly version: string | null };
type Refusal =
  'session-canceled' | 'not-on-roster' | 'changed-meanwhile' | 'absence-missing' | 'times-in-disorder' | 'time-in-the-future' | 'far-from-session' | 'too-early-absent' | 'not-your-role' | 'addendum-needed';

export function decideCorrection(facts: CorrectionFacts, asked: CorrectionAsked, now: Date): Outcome<null, Refusal> {
  if (facts.session.isCanceled) return refuse('session-canceled');
  if (!facts.isOnRoster) return refuse('not-on-roster');
  if (facts.attendanceId !== asked.version) return refuse('changed-meanwhile');
  if ((asked.stays.length === 0) !== (asked.absence !== null)) return refuse('absence-missing');
  const wrong = timesWrong(facts, asked.stays, now);
  if (wrong !== null) return refuse(wrong);
  if (asked.absence !== null) {
    const time = decideAbsenceTime(facts.session, asked.absence.excused, now);
    if ('refused' in time) return time;
  }
  if (facts.isSigned && !facts.maySign) return refuse('not-your-role');
  if (facts.isSigned && asked.addendum === null) return refuse('addendum-needed');
  return { value: null };
}

function timesWrong({ session }: CorrectionFacts, stays: readonly Stay[], now: Date): 'times-in-disorder' | 'time-in-the-future' | 'far-from-session' | null {
  const instants = stays.flatMap(({ arrivedAt, leftAt }) => (leftAt === null ? [arrivedAt] : [arrivedAt, leftAt]));
  if (instants.some((instant) => instant > now)) return 'time-in-the-future';
  const [first, last] = [addMinutes(session.plannedStart, -HOURS_AROUND * 60), addMinutes(session.heldEnd, HOURS_AROUND * 60)];
  if (instants.some((instant) => instant < first || instant > last)) return 'far-from-session';
  const isOpen = (index: number): boolean => stays[index]?.leftAt === null && index < stays.length - 1;
  return stays.some((_, index) => isOpen(index)) || instants.some((instant, index) => index > 0 && instant < (instants[index - 1] ?? instant)) ? 'times-in-disorder' : null;
}
