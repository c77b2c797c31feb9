import { Button, Group } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeCalendar, MyCalendar } from '../../../contract/calendar.js';
import { signInAgain } from '../../api/act.js';
import { get, send } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Fault, Loading, Section } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { Secret } from './Secret.js';

const calendarQuery = queryOptions({
  queryKey: ['me', 'calendar'],
  queryFn: () => get<MyCalendar>('/api/my-calendar'),
});

/** The address under which a calendar reads my deadlines. */
export function Calendar() {
  const queries = useQueryClient();
  const { side } = useSession();
  const { data, error, refetch } = useQuery(calendarQuery);
  const [address, setAddress] = useState<string>();
  const again = () => queries.invalidateQueries({ queryKey: calendarQuery.queryKey });
  const make = useMutation({
    mutationFn: () => send<MadeCalendar>('/api/my-calendar', {}),
    onSuccess: (made) => {
      setAddress(made.address);
      return again();
    },
    onError: (error) => signInAgain(error, side),
  });
  const end = useMutation({
    mutationFn: () => send('/api/my-calendar', undefined, { method: 'DELETE' }),
    onSuccess: () => {
      setAddress(undefined);
      return again();
    },
  });
  const fault = error ?? make.error ?? end.error;
  const feed = data?.feed;
  return (
    <Section
      title="Deadlines in your calendar"
      aside={
        <Group gap="sm">
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
            {feed === undefined ? 'Make an address' : 'Make a new address'}
          </Button>
          {feed !== undefined && (
            <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
              End it
            </Button>
          )}
        </Group>
      }
    >
      {fault !== null && <Fault error={fault} again={refetch} />}
      {address !== undefined && (
        <Secret
          title="Subscribe to this address in your calendar"
          secret={address}
          onDone={() => setAddress(undefined)}
        >
          It is not shown again. Whoever has it reads your deadlines, and nothing else.
        </Secret>
      )}
      {data === undefined && error === null && <Loading rows={1} />}
      {data !== undefined && (
        <div className="quiet">
          {feed === undefined ? (
            'Your calendar can show what waits for you, and by when. It reads an address that is yours alone.'
          ) : (
            <>
              Made <When at={feed.madeAt} />, works until <When at={feed.endsAt} />.{' '}
              {feed.readAt === undefined ? (
                'No calendar has read it yet.'
              ) : (
                <>
                  Last read <When at={feed.readAt} />.
                </>
              )}{' '}
              A new address ends this one.
            </>
          )}
        </div>
      )}
    </Section>
  );
}
