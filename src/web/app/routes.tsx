/** Every page of the staff app beside its address; what a page shows is in its address, never in hidden state. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { civilDateOf, noteOf, signedOf, siteOf } from './search.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';
import { movedOn } from '../kit/Work.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { site?: string; date?: string } => ({
    ...(typeof search['site'] === 'string' ? { site: search['site'] } : {}), ...civilDateOf('date', search['date']),
  }),
  component: lazyRouteComponent(() => import('../today/TodayPage.tsx'), 'TodayPage'),
});

const groupRoom = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$sessionId',
  component: lazyRouteComponent(() => import('../group-room/GroupRoomPage.tsx'), 'GroupRoomPage'),
});

const hoursLedger = createRoute({
  getParentRoute: () => root,
  path: '/people/$participantId/hours',
  validateSearch: (search: Record<string, unknown>): { day?: string } => civilDateOf('day', search['day']),
  component: lazyRouteComponent(() => import('../hours-ledger/HoursLedgerPage.tsx'), 'HoursLedgerPage'),
});

const program = [
  createRoute({ getParentRoute: () => root, path: '/program', component: lazyRouteComponent(() => import('../program/GroundPage.tsx'), 'GroundPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/programs', component: lazyRouteComponent(() => import('../program/ProgramsPage.tsx'), 'ProgramsPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/paths', component: lazyRouteComponent(() => import('../program/PathsPage.tsx'), 'PathsPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/hours', component: lazyRouteComponent(() => import('../program/HoursPage.tsx'), 'HoursPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/curricula', component: lazyRouteComponent(() => import('../program/CurriculaPage.tsx'), 'CurriculaPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/holidays', component: lazyRouteComponent(() => import('../program/HolidaysPage.tsx'), 'HolidaysPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/staff', component: lazyRouteComponent(() => import('../program/StaffPage.tsx'), 'StaffPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/on-call', validateSearch: siteOf, component: lazyRouteComponent(() => import('../program/OnCallPage.tsx'), 'OnCallPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/day-rules', validateSearch: siteOf, component: lazyRouteComponent(() => import('../program/DayRulesPage.tsx'), 'DayRulesPage') }),
  createRoute({ getParentRoute: () => root, path: '/program/tablets', validateSearch: siteOf, component: lazyRouteComponent(() => import('../tablets/TabletsPage.tsx'), 'TabletsPage') }),
] as const;

const boards = [
  createRoute({ getParentRoute: () => root, path: '/tasks', validateSearch: siteOf, component: lazyRouteComponent(() => import('../tasks/TasksPage.tsx'), 'TasksPage') }),
  createRoute({ getParentRoute: () => root, path: '/signatures', validateSearch: siteOf, component: lazyRouteComponent(() => import('../signatures/SignaturesPage.tsx'), 'SignaturesPage') }),
  createRoute({
    getParentRoute: () => root, path: '/week',
    validateSearch: (search: Record<string, unknown>): { site?: string; day?: string } => ({ ...siteOf(search), ...civilDateOf('day', search['day']) }),
    component: lazyRouteComponent(() => import('../week/WeekHoursPage.tsx'), 'WeekHoursPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/census', validateSearch: siteOf, component: lazyRouteComponent(() => import('../week/CensusPage.tsx'), 'CensusPage') }),
] as const;

const groups = [
  createRoute({ getParentRoute: () => root, path: '/groups', validateSearch: siteOf, component: lazyRouteComponent(() => import('../groups/GroupsPage.tsx'), 'GroupsPage') }),
  createRoute({ getParentRoute: () => root, path: '/groups/$seriesId', component: lazyRouteComponent(() => import('../groups/GroupPage.tsx'), 'GroupPage') }),
  createRoute({ getParentRoute: () => root, path: '/sessions/$sessionId/plan', component: lazyRouteComponent(() => import('../groups/SessionPlanPage.tsx'), 'SessionPlanPage') }),
] as const;

const people = [
  createRoute({ getParentRoute: () => root, path: '/people', validateSearch: siteOf, component: lazyRouteComponent(() => import('../people/PeoplePage.tsx'), 'PeoplePage') }),
  createRoute({ getParentRoute: () => root, path: '/people/$participantId', component: lazyRouteComponent(() => import('../people/PersonPage.tsx'), 'PersonPage') }),
  createRoute({ getParentRoute: () => root, path: '/people/$participantId/notes', validateSearch: noteOf, component: lazyRouteComponent(() => import('../people/PersonNotesPage.tsx'), 'PersonNotesPage') }),
  createRoute({ getParentRoute: () => root, path: '/people/$participantId/plan', component: lazyRouteComponent(() => import('../people/PersonPlanPage.tsx'), 'PersonPlanPage') }),
  createRoute({ getParentRoute: () => root, path: '/people/$participantId/contacts', component: lazyRouteComponent(() => import('../people/PersonContactsPage.tsx'), 'PersonContactsPage') }),
  createRoute({ getParentRoute: () => root, path: '/people/$participantId/details', component: lazyRouteComponent(() => import('../people/PersonDetailsPage.tsx'), 'PersonDetailsPage') }),
] as const;

/** What is made to be printed; each stands at an address of its own. */
const papers = [
  createRoute({
    getParentRoute: () => root, path: '/papers/day',
    validateSearch: (search: Record<string, unknown>): { site?: string; date?: string } => ({ ...siteOf(search), ...civilDateOf('date', search['date']) }),
    component: lazyRouteComponent(() => import('../papers/DaySheetPage.tsx'), 'DaySheetPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/sessions/$sessionId/slips', component: lazyRouteComponent(() => import('../papers/SlipsPage.tsx'), 'SlipsPage') }),
  createRoute({ getParentRoute: () => root, path: '/sessions/$sessionId/roster', component: lazyRouteComponent(() => import('../papers/RosterPage.tsx'), 'RosterPage') }),
  createRoute({
    getParentRoute: () => root, path: '/people/$participantId/notes/paper',
    validateSearch: (search: Record<string, unknown>): { note?: string; from?: string; to?: string } => ({ ...noteOf(search), ...civilDateOf('from', search['from']), ...civilDateOf('to', search['to']) }),
    component: lazyRouteComponent(() => import('../person-notes/PrintNotesPage.tsx'), 'PrintNotesPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/people/$participantId/plan/paper', validateSearch: signedOf, component: lazyRouteComponent(() => import('../plan/PrintPlanPage.tsx'), 'PrintPlanPage') }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([today, groupRoom, hoursLedger, ...program, ...boards, ...groups, ...people, ...papers]),
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => { if (fromLocation !== undefined && pathChanged) movedOn(); });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
