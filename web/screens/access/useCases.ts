import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseView } from '../../../contract/caseView.js';
import { caseQuery, casesQuery, isWhole } from '../../api/queries.js';

/** Cases whose access is shown at once. */
const MOST = 200;

/** Every case in which somebody may hold access, as it stands. */
export function useCases(): {
  cases: CaseView[];
  isPending: boolean;
  error: Error | null;
  left: boolean;
  again(): void;
} {
  const list = useInfiniteQuery(casesQuery({}));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const wanted = rows.filter(({ status }) => status === 'open' || status === 'closing').slice(0, MOST);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rows.length < MOST) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length]);
  const read = useQueries({ queries: wanted.map(({ caseId }) => caseQuery(caseId)) });
  return {
    cases: read.flatMap(({ data }) => (data !== undefined && isWhole(data) ? [data] : [])),
    isPending: list.isPending || read.some(({ isPending }) => isPending),
    error: list.error ?? read.find(({ error }) => error !== null)?.error ?? null,
    left: hasNextPage && rows.length >= MOST,
    again: () => void list.refetch(),
  };
}
