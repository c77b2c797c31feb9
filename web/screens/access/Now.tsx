import { Checkbox, Group, Stack, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Go } from '../../kit/Go.js';
import { Empty, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { Wide } from '../../kit/Wide.js';
import { plain } from '../../kit/words.js';
import { permissionName } from './permissions.js';
import { type Grant, grantsOf, matrices, type VendorMatrix } from './rows.js';
import { useCases } from './useCases.js';

/** People by places, vendor by vendor: each cell says until when, or what is under way. */
export function Now() {
  const { cases } = useCases();
  const [search, setSearch] = useState('');
  const [ended, setEnded] = useState(false);
  const wanted = search.trim().toLowerCase();
  const fits = ({ who, lease, seen }: Grant): boolean =>
    [who, lease.resource, seen.vendor.name, seen.title].some((text) => text.toLowerCase().includes(wanted));
  const all = grantsOf(cases);
  const shown = matrices(all.filter((grant) => (ended || grant.standing !== 'closed') && fits(grant)));
  return (
    <Stack gap="xl">
      <Group gap="lg" align="flex-end">
        <TextInput
          label="Find"
          placeholder="Person, place, vendor, case"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Checkbox label="Also what has ended" checked={ended} onChange={(e) => setEnded(e.currentTarget.checked)} />
      </Group>
      {shown.length === 0 && (
        <Empty title={wanted === '' ? 'Nobody of a vendor can reach anything.' : `Nothing fits “${search.trim()}”.`}>
          {wanted === '' && 'Access opens by itself once the documents behind it are in force.'}
        </Empty>
      )}
      {shown.map((matrix) => (
        <OfVendor key={matrix.vendor} matrix={matrix} />
      ))}
    </Stack>
  );
}

function OfVendor({ matrix: { vendor, places, people } }: { matrix: VendorMatrix }) {
  return (
    <Section title={vendor}>
      <Wide label={`Access of ${vendor}`}>
        <Table className="matrix">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Person</Table.Th>
              {places.map((place) => (
                <Table.Th scope="col" key={place}>
                  {place}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map(({ who, at }) => (
              <Table.Tr key={who}>
                <Table.Th scope="row" fw={400}>
                  {who}
                </Table.Th>
                {places.map((place) => (
                  <Table.Td key={place}>
                    <Cell grant={at.get(place)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

const LOOKS = {
  open: { is: 'access', word: ({ lease }: Grant) => permissionName(lease.permission) },
  opening: { is: 'open', word: ({ lease }: Grant) => (lease.seen === 'invited' ? 'Invited' : 'Being opened') },
  closing: { is: 'late', word: () => 'Being closed' },
  closed: { is: 'closed', word: () => 'Ended' },
} as const;

function Cell({ grant }: { grant: Grant | undefined }) {
  if (grant === undefined) return <span className="quiet">–</span>;
  const { lease, seen, standing, due } = grant;
  const { is, word } = LOOKS[standing];
  return (
    <>
      <State is={is} word={word(grant)} />
      <div className="quiet">
        {standing === 'open' && lease.notAfter !== undefined && (
          <>
            until <When at={lease.notAfter} zone={seen.zone} />
          </>
        )}
        {(standing === 'closed' || standing === 'closing') && (
          <>
            since <When at={lease.wantSince} zone={seen.zone} />
            {lease.cause !== undefined && `, ${plain(lease.cause).toLowerCase()}`}
          </>
        )}
      </div>
      {lease.lastError !== undefined && <State is="refused" word={`Failed ${lease.attempts} times`} />}
      {due && <State is="late" word="To be confirmed" />}
      <div>
        <Go to={`/cases/${seen.caseId}/people`}>{seen.title}</Go>
      </div>
    </>
  );
}
