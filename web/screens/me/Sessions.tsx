import { Button, Group } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { sessionList } from '../../../contract/session.js';
import { get, send } from '../../api/client.js';
import { Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { signOut } from '../../shell/signOut.js';

type Sessions = z.infer<typeof sessionList>;

const sessionsQuery = queryOptions({ queryKey: ['me', 'sessions'], queryFn: () => get<Sessions>('/api/sessions') });

/** The browsers in which I am signed in: this one, and those that I can end from here. */
export function Sessions() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: async (sessionIds: string[]) => {
      for (const id of sessionIds) await send(`/api/sessions/${id}`, undefined, { method: 'DELETE' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const rows = [...(data?.rows ?? [])].sort((a, b) => Number(b.current) - Number(a.current));
  const others = rows.filter(({ current }) => !current).map(({ sessionId }) => sessionId);
  return (
    <Section
      title="Where you are signed in"
      aside={
        others.length > 0 && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(others)}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      {error !== null && <Fault error={error} again={refetch} />}
      {end.error !== null && <Fault error={end.error} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {rows.map(({ sessionId, device, current, startedAt, seenAt }) => (
        <div key={sessionId} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <div>
            <Group gap="xs">
              <b>{device}</b>
              {current && <State is="met" word="This browser" />}
            </Group>
            <div className="quiet">
              Since <When at={startedAt} />, last used <When at={seenAt} />
            </div>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={current ? 'Sign out here' : `Sign out ${device}`}
            loading={end.isPending && end.variables.includes(sessionId)}
            onClick={() => (current ? void signOut() : end.mutate([sessionId]))}
          >
            Sign out
          </Button>
        </div>
      ))}
    </Section>
  );
}
