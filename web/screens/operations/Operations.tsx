import { Stack } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { OperationsPage } from '../../../contract/operations.js';
import { get } from '../../api/client.js';
import { Fault, Loading, Page } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { Consists } from './Consists.js';
import { Health } from './Health.js';
import { OnePerson } from './OnePerson.js';
import { SlowGrants, TroubledLetters } from './Trouble.js';

/** How often it is read again while somebody looks, milliseconds. */
const AGAIN_MS = 15_000;

const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: ({ signal }) => get<OperationsPage>('/api/operations', {}, signal),
  refetchInterval: AGAIN_MS,
});

/** How the installation runs, for whoever runs it: what is wrong comes first, and every number leads to what it counts. */
export function Operations() {
  const { data, error, refetch } = useQuery(operationsQuery);
  return (
    <Page
      title="Operations"
      under={
        data !== undefined && (
          <>
            As of <When at={data.at} />, read again every 15 seconds
          </>
        )
      }
    >
      {error !== null && <Fault error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <Stack gap="xl">
          <Health page={data} />
          {data.letters.length > 0 && <TroubledLetters {...data} />}
          {data.slowGrants.count > 0 && <SlowGrants {...data.slowGrants} />}
          <Consists page={data} />
        </Stack>
      )}
      <OnePerson />
    </Page>
  );
}
