import { createRootRoute, createRoute, createRouter, retainSearchParams } from '@tanstack/react-router';
import { numbersOfCell, type NumberOfCell } from '../figures/figure-key';
import { readExploreSearch } from '../pages/explore/search';
import { readPeriod } from '../words/periods';
import { Broken, NotFound } from './fallbacks';
import { Layout } from './layout';
import { lazyRouteComponent } from './lazy-page';
import { day, oneIn, readSearch, textIn, word, writeSearch, type Search } from './search';

/** What every address may say: of which territory and period the pages speak. */
interface PlaceSearch {
  territory?: string | undefined;
  period?: string | undefined;
}

/** Which of a cell's numbers is meant, on the map of which day, and as known on which. */
interface FigureSearch {
  of?: NumberOfCell | undefined;
  on?: string | undefined;
  asOf?: string | undefined;
}

/** On the map of which day, and as known on which. */
interface ReportSearch {
  on?: string | undefined;
  asOf?: string | undefined;
}

/** Which figures are entered, what they are broken down by, and how sure they are. */
interface WorkSearch {
  service?: 'industry' | 'trade' | 'export-import' | 'reporting' | undefined;
  by?: string | undefined;
  status?: 'estimate' | 'preliminary' | 'official' | undefined;
}

/** A register's search, order, filters by the API's names, and what somebody is about to do. */
type RegisterSearch = Readonly<Record<string, string | undefined>>;
const asTyped = (search: Search): RegisterSearch =>
  Object.fromEntries(Object.keys(search).map((key) => [key, textIn(search, key)]));

interface CalendarSearch {
  month?: string | undefined;
  view?: 'agenda' | undefined;
  sector?: string | undefined;
  act?: 'new' | undefined;
}

const root = createRootRoute({
  validateSearch: (search: Search): PlaceSearch => {
    const period = textIn(search, 'period');
    return {
      territory: textIn(search, 'territory', /^[a-z0-9+-]{2,120}$/),
      period: period && readPeriod(period) ? period : undefined,
    };
  },
  search: { middlewares: [retainSearchParams(['territory', 'period'])] },
  component: Layout,
  notFoundComponent: NotFound,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/overview/page')),
});
const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  validateSearch: readExploreSearch,
  component: lazyRouteComponent(() => import('../pages/explore/page')),
});
/** `$id`: an observation's id, or a cell's key (figures/figure-key.ts). */
const figure = createRoute({
  getParentRoute: () => root,
  path: '/figures/$id',
  validateSearch: (search: Search): FigureSearch => ({
    of: oneIn(search, 'of', numbersOfCell),
    on: textIn(search, 'on', day),
    asOf: textIn(search, 'asOf', day),
  }),
  component: lazyRouteComponent(() => import('../pages/figure/page')),
});
const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: (search: Search): WorkSearch => ({
    service: oneIn(search, 'service', ['industry', 'trade', 'export-import', 'reporting']),
    by: textIn(search, 'by', /^[a-zA-Z]{1,40}$/),
    status: oneIn(search, 'status', ['estimate', 'preliminary', 'official']),
  }),
  component: lazyRouteComponent(() => import('../pages/work/page')),
});
const approvals = createRoute({
  getParentRoute: () => root,
  path: '/work/approvals',
  component: lazyRouteComponent(() => import('../pages/work/approvals')),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/work/imports',
  validateSearch: (search: Search): { import?: string | undefined } => ({
    import: textIn(search, 'import', /^[0-9a-f-]{36}$/),
  }),
  component: lazyRouteComponent(() => import('../pages/work/imports')),
});
const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  component: lazyRouteComponent(() => import('../pages/registers/page')),
});
const register = createRoute({
  getParentRoute: () => root,
  path: '/registers/$service/$register',
  validateSearch: asTyped,
  component: lazyRouteComponent(() => import('../pages/registers/register')),
});
const entry = createRoute({
  getParentRoute: () => root,
  path: '/registers/$service/$register/$id',
  validateSearch: (search: Search): { act?: string | undefined } => ({ act: textIn(search, 'act', word) }),
  component: lazyRouteComponent(() => import('../pages/registers/entry')),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: (search: Search): CalendarSearch => ({
    month: textIn(search, 'month', /^\d{4}-(0[1-9]|1[0-2])$/),
    view: oneIn(search, 'view', ['agenda'] as const),
    sector: textIn(search, 'sector', word),
    act: oneIn(search, 'act', ['new'] as const),
  }),
  component: lazyRouteComponent(() => import('../pages/calendar/page')),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('../pages/reports/page')),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$territory/$period',
  validateSearch: (search: Search): ReportSearch => ({
    on: textIn(search, 'on', day),
    asOf: textIn(search, 'asOf', day),
  }),
  component: lazyRouteComponent(() => import('../pages/reports/report')),
});
const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  component: lazyRouteComponent(() => import('./sign-in-page')),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[overview, explore, figure, work, approvals, imports],
    ...[registers, register, entry, calendar, reports, report, signedIn],
  ]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
