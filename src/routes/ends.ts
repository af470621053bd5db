/** Discharge, transfer, readmission, plans. */
import type { Route } from '../platform/http.ts';

export const ENDS_ROUTES: readonly Route[] = [
];
