import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonSessions } from '../../../contract/operations.js';
import { get, send } from '../../api/client.js';
import { hides } from '../../api/problem.js';
import { Fault, Loading, Section } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { ConfirmButton } from './ConfirmButton.js';
import { PersonTokens } from './PersonTokens.js';

const personPath = (path: string, person: string): string => `${path}?${new URLSearchParams({ person })}`;

/** The sessions and tokens of one person, by address, with the way to end them. */
export function OnePerson() {
  const [text, setText] = useState('');
  const [person, setPerson] = useState<string>();
  return (
    <section id="person">
      <Section title="Sessions and tokens of a person">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') setPerson(text.trim());
          }}
        >
          <Group gap="sm" align="flex-end">
            <TextInput
              label="Address"
              type="email"
              placeholder="name@company.example"
              miw={280}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" variant="default">
              Look up
            </Button>
          </Group>
        </form>
        {person !== undefined && <Found key={person} person={person} />}
      </Section>
    </section>
  );
}

function Found({ person }: { person: string }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['person-sessions', person],
    queryFn: ({ signal }) => get<PersonSessions>(personPath('/api/person-sessions', person), {}, signal),
    retry: false,
  });
  const out = useMutation({
    mutationFn: () => send('/api/sign-out', { person }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={3} />;
  return (
    <Stack gap="md" mt="md">
      <Group justify="space-between">
        <b>{nameOf(data.names, data.personId)}</b>
        <ConfirmButton ask="Sign out everywhere" sure="Sign out now" onSure={() => out.mutate()} busy={out.isPending} />
      </Group>
      {out.error !== null && <Fault error={out.error} />}
      {data.rows.length === 0 && <span className="quiet">Signed in with no browser.</span>}
      {data.rows.map(({ sessionId, device, startedAt, seenAt }) => (
        <div key={sessionId} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <div>{device}</div>
          <span className="quiet">
            since <When at={startedAt} />, last seen <When at={seenAt} />
          </span>
        </div>
      ))}
      <PersonTokens person={person} />
    </Stack>
  );
}
