/** What the program answers about papers of the day: slips, rosters, day sheet. */
import type { Route } from '../platform/http.ts';

export const PAPERS_ROUTES: readonly Route[] = [];
