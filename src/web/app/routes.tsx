/** Every page of the staff app beside its address; what a page shows is in its address, never in hidden state. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { civilDateOf } from './search.ts';
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

export const router = createRouter({
  routeTree: root.addChildren([today, groupRoom, hoursLedger]),
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => { if (fromLocation !== undefined && pathChanged) movedOn(); });

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
