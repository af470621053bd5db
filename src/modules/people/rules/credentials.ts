/** What a credential says on a day: whether it holds, ends soon, is over or has not begun, and whether somebody holds the one that is asked for. */
import { addDays } from '../../../values/civil-date.ts';
import type { CivilDate } from '../../../values/civil-date.ts';
import type { CredentialState } from '../words.ts';

export type DatedCredential = { readonly kind: string; readonly validFrom: string; readonly expiresOn: string | null };

/** A renewal takes a board some weeks, so the page says it two months ahead. */
export const EXPIRES_SOON_DAYS = 60;

/** Letters and digits only: "L.P.C." and "lpc" are one credential to everybody but a machine. */
function bare(kind: string): string {
  return kind.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** First and last day are both days on which it holds. */
export function stateOfCredential({ validFrom, expiresOn }: Omit<DatedCredential, 'kind'>, date: string): CredentialState {
  if (date < validFrom) return 'not-yet';
  if (expiresOn === null) return 'valid';
  if (date > expiresOn) return 'expired';
  return expiresOn <= addDays(date as CivilDate, EXPIRES_SOON_DAYS) ? 'expires-soon' : 'valid';
}

/** Whether one of these holds on that day; nothing required is always held. */
export function holdsCredential(credentials: readonly DatedCredential[], required: string, date: string): boolean {
  const wanted = bare(required);
  if (wanted === '') return true;
  return credentials.some((one) => bare(one.kind) === wanted && one.validFrom <= date && (one.expiresOn === null || one.expiresOn >= date));
}
