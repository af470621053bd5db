/** Boards of the week. */
import type { Route } from '../platform/http.ts';

export const WEEK_ROUTES: readonly Route[] = [
];
