import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Story as StoryPage } from '../../../contract/story.js';
import { get } from '../../api/client.js';
import { caseQuery } from '../../api/queries.js';
import { Go } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Fault, Loading } from '../../kit/Page.js';
import { Told } from '../../kit/Told.js';
import { exact } from '../../kit/times.js';
import { nameOf, plain, roleName } from '../../kit/words.js';

const KINDS = [
  'case',
  'plan',
  'control',
  'flag',
  'document',
  'person',
  'decision',
  'refusal',
  'access',
  'replacement',
  'task',
  'letter',
  'meeting',
  'kpi',
  'milestone',
  'dispute',
  'incident',
];
const COLOURS: Record<string, string> = {
  good: 'var(--met)',
  bad: 'var(--refused)',
  wait: 'var(--late)',
  note: 'var(--quiet)',
};

/** Facts before the one that somebody comes for. */
const BEFORE = 10;
const toSight = (row: HTMLLIElement | null): void => row?.scrollIntoView({ block: 'center' });

/** What happened in the case, fact by fact, with its number in the ledger; an address may name the fact that it is about. */
export function Story() {
  const { caseId = '' } = useParams({ strict: false });
  const { data: seen } = useSuspenseQuery(caseQuery(caseId));
  const { entry: asked }: Record<string, unknown> = useSearch({ strict: false });
  const wanted = Number.isInteger(Number(asked)) && asked !== undefined ? Number(asked) : undefined;
  const [filter, setFilter] = useState<Record<string, string>>({});
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['case', caseId, 'story', filter, wanted ?? 0],
    queryFn: ({ pageParam, signal }) =>
      get<StoryPage>(
        `/api/cases/${caseId}/story?${new URLSearchParams({ ...filter, limit: '200', afterSeq: String(pageParam) })}`,
        {},
        signal,
      ),
    initialPageParam: wanted === undefined ? 0 : Math.max(0, wanted - BEFORE),
    getNextPageParam: (page) => page.nextAfterSeq,
  });
  const set = (field: string, value: string | null) => {
    const { [field]: _before, ...others } = filter;
    setFilter(value === null || value === '' ? others : { ...others, [field]: value });
  };
  const entries =
    data?.pages.flatMap((page) => page.entries.map((entry) => ({ ...entry, zone: page.zone, names: page.names }))) ??
    [];
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <Select
          label="Kind"
          clearable
          data={KINDS.map((kind) => ({ value: kind, label: plain(kind) }))}
          onChange={(kind) => set('kind', kind)}
        />
        <Select
          label="Person"
          clearable
          searchable
          data={knownOf(seen).people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(person) => set('person', person)}
        />
        <TextInput label="From" type="date" onChange={(event) => set('from', event.currentTarget.value)} />
        <TextInput label="To" type="date" onChange={(event) => set('to', event.currentTarget.value)} />
      </Group>
      {error !== null && <Fault error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && entries.length === 0 && !hasNextPage && <Empty title="No facts fit." />}
      {wanted !== undefined && wanted > BEFORE && (
        <Group>
          <Go to={`/cases/${caseId}/story`}>Show the story from its beginning</Go>
        </Group>
      )}
      <ol className="story">
        {entries.map((entry) => (
          <li
            key={entry.seq}
            id={`fact-${entry.seq}`}
            ref={entry.seq === wanted ? toSight : undefined}
            data-active={entry.seq === wanted || undefined}
            className="row"
            style={{ gridTemplateColumns: '56px 190px minmax(0, 1fr)' }}
          >
            <a className="quiet" href={`#fact-${entry.seq}`} title={entry.hash}>
              {entry.seq}
            </a>
            <time className="quiet" dateTime={entry.at} title={exact(entry.at, entry.zone)}>
              {new Intl.DateTimeFormat(undefined, {
                dateStyle: 'medium',
                timeStyle: 'short',
                timeZone: entry.zone,
              }).format(new Date(entry.at))}
            </time>
            <div>
              <span aria-hidden style={{ color: COLOURS[entry.mark] }}>
                ●{' '}
              </span>
              <Told text={entry.text} names={entry.names} />
              {entry.why !== undefined && (
                <div className="quiet">
                  <Told text={entry.why} names={entry.names} />
                </div>
              )}
              {entry.by !== 'system' && (
                <div className="quiet">
                  {nameOf(entry.names, entry.by)}, {roleName(entry.role).toLowerCase()}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          More
        </Button>
      )}
    </Stack>
  );
}
