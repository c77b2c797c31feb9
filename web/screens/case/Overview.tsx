import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../contract/caseView.js';
import { caseQuery, isWhole } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go } from '../../kit/Go.js';
import { Empty, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { listed, nameOf } from '../../kit/words.js';
import { Flags } from './Flags.js';
import { Lanes } from './Lanes.js';
import { Matrix } from './Matrix.js';
import { OwnAccess } from './OwnAccess.js';

/** The first look at a case: who reaches what, the 30 days, and what is open. */
export function Overview() {
  const { caseId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(caseQuery(caseId));
  // Whoever comes for what is asked of them finds it first.
  const isVendor = useSession().roles.includes('vendor-contact');
  if (!isWhole(data)) return <OwnAccess seen={data} />;
  const tasks = (
    <Section title="Open tasks" aside={<span className="quiet">{data.tasks.length}</span>}>
      <Tasks seen={data} />
    </Section>
  );
  return (
    <Stack gap="xl">
      {isVendor && tasks}
      <Section title="People and places">
        <Matrix seen={data} />
      </Section>
      <Flags seen={data} />
      <Section title="The 30 days">
        <Lanes seen={data} />
      </Section>
      {!isVendor && tasks}
    </Stack>
  );
}

function Tasks({ seen: { caseId, tasks, names, zone } }: { seen: CaseView }) {
  if (tasks.length === 0) return <Empty title="No open tasks." />;
  return tasks.map((task) => (
    <Go key={task.id} to={`/tasks/${caseId}/${encodeURIComponent(task.id)}`} className="row work-row">
      <span>{task.title}</span>
      <span className="quiet wide truncate">{listed(task.assignees.map((id) => nameOf(names, id)))}</span>
      <span>{task.due !== undefined && <When at={task.due} zone={zone} />}</span>
      <span className="wide">{task.lateSince !== undefined && <State is="late" />}</span>
    </Go>
  ));
}
