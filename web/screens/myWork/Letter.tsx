import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { hides } from '../../api/client.js';
import { linkQuery } from '../../api/queries.js';
import { Go, useGo } from '../../kit/Go.js';
import { Empty, Loading, Page, PageFault } from '../../kit/Page.js';

/** Where the link of a letter lands: on the task, if it is still open and one's own. */
export function Letter() {
  const { link = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(linkQuery(link));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  const task = data.rows[0];
  if (task !== undefined) return <Moved to={task.to} />;
  return (
    <Page title="This task does not wait for you">
      <Empty title="It is done, or it waits for somebody else.">
        <Go to="/">My work</Go> shows what waits for you.
      </Empty>
    </Page>
  );
}

function Moved({ to }: { to: string }) {
  const go = useGo();
  useEffect(() => go(to, true));
  return null;
}
