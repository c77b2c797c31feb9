import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReadsPage } from '../../../contract/reads.js';
import { get } from '../../api/client.js';
import { Go, useGo } from '../../kit/Go.js';
import { Empty, Fault, Loading } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { nameOf, plain, roleName } from '../../kit/words.js';

type Row = ReadsPage['rows'][number];

const KINDS: Record<Row['kind'], string> = {
  story: 'Story',
  report: 'Report',
  certificate: 'Certificate',
  ledger: 'Ledger',
  export: 'Export of the ledger',
  document: 'Document',
  population: 'Population',
  sample: 'Sample',
  readings: 'This list',
};
const FIELDS = ['case', 'person', 'kind', 'from', 'to'];

const addressOf = (asked: URLSearchParams): string => {
  const text = asked.toString();
  return `/compliance/readings${text === '' ? '' : `?${text}`}`;
};

/** What is asked for, as the address of this page says it, and how to ask for something else. */
function useAsked() {
  const { searchStr } = useLocation();
  const go = useGo();
  const given = new URLSearchParams(searchStr);
  const asked = new URLSearchParams(
    FIELDS.flatMap((field) => (given.get(field) ? [[field, given.get(field) ?? '']] : [])),
  );
  const set = (field: string, value: string | null) => {
    const next = new URLSearchParams(asked);
    if (value === null || value === '') next.delete(field);
    else next.set(field, value);
    go(addressOf(next), true);
  };
  return { asked, set };
}

/** Who of the client's people read what, the latest first. */
export function Readings() {
  const { asked, set } = useAsked();
  const query = useInfiniteQuery({
    queryKey: ['readings', asked.toString()],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams(asked);
      if (pageParam !== '') search.set('cursor', pageParam);
      return get<ReadsPage>(`/api/readings?${search}`, {}, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows.map((row) => ({ row, names: page.names }))) ?? [];
  const [first] = rows;
  const person = asked.get('person') === null ? undefined : first && nameOf(first.names, first.row.personId);
  const ofCase = asked.get('case') === null ? undefined : first?.row.caseTitle;
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <Select
          label="What"
          placeholder="Everything"
          clearable
          data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
          value={asked.get('kind')}
          onChange={(kind) => set('kind', kind)}
        />
        <TextInput
          label="From"
          type="date"
          value={asked.get('from') ?? ''}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          label="To"
          type="date"
          value={asked.get('to') ?? ''}
          onChange={(event) => set('to', event.currentTarget.value)}
        />
        <Only what="person" name={person} asked={asked} clear={() => set('person', null)} />
        <Only what="case" name={ofCase} asked={asked} clear={() => set('case', null)} />
      </Group>
      {query.error !== null && <Fault error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.isSuccess && rows.length === 0 && (
        <Empty title={asked.size === 0 ? 'Nothing was read yet.' : 'Nothing was read that fits.'}>
          Stories, reports, certificates, documents, populations and exports are noted when one of the client’s people
          reads them.
        </Empty>
      )}
      <div>
        {rows.map(({ row, names }) => (
          <Line key={`${row.at} ${row.personId} ${row.kind} ${row.thing}`} row={row} names={names} asked={asked} />
        ))}
      </div>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          style={{ alignSelf: 'flex-start' }}
        >
          Read on
        </Button>
      )}
    </Stack>
  );
}

/** The one person or case that the list is narrowed to. */
function Only(props: { what: string; name: string | undefined; asked: URLSearchParams; clear(): void }) {
  const { what, name, asked, clear } = props;
  if (asked.get(what) === null) return null;
  return (
    <Button variant="default" onClick={clear}>
      Only {name ?? `one ${what}`}: show all
    </Button>
  );
}

function Line({ row, names, asked }: { row: Row; names: Record<string, string>; asked: URLSearchParams }) {
  const narrowed = (field: string, value: string) => addressOf(new URLSearchParams([...asked, [field, value]]));
  const who = nameOf(names, row.personId);
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        {asked.has('person') ? who : <Go to={narrowed('person', row.personId)}>{who}</Go>}
        <span className="quiet">, {roleName(row.role).toLowerCase()}: </span>
        {whatOf(row)}
        {row.caseId !== undefined && (
          <div className="quiet">
            <Go to={asked.has('case') ? `/compliance/cases/${row.caseId}` : narrowed('case', row.caseId)}>
              {row.caseTitle ?? 'A case'}
            </Go>
            {row.vendor !== undefined && ` · ${row.vendor}`}
          </div>
        )}
      </div>
      <span className="quiet">
        <When at={row.at} />
      </span>
    </div>
  );
}

function whatOf({ kind, thing, fileName }: Row): string {
  if (kind === 'document') return `${KINDS.document} ${fileName ?? ''}`.trimEnd();
  if ((kind === 'population' || kind === 'sample') && thing !== undefined)
    return `${KINDS[kind]} of ${plain(thing).toLowerCase()}`;
  return KINDS[kind];
}
