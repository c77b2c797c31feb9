import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseView } from '../../../contract/caseView.js';
import type { NamedExplanation } from '../../../contract/explain.js';
import { get } from '../../api/client.js';
import { hides } from '../../api/problem.js';
import { caseQuery, isWhole } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go, useGo } from '../../kit/Go.js';
import { Empty, Fault, Loading, Page, PageFault } from '../../kit/Page.js';
import { nameOf } from '../../kit/words.js';
import { instantIn, localIn, stampIn } from '../../kit/zoned.js';
import { OnePlace } from './OnePlace.js';

/** What somebody could reach at an instant of the client's zone, by what right and on whose word; the question is in the address. */
export function Explain() {
  const { caseId = '' } = useParams({ strict: false });
  const { side } = useSession();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  if (!isWhole(data) || side !== 'client')
    return (
      <Page title="What could be reached">
        <Empty title="This page is for the client’s people." />
      </Page>
    );
  const person = typeof asked.person === 'string' ? asked.person : undefined;
  const at = typeof asked.at === 'string' ? instantIn(asked.at, data.client.timeZone) : undefined;
  return (
    <Page title="What could be reached" under={<Go to={`/cases/${caseId}/people`}>{data.title}</Go>}>
      <Stack gap="xl">
        <Question key={`${person} ${asked.at}`} seen={data} person={person} local={asked.at} />
        {person === undefined || at === undefined ? (
          <Empty title="Choose a person and an instant.">
            The answer says what they could reach, by what right, who saw it, and which documents and decisions it
            rested on.
          </Empty>
        ) : (
          <Answer caseId={caseId} person={person} at={at} />
        )}
      </Stack>
    </Page>
  );
}

function Question({ seen, person, local }: { seen: CaseView; person: string | undefined; local: unknown }) {
  const go = useGo();
  const zone = seen.client.timeZone;
  const [who, setWho] = useState<string | null>(person ?? null);
  const [when, setWhen] = useState(typeof local === 'string' ? local : localIn(seen.asOf, zone));
  // Whoever was ever granted something is asked about, also where they are of the roster no more.
  const ids = [...new Set([...seen.people, ...seen.leases].map((one) => one.person))];
  const isReady = who !== null && instantIn(when, zone) !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && who !== null)
          go(`/cases/${seen.caseId}/explain?${new URLSearchParams({ person: who, at: when }).toString()}`);
      }}
    >
      <Group gap="sm" align="flex-end">
        <Select
          label="Person"
          searchable
          miw={240}
          data={ids.map((id) => ({ value: id, label: nameOf(seen.names, id) }))}
          value={who}
          onChange={setWho}
        />
        <TextInput
          label={`Date and time in ${zone}`}
          type="datetime-local"
          value={when}
          onChange={(event) => setWhen(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!isReady}>
          Explain
        </Button>
      </Group>
    </form>
  );
}

function Answer({ caseId, person, at }: { caseId: string; person: string; at: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['case', caseId, 'explain', person, at],
    queryFn: ({ signal }) =>
      get<NamedExplanation>(
        `/api/cases/${caseId}/explain?${new URLSearchParams({ person, at }).toString()}`,
        {},
        signal,
      ),
  });
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  const { places, names, zone } = data;
  const name = nameOf(names, person);
  if (places.length === 0)
    return (
      <Empty title={`${name} never had access in this case.`}>Nothing was granted to them, nothing was found.</Empty>
    );
  return (
    <Stack gap="xl">
      <div>
        <b>{name}</b> at {stampIn(at, zone)} ({zone}). All times below are in this zone.
      </div>
      {places.map((one) => (
        <OnePlace key={one.resource} caseId={caseId} one={one} zone={zone} names={names} />
      ))}
    </Stack>
  );
}
