/** Hours rules and path templates. */
import type { Route } from '../platform/http.ts';

export const HOURS_ROUTES: readonly Route[] = [];
