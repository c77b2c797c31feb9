import { Alert, Button, Group, Stack, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useAct, usePressKey } from '../../api/act.js';
import { hides } from '../../api/problem.js';
import { caseQuery, isWhole, type Seen } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { ActButton } from '../../form/ActForm.js';
import { DocumentText } from '../../kit/DocumentText.js';
import { Go } from '../../kit/Go.js';
import { knownOf } from '../../kit/known.js';
import { Empty, Loading, Page, PageFault, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { AddDocument } from './AddDocument.js';
import { Span } from './Documents.js';
import {
  isLive,
  kindName,
  type Paper,
  partiesOf,
  shortHash,
  signerName,
  signersOf,
  stateOfPaper,
} from './paperWords.js';
import { HANDLERS, REVOKERS, roleAmong } from './roles.js';
import { ownSignTask, SignBar, SignRequest } from './SignBar.js';

/** One document: its text, who has signed, and for whoever is asked the button to sign. */
export function Document() {
  const { caseId = '', paper: id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  if (data === undefined) return <Loading />;
  const paper = data.papers.find((one) => one.id === id);
  if (paper === undefined)
    return (
      <Page title="Document not found">
        <Empty title="This case has no such document for you.">
          <Go to={`/cases/${caseId}/documents`}>All documents of the case</Go>
        </Empty>
      </Page>
    );
  return <Found key={`${paper.id} ${paper.textHash}`} paper={paper} seen={data} />;
}

function Found({ paper, seen }: { paper: Paper; seen: Seen }) {
  const { person } = useSession();
  const asked = ownSignTask(seen, paper, person.id) !== undefined;
  const [shown, setShown] = useState(false);
  const onShown = useCallback(() => setShown(true), []);
  return (
    <Page
      title={paper.title}
      under={
        <Group gap="sm">
          <Go to={`/cases/${seen.caseId}/documents`}>{seen.title}</Go>
          <span>{kindName(paper.kind)}</span>
          {paper.person !== undefined && <span>{nameOf(seen.names, paper.person)}</span>}
          <State {...stateOfPaper(paper.state)} />
        </Group>
      }
      actions={<Acts paper={paper} seen={seen} />}
    >
      <SignRequest paper={paper} seen={seen} />
      <div className="two document">
        <div className="reader">
          <DocumentText caseId={seen.caseId} doc={{ title: paper.title, sha256: paper.textHash }} onShown={onShown} />
        </div>
        <Stack gap="lg">
          {!asked && <Reading paper={paper} seen={seen} />}
          <SignBar paper={paper} seen={seen} shown={shown} />
          <Signatures paper={paper} seen={seen} />
          <Facts paper={paper} seen={seen} />
        </Stack>
      </div>
    </Page>
  );
}

/** Why there is nothing to sign here for whoever reads. */
function Reading({ paper, seen }: { paper: Paper; seen: Seen }) {
  const { person } = useSession();
  const own = paper.signatures.find(({ personId }) => personId === person.id);
  if (own === undefined) return null;
  return (
    <Alert variant="outline" color="green" title="You have signed this">
      <When at={own.at} zone={seen.zone} />, text <code title={paper.textHash}>{shortHash(paper.textHash)}</code>.
    </Alert>
  );
}

function Signatures({ paper, seen }: { paper: Paper; seen: Seen }) {
  const parties = partiesOf(seen);
  if (paper.signers.length === 0)
    return (
      <Section title="Signatures">
        <div className="quiet">Nobody of the case signs it: somebody else has issued it.</div>
      </Section>
    );
  return (
    <Section title="Signatures">
      {signersOf(paper).map(({ signer, signature }) => (
        <div key={signer} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <span>
            {signerName(signer, parties)}
            {signature !== undefined && (
              <span className="quiet" style={{ display: 'block' }}>
                {signature.personId !== signer && `${nameOf(seen.names, signature.personId)}, `}
                <When at={signature.at} zone={seen.zone} />
              </span>
            )}
          </span>
          {signature === undefined ? (
            <State is="waiting" word={paper.state === 'draft' ? 'Not asked yet' : 'Waiting'} />
          ) : (
            <State is="met" word="Signed" />
          )}
        </div>
      ))}
    </Section>
  );
}

function Facts({ paper, seen }: { paper: Paper; seen: Seen }) {
  const title = (id: string) => seen.papers.find((one) => one.id === id)?.title ?? 'an earlier document';
  const next = seen.papers.find(({ supersedes }) => supersedes === paper.id);
  return (
    <Section title="About this document">
      <dl className="facts">
        <dt>Added by</dt>
        <dd>{nameOf(seen.names, paper.registeredBy)}</dd>
        <dt>In force</dt>
        <dd>
          <Span paper={paper} seen={seen} />
        </dd>
        {paper.supersedes !== undefined && (
          <>
            <dt>Takes the place of</dt>
            <dd>
              <Go to={`/cases/${seen.caseId}/documents/${paper.supersedes}`}>{title(paper.supersedes)}</Go>
            </dd>
          </>
        )}
        {next !== undefined && (
          <>
            <dt>New version</dt>
            <dd>
              <Go to={`/cases/${seen.caseId}/documents/${next.id}`}>{next.title}</Go>
            </dd>
          </>
        )}
        <dt>Text</dt>
        <dd>
          <Tooltip label={`SHA-256 ${paper.textHash}`}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the whole hash is shown to the keyboard too. */}
            <code tabIndex={0}>{shortHash(paper.textHash)}</code>
          </Tooltip>
        </dd>
      </dl>
    </Section>
  );
}

function Acts({ paper, seen }: { paper: Paper; seen: Seen }) {
  const { roles } = useSession();
  if (!isWhole(seen) || seen.status === 'closed') return null;
  const handler = roleAmong(roles, HANDLERS);
  const revoker = roleAmong(roles, REVOKERS);
  return (
    <>
      {handler !== undefined && paper.state === 'draft' && <Send paper={paper} caseId={seen.caseId} role={handler} />}
      {handler !== undefined && paper.state !== 'superseded' && <AddDocument seen={seen} role={handler} old={paper} />}
      {revoker !== undefined && isLive(paper) && (
        <ActButton type="RevokePaper" label="Revoke" fixed={{ paper: paper.id }} known={knownOf(seen, revoker)} />
      )}
    </>
  );
}

function Send({ paper, caseId, role }: { paper: Paper; caseId: string; role: string }) {
  const act = useAct(caseId, { role });
  const { key, refused } = usePressKey();
  return (
    <Stack gap="xs">
      <Button
        loading={act.isPending}
        onClick={() => act.mutate({ type: 'SendPaper', body: { paper: paper.id }, key }, { onError: refused })}
      >
        {paper.signers.length === 0 ? 'Put in force' : 'Send for signature'}
      </Button>
      {act.error !== null && <span role="alert">{act.error.message}</span>}
    </Stack>
  );
}
