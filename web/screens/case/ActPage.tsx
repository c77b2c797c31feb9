import { Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { actsQuery } from '../../api/act.js';
import { hides } from '../../api/problem.js';
import { caseQuery } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { ActForm } from '../../form/ActForm.js';
import { actName } from '../../kit/acts.js';
import { Go, useGo } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Loading, Page, PageFault } from '../../kit/Page.js';
import { roleMayDo } from './mayDo.js';

/** Any act on a case at an address of its own; what the address knows of it is not asked again. */
export function ActPage() {
  const { caseId = '', type = '' } = useParams({ strict: false });
  const fixed: Record<string, string> = useSearch({ strict: false });
  const { roles } = useSession();
  const go = useGo();
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  const { data: table } = useQuery(actsQuery);
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined || table === undefined) return <Loading />;
  const role = roleMayDo(table.acts[type]?.by ?? '', roles);
  return (
    <Page title={actName(type)} under={<Go to={`/cases/${caseId}`}>{data.title}</Go>}>
      <Paper p="md" maw={760}>
        <ActForm type={type} fixed={fixed} known={knownOf(data, role)} onDone={() => go(`/cases/${caseId}`)} />
      </Paper>
    </Page>
  );
}
