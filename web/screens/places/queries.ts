import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PlacePage, PlacesPage } from '../../../contract/places.js';
import { get } from '../../api/client.js';

const page = (limit: number, cursor: string): string =>
  new URLSearchParams({ limit: String(limit), ...(cursor !== '' && { cursor }) }).toString();

/** Places of all cases, a page at a time. */
export const placesQuery = infiniteQueryOptions({
  queryKey: ['places'],
  queryFn: ({ pageParam, signal }) => get<PlacesPage>(`/api/places?${page(100, pageParam)}`, {}, signal),
  initialPageParam: '',
  getNextPageParam: (last: PlacesPage) => last.nextCursor,
});

/** One place, a page of its cases at a time. */
export const placeQuery = (provider: string, place: string) =>
  infiniteQueryOptions({
    queryKey: ['places', provider, place],
    queryFn: ({ pageParam, signal }) =>
      get<PlacePage>(
        `/api/places/${encodeURIComponent(provider)}/${encodeURIComponent(place)}?${page(20, pageParam)}`,
        {},
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last: PlacePage) => last.nextCursor,
  });
