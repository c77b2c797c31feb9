import { infiniteQueryOptions, MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import type { CasePage } from '../../contract/cases.js';
import type { CaseView, EngineerView } from '../../contract/caseView.js';
import type { DecisionPage } from '../../contract/console/decision.js';
import type { CaseForm } from '../../contract/console/form.js';
import type { RunningPage } from '../../contract/console/running.js';
import type { WorkPage } from '../../contract/console/work.js';
import type { VendorPage, VendorRecord } from '../../contract/vendors.js';
import { get, getNamed } from './client.js';
import { isAway, Problem } from './problem.js';
import { sessionQuery } from './session.js';

/** A case as its reader sees it; an engineer gets what concerns them. */
export type Seen = CaseView | EngineerView;

/** True where the whole case is shown. */
export const isWhole = (seen: Seen): seen is CaseView => 'stages' in seen;

/** Whoever is told that they are not signed in looks at their session again. */
const lookAgain = (queries: () => QueryClient) => (error: Error) => {
  if (error instanceof Problem && error.code === 'Unauthenticated')
    void queries().invalidateQueries({ queryKey: sessionQuery.queryKey });
};

export const makeQueries = (): QueryClient => {
  const onError = lookAgain(() => queries);
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (_count, error) => isAway(error),
        retryDelay: (count) => Math.min(1_000 * 2 ** count, 5_000),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return queries;
};

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => getNamed<WorkPage>('/api/work', signal),
});

/** The task that a letter links to, where it waits for whoever is signed in. */
export const linkQuery = (link: string) =>
  queryOptions({
    queryKey: ['work', link],
    queryFn: ({ signal }) => getNamed<WorkPage>(`/api/work?link=${encodeURIComponent(link)}`, signal),
  });

export const caseQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId], queryFn: ({ signal }) => getNamed<Seen>(`/api/cases/${caseId}`, signal) });

/** The list of cases, a page at a time. */
export const casesQuery = (filter: Record<string, string>) =>
  infiniteQueryOptions({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ ...filter, limit: '100', ...(pageParam && { cursor: pageParam }) });
      return get<CasePage>(`/api/cases?${search}`, {}, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page: CasePage) => page.nextCursor,
  });

/** Vendors by name, a page at a time. */
export const vendorsQuery = infiniteQueryOptions({
  queryKey: ['vendors'],
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ limit: '100', ...(pageParam && { cursor: pageParam }) });
    return get<VendorPage>(`/api/vendors?${search}`, {}, signal);
  },
  initialPageParam: '',
  getNextPageParam: (page: VendorPage) => page.nextCursor,
});

/** A vendor's record above its cases. */
export const vendorQuery = (vendor: string) =>
  queryOptions({
    queryKey: ['vendors', vendor],
    queryFn: ({ signal }) => get<VendorRecord>(`/api/vendors/${encodeURIComponent(vendor)}`, {}, signal),
  });

export const decisionQuery = (caseId: string, approvalId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'decision', approvalId],
    queryFn: ({ signal }) =>
      get<DecisionPage>(`/api/cases/${caseId}/decisions/${encodeURIComponent(approvalId)}`, {}, signal),
  });

export const formQuery = (caseId: string, control: string, person?: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'form', control, person ?? ''],
    queryFn: ({ signal }) =>
      get<CaseForm>(
        `/api/cases/${caseId}/forms/${control}${person === undefined ? '' : `?person=${encodeURIComponent(person)}`}`,
        {},
        signal,
      ),
  });

export const runningQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'running'],
    queryFn: ({ signal }) => get<RunningPage>(`/api/cases/${caseId}/running`, {}, signal),
  });
