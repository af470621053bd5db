/** Words of one area in Spanish: supporters: permissions to attend and visits. */
import type { supportersWords as en } from './en-supporters.ts';

export const supportersWords: Record<keyof typeof en, string> = {
};
