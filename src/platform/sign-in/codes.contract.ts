/** Codes handed out once, and what is done with them at the door. */
import { z } from 'zod';
import { act, refusal } from '../contract.ts';
import { civilDate } from '../../values/civil-date.ts';
import { addressTaken, email, password, weakPassword } from './contract.ts';

export const codeUnknown = refusal('code-unknown', 403, 'This code opens nothing here.', 'Compare the letters. If you were given a newer code, only that one works.');
export const codeUsed = refusal('code-used', 409, 'This code was used already; each works once.', 'Sign in, or ask whoever gave it to you for a new one.');
export const codeExpired = refusal('code-expired', 409, 'This code has expired; each works for 72 hours.', 'Ask whoever gave it to you for a new one.');
export const addressDiffers = refusal('address-differs', 409, 'Your account here has another email address.', 'Use the address you sign in with.');
export const accountElsewhere = refusal('account-elsewhere', 409, 'This account belongs to another organization as well, so a code from here does not change its password.', 'Sign in with the password you have.');

/** As it is shown, once: eight letters in two halves. Whoever typed it may leave out the dash. */
export const shownCode = z.string().regex(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
export const typedCode = z.string().max(40);

export const useCode = act({
  name: 'door.use-code', path: '/door/use-code', may: null, runs: 'again',
  summary: 'With a code that an administrator handed out: makes the account of a colleague, or chooses a new password for the one there is, and signs in.',
  body: z.object({ code: typedCode, email, password }),
  /** Not signed in while the first day is ahead; the account is there all the same. */
  output: z.object({ signedIn: z.boolean(), startsOn: civilDate.nullable() }),
  refusals: [codeUnknown, codeUsed, codeExpired, weakPassword, addressTaken, addressDiffers, accountElsewhere],
  discloses: () => [],
});
