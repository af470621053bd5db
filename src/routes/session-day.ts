/** Sessions of the day. */
import type { Route } from '../platform/http.ts';

export const SESSION_DAY_ROUTES: readonly Route[] = [
];
