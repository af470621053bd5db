/** Codes for colleagues: handed out once, by whoever may change the staff. */
import { z } from 'zod';
import { act, refusal } from '../../platform/contract.ts';
import type { Permission } from '../../permissions.ts';
import { instant } from '../../values/wire.ts';
import { staffId } from './words.ts';

export const workHasEnded = refusal('work-has-ended', 409, 'This person works here no more, so there is nothing to sign in to.', 'Bring the person back first.');
export const ownCode = refusal('own-code', 422, 'A code for your own account would let you in twice.', 'You are signed in; ask another administrator if you need a new password.');
export const demoHasCards = refusal('demo-has-cards', 409, 'A demo is entered by its cards and keeps no accounts of real people.', 'Set up a server of your own to hand out codes.');
export const noCode = refusal('no-code', 409, 'No code is open for this person.', 'It may have been used just now; look at the list again.');

const who = z.object({ staffId });

/**
 * Runs again on purpose: the reply of an act that runs once is kept for a repeat (W26), and a code must be kept nowhere. A repeat hands out
 * another code and takes the first back.
 */
export const issueCode = act({
  name: 'staff.issue-code', path: '/staff/:staffId/code', may: 'staff.change' satisfies Permission, runs: 'again',
  summary: 'Hands out a code with which a colleague makes an account, or chooses a new password; shown once, valid for 72 hours, in place of an earlier one.',
  params: who,
  output: z.object({ staffId, code: z.string(), expiresAt: instant }),
  refusals: [workHasEnded, ownCode, demoHasCards],
  discloses: () => [],
});

export const withdrawCode = act({
  name: 'staff.withdraw-code', path: '/staff/:staffId/code/withdraw', may: 'staff.change' satisfies Permission,
  summary: 'Takes back the code that is open for a colleague.',
  params: who,
  output: z.object({ staffId }),
  refusals: [noCode],
  discloses: () => [],
});
