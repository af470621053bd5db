/** Staff, credentials, roles, on call. */
import type { Route } from '../platform/http.ts';

export const STAFF_ROUTES: readonly Route[] = [];
