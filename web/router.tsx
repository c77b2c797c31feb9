import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from './api/session.js';
import { Empty, Fault, Page } from './kit/Page.js';
import { CaseFrame } from './screens/case/CaseFrame.js';
import { SignIn } from './screens/signIn/SignIn.js';
import { Work } from './screens/work/Work.js';
import { Shell } from './shell/Shell.js';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, notFoundComponent: NotFound });

function NotFound() {
  return (
    <Page title="Page not found">
      <Empty title="There is nothing at this address.">
        The link may be old. Ctrl-K finds cases, people and documents.
      </Empty>
    </Page>
  );
}

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignIn });

/** Everything behind the sign-in; whoever is not signed in comes back to where they were going. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  errorComponent: ({ error, reset }) => (
    <Fault error={error instanceof Error ? error : new Error('The page failed.')} again={reset} />
  ),
  notFoundComponent: NotFound,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});

const within = () => inside;
const work = createRoute({ getParentRoute: within, path: '/', component: Work });

const lazy = lazyRouteComponent;
const page = <Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: within, path, component: lazy(load as never, name as never) });

const pages = [
  work,
  page('/tasks/$caseId/$taskId', () => import('./screens/work/Task.js'), 'Task'),
  page('/tasks/$link', () => import('./screens/work/Letter.js'), 'Letter'),
  page('/cases/$caseId/decide/$approvalId', () => import('./screens/decide/Decide.js'), 'Decide'),
  page('/cases/$caseId/form/$control', () => import('./screens/evidence/EvidenceForm.js'), 'EvidenceForm'),
];

const caseFrame = createRoute({ getParentRoute: within, path: '/cases/$caseId', component: CaseFrame });
const tab = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => caseFrame, path, component: lazy(load as never, name as never) });
const tabs = [
  tab('/', () => import('./screens/case/Overview.js'), 'Overview'),
  tab('controls', () => import('./screens/case/Controls.js'), 'Controls'),
  tab('people', () => import('./screens/case/People.js'), 'People'),
  tab('story', () => import('./screens/case/Story.js'), 'Story'),
];

const tree = root.addChildren([signIn, inside.addChildren([...pages, caseFrame.addChildren(tabs)])]);

/** The addresses of the console; every case, task, control, document and fact has one. */
export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
