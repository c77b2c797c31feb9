import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { get } from '../../api/client.js';
import { hides } from '../../api/problem.js';
import { caseQuery, isWhole } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go } from '../../kit/Go.js';
import { Empty, Fault, Loading, Page, PageFault, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { dayText } from '../../kit/times.js';
import { plain } from '../../kit/words.js';
import { Downloads } from './Downloads.js';
import { CaseHolds } from './Holds.js';
import { TrailCheck } from './TrailCheck.js';

/** The proof of one case: its chain checked on this device, what can be taken away, and whether it is held. */
export function CaseProof() {
  const { caseId = '' } = useParams({ strict: false });
  const { roles } = useSession();
  const reads = roles.some((role) => role !== 'operator');
  const { data, error, refetch } = useQuery({ ...caseQuery(caseId), enabled: reads });
  if (!reads) return <AsOperator caseId={caseId} />;
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  if (!isWhole(data))
    return (
      <Page title="Proof of a case">
        <Empty title="The proof of a case is for the client’s people." />
      </Page>
    );
  return (
    <Page
      title={data.title}
      under={
        <>
          <Go to="/compliance">Compliance</Go> · {data.vendor.name} · {plain(data.status)} · opened{' '}
          {dayText(data.openedAt.slice(0, 10))} · <Go to={`/cases/${caseId}/story`}>Story</Go>
          {roles.includes('compliance') && (
            <>
              {' · '}
              <Go to={`/compliance/readings?case=${caseId}`}>Who read it</Go>
            </>
          )}
        </>
      }
    >
      <Stack gap="xl">
        <TrailCheck caseId={caseId} title={data.title} />
        <Downloads caseId={caseId} />
        {roles.includes('compliance') && <CaseHolds caseId={caseId} />}
      </Stack>
    </Page>
  );
}

type Verified = { ok: true; rows: number; stateMatches: boolean } | { ok: false; brokenSeq: number; message: string };

/** The operator runs the machine and reads no case: only whether its ledger holds. */
function AsOperator({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['case', caseId, 'verify'],
    queryFn: () => get<Verified>(`/api/cases/${caseId}/ledger/verify`),
  });
  return (
    <Page title="Ledger of a case" under={<Go to="/compliance">Compliance</Go>}>
      {hides(error, data) && <Fault error={error} again={refetch} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data !== undefined && (
        <Section title="As the server checks it">
          {data.ok ? (
            <State
              is={data.stateMatches ? 'met' : 'refused'}
              word={
                data.stateMatches
                  ? `All ${data.rows.toLocaleString()} entries hold.`
                  : 'The entries hold, but what is shown of the case is not their sum.'
              }
            />
          ) : (
            <State is="refused" word={`Broken at number ${data.brokenSeq}. ${data.message}`} />
          )}
        </Section>
      )}
    </Page>
  );
}
