import { Alert } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseEventData } from '../../contract/console/events.js';
import { sessionQuery } from '../api/session.js';

/** Milliseconds without a connection after which it is said. */
const SAID_MS = 1_500;

/** Listens to what others do: what changed is read again; a lost connection is said, and mends itself. */
export function Connection() {
  const queries = useQueryClient();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource('/api/events');
    const all = () => {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'acts' && queryKey[0] !== 'session',
      });
    };
    source.onopen = () => {
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
      const { caseId }: CaseEventData = JSON.parse(event.data);
      for (const queryKey of [['case', caseId], ['work'], ['cases'], ['access'], ['vendors']])
        void queries.invalidateQueries({ queryKey });
    });
    source.addEventListener('reset', all);
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [queries]);
  if (!lost) return null;
  return (
    <Alert color="orange" variant="outline" mb="md" role="status" title="Connection lost">
      What you see may be old. What you type is kept on this device; the connection comes back by itself.
    </Alert>
  );
}
