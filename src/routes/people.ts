/** Participants and their placements. */
import type { Route } from '../platform/http.ts';

export const PEOPLE_ROUTES: readonly Route[] = [];
