/** The ground of a program: organization, sites, rooms, programs, tracks, days without sessions, curricula. */
import type { Route } from '../platform/http.ts';

export const SETTINGS_ROUTES: readonly Route[] = [];
