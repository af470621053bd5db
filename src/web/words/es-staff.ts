/** Spanish words for staff, credentials and who is on call; refusals of these contracts too. */
import type { staffWords as english } from './en-staff.ts';

export const staffWords: Record<keyof typeof english, string> = {};
