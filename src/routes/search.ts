/** What the program answers about the search by name, birth date and number. */
import type { Route } from '../platform/http.ts';

export const SEARCH_ROUTES: readonly Route[] = [];
