/** What the program answers about supporters: permissions to attend and visits. */
import type { Route } from '../platform/http.ts';

export const SUPPORTERS_ROUTES: readonly Route[] = [];
