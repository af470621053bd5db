/** Whether a contact note may be signed as it is said (W17). */
import { refuse } from '../../../platform/outcome.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import type { Concern } from '../words.ts';

/** A desk's clock may go a little ahead of the server's. */
const AHEAD_MS = 5 * 60_000;

/** What is older is no contact of this course of care; a slip of the hand in a signed note could not be taken back. */
const DAYS_BACK = 366;

export type SaidContact = { readonly happenedAt: Date; readonly risk: 'none' | 'watch' | 'danger'; readonly concern: Concern | null };

/** What the danger is about, or null when there is none. */
export function decideContact({ happenedAt, risk, concern }: SaidContact, now: Date): Outcome<Concern | null, 'contact-ahead' | 'contact-long-ago' | 'concern-missing'> {
  if (happenedAt.getTime() > now.getTime() + AHEAD_MS) return refuse('contact-ahead');
  if (happenedAt.getTime() < now.getTime() - DAYS_BACK * 86_400_000) return refuse('contact-long-ago');
  if (risk !== 'danger') return { value: null };
  return concern === null ? refuse('concern-missing') : { value: concern };
}
