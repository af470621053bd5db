/** Words of one area in Spanish: tasks and contacts of one person, and danger as whoever marked it sees it. */
import type { errandsWords as en } from './en-errands.ts';

export const errandsWords: Record<keyof typeof en, string> = {
};
