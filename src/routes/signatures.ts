/** After signing. */
import type { Route } from '../platform/http.ts';

export const SIGNATURES_ROUTES: readonly Route[] = [
];
