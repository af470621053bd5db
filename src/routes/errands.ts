/** What the program answers about tasks and contacts of one person, and danger as whoever marked it sees it. */
import type { Route } from '../platform/http.ts';

export const ERRANDS_ROUTES: readonly Route[] = [];
