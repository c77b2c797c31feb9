import { Table } from '@mantine/core';
import type { PolicyPage } from '../../../contract/policyPage.js';
import { Section } from '../../kit/Page.js';
import { Wide } from '../../kit/Wide.js';
import { listed, plain, roleName } from '../../kit/words.js';

type Stage = PolicyPage['stages'][number];

const deciders = ({ deciders: of }: Stage): string =>
  of.length === 0
    ? 'Opens by itself'
    : listed(of.map(({ role, quorum }) => (quorum === 1 ? roleName(role) : `${quorum} of ${roleName(role)}`)));

/** The gates in their order: what comes before, who decides, by when. */
export function Gates({ page }: { page: PolicyPage }) {
  return (
    <Section title="Gates">
      <Wide label="Gates">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Gate</Table.Th>
              <Table.Th scope="col">Comes after</Table.Th>
              <Table.Th scope="col">Decided by</Table.Th>
              <Table.Th scope="col">Within</Table.Th>
              <Table.Th scope="col">Otherwise</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.stages.map((stage) => (
              <Table.Tr key={stage.id}>
                <Table.Th scope="row" fw={400}>
                  {plain(stage.id)}
                </Table.Th>
                <Table.Td>{stage.after.length === 0 ? '–' : listed(stage.after.map(plain))}</Table.Td>
                <Table.Td>
                  {deciders(stage)}
                  {stage.notBeforeDay !== undefined && <div className="quiet">not before day {stage.notBeforeDay}</div>}
                </Table.Td>
                <Table.Td>{stage.deciders.length === 0 ? '–' : `${stage.decideWithinHours} business hours`}</Table.Td>
                <Table.Td>{stage.deciders.length === 0 ? '–' : roleName(stage.escalateTo)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
