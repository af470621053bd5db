/** The same in Spanish: discharge, transfer, readmission, plans. */
import type { endsWords as english } from './en-ends.ts';

export const endsWords: Record<keyof typeof english, string> = {
};
