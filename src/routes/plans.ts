/** What the program answers about plans: goals, objectives, interventions, reviews, signatures. */
import type { Route } from '../platform/http.ts';

export const PLANS_ROUTES: readonly Route[] = [];
