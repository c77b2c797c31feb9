import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../contract/caseView.js';
import { hides } from '../../api/problem.js';
import { caseQuery, isWhole, type Seen } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go } from '../../kit/Go.js';
import { Loading, Page, PageFault } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { setClock } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { counted, plain, roleName } from '../../kit/words.js';
import { CaseActs } from './CaseActs.js';

/** The frame of a case: where it stands in one line, and its tabs. */
export function CaseFrame() {
  const { caseId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  if (isWhole(data)) setClock(Date.parse(data.asOf) - Date.now());
  return (
    <Page title={data.title} under={<Standing seen={data} />} actions={isWhole(data) && <CaseActs seen={data} />}>
      <Tabs seen={data} />
      <Outlet />
    </Page>
  );
}

function Standing({ seen }: { seen: Seen }) {
  if (!isWhole(seen)) return <>{seen.vendor.name}</>;
  const { vendor, attribution, tasks } = seen;
  const late = tasks.filter(({ lateSince }) => lateSince !== undefined).length;
  const ahead = tasks.flatMap(({ due }) => due ?? []).filter((due) => Date.parse(due) > Date.parse(seen.asOf));
  const [due] = ahead.sort();
  return (
    <Group gap="0 16px">
      <Go to={`/vendors/${encodeURIComponent(vendor.name)}`}>{vendor.name}</Go>
      <span>{stageText(seen)}</span>
      <span>day {dayOf(seen)} of 30</span>
      {seen.pause !== undefined && <State is="waiting" word="Paused" />}
      <span>
        {turnText(attribution.turn)} since <When at={attribution.since} />
      </span>
      {late > 0 && <State is="late" word={`${counted(late, 'task')} late`} />}
      {due !== undefined && (
        <span>
          next deadline <When at={due} />
        </span>
      )}
    </Group>
  );
}

const TURNS: Record<string, string> = {
  client: 'Client’s turn',
  vendor: 'Vendor’s turn',
  both: 'Both sides’ turn',
  nobody: 'Nobody’s turn',
};
const turnText = (turn: string): string => TURNS[turn] ?? `${roleName(turn)}’s turn`;

const stageText = ({ status, stages }: CaseView): string => {
  if (status === 'closed' || status === 'closing') return plain(status);
  const running = stages.find((stage) => stage.status !== 'done');
  return running === undefined ? 'Active' : `Stage: ${plain(running.id).toLowerCase()}`;
};

const DAY_MS = 86_400_000;
const dayOf = ({ startDate, asOf }: CaseView): number =>
  Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(`${startDate}T00:00:00Z`)) / DAY_MS) + 1);

function Tabs({ seen }: { seen: Seen }) {
  const { side } = useSession();
  const at = `/cases/${seen.caseId}`;
  const tabs: [string, string, number?][] = isWhole(seen)
    ? [
        [at, 'Overview', seen.tasks.length],
        [
          `${at}/controls`,
          'Controls',
          seen.controls.filter(({ status }) => status === 'open' || status === 'refused').length,
        ],
        [`${at}/documents`, 'Documents', seen.papers.length],
        [`${at}/people`, 'People and access', seen.people.length],
        [`${at}/running`, 'KPIs and meetings', seen.readings.length],
        [`${at}/incidents`, 'Incidents', seen.incidents.length],
        [`${at}/story`, 'Story'],
        ...(side === 'client' ? [[`${at}/report`, 'Report'] satisfies [string, string]] : []),
      ]
    : [
        [at, 'Overview'],
        [`${at}/documents`, 'My documents', seen.papers.length],
      ];
  return (
    <nav aria-label="Case" className="tabs">
      {tabs.map(([to, name, count]) => (
        <Go key={to} to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
          {name}
          {count !== undefined && count > 0 && <span className="quiet"> {count}</span>}
        </Go>
      ))}
    </nav>
  );
}
