/** Examples of the contracts of one area: plans: goals, objectives, interventions, reviews, signatures. */
import type { Example } from './example.ts';

export const PLANS_EXAMPLES: Readonly<Record<string, Example>> = {};
