/** Words of one area in Spanish: plans: goals, objectives, interventions, reviews, signatures. */
import type { plansWords as en } from './en-plans.ts';

export const plansWords: Record<keyof typeof en, string> = {
};
