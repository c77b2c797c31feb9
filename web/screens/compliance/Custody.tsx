import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { CustodyLog } from '../../../contract/custody.js';
import { get } from '../../api/client.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { dayText } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { counted, nameOf, roleName } from '../../kit/words.js';
import { retentionQuery } from './Holds.js';

/** What is held and what is due for deletion, and the log of holds, erasures, tokens and listed policies. */
export function Custody() {
  return (
    <Stack gap="xl">
      <Retention />
      <Log />
    </Stack>
  );
}

function Retention() {
  const { data, error, refetch } = useQuery(retentionQuery);
  return (
    <Section title="Kept, held and due">
      {error !== null && <Fault error={error} again={refetch} />}
      {data === undefined && error === null && <Loading rows={3} />}
      {data?.rows.length === 0 && (
        <Empty title="No case is closed or held.">A closed case is kept for the years of its policy.</Empty>
      )}
      {data?.rows.map((row) => (
        <div key={row.caseId} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <div>
            <Go to={`/compliance/cases/${row.caseId}`}>{row.title}</Go> <span className="quiet">{row.vendor}</span>
            <div className="quiet">
              {row.closedAt === undefined ? 'Not closed' : `Closed ${dayText(row.closedAt.slice(0, 10))}`}
              {row.keptUntil !== undefined && `, kept until ${dayText(row.keptUntil.slice(0, 10))}`}
            </div>
          </div>
          {row.holds.length > 0 ? (
            <State is="waiting" word={counted(row.holds.length, 'hold')} />
          ) : (
            row.due && <State is="late" word="Due for deletion" />
          )}
        </div>
      ))}
    </Section>
  );
}

type Row = CustodyLog['rows'][number];

const LIMIT = 200;

function Log() {
  const query = useInfiniteQuery({
    queryKey: ['custody'],
    queryFn: ({ pageParam }) => get<CustodyLog>(`/api/custody?limit=${LIMIT}&afterSeq=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: ({ rows }) => (rows.length < LIMIT ? undefined : rows.at(-1)?.seq),
  });
  const pages = query.data?.pages ?? [];
  const chain = pages.at(-1)?.chain;
  const rows = pages.flatMap((page) => page.rows.map((row) => ({ row, names: page.names }))).reverse();
  return (
    <Section
      title="Log of holds, erasures, tokens and policies"
      aside={
        chain !== undefined && (
          <State
            is={chain.ok ? 'met' : 'refused'}
            word={chain.ok ? 'The chain of the log holds' : `The log was changed at number ${chain.brokenSeq}`}
          />
        )
      }
    >
      {query.error !== null && <Fault error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.isSuccess && rows.length === 0 && <Empty title="Nothing was held, erased, issued or listed yet." />}
      {rows.map(({ row, names }) => (
        <div key={row.seq} className="row" style={{ gridTemplateColumns: '48px minmax(0, 1fr) auto' }}>
          <span className="quiet" title={row.hash}>
            {row.seq}
          </span>
          <div>
            {sentenceOf(row, names)}
            {typeof row.fact.reason === 'string' && <div className="quiet">{row.fact.reason}</div>}
            <div className="quiet">
              {row.actor.personId === 'system'
                ? 'Drawbridge'
                : `${nameOf(names, row.actor.personId)}, ${roleName(row.actor.role).toLowerCase()}`}
            </div>
          </div>
          <span className="quiet">
            <When at={row.at} />
          </span>
        </div>
      ))}
      {query.hasNextPage && (
        <Button variant="default" mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Read on
        </Button>
      )}
    </Section>
  );
}

/** A fact of the log in one sentence. */
function sentenceOf({ fact }: Row, names: Record<string, string>): string {
  const who = typeof fact.person === 'string' ? nameOf(names, fact.person) : '';
  const policy = fact.policy;
  const named =
    typeof policy === 'object' && policy !== null && 'name' in policy && 'version' in policy
      ? `${policy.name} ${policy.version}`
      : '';
  switch (fact.type) {
    case 'LegalHoldPlaced':
      return 'Legal hold placed';
    case 'LegalHoldReleased':
      return 'Legal hold released';
    case 'TokenIssued':
      return `Token for ${roleName(String(fact.role)).toLowerCase()} issued to ${who}`;
    case 'TokenLetterSent':
      return fact.accepted === true
        ? `Letter with a code sent to ${who}`
        : `Letter with a code to ${who} was not taken`;
    case 'TokenClaimed':
      return `${who} claimed a token`;
    case 'PersonalTokenMade':
      return `${who} made a token of their own, to ${fact.scope === 'act' ? 'act' : 'read'}`;
    case 'TokenRevoked':
      return `Token of ${who} revoked`;
    case 'PasskeyAdded':
      return `${who} set up a passkey`;
    case 'PasskeyRemoved':
      return `${who} removed a passkey`;
    case 'PolicyListed':
      return `Policy ${named} put on the list`;
    case 'PolicyDelisted':
      return `Policy ${named} taken off the list`;
    case 'PersonErased':
      return 'A person was erased';
    default:
      return fact.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  }
}
