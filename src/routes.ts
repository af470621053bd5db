/** The table of contents: every contract beside the function that answers it, by area in src/routes. */
import { createFirstAdministrator, enterDemo, readDoor, signIn, signOut } from './platform/sign-in/contract.ts';
import type { SignIn } from './platform/sign-in/index.ts';
import { openRoute } from './platform/http.ts';
import type { Route } from './platform/http.ts';
import { DAY_ROUTES } from './routes/day.ts';
import { GROUPS_ROUTES } from './routes/groups.ts';
import { HOURS_ROUTES } from './routes/hours.ts';
import { PEOPLE_ROUTES } from './routes/people.ts';
import { SETTINGS_ROUTES } from './routes/settings.ts';
import { STAFF_ROUTES } from './routes/staff.ts';

/** Everything the program answers to somebody who is signed in. */
export const PROGRAM_ROUTES: readonly Route[] = [...DAY_ROUTES, ...SETTINGS_ROUTES, ...HOURS_ROUTES, ...STAFF_ROUTES, ...PEOPLE_ROUTES, ...GROUPS_ROUTES];

/** What a stranger may ask: the ways in. */
export function doorRoutes({ handlers }: SignIn): Route[] {
  return [
    openRoute(readDoor, handlers.readDoor),
    openRoute(signIn, handlers.signIn),
    openRoute(enterDemo, handlers.enterDemo),
    openRoute(signOut, handlers.signOut),
    openRoute(createFirstAdministrator, handlers.createFirstAdministrator),
  ];
}
