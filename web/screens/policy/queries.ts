import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PolicyList } from '../../../contract/policyList.js';
import type { PolicyPage, ReplayedPolicy } from '../../../contract/policyPage.js';
import { get, send } from '../../api/client.js';

/** A policy whose text is at hand; without a text it is the installation’s own. */
export type Source = { name: string; text?: string };

export const OWN: Source = { name: 'The installation’s own' };

/** A policy as people read it. */
export const policyQuery = ({ text }: Source) =>
  queryOptions({
    queryKey: ['policy', text ?? ''],
    queryFn: () => send<PolicyPage>('/api/policy/read', text === undefined ? {} : { policy: text }),
    staleTime: 600_000,
    retry: false,
  });

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => get<PolicyList>('/api/policies', {}, signal),
});

/** What a policy would change in the open cases, a few at a time. */
export const replayQuery = ({ text }: Source) =>
  infiniteQueryOptions({
    queryKey: ['policy', text ?? '', 'replay'],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({ limit: '10', ...(pageParam && { cursor: pageParam }) });
      return send<ReplayedPolicy>(`/api/policy/replay?${search}`, text === undefined ? {} : { policy: text });
    },
    initialPageParam: '',
    getNextPageParam: (page: ReplayedPolicy) => page.nextCursor,
    staleTime: 60_000,
    retry: false,
  });
