/** The table of contents: every contract beside the function that answers it, by area in src/routes. */
import { useCode } from './platform/sign-in/codes.contract.ts';
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
import { STAMPS_ROUTES } from './routes/stamps.ts';
import { SESSION_DAY_ROUTES } from './routes/session-day.ts';
import { ROOM_ROUTES } from './routes/room.ts';
import { SIGNATURES_ROUTES } from './routes/signatures.ts';
import { TASKS_ROUTES } from './routes/tasks.ts';
import { WEEK_ROUTES } from './routes/week.ts';
import { ENDS_ROUTES } from './routes/ends.ts';
import { SEARCH_ROUTES } from './routes/search.ts';
import { PLANS_ROUTES } from './routes/plans.ts';
import { SUPPORTERS_ROUTES } from './routes/supporters.ts';
import { RECORD_ROUTES } from './routes/record.ts';
import { PERSON_NOTES_ROUTES } from './routes/person-notes.ts';
import { PAPERS_ROUTES } from './routes/papers.ts';
import { ERRANDS_ROUTES } from './routes/errands.ts';
import { ACCESS_ROUTES } from './routes/access.ts';

/** Everything the program answers to somebody who is signed in. */
export const PROGRAM_ROUTES: readonly Route[] = [
  ...DAY_ROUTES, ...STAMPS_ROUTES, ...ROOM_ROUTES, ...SIGNATURES_ROUTES, ...TASKS_ROUTES, ...WEEK_ROUTES, ...SETTINGS_ROUTES, ...HOURS_ROUTES, ...STAFF_ROUTES, ...PEOPLE_ROUTES,
  ...ACCESS_ROUTES, ...SESSION_DAY_ROUTES, ...GROUPS_ROUTES, ...ENDS_ROUTES, ...SEARCH_ROUTES, ...ERRANDS_ROUTES, ...PAPERS_ROUTES, ...PERSON_NOTES_ROUTES, ...RECORD_ROUTES, ...SUPPORTERS_ROUTES, ...PLANS_ROUTES,
];

/** What a stranger may ask: the ways in. */
export function doorRoutes({ handlers }: SignIn): Route[] {
  return [
    openRoute(readDoor, handlers.readDoor),
    openRoute(signIn, handlers.signIn),
    openRoute(enterDemo, handlers.enterDemo),
    openRoute(signOut, handlers.signOut),
    openRoute(createFirstAdministrator, handlers.createFirstAdministrator),
    openRoute(useCode, handlers.useCode),
  ];
}
