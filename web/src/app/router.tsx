import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { z } from 'zod';
import { ErrorNote } from '../design/error-note.tsx';
import { drillState } from '../drill/drill-state.ts';
import { bonusState } from '../screens/bonus/state.ts';
import { callsState } from '../screens/calls/state.ts';
import { cardState } from '../screens/customers/card/state.ts';
import { customersState } from '../screens/customers/state.ts';
import { dashboardState } from '../screens/dashboard/state.ts';
import { importState } from '../screens/data/state.ts';
import { duplicatesState } from '../screens/duplicates/state.ts';
import { explorerState } from '../screens/explorer/state.ts';
import { groupsState } from '../screens/groups/state.ts';
import { handOverState } from '../screens/hand-over/state.ts';
import { integrityState } from '../screens/integrity/state.ts';
import { planState } from '../screens/plan/state.ts';
import { prospectsState } from '../screens/prospects/state.ts';
import { qualityState } from '../screens/quality/state.ts';
import { settingsState } from '../screens/settings/state.ts';
import { fetchPart } from './connection.ts';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

/** A part of the address that cannot be read is left out: an old link opens the page, not an error. */
const lenient =
  <T extends z.ZodType>(schema: T) =>
  (search: Record<string, unknown>): z.output<T> => {
    const read = schema.safeParse(search);
    if (read.success) return read.data;
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const rest = Object.fromEntries(Object.entries(search).filter(([name]) => !wrong.has(name)));
    // What is merely missing would be taken from the address as it stands.
    const left = Object.fromEntries([...wrong].map((name) => [name, undefined]));
    return Object.assign(schema.parse(rest) as object, left) as z.output<T>;
  };

const root = createRootRoute({
  validateSearch: lenient(z.object({ drill: drillState.optional() })),
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorNote error={error} retry={reset} />,
});

const page = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const routeTree = root.addChildren([
  createRoute({
    ...page('/'),
    validateSearch: lenient(dashboardState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/dashboard/dashboard.tsx')),
      'Dashboard',
    ),
  }),
  createRoute({
    ...page('/explorer'),
    validateSearch: lenient(explorerState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/explorer/explorer.tsx')),
      'Explorer',
    ),
  }),
  createRoute({
    ...page('/customers'),
    validateSearch: lenient(customersState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/customers/customers.tsx')),
      'Customers',
    ),
  }),
  createRoute({
    ...page('/customers/$unit/$id'),
    validateSearch: lenient(cardState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/customers/card/card.tsx')),
      'CustomerCard',
    ),
  }),
  createRoute({
    ...page('/calls'),
    validateSearch: lenient(callsState),
    component: lazyRouteComponent(() => fetchPart(() => import('../screens/calls/calls.tsx')), 'CallsPage'),
  }),
  createRoute({
    ...page('/plan'),
    validateSearch: lenient(planState),
    component: lazyRouteComponent(() => fetchPart(() => import('../screens/plan/plan.tsx')), 'PlanPage'),
  }),
  createRoute({
    ...page('/bonus'),
    validateSearch: lenient(bonusState),
    component: lazyRouteComponent(() => fetchPart(() => import('../screens/bonus/bonus.tsx')), 'BonusPage'),
  }),
  createRoute({
    ...page('/data'),
    component: lazyRouteComponent(() => fetchPart(() => import('../screens/data/data.tsx')), 'DataPage'),
  }),
  createRoute({
    ...page('/data/import'),
    validateSearch: lenient(importState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/data/import/import.tsx')),
      'ImportPage',
    ),
  }),
  createRoute({
    ...page('/quality'),
    validateSearch: lenient(qualityState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/quality/quality.tsx')),
      'QualityPage',
    ),
  }),
  createRoute({
    ...page('/integrity'),
    validateSearch: lenient(integrityState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/integrity/integrity.tsx')),
      'IntegrityPage',
    ),
  }),
  createRoute({
    ...page('/duplicates'),
    validateSearch: lenient(duplicatesState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/duplicates/duplicates.tsx')),
      'DuplicatesPage',
    ),
  }),
  createRoute({
    ...page('/groups'),
    validateSearch: lenient(groupsState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/groups/groups.tsx')),
      'GroupsPage',
    ),
  }),
  createRoute({
    ...page('/prospects'),
    validateSearch: lenient(prospectsState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/prospects/prospects.tsx')),
      'ProspectsPage',
    ),
  }),
  createRoute({
    ...page('/removed'),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/removed/removed.tsx')),
      'RemovedPage',
    ),
  }),
  createRoute({
    ...page('/hand-over'),
    validateSearch: lenient(handOverState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/hand-over/hand-over.tsx')),
      'HandOverPage',
    ),
  }),
  createRoute({
    ...page('/settings'),
    validateSearch: lenient(settingsState),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/settings/settings.tsx')),
      'Settings',
    ),
  }),
  createRoute({
    ...page('/design'),
    component: lazyRouteComponent(
      () => fetchPart(() => import('../screens/design-page/design-page.tsx')),
      'DesignPage',
    ),
  }),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
