import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { hides } from '../../api/problem.js';
import { linkQuery, workQuery } from '../../api/queries.js';
import { Go, useGo } from '../../kit/Go.js';
import { Empty, Fault, Loading, Page, PageFault, Section } from '../../kit/Page.js';

/** Where the link of a letter lands: on the task, if it is still open and one's own. */
export function Letter() {
  const { link = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(linkQuery(link));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  const task = data.rows[0];
  if (task !== undefined) return <Moved to={task.to} />;
  return (
    <Page title="This task does not wait for you" under="It is done, or it waits for somebody else.">
      <Others />
    </Page>
  );
}

/** So many of one's other tasks are named. */
const OTHERS_MAX = 8;

/** What else waits for whoever came by a letter: it may have named several tasks. */
function Others() {
  const { data, error, refetch } = useQuery(workQuery);
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={3} />;
  if (data.rows.length === 0) return <Empty title="Nothing else waits for you." />;
  return (
    <Section title="What waits for you">
      <ul className="close">
        {data.rows.slice(0, OTHERS_MAX).map(({ caseId, taskId, to, title, vendor }) => (
          <li key={`${caseId} ${taskId}`}>
            <Go to={to}>{title}</Go> <span className="quiet">{vendor}</span>
          </li>
        ))}
      </ul>
      {data.rows.length > OTHERS_MAX && <Go to="/">All of it</Go>}
    </Section>
  );
}

function Moved({ to }: { to: string }) {
  const go = useGo();
  useEffect(() => go(to, true));
  return null;
}
