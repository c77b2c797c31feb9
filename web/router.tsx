import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
  useRouter,
} from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect } from 'react';
import { isAway } from './api/problem.js';
import { sessionQuery } from './api/session.js';
import { Empty, Fault, Page } from './kit/Page.js';
import { SignIn } from './screens/signIn/SignIn.js';

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

/** Milliseconds after which a page is tried again whose server was away. */
const AGAIN_MS = 3_000;

/** A page that could not be shown; one that waits for the server tries again by itself. */
function Failed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = useCallback(() => {
    reset();
    void router.invalidate();
  }, [reset, router]);
  useEffect(() => {
    if (!isAway(error)) return;
    const timer = setInterval(again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [error, again]);
  return (
    <main className="content">
      <Fault error={error instanceof Error ? error : new Error('The page failed.')} again={again} />
    </main>
  );
}

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignIn });

/** Everything behind the sign-in; whoever is not signed in comes back to where they were going. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: lazyRouteComponent(() => import('./shell/Shell.js'), 'Shell'),
  errorComponent: Failed,
  notFoundComponent: NotFound,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
});

const within = () => inside;

type Screen = () => ReactNode;

/** A page whose code is loaded when somebody goes there. */
const page = <Name extends string>(path: string, load: () => Promise<Record<Name, Screen>>, name: Name) =>
  createRoute({ getParentRoute: within, path, component: lazyRouteComponent(load, name) });

const pages = [
  page('/', () => import('./screens/myWork/Work.js'), 'Work'),
  page('/cases/new', () => import('./screens/newCase/NewCase.js'), 'NewCase'),
  page('/cases', () => import('./screens/cases/Cases.js'), 'Cases'),
  page('/me', () => import('./screens/me/Me.js'), 'Me'),
  page('/device', () => import('./screens/device/Device.js'), 'Device'),
  page('/vendors', () => import('./screens/vendors/Vendors.js'), 'Vendors'),
  page('/vendors/$vendor', () => import('./screens/vendors/Vendor.js'), 'Vendor'),
  page('/tasks/$caseId/$taskId', () => import('./screens/myWork/Task.js'), 'Task'),
  page('/tasks/$link', () => import('./screens/myWork/Letter.js'), 'Letter'),
  page('/cases/$caseId/decide/$approvalId', () => import('./screens/decide/Decide.js'), 'Decide'),
  page('/cases/$caseId/documents/$paper', () => import('./screens/documents/Document.js'), 'Document'),
  page('/cases/$caseId/do/$type', () => import('./screens/case/ActPage.js'), 'ActPage'),
  page('/cases/$caseId/explain', () => import('./screens/explain/Explain.js'), 'Explain'),
  page('/cases/$caseId/report', () => import('./screens/report/Report.js'), 'Report'),
  page('/cases/$caseId/form/$control', () => import('./screens/evidence/EvidenceForm.js'), 'EvidenceForm'),
];

const caseFrame = page('/cases/$caseId', () => import('./screens/case/CaseFrame.js'), 'CaseFrame');
const tab = <Name extends string>(path: string, load: () => Promise<Record<Name, Screen>>, name: Name) =>
  createRoute({ getParentRoute: () => caseFrame, path, component: lazyRouteComponent(load, name) });
const tabs = [
  tab('/', () => import('./screens/case/Overview.js'), 'Overview'),
  tab('controls', () => import('./screens/case/Controls.js'), 'Controls'),
  tab('documents', () => import('./screens/documents/Documents.js'), 'Documents'),
  tab('people', () => import('./screens/case/People.js'), 'People'),
  tab('running', () => import('./screens/running/Running.js'), 'Running'),
  tab('incidents', () => import('./screens/incidents/Incidents.js'), 'Incidents'),
  tab('story', () => import('./screens/case/Story.js'), 'Story'),
];

/** A part of a screen, with an address of its own below it. */
const part = <Name extends string>(
  frame: ReturnType<typeof page>,
  path: string,
  load: () => Promise<Record<Name, Screen>>,
  name: Name,
) => createRoute({ getParentRoute: () => frame, path, component: lazyRouteComponent(load, name) });

const compliance = page('/compliance', () => import('./screens/compliance/Compliance.js'), 'Compliance');
const policy = page('/policy', () => import('./screens/policy/Policy.js'), 'Policy');
const access = page('/access', () => import('./screens/access/Access.js'), 'Access');
const framed = [
  access.addChildren([
    part(access, '/', () => import('./screens/access/Now.js'), 'Now'),
    part(access, 'places', () => import('./screens/places/Places.js'), 'Places'),
    part(access, 'requests', () => import('./screens/access/Requested.js'), 'Requested'),
    part(access, 'found', () => import('./screens/access/Found.js'), 'Found'),
    part(access, 'recertify', () => import('./screens/access/Recertify.js'), 'Recertify'),
    part(access, 'covered', () => import('./screens/access/Covered.js'), 'Covered'),
    part(access, 'stopped', () => import('./screens/access/Stopped.js'), 'Stopped'),
  ]),
  policy.addChildren([
    part(policy, '/', () => import('./screens/policy/Reads.js'), 'Reads'),
    part(policy, 'list', () => import('./screens/policy/Listed.js'), 'Listed'),
    part(policy, 'difference', () => import('./screens/policy/Differs.js'), 'Differs'),
    part(policy, 'replay', () => import('./screens/policy/Replay.js'), 'Replay'),
  ]),
  compliance.addChildren([
    part(compliance, '/', () => import('./screens/compliance/Cases.js'), 'Cases'),
    part(compliance, 'populations', () => import('./screens/compliance/Populations.js'), 'Populations'),
    part(compliance, 'readings', () => import('./screens/compliance/Readings.js'), 'Readings'),
    part(compliance, 'custody', () => import('./screens/compliance/Custody.js'), 'Custody'),
  ]),
  page('/access/places/$provider/$place', () => import('./screens/places/Place.js'), 'Place'),
  page('/operations', () => import('./screens/operations/Operations.js'), 'Operations'),
  page('/compliance/cases/$caseId', () => import('./screens/compliance/CaseProof.js'), 'CaseProof'),
];

const tree = root.addChildren([signIn, inside.addChildren([...pages, caseFrame.addChildren(tabs), ...framed])]);

/** The addresses of the console; every case, task, control, document and fact has one. */
export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
