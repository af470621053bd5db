/** The same in Spanish: after signing. */
import type { signaturesWords as english } from './en-signatures.ts';

export const signaturesWords: Record<keyof typeof english, string> = {
};
