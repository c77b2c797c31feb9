import { Button, Group, NumberInput, Select, Stack, Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Population } from '../../../contract/populations.js';
import { get } from '../../api/client.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading } from '../../kit/Page.js';
import { Told } from '../../kit/Told.js';
import { exact, near } from '../../kit/times.js';
import { Wide } from '../../kit/Wide.js';
import { counted, dayOfToday, nameOf, plain, roleName } from '../../kit/words.js';

const KINDS = [
  { value: 'grants', label: 'Grants of access' },
  { value: 'waivers', label: 'Waivers' },
  { value: 'refusals', label: 'Refusals' },
  { value: 'late-steps', label: 'Late steps' },
  { value: 'red-flags', label: 'Red flags' },
];
/** Rows that are shown; more are taken away as a file. */
const SHOWN = 500;

type Asked = { kind: string; from: string; to: string; sample: string; seed: string };

const firstOfYear = (): string => `${dayOfToday().slice(0, 4)}-01-01`;

const addressOf = ({ kind, from, to, sample, seed }: Asked, format: 'json' | 'csv'): string => {
  const drawn: Record<string, string> = sample === '' ? {} : { sample, seed };
  return `/api/populations/${kind}?${new URLSearchParams({ from, to, format, ...drawn })}`;
};

/** Every entry of a kind in a period, or a sample of them that can be drawn again. */
export function Populations() {
  const [form, setForm] = useState<Asked>({
    kind: 'grants',
    from: firstOfYear(),
    to: dayOfToday(),
    sample: '',
    seed: '',
  });
  const [asked, setAsked] = useState<Asked>();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['population', asked],
    queryFn: ({ signal }) => get<Population>(asked === undefined ? '' : addressOf(asked, 'json'), {}, signal),
    enabled: asked !== undefined,
  });
  const set = (field: keyof Asked, value: string) => setForm({ ...form, [field]: value });
  return (
    <Stack gap="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ ...form, seed: form.sample !== '' && form.seed === '' ? 'first' : form.seed });
        }}
      >
        <Group gap="sm" align="flex-end">
          <Select label="What" data={KINDS} value={form.kind} onChange={(kind) => set('kind', kind ?? 'grants')} />
          <TextInput label="From" type="date" value={form.from} onChange={(e) => set('from', e.currentTarget.value)} />
          <TextInput label="To" type="date" value={form.to} onChange={(e) => set('to', e.currentTarget.value)} />
          <NumberInput
            label="Sample"
            placeholder="all"
            min={1}
            max={1000}
            w={96}
            value={form.sample}
            onChange={(value) => set('sample', String(value))}
          />
          <TextInput
            label="Seed"
            placeholder="FY26 Q1"
            w={128}
            disabled={form.sample === ''}
            value={form.seed}
            onChange={(event) => set('seed', event.currentTarget.value)}
          />
          <Button type="submit" loading={isFetching}>
            Show
          </Button>
        </Group>
      </form>
      {error !== null && <Fault error={error} again={refetch} />}
      {isFetching && data === undefined && <Loading />}
      {asked === undefined && (
        <Empty title="Choose what you want to look at.">
          The same seed draws the same rows, on any day and by anybody.
        </Empty>
      )}
      {data !== undefined && asked !== undefined && <Rows page={data} csv={addressOf(asked, 'csv')} />}
    </Stack>
  );
}

function Rows({ page, csv }: { page: Population; csv: string }) {
  if (page.rows.length === 0) return <Empty title="There are none in that period." />;
  const size =
    page.seed === undefined
      ? `${counted(page.population, 'entry', 'entries')} in the period.`
      : `${page.rows.length} of ${page.population.toLocaleString()}, drawn with the seed “${page.seed}”.`;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <div>
          {size} {page.method !== undefined && <span className="quiet">{page.method}</span>}
          {page.rows.length > SHOWN && <span className="quiet"> The first {SHOWN} are shown.</span>}
        </div>
        <a href={csv} download={`${page.kind}-${page.from}-${page.to}.csv`}>
          Take away as CSV
        </a>
      </Group>
      <Wide label="Entries">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Case</Table.Th>
              <Table.Th scope="col">When</Table.Th>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">By</Table.Th>
              <Table.Th scope="col">Entry</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.rows.slice(0, SHOWN).map((row) => (
              <Row key={`${row.caseId}/${row.seq}`} row={row} page={page} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Stack>
  );
}

const PLACE = new Set(['caseId', 'seq', 'hash', 'at', 'event', 'actor', 'role', 'rank', 'lease']);

function Row({ row, page: { names, titles } }: { row: Population['rows'][number]; page: Population }) {
  const said = Object.entries(row).filter(([field]) => !PLACE.has(field));
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Go to={`/compliance/cases/${row.caseId}`}>{titles[row.caseId] ?? 'A case'}</Go>
      </Table.Th>
      <Table.Td>
        <time dateTime={row.at} title={exact(row.at)}>
          {near(row.at)}
        </time>
      </Table.Td>
      <Table.Td>
        {said.map(([field, value]) => (
          <div key={field}>
            <span className="quiet">{labelOf(field)}</span> <Value field={field} value={value} names={names} />
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        {row.actor === 'system' ? (
          <span className="quiet">The rules</span>
        ) : (
          <>
            {nameOf(names, row.actor)}
            <div className="quiet">{roleName(row.role)}</div>
          </>
        )}
      </Table.Td>
      <Table.Td>
        <Go to={`/cases/${row.caseId}/story#fact-${row.seq}`} title={row.hash}>
          {row.seq}
        </Go>
      </Table.Td>
    </Table.Tr>
  );
}

const labelOf = (field: string): string => plain(field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());

const ID = /p-[a-z0-9]{16}/g;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A value of a fact as people read it: names for ids, times in the reader's zone. */
function Value({ field, value, names }: { field: string; value: unknown; names: Record<string, string> }) {
  if (Array.isArray(value)) return <Many value={value} names={names} />;
  const text = String(value);
  if (INSTANT.test(text)) return <time title={exact(text)}>{near(text)}</time>;
  if (field === 'reason' || field === 'said') return <Told text={text} names={names} />;
  return text.replace(ID, (id) => nameOf(names, id));
}

/** A list of records, folded: each is what the row rests on. */
function Many({ value, names }: { value: unknown[]; names: Record<string, string> }) {
  return (
    <details style={{ display: 'inline-block', verticalAlign: 'top' }}>
      <summary>{counted(value.length, 'record')}</summary>
      <ul className="hash" style={{ margin: 0, paddingLeft: 16 }}>
        {value.map((one) => (
          <li key={String(one)}>{String(one).replace(ID, (id) => nameOf(names, id))}</li>
        ))}
      </ul>
    </details>
  );
}
