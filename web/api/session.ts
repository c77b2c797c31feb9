import { queryOptions, useQuery } from '@tanstack/react-query';
import { actAs, get, Problem } from './client.js';

/** Who is signed in, as the server says it. */
export type Session = {
  person: { id: string; name: string };
  side: 'client' | 'vendor';
  roles: string[];
  caseId?: string;
  csrf: string;
  signedInAt: string;
  endsAt: string;
  idleEndsAt: string;
  zone?: string;
};

async function readSession(): Promise<Session | null> {
  try {
    const session = await get<Session>('/api/session');
    actAs({ csrf: session.csrf });
    return session;
  } catch (error) {
    if (error instanceof Problem && error.code === 'Unauthenticated') return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
  retry: (count, error) => count < 20 && error instanceof Problem && error.code === 'Offline',
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
