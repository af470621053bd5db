/** Groups, seats, sessions. */
import type { Route } from '../platform/http.ts';

export const GROUPS_ROUTES: readonly Route[] = [];
