import { Button, Group, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Rehearsal } from '../../contract/rehearsal.js';
import { get, send } from '../api/client.js';
import { useSession } from '../api/session.js';
import { setClock } from '../kit/times.js';
import { roleName } from '../kit/words.js';

type Pass = 'next-event' | 'next-day' | 'play';

/** Over every page of a rehearsal: who one is, which day it is, and the ways to let time pass. */
export function RehearsalBar() {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['rehearsal'], queryFn: () => get<Rehearsal>('/api/rehearsal') });
  const [playing, setPlaying] = useState(false);
  const pass = useMutation({
    mutationFn: (how: Pass) => send<Rehearsal>(`/api/rehearsal/${how}`, {}),
    onSuccess: (next) => {
      queries.setQueryData(['rehearsal'], next);
      return queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'rehearsal' && queryKey[0] !== 'acts',
      });
    },
    onError: () => setPlaying(false),
  });
  const { mutate, isPending } = pass;
  const more = data?.nextStep !== undefined && !data.ended;
  useEffect(() => {
    if (!playing || isPending) return;
    if (more) mutate('play');
    else setPlaying(false);
  }, [playing, isPending, more, mutate]);
  if (data === undefined) return null;
  if (data.now !== undefined) setClock(Date.parse(data.now) - Date.now());
  const busy = isPending || data.ended;
  return (
    <section aria-label="Rehearsal" className="rehearsal">
      <Who people={data.people} />
      <Group gap="sm">
        <b>{data.ended ? 'The case has ended' : `Day ${data.day ?? 0}`}</b>
        {data.now !== undefined && (
          <span>
            {new Intl.DateTimeFormat(undefined, {
              weekday: 'short',
              day: 'numeric',
              month: 'short',
              hour: '2-digit',
              minute: '2-digit',
              timeZone: data.zone,
            }).format(new Date(data.now))}
          </span>
        )}
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy || data.nextEvent === undefined}
          onClick={() => mutate('next-event')}
        >
          To the next event
        </Button>
        <Button size="compact-sm" variant="default" disabled={busy} onClick={() => mutate('next-day')}>
          Next day
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={(busy && !playing) || !more}
          onClick={() => setPlaying(!playing)}
        >
          {playing ? 'Pause' : 'Play'}
        </Button>
        <span className="quiet truncate" aria-live="polite" style={{ maxWidth: 420 }}>
          {isPending ? 'Time passes …' : (data.told.at(-1) ?? data.title)}
        </span>
      </Group>
      {pass.error !== null && <span role="alert">{pass.error.message}</span>}
    </section>
  );
}

function Who({ people }: Pick<Rehearsal, 'people'>) {
  const { person } = useSession();
  const be = async (email: string | null) => {
    if (email === null) return;
    await send('/api/rehearsal/be', { email });
    // Another person is another session: nothing that was read before stays.
    window.location.assign('/');
  };
  return (
    <Select
      aria-label="Who I am"
      size="xs"
      searchable
      w={260}
      data={people.map(({ name, email, role }) => ({
        value: email,
        label: `${name}, ${roleName(role).toLowerCase()}`,
      }))}
      value={people.find(({ name }) => name === person.name)?.email ?? null}
      onChange={(email) => void be(email)}
    />
  );
}
