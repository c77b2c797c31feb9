import { Table } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import type { RunningPage } from '../../../contract/console/running.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Empty, Section } from '../../kit/Page.js';

const usd = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const month = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });

/** What was billed month by month; it is held against the agreed rate. */
export function Invoices({ invoices, seen }: { invoices: NonNullable<RunningPage['invoices']>; seen: CaseView }) {
  return (
    <Section title="Invoices" aside={<RoleAct type="RecordInvoice" roles={['procurement']} seen={seen} />}>
      {invoices.length === 0 ? (
        <Empty title="Nothing was billed yet." />
      ) : (
        <div className="scroll">
          <Table>
            <Table.Thead>
              <Table.Tr>
                {['Month', 'Billed', 'Engineers', 'For each'].map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {invoices.map((one) => (
                <Table.Tr key={one.month}>
                  <Table.Td>{month.format(new Date(`${one.month}-15T12:00:00`))}</Table.Td>
                  <Table.Td>{usd.format(one.billedUsd)}</Table.Td>
                  <Table.Td>{one.engineers}</Table.Td>
                  <Table.Td>{usd.format(one.billedUsd / one.engineers)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}
