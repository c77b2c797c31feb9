import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionView, SignInWays } from '../../contract/session.js';
import { drafts } from '../kit/drafts.js';
import { actAs, get } from './client.js';

export type Session = SessionView;

/** Who used this page last. */
let last: string | undefined;

/** What somebody else read and typed on this device is nothing for whoever comes after them. */
function giveOver(queries: QueryClient, person: string): void {
  drafts.forget(person);
  if (last !== undefined && last !== person)
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION });
  last = person;
}

/** Nobody is an answer too: whoever is not signed in yet has done nothing wrong. */
async function readSession(queries: QueryClient): Promise<Session | null> {
  const { session = null } = await get<SignInWays>('/api/sign-in');
  if (session === null) return null;
  actAs({ csrf: session.csrf });
  giveOver(queries, session.person.id);
  return session;
}

const SESSION = 'session';

export const sessionQuery = queryOptions({
  queryKey: [SESSION],
  queryFn: ({ client }) => readSession(client),
  staleTime: 60_000,
  // Whoever waits at the door is told at once what is away; the page tries again.
  retry: false,
});

/** The session of whoever looks at a page behind the sign-in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('This page needs a session.');
  return data;
}

/** Where signing in at the client's provider starts, with the way back; `again` asks for a fresh sign-in. */
export const signInAddress = (to: string, again = false): string =>
  `/auth/start?to=${encodeURIComponent(to)}${again ? '&again=1' : ''}`;
