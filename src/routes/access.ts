/** Codes and tablets. */
import type { Route } from '../platform/http.ts';

export const ACCESS_ROUTES: readonly Route[] = [
];
