import { Button, Group, Select, Stack, Table, TextInput } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../contract/caseView.js';
import type { NamedCoverage } from '../../../contract/report.js';
import { placeText } from '../../../presentation/words/places.js';
import { get } from '../../api/client.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { Told } from '../../kit/Told.js';
import { dayText } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { Wide } from '../../kit/Wide.js';
import { dayOfToday, nameOf, plain } from '../../kit/words.js';
import { useCases } from './useCases.js';

/** "Was this person covered on that day, and by what?", over all cases that know the person. */
export function Covered() {
  const { cases } = useCases();
  const people = new Map(cases.flatMap((seen) => seen.people.map(({ person }) => [person, seen] as const)));
  const data = [...people].map(([id, seen]) => ({
    value: id,
    label: `${nameOf(seen.names, id)} · ${seen.vendor.name}`,
  }));
  const [person, setPerson] = useState<string | null>(null);
  const [day, setDay] = useState(dayOfToday);
  const [asked, setAsked] = useState<{ person: string; day: string }>();
  return (
    <Stack gap="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (person !== null && day !== '') setAsked({ person, day });
        }}
      >
        <Group gap="sm" align="flex-end">
          <Select label="Person" searchable miw={280} data={data} value={person} onChange={setPerson} />
          <TextInput label="Day" type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
          <Button type="submit" disabled={person === null || day === ''}>
            Was this person covered?
          </Button>
        </Group>
      </form>
      {asked === undefined ? (
        <Empty title="Choose a person and a day.">
          The answer says what it takes, what held on that day, and what the person could reach.
        </Empty>
      ) : (
        <Answers
          cases={cases.filter((seen) => seen.people.some((one) => one.person === asked.person))}
          person={asked.person}
          day={asked.day}
        />
      )}
    </Stack>
  );
}

function Answers({ cases, person, day }: { cases: CaseView[]; person: string; day: string }) {
  const answers = useQueries({
    queries: cases.map(({ caseId }) => ({
      queryKey: ['case', caseId, 'coverage', person, day],
      queryFn: () =>
        get<NamedCoverage>(`/api/cases/${caseId}/coverage?${new URLSearchParams({ person, day }).toString()}`),
    })),
  });
  return cases.map((seen, i) => {
    const { data, error } = answers[i] ?? {};
    return (
      <div key={seen.caseId}>
        {error != null && <Fault error={error} />}
        {data === undefined && error == null && <Loading rows={3} />}
        {data !== undefined && <Coverage seen={seen} answer={data} />}
      </div>
    );
  });
}

const WORDS = { 'all-day': 'covered all day', 'part-of-day': 'covered part of the day', not: 'not covered' };
const HELD = { 'all-day': 'All day', 'part-of-day': 'Part of it', not: 'No' };
const LOOK = { 'all-day': 'met', 'part-of-day': 'late', not: 'refused' } as const;

function Coverage({ seen, answer }: { seen: CaseView; answer: NamedCoverage }) {
  const { covered, day, intervals, requirements, access, names } = answer;
  return (
    <Section title={`${nameOf(names, answer.person)} was ${WORDS[covered]} on ${dayText(day)}`}>
      <Stack gap="sm">
        <Group gap="md">
          <State is={LOOK[covered]} word={plain(WORDS[covered])} />
          <Go to={`/cases/${seen.caseId}`}>{seen.title}</Go>
          {covered === 'part-of-day' &&
            intervals.map(({ from, until }) => (
              <span key={from} className="quiet">
                <When at={from} zone={seen.zone} /> to <When at={until} zone={seen.zone} />
              </span>
            ))}
        </Group>
        <Wide label="What it takes">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">What it takes</Table.Th>
                <Table.Th scope="col">Held</Table.Th>
                <Table.Th scope="col">By</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {requirements.map(({ id, title, held, intervals: of }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={400}>
                    {title} <span className="quiet">{id}</span>
                  </Table.Th>
                  <Table.Td>
                    <State is={LOOK[held]} word={HELD[held]} />
                  </Table.Td>
                  <Table.Td className="hash">
                    <Told text={[...new Set(of.flatMap(({ by }) => by))].join(', ')} names={names} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
        {access.length === 0 && <div className="quiet">No access was open on that day.</div>}
        {access.map(({ lease, resource, permission, grantedAt, endedAt, cause }) => (
          <div key={`${lease} ${grantedAt}`}>
            <b>{placeText(resource)}</b>, {plain(permission).toLowerCase()},{' '}
            {grantedAt === undefined ? (
              'without a grant'
            ) : (
              <>
                since <When at={grantedAt} zone={seen.zone} />
              </>
            )}
            {endedAt !== undefined && (
              <>
                , ended <When at={endedAt} zone={seen.zone} />
                {cause !== undefined && ` (${plain(cause).toLowerCase()})`}
              </>
            )}
          </div>
        ))}
      </Stack>
    </Section>
  );
}
