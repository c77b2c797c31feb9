import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActTable } from '../../contract/acts.js';
import type { Preview } from '../../contract/console/preview.js';
import type { JsonObject } from '../form/field.js';
import { get, send } from './client.js';
import { isUnknown, Problem } from './problem.js';
import { sessionQuery, signInAddress } from './session.js';

export const actsQuery = queryOptions({
  queryKey: ['acts'],
  queryFn: () => get<ActTable>('/api/acts'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the ledger answered to an act. */
export type Receipt = {
  receipt: { seq: number; hash: string; at: string };
  events: string[];
  notes: string[];
  control?: 'met' | 'open' | 'refused';
};

const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Where a fresh sign-in starts, with the way back to this page: at the provider, or for the vendor's people by a code. */
function freshSignIn(side: 'client' | 'vendor' | undefined): string {
  const here = window.location.pathname + window.location.search;
  return side === 'vendor' ? `/sign-in?to=${encodeURIComponent(here)}` : signInAddress(here, true);
}

/** Leads whose sign-in is too old for what they do to a fresh one, and back to this page. */
export function signInAgain(error: Error, side: 'client' | 'vendor' | undefined): void {
  if (error instanceof Problem && error.code === 'SignInTooOld') window.location.assign(freshSignIn(side));
}

/** The address of an act on a case. */
export const actPath = (caseId: string, type: string): string => `/api/cases/${caseId}/commands/${kebab(type)}`;

/** Sends acts on a case; a repeat of the same press is the same act. Afterwards everything shown is read again. */
export function useAct(caseId: string, { role }: { role?: string } = {}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ type, body, key }: { type: string; body: JsonObject; key: string }) => {
      try {
        return await send<Receipt>(actPath(caseId, type), body, { key, ...(role !== undefined && { role }) });
      } catch (error) {
        // The draft is kept; after a fresh sign-in one is back on this page.
        if (error instanceof Error) signInAgain(error, queries.getQueryData(sessionQuery.queryKey)?.side);
        throw error;
      }
    },
    onSuccess: ({ receipt, notes }) => {
      notifications.show({
        title: `Recorded as number ${receipt.seq}`,
        message: notes.join(' ') || 'It stands in the trail of the case.',
        color: 'green',
      });
      // Not waited for: what follows a receipt, such as forgetting the draft, follows it at once.
      void queries.invalidateQueries();
    },
  });
}

/** What follows from an act, as it stands now. */
export function usePreview(caseId: string, type: string, body: JsonObject | undefined, role?: string) {
  return useQuery({
    queryKey: ['case', caseId, 'preview', type, body ?? {}],
    queryFn: () => send<Preview>(`${actPath(caseId, type)}/preview`, body ?? {}, role === undefined ? {} : { role }),
    enabled: body !== undefined,
    retry: false,
  });
}

/** Faults of a refused act by the path of their field. */
export function faultsOf(error: Error | null): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(
    (error.body.faults ?? []).flatMap(({ path, message }) => (path === undefined ? [] : [[path, message]])),
  );
}

/** The key of a press: a repeat of what may have been done is the same act, and what is sent after a refusal is another one. */
export function usePressKey(): { key: string; renew(): void; refused(error: Error): void } {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const renew = () => setKey(crypto.randomUUID());
  const refused = (error: Error) => {
    if (!isUnknown(error)) renew();
  };
  return { key, renew, refused };
}
