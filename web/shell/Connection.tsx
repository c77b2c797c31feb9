import { Alert } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CaseEventData } from '../../contract/console/events.js';
import { isAway } from '../api/problem.js';
import { sessionQuery } from '../api/session.js';

/** Milliseconds without a connection after which it is said. */
const SAID_MS = 1_500;
/** Milliseconds of silence after which a stream that beats every 15 s is taken for dead. */
const SILENT_MS = 45_000;

/** What the pages wait for in vain, in a sentence; undefined while everything answers. */
function useAway(): string | undefined {
  const cache = useQueryClient().getQueryCache();
  const waits = (): string | undefined => {
    const failing = cache
      .getAll()
      .find(({ state }) => state.fetchStatus === 'fetching' && isAway(state.fetchFailureReason));
    return failing?.state.fetchFailureReason?.message;
  };
  return useSyncExternalStore((tell) => cache.subscribe(tell), waits);
}

/** Listens to what others do: what changed is read again; a lost connection is said, and mends itself. */
export function Connection() {
  const queries = useQueryClient();
  const [lost, setLost] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try opens a stream of its own.
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let silent: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource('/api/events');
    const again = () => setTries((count) => count + 1);
    const all = () => {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'acts' && queryKey[0] !== 'session',
      });
    };
    const heard = () => {
      clearTimeout(silent);
      silent = setTimeout(() => {
        setLost(true);
        again();
      }, SILENT_MS);
    };
    source.onopen = () => {
      heard();
      clearTimeout(waiting);
      waiting = undefined;
      setLost((was) => {
        if (was) all();
        return false;
      });
    };
    source.onerror = () => {
      waiting ??= setTimeout(() => setLost(true), SAID_MS);
      // A stream that the server refuses is not opened again by the browser: the session may have ended.
      if (source.readyState === EventSource.CLOSED) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    };
    source.addEventListener('case', (event) => {
      heard();
      const { caseId }: CaseEventData = JSON.parse(event.data);
      for (const queryKey of [['case', caseId], ['work'], ['cases'], ['access'], ['places'], ['vendors']])
        void queries.invalidateQueries({ queryKey });
    });
    source.addEventListener('beat', heard);
    source.addEventListener('reset', all);
    const offline = () => setLost(true);
    window.addEventListener('offline', offline);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(waiting);
      clearTimeout(silent);
      source.close();
      window.removeEventListener('offline', offline);
      window.removeEventListener('online', again);
    };
  }, [queries, tries]);
  const away = useAway();
  if (!lost && away === undefined) return null;
  return (
    <Alert
      color="orange"
      variant="outline"
      mb="md"
      role="status"
      title={lost ? 'Connection lost' : 'Waiting for an answer'}
    >
      {!lost && <div>{away}</div>}
      What you see may be old. What you type is kept on this device; this page tries again by itself.
    </Alert>
  );
}
