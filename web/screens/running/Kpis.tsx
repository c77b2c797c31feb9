import { Group, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../../contract/caseView.js';
import type { KpiHistory, RunningPage } from '../../../contract/console/running.js';
import { hides } from '../../api/problem.js';
import { runningQuery } from '../../api/queries.js';
import { RoleAct } from '../../form/RoleAct.js';
import { Empty, Fault, Loading, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted, nameOf } from '../../kit/words.js';
import { Chart } from './Chart.js';
import { Invoices } from './Invoices.js';
import { TEAM, VENDOR } from './roles.js';

/** What is measured and what is billed, each with its history. */
export function Measured({ seen }: { seen: CaseView }) {
  const { data, error, refetch } = useQuery(runningQuery(seen.caseId));
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={4} />;
  return (
    <>
      <Section title="KPIs">
        {data.kpis.length === 0 && (
          <Empty title="No KPIs are agreed yet.">They come with the controls KP-1 to KP-3.</Empty>
        )}
        {data.kpis.map((kpi) => (
          <Kpi key={kpi.kpi} kpi={kpi} seen={seen} names={data.names} />
        ))}
      </Section>
      {data.invoices !== undefined && <Invoices invoices={data.invoices} seen={seen} />}
    </>
  );
}

type Names = RunningPage['names'];
const number = (value: number): string => value.toLocaleString(undefined, { maximumFractionDigits: 3 });

function Kpi({ kpi, seen, names }: { kpi: KpiHistory; seen: CaseView; names: Names }) {
  const { readings, counts, target, unit, direction, formula, reviewer, evalSetHash } = kpi;
  const standing = readings.find(({ seq }) => seq === counts) ?? readings.at(-1);
  return (
    <div className="row kpi-row" id={encodeURIComponent(kpi.kpi)}>
      <div>
        <b>{kpi.kpi}</b>
        <div className="quiet">
          {direction === 'at-least' ? 'at least' : 'at most'} {number(target)} {unit}
          {formula !== undefined && ` · ${formula}`}
        </div>
        <div className="quiet">
          Reviewed by {nameOf(names, reviewer)}
          {evalSetHash !== undefined && (
            <>
              {' · evaluation set '}
              <code title={`SHA-256 ${evalSetHash}`}>{evalSetHash.slice(0, 8)}</code>
            </>
          )}
        </div>
      </div>
      <div>
        {standing === undefined ? (
          <State is="open" word="Not read yet" />
        ) : (
          <>
            <b>
              {number(standing.value)} {unit}
            </b>{' '}
            <State is={standing.missed ? 'late' : 'met'} word={standing.missed ? 'Target missed' : 'Target reached'} />
            <div className="quiet">
              <When at={standing.at} zone={seen.zone} />
            </div>
          </>
        )}
      </div>
      <Chart kpi={kpi} />
      <Group gap="xs" justify="flex-end">
        <RoleAct
          type="RecordReading"
          label="Record a reading"
          roles={TEAM}
          seen={seen}
          fixed={{ kpi: kpi.kpi, ...(evalSetHash !== undefined && { evalSetHash }) }}
        />
        {standing !== undefined && standing.disputed === undefined && (
          <RoleAct
            type="RaiseDispute"
            label="Dispute"
            roles={VENDOR}
            seen={seen}
            fixed={{ about: 'reading', of: kpi.kpi, when: standing.at }}
          />
        )}
      </Group>
      {readings.length > 0 && <Readings kpi={kpi} seen={seen} names={names} />}
    </div>
  );
}

function Readings({ kpi: { readings, unit, counts }, seen, names }: { kpi: KpiHistory; seen: CaseView; names: Names }) {
  return (
    <details className="whole">
      <summary>{counted(readings.length, 'reading')}</summary>
      <div className="scroll">
        <Table>
          <Table.Thead>
            <Table.Tr>
              {['Read', 'Value', 'Target', 'Source', 'By'].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...readings].reverse().map(({ seq, at, value, missed, source, by, disputed, recordedValue }) => (
              <Table.Tr key={seq}>
                <Table.Td>
                  <When at={at} zone={seen.zone} />
                </Table.Td>
                <Table.Td>
                  {number(value)} {unit}
                  {recordedValue !== undefined && <s className="quiet"> {number(recordedValue)}</s>}
                  {seq === counts && <span className="quiet"> counts</span>}
                </Table.Td>
                <Table.Td>
                  <State is={missed ? 'late' : 'met'} word={missed ? 'Missed' : 'Reached'} />
                  {disputed !== undefined && <State is="waiting" word="Disputed" />}
                </Table.Td>
                <Table.Td>{source === '' ? '' : source}</Table.Td>
                <Table.Td>{nameOf({ ...seen.names, ...names }, by)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}
