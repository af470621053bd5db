/** The same in Spanish: sessions of the day. */
import type { sessionDayWords as english } from './en-session-day.ts';

export const sessionDayWords: Record<keyof typeof english, string> = {
};
