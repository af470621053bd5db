/** What the program answers about the page of a person: overview, timeline, what comes next. */
import type { Route } from '../platform/http.ts';

export const RECORD_ROUTES: readonly Route[] = [];
