/** Tasks, danger and contacts. */
import type { Route } from '../platform/http.ts';

export const TASKS_ROUTES: readonly Route[] = [
];
