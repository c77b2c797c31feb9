import { Button, Group } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeToken, MyTokens } from '../../../contract/myTokens.js';
import { get, send } from '../../api/client.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { now } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { listed, roleName } from '../../kit/words.js';
import { MakeToken } from './MakeToken.js';
import { Secret } from './Secret.js';

const WEEK_MS = 7 * 86_400_000;

const tokensQuery = queryOptions({ queryKey: ['me', 'tokens'], queryFn: () => get<MyTokens>('/api/my-tokens') });

/** The tokens that act or read as me: of scripts, and of command lines that I signed in. */
export function Tokens() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(tokensQuery);
  const [made, setMade] = useState<MadeToken>();
  const again = () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
  return (
    <Section
      title="Tokens"
      aside={
        <Group gap="sm">
          <Go to="/device">Sign in the command line</Go>
          {data !== undefined && (
            <MakeToken
              daysMax={data.daysMax}
              onMade={(token) => {
                setMade(token);
                void again();
              }}
            />
          )}
        </Group>
      }
    >
      {made !== undefined && (
        <Secret title={`Copy the token “${made.name}” now`} secret={made.token} onDone={() => setMade(undefined)}>
          It is not shown again. Whoever has it {made.scope === 'act' ? 'reads and acts' : 'reads'} as you; send it as{' '}
          <code>Authorization: Bearer</code>.
        </Secret>
      )}
      {error !== null && <Fault error={error} again={refetch} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data?.rows.length === 0 && (
        <Empty title="Nothing but your browsers acts as you.">
          A token lets a script read or act as you. Deciding and signing always stay with the browser.
        </Empty>
      )}
      {data?.rows.map((row) => (
        <Token key={row.tokenId} row={row} onEnded={again} />
      ))}
    </Section>
  );
}

function Token({ row, onEnded }: { row: MyTokens['rows'][number]; onEnded(): Promise<void> }) {
  const { tokenId, name, scope, roles, madeAt, expiresAt, usedAt } = row;
  const end = useMutation({
    mutationFn: () => send(`/api/my-tokens/${tokenId}`, undefined, { method: 'DELETE' }),
    onSuccess: onEnded,
  });
  const soon = Date.parse(expiresAt) - now() < WEEK_MS;
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        <Group gap="xs">
          <b>{name}</b>
          {soon && <State is="late" word="Ends soon" />}
        </Group>
        <div className="quiet">
          {scope === 'act' ? 'Reads and acts' : 'Reads'} as {listed(roles.map((role) => roleName(role).toLowerCase()))}.
          Made <When at={madeAt} />, works until <When at={expiresAt} />.{' '}
          {usedAt === undefined ? (
            'Never used.'
          ) : (
            <>
              Last used <When at={usedAt} />.
            </>
          )}
        </div>
        {end.error !== null && <Fault error={end.error} />}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`End ${name}`}
        loading={end.isPending}
        onClick={() => end.mutate()}
      >
        End
      </Button>
    </div>
  );
}
