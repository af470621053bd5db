/** The same in Spanish: the group room. */
import type { roomWords as english } from './en-room.ts';

export const roomWords: Record<keyof typeof english, string> = {
};
