import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkPage, WorkRow } from '../../../contract/console/work.js';
import { workQuery } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go, useGo } from '../../kit/Go.js';
import { Empty, Fault, Loading, Page, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted, oneOf } from '../../kit/words.js';
import { useRowKeys } from '../../shell/keys.js';

const KINDS: { kind: WorkRow['kind']; title: string }[] = [
  { kind: 'decide', title: 'Decide' },
  { kind: 'read', title: 'Read' },
  { kind: 'confirm', title: 'Confirm' },
  { kind: 'sign', title: 'Sign' },
  { kind: 'fill-in', title: 'Fill in' },
  { kind: 'do', title: 'Do' },
];

/** Everything that waits for whoever is signed in, by what it takes, late first. */
export function Work() {
  const { roles } = useSession();
  // Whoever only runs the installation has no work in cases.
  return roles.every((role) => role === 'operator') ? <Navigate to="/operations" replace /> : <OwnWork />;
}

function OwnWork() {
  const { data, error, refetch } = useQuery(workQuery);
  return (
    <Page title="My work" under={data && data.rows.length > 0 ? summary(data) : undefined}>
      {error !== null && <Fault error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (data.rows.length === 0 ? <Nothing {...data} /> : <List {...data} />)}
    </Page>
  );
}

function summary({ rows, nextCursor }: WorkPage): string {
  const late = rows.filter((row) => row.late).length;
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  const many = nextCursor === undefined ? counted(rows.length, 'task') : `More than ${rows.length} tasks`;
  return `${many}, about ${minutes} minutes${late > 0 ? `; ${late} late` : ''}`;
}

function Nothing({ next = [] }: WorkPage) {
  return (
    <Empty title="Nothing waits for you.">
      {next.length === 0 ? (
        'When something does, it appears here and you get a letter.'
      ) : (
        <>
          Next:{' '}
          {next.slice(0, 3).map(({ caseId, caseTitle, what, at }) => (
            <div key={`${caseId} ${what} ${at}`}>
              {what} in <Go to={`/cases/${caseId}`}>{caseTitle}</Go>, <When at={at} />
            </div>
          ))}
        </>
      )}
    </Empty>
  );
}

function List({ rows }: WorkPage) {
  const go = useGo();
  const [active, setActive] = useState(-1);
  const groups = KINDS.map(({ kind, title }) => ({ title, rows: rows.filter((row) => row.kind === kind) })).filter(
    (group) => group.rows.length > 0,
  );
  const inOrder = groups.flatMap((group) => group.rows);
  useRowKeys(inOrder.length, active, setActive, (index) => go(inOrder[index]?.to ?? '/'));
  return groups.map((group) => (
    <Section key={group.title} title={group.title} aside={<span className="quiet">{group.rows.length}</span>}>
      {group.rows.map((row) => (
        <Row key={`${row.caseId}/${row.taskId}`} row={row} active={inOrder[active] === row} />
      ))}
    </Section>
  ));
}

function Row({ row, active }: { row: WorkRow; active: boolean }) {
  return (
    <Go to={row.to} className="row work-row" data-active={active || undefined}>
      <span style={{ minWidth: 0 }}>
        <span style={{ display: 'block', fontWeight: 500 }}>{row.title}</span>
        <span className="quiet truncate" style={{ display: 'block' }}>
          {row.caseTitle} · {row.vendor}
        </span>
      </span>
      <span className="quiet wide truncate">{row.others.length > 0 && `or ${oneOf(row.others)}`}</span>
      <Group gap={6} wrap="nowrap" justify="flex-end">
        {row.late ? <State is="late" /> : null}
        <span>{row.due !== undefined && <When at={row.due} />}</span>
      </Group>
      <span className="quiet wide" style={{ textAlign: 'right' }}>
        {row.minutes} min
      </span>
    </Go>
  );
}
