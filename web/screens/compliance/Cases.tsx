import { Button, Stack, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CasePage } from '../../../contract/cases.js';
import { casesQuery } from '../../api/queries.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { dayText } from '../../kit/times.js';
import { Wide } from '../../kit/Wide.js';
import { plain } from '../../kit/words.js';

/** The cases, each with the way to its proof. */
export function Cases() {
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 200);
  const query = useInfiniteQuery(casesQuery(wanted === '' ? {} : { search: wanted }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Stack gap="md">
      <TextInput
        label="Find a case"
        placeholder="Title or vendor"
        maw={320}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {query.error !== null && <Fault error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.isSuccess && rows.length === 0 && (
        <Empty title={wanted === '' ? 'No case was opened yet.' : `No case fits “${wanted}”.`} />
      )}
      {rows.length > 0 && <List rows={rows} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          More
        </Button>
      )}
    </Stack>
  );
}

function List({ rows }: { rows: CasePage['rows'] }) {
  return (
    <Wide label="Cases">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Case</Table.Th>
            <Table.Th scope="col">Vendor</Table.Th>
            <Table.Th scope="col">Stands at</Table.Th>
            <Table.Th scope="col">Opened</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.caseId}>
              <Table.Th scope="row" fw={400}>
                <Go to={`/compliance/cases/${row.caseId}`}>{row.title}</Go>
              </Table.Th>
              <Table.Td>{row.vendor}</Table.Td>
              <Table.Td>
                {row.status === 'open' ? plain(row.stage) : plain(row.status)}{' '}
                {row.lateTasks > 0 && <State is="late" word={`${row.lateTasks} late`} />}
              </Table.Td>
              <Table.Td>{dayText(row.openedAt.slice(0, 10))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
